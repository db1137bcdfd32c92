import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Value sets whose codes repeat across their systems: their codes become `system|code`. */
const QUALIFIED = new Set(['J186']);

/** An older edition over the same terminology: what only it holds is retired in the newer one. */
const OLDER_EDITION = new Map([['J238', 'J34']]); // both over TRE_R244

/** Source names that carry an English remark; the remark stays in the note. */
const NAMES = new Map([
  ['J34', { name: "Catégorie d'organisation", note: 'ME 2.x name of the type of offer.' }],
  ['J100', { name: 'Statut juridique FINESS', note: 'RASS edition.' }],
]);

const KNOWN_KEYS = new Set(['code', 'display', 'system', 'systemOid', 'definition', 'familles']);

/** `JDV_J17_ActiviteOperationnelle_ROR` → `J17`, `ASS_A14_…` → `A14`, `COG_regions` → itself. */
export const shortId = (officialId) => /^(?:JDV|ASS)_([A-Z]\d+)_/.exec(officialId)?.[1] ?? officialId;

/**
 * Reads `nomenclatures/*.json`.
 * @returns {{ valueSets: Map<string, object>, families: object | undefined }} compact value sets by short id, and ASS_A14.
 */
export function readValueSets(folder, problems) {
  const valueSets = new Map();
  let families;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
    const raw = readJson(join(folder, file), problems);
    if (!raw) continue;
    if (raw.associations) families = convertFamilies(raw);
    else valueSets.set(shortId(raw.id), convertValueSet(raw, file, problems));
  }
  for (const [newer, older] of OLDER_EDITION) retireMissing(valueSets.get(newer), valueSets.get(older));
  checkFamilies(families, valueSets, problems);
  return { valueSets, families };
}

export function readJson(path, problems) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    problems.refuse(path, `cannot be read as JSON (${error.message})`);
    return undefined;
  }
}

/** The edition as a day. The geographic code has no date but a year: it states 1 January of that year. */
function editionOf(raw, file, problems) {
  const year = /millésime (\d{4})/.exec(raw.source?.version ?? '')?.[1];
  const edition = raw.date ?? (year && `${year}-01-01`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(edition ?? '')) problems.refuse(file, `no edition date (date: ${raw.date})`);
  return edition;
}

const header = (raw, file, problems) => {
  if (!raw.name) problems.refuse(file, 'no name');
  if (!raw.source) problems.refuse(file, 'no source');
  if (!raw.licence) problems.refuse(file, 'no licence');
  const id = shortId(raw.id ?? file);
  const renamed = NAMES.get(id);
  const note = [renamed?.note, raw.note].filter(Boolean).join(' ');
  return {
    id,
    officialId: raw.id,
    name: renamed?.name ?? raw.name,
    edition: editionOf(raw, file, problems),
    ...(raw.version && { version: raw.version }),
    ...(raw.valueSetUrl && { url: raw.valueSetUrl }),
    source: raw.source,
    licence: raw.licence,
    ...(note && { note }),
  };
};

function convertValueSet(raw, file, problems) {
  const head = header(raw, file, problems);
  const concepts = raw.concepts ?? [];
  if (concepts.length === 0) problems.refuse(file, 'no concepts');
  if (raw.count !== undefined && raw.count !== concepts.length) problems.refuse(file, `says ${raw.count} concepts and holds ${concepts.length}`);
  const systems = (raw.systems ?? []).map(({ id, url }) => ({ id, url }));
  const systemIds = new Map(systems.map(({ id, url }) => [url, id]));
  const oid = concepts.find((concept) => concept.systemOid)?.systemOid;
  if (oid && systems.length === 1) systems[0].oid = oid;
  const qualified = QUALIFIED.has(head.id);
  const extra = [...new Set(concepts.flatMap((concept) => Object.keys(concept)))].filter((key) => !KNOWN_KEYS.has(key));
  const columns = ['code', 'label'];
  if (systems.length > 1 && !qualified) columns.push('system');
  if (concepts.some((concept) => concept.definition)) columns.push('definition');
  if (concepts.some((concept) => concept.familles)) columns.push('familles');
  columns.push(...extra);

  const seen = new Set();
  const rows = concepts.map((concept) => {
    const where = `${file} ${concept.code}`;
    if (typeof concept.code !== 'string' || concept.code === '') problems.refuse(file, `a code is not a text: ${JSON.stringify(concept.code)}`);
    if (typeof concept.display !== 'string' || concept.display.trim() === '') problems.refuse(where, 'no label');
    const system = systemIds.get(concept.system);
    if (concept.system && !system) problems.refuse(where, `unknown system ${concept.system}`);
    if (systems.length > 1 && !system) problems.refuse(where, 'several systems are declared and this code names none');
    const code = qualified ? `${system}|${concept.code}` : concept.code;
    if (seen.has(code)) problems.refuse(file, `duplicate code ${code}`);
    seen.add(code);
    return row(columns.map((column) => {
      if (column === 'code') return code;
      if (column === 'label') return concept.display;
      if (column === 'system') return system;
      return Array.isArray(concept[column]) ? concept[column].join(';') : concept[column];
    }));
  });
  return {
    ...head,
    systems,
    columns,
    concepts: rows,
    ...(raw.laterEdition && {
      laterEdition: {
        source: raw.laterEdition.source,
        note: raw.laterEdition.note,
        concepts: raw.laterEdition.concepts.map((concept) => [concept.code, concept.display]),
      },
    }),
  };
}

/** Trailing empty cells are left out. */
export function row(cells) {
  const texts = cells.map((cell) => cell ?? '');
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  return texts;
}

/**
 * Keeps, in `valueSet.retired`, the codes of an older edition that `valueSet` no longer has:
 * a fiche may still hold them, and a person must still read their label.
 * Rows are [code, label, edition in which the code was last seen].
 */
export function retireMissing(valueSet, older) {
  if (!valueSet || !older) return;
  const current = new Set(valueSet.concepts.map(([code]) => code));
  const retired = new Map((valueSet.retired ?? []).map((entry) => [entry[0], entry]));
  for (const [code, label] of older.concepts) {
    if (!current.has(code) && !retired.has(code)) retired.set(code, [code, label, older.edition]);
  }
  for (const entry of older.retired ?? []) {
    if (!current.has(entry[0]) && !retired.has(entry[0])) retired.set(entry[0], entry);
  }
  if (retired.size > 0) valueSet.retired = [...retired.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}

function convertFamilies(raw) {
  return {
    ...header(raw, raw.id, { refuse() {} }),
    columns: ['famille', 'activite', 'familleAsWritten'],
    rows: raw.associations.map((pair) => [pair.familleR265Code ?? '', pair.activiteOperationnelle, pair.sourceCodeAsWritten]),
  };
}

/** The official association is a year older than the activities: a pair that points nowhere is kept and said. */
function checkFamilies(families, valueSets, problems) {
  if (!families) return;
  const known = (id) => new Set((valueSets.get(id)?.concepts ?? []).map(([code]) => code));
  const [activites, familles] = [known('J17'), known('J51')];
  for (const [famille, activite] of families.rows) {
    if (!activites.has(activite)) problems.notice('A14', `activity ${activite} is not in J17; the pair is kept as published`);
    if (famille && !familles.has(famille)) problems.notice('A14', `family ${famille} is not in J51; the pair is kept as published`);
  }
}
