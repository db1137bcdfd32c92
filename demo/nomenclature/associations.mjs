import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { row, shortId } from './value-sets.mjs';

export const PROVENANCE = 'Authored by the ror-elements project from the public labels; not an official ANS or SESAN association. Suggestions that order and flag: never a closed list.';

/**
 * The GGD in the order of the regional screens. MCO to SSR: glossary of the users' guide; VIL: the
 * name of champ d'activité 05. No public text says what SMA stands for: it keeps its letters.
 */
const GGD = [
  ['MCO', 'Médecine Chirurgie Obstétrique'],
  ['MSS', 'Médico-Social et Social'],
  ['PSY', 'Psychiatrie'],
  ['SLD', 'Soins de Longue Durée'],
  ['SMA', 'SMA'],
  ['SSR', 'Soins de Suite et de Réadaptation'],
  ['VIL', 'Ville'],
];
const GGD_CODES = new Set(GGD.map(([code]) => code));
const CHAMP_OF_GGD = { MCO: '01', SLD: '01', SSR: '02', PSY: '03', MSS: '04', VIL: '05' };
const NIVEAUX = new Set(['sanitaire', 'medico-social', 'ville']);

/** Files that give domaines to the codes of one value set: file, value set. */
const BY_DOMAINE = [
  ['actes', 'J16'], ['specialisations', 'J35'], ['competences', 'J33'], ['equipements', 'J18'],
  ['modalites', 'J226'], ['publics', 'J29'],
];

/** Reads `associations/*.tsv`, checks every code, and gives the compact associations by name. */
export function readAssociations(folder, valueSets, problems) {
  const codes = new Map([...valueSets].map(([id, set]) => [id, new Map(set.concepts.map(([code, label]) => [code, label]))]));
  const context = { folder, codes, valueSets, problems, domaines: new Set() };
  const result = new Map();
  const add = (id, extra, columns, rows) => result.set(id, { id, provenance: PROVENANCE, ...extra, columns, rows });
  const about = (valueSet) => ({ valueSet, edition: valueSets.get(valueSet)?.edition });

  const domaines = read(context, 'domaines', ['code', 'libelle']);
  for (const { code } of domaines) context.domaines.add(code);
  add('domaines', {}, ['code', 'label'], domaines.map(({ code, libelle }) => [code, libelle]));
  add('ggd', {}, ['code', 'label'], GGD);

  const types = read(context, 'type-offre', ['code', 'libelle', 'ggd', 'champActivite', 'domaines', 'niveaux', 'categoriesEG', 'modes', 'temporalites', 'nomParDefaut']);
  checkCodes(context, 'type-offre', 'J238', types);
  for (const type of types) checkType(context, type);
  const typeColumns = ['code', 'ggd', 'champActivite', 'domaines', 'niveaux', 'categoriesEG', 'modes', 'temporalites', 'nomParDefaut'];
  add('types-offre', about('J238'), typeColumns, types.map((type) => row(typeColumns.map((column) => type[column]))));

  const activites = read(context, 'activites', ['code', 'libelle', 'champs', 'domaines']);
  checkCodes(context, 'activites', 'J17', activites);
  for (const { code, champs, domaines: list } of activites) {
    checkList(context, `activites ${code}`, 'J20', champs, true);
    checkDomaines(context, `activites ${code}`, list);
  }
  add('activites', about('J17'), ['code', 'champs', 'domaines'], activites.map((line) => [line.code, line.champs, line.domaines]));

  for (const [name, valueSet] of BY_DOMAINE) {
    const lines = read(context, name, ['code', 'libelle', 'domaines']);
    checkCodes(context, name, valueSet, lines);
    for (const line of lines) checkDomaines(context, `${name} ${line.code}`, line.domaines);
    add(name, about(valueSet), ['code', 'domaines'], lines.map((line) => [line.code, line.domaines]));
  }

  const professions = read(context, 'professions', ['systeme', 'code', 'libelle', 'domaines'])
    .map((line) => ({ ...line, code: `${line.systeme}|${line.code}` }));
  checkCodes(context, 'professions', 'J186', professions);
  for (const line of professions) checkDomaines(context, `professions ${line.code}`, line.domaines);
  add('professions', about('J186'), ['code', 'domaines'], professions.map((line) => [line.code, line.domaines]));

  for (const name of ['besoins', 'filieres']) {
    const lines = read(context, name, ['code', 'libelle', 'domaines']);
    for (const line of lines) checkDomaines(context, `${name} ${line.code}`, line.domaines);
    if (name === 'besoins') checkPartition(context, lines);
    add(name, {}, ['code', 'label', 'domaines'], lines.map((line) => [line.code, line.libelle, line.domaines]));
  }

  const territoires = read(context, 'territoires', ['code', 'libelle', 'departement']);
  for (const line of territoires) checkList(context, `territoires ${line.code}`, 'COG_departements', line.departement, true);
  add('territoires', {}, ['code', 'label', 'departement'], territoires.map((line) => [line.code, line.libelle, line.departement]));

  const motsCles = read(context, 'mots-cles', ['code', 'libelle', 'motsCles']);
  for (const line of motsCles) {
    checkList(context, `mots-cles ${line.code}`, 'J238', line.code, true);
    if (!line.motsCles) problems.refuse(`mots-cles ${line.code}`, 'no word');
  }
  add('mots-cles', about('J238'), ['code', 'motsCles'], motsCles.map((line) => [line.code, line.motsCles]));

  const synonymes = read(context, 'synonymes', ['terme', 'cible', 'code', 'systeme'], (line) => Object.values(line).join('|'))
    .map((line) => ({ ...line, valueSet: shortId(line.cible), code: line.systeme ? `${line.systeme}|${line.code}` : line.code }));
  for (const line of synonymes) checkList(context, `synonymes ${line.terme}`, line.valueSet, line.code, true);
  add('synonymes', {}, ['terme', 'valueSet', 'code'], synonymes.map((line) => [line.terme, line.valueSet, line.code]));
  return { associations: result, types };
}

/** Lines of a tab-separated file as objects. `keyOf` says what must not occur twice. */
function read({ folder, problems }, name, columns, keyOf = (line) => `${line.systeme ?? ''}|${line.code}`) {
  const path = join(folder, `${name}.tsv`);
  if (!existsSync(path)) {
    problems.refuse(`${name}.tsv`, 'is missing');
    return [];
  }
  const [head = '', ...body] = readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
  if (head !== columns.join('\t')) {
    problems.refuse(`${name}.tsv`, `columns are "${head.replaceAll('\t', ' ')}", expected "${columns.join(' ')}"`);
    return [];
  }
  const seen = new Set();
  return body.map((text, index) => {
    const cells = text.split('\t');
    if (cells.length !== columns.length) problems.refuse(`${name}.tsv line ${index + 2}`, `${cells.length} cells, expected ${columns.length}`);
    const line = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
    const key = keyOf(line);
    if (seen.has(key)) problems.refuse(`${name}.tsv`, `duplicate row ${key}`);
    seen.add(key);
    return line;
  });
}

/** Every code of the file exists with this label; codes of the value set without a row are only said. */
function checkCodes({ codes, problems }, name, valueSet, lines) {
  const known = codes.get(valueSet) ?? new Map();
  for (const { code, libelle } of lines) {
    if (!known.has(code)) problems.refuse(`${name} ${code}`, `unknown code in ${valueSet}`);
    else if (known.get(code) !== libelle) problems.refuse(`${name} ${code}`, `label "${libelle}" is not the one of ${valueSet}, "${known.get(code)}"`);
  }
  const given = new Set(lines.map((line) => line.code));
  const missing = [...known.keys()].filter((code) => !given.has(code));
  if (missing.length > 0) problems.notice(name, `no row for ${missing.length} code(s) of ${valueSet}: ${missing.join(' ')}`);
}

const split = (cell) => (cell ? cell.split(';') : []);

function checkList({ codes, problems }, where, valueSet, cell, needed = false) {
  const list = split(cell);
  if (needed && list.length === 0) problems.refuse(where, `no code of ${valueSet}`);
  for (const code of list) if (!codes.get(valueSet)?.has(code)) problems.refuse(where, `unknown code ${code} in ${valueSet}`);
}

function checkDomaines({ domaines, problems }, where, cell) {
  const list = split(cell);
  if (list.length === 0) problems.refuse(where, 'no domaine');
  for (const code of list) if (!domaines.has(code)) problems.refuse(where, `unknown domaine ${code}`);
}

function checkType(context, type) {
  const where = `type-offre ${type.code}`;
  const ggd = split(type.ggd);
  if (ggd.length === 0) context.problems.refuse(where, 'no ggd');
  for (const code of ggd) if (!GGD_CODES.has(code)) context.problems.refuse(where, `unknown ggd ${code}`);
  if (CHAMP_OF_GGD[ggd[0]] && CHAMP_OF_GGD[ggd[0]] !== type.champActivite) context.problems.refuse(where, `champ ${type.champActivite} does not follow from ggd ${ggd[0]}`);
  if (!NIVEAUX.has(type.niveaux)) context.problems.refuse(where, `unknown niveaux ${type.niveaux}`);
  if (!type.nomParDefaut) context.problems.refuse(where, 'no nomParDefaut');
  checkList(context, where, 'J20', type.champActivite, true);
  checkList(context, where, 'J55', type.categoriesEG);
  checkList(context, where, 'J19', type.modes);
  checkList(context, where, 'J30', type.temporalites);
  checkDomaines(context, where, type.domaines);
}

/** Grouping by need loses or doubles a type unless each domaine belongs to exactly one besoin. */
function checkPartition({ domaines, problems }, besoins) {
  for (const domaine of domaines) {
    const holders = besoins.filter((besoin) => split(besoin.domaines).includes(domaine));
    if (domaine === 'transversal' ? holders.length !== 0 : holders.length !== 1) {
      problems.refuse('besoins', `domaine ${domaine} is in ${holders.length} besoins`);
    }
  }
}
