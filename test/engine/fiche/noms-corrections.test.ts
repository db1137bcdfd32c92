import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isInternal, wordsOf } from '../../../src/engine/fiche/naming-text.ts';
import { correctName, nameIssues, type Named } from '../../../src/engine/fiche/naming-remarks.ts';
import { completeName, proposeName } from '../../../src/engine/fiche/naming.ts';
import { constatsNom } from '../../../src/i18n/fr/nommage.ts';
import type { FicheContext } from '../../../src/engine/fiche/types.ts';
import { associations, contexte, dans, gele, IME, nomenclature } from './vocabulaire.ts';

const unite = (typeOffre: string, modePriseEnCharge?: string, temporaliteAccueil?: string): Named =>
  ({ unite: gele({ typeOffre, ...(modePriseEnCharge && { modePriseEnCharge }), ...(temporaliteAccueil && { temporaliteAccueil }) }) });
const etablissement = (denominationEG: string, localite?: string, autres: Record<string, unknown> = {}): Named =>
  ({ etablissement: gele({ denominationEG, ...(localite && { lieuEG: { adresse: { localite } } }), ...autres }) });

/** `code → corrected name` of each remark. */
const remarks = (nom: string, named: Named = {}, context: FicheContext = contexte) =>
  nameIssues('nom', nom, named, context).map(({ code, corrected }) => `${code} → ${corrected ?? ''}`);

const accueil = unite('48', '47', '01');
const savs = unite('31', '49');

describe('FIC-110 what a duplication leaves', () => {
  const table: readonly (readonly [string, string])[] = [
    ['COPIE DE Unité IME Accueil de jour', 'Unité IME Accueil de jour'],
    ['Copie de SAVS LES LILAS', 'SAVS LES LILAS'],
    ['COPIE DE COPIE  DE SAVS', 'SAVS'],
    ['copie (2) de SAVS', 'SAVS'],
    ['Copie d’Unité SSIAD', 'Unité SSIAD'],
    ["copie d'EHPAD TEST", 'EHPAD TEST'],
    ['SAVS LES LILAS (copie)', 'SAVS LES LILAS'],
    ['SAVS LES LILAS (Copie 2)', 'SAVS LES LILAS'],
    ['SAVS LES LILAS - Copie', 'SAVS LES LILAS'],
    ['SAVS LES LILAS - copie (3)', 'SAVS LES LILAS'],
    ['SAVS_copie', 'SAVS'],
    ['Pôle (Copie de Médecine)', 'Pôle (Médecine)'],
    ['COPIE DE', ''],
  ];
  for (const [nom, corrected] of table) test(`FIC-110 ${nom}`, () => assert.deepEqual(remarks(nom), [`copie-de → ${corrected}`]));
  for (const nom of ['Service photocopie et copies', 'Atelier copie', 'Copier des œuvres', 'POLYCOPIES DE L’IME']) test(`FIC-110 not a copy: ${nom}`, () => assert.deepEqual(remarks(nom), []));
  test('FIC-110 said alone, as an error', () => {
    const [first, ...rest] = nameIssues('nom', 'COPIE DE F.A.M. Asso', accueil, contexte);
    assert.deepEqual([first?.severity, rest.length], ['erreur', 0]);
  });
});

describe('the writing of a name', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['FIC-111 full stops', 'Unité F.A.M. Les Lilas', ['acronyme-ponctue → Unité FAM Les Lilas']],
    ['FIC-111 every acronym of the name', 'F.A.M. et S.A.V.S. LES LILAS', ['acronyme-ponctue → FAM et SAVS LES LILAS']],
    ['FIC-111 dashes, at the end', 'Foyer C-A-J', ['acronyme-ponctue → Foyer CAJ']],
    ['FIC-111 spaces', 'I M E du Val', ['acronyme-ponctue → IME du Val']],
    ['FIC-111 not before an elision', "F.A.M. L'ARC", ["acronyme-ponctue → FAM L'ARC"]],
    ['FIC-111 initials are not an acronym', 'Foyer J.-B. Clément', []],
    ['FIC-111 two letters may be initials', 'Fondation J.B. Clément', []],
    ['FIC-112 as a common word', 'Ehpad Les Tilleuls', ['acronyme-minuscule → EHPAD Les Tilleuls']],
    ['FIC-112 in small letters, inside', 'Les Tilleuls, ehpad et pasa', ['acronyme-minuscule → Les Tilleuls, EHPAD et PASA']],
    ['FIC-112 an acronym that is also a word or a name is left (MAS, MAIA)', 'Le Mas de Maïa', []],
    ['FIC-112 part of a longer word', 'Fameux savoirs', []],
    ['FIC-113 ASSO (guide 002)', 'ASSO DE L’ARC EN CIEL', ['mot-abrege → ASSOCIATION DE L’ARC EN CIEL']],
    ['FIC-113 in the letters typed', 'Foyer de l’Asso Arc-en-Ciel', ['mot-abrege → Foyer de l’Association Arc-en-Ciel']],
    ['FIC-113 with its full stop', 'Asso. Les Lilas', ['mot-abrege → Association Les Lilas']],
    ['FIC-113 ETS', 'ETS LES LILAS', ['mot-abrege → ÉTABLISSEMENT LES LILAS']],
    ['FIC-113 HOP and CTRE', 'HOP DE JOUR DU CTRE LILAS', ['mot-abrege → HÔPITAL DE JOUR DU CENTRE LILAS']],
    ['FIC-113 ST and STE belong to proper names', 'HÔPITAL ST MAURICE ET STE ANNE', []],
    ['FIC-113 a word that only begins alike', 'ASSOMPTION ÉTABLI HOPLA', []],
    ['FIC-111, FIC-113 two remarks, one correction each', 'Asso F.A.M. Lilas', ['acronyme-ponctue → Asso FAM Lilas', 'mot-abrege → Association F.A.M. Lilas']],
  ];
  for (const [titre, nom, found] of table) test(titre, () => assert.deepEqual(remarks(nom), found));
});

describe('FIC-114 the surname of a unit in capitals', () => {
  const table: readonly (readonly [string, Named, readonly string[]])[] = [
    ['Unité IME Accueil de jour - Temporaire Les Lilas', accueil, ['nom-minuscules → Unité IME Accueil de jour - Temporaire LES LILAS']],
    ['Unité IME Accueil de jour - Temporaire - Étoile d’Été', accueil, ['nom-minuscules → Unité IME Accueil de jour - Temporaire - ÉTOILE D’ÉTÉ']],
    ['Unité IME Accueil de jour - Temporaire', accueil, []],
    ['UNITE IME ACCUEIL DE JOUR TEMPORAIRE LES LILAS', accueil, []],
    ['SAVS de la Bièvre', savs, ['nom-minuscules → SAVS DE LA BIÈVRE']],
    ['SAVS DE LA BIÈVRE', savs, []],
    ['Unité IME Accueil de jour - Permanent', unite('48', '47', '02'), []],
    ["Unité Foyer d'Hébergement - Accueil de Jour (Etablissement d'accueil non médicalisé) Arc en ciel", unite('96', '47'), ["nom-minuscules → Unité Foyer d'Hébergement - Accueil de Jour (Etablissement d'accueil non médicalisé) ARC EN CIEL"]],
    ['Pôle médecine physique', {}, []],
  ];
  for (const [nom, named, found] of table) test(`FIC-114 ${nom}`, () => assert.deepEqual(remarks(nom, named), found));
});

describe('FIC-115 the surname is kept', () => {
  const caj = dans({ categorieEG: '207' });
  const table: readonly (readonly [string, string, Named, string | undefined, FicheContext?])[] = [
    ['none', '', accueil, 'Unité IME Accueil de jour - Temporaire'],
    ['a surname alone', 'Les Lilas', accueil, 'Unité IME Accueil de jour - Temporaire Les Lilas'],
    ['« Unité » alone', 'Unité Les Lilas', accueil, 'Unité IME Accueil de jour - Temporaire Les Lilas'],
    ['the type without the mode', 'Unité IME Les Lilas', accueil, 'Unité IME Accueil de jour - Temporaire Les Lilas'],
    ['another mode', 'Unité IME Hébergement Les Lilas', accueil, 'Unité IME Accueil de jour - Temporaire Les Lilas'],
    ['another type', 'Unité hébergement pour personnes âgées dépendantes Les Lilas', accueil, 'Unité IME Accueil de jour - Temporaire Les Lilas'],
    ['the temporalité missing', 'Unité IME Accueil de jour - Les Lilas', accueil, 'Unité IME Accueil de jour - Temporaire Les Lilas'],
    ['without « Unité »', 'IME Accueil de jour Temporaire « Les Lilas »', accueil, 'Unité IME Accueil de jour - Temporaire « Les Lilas »'],
    ['words that look like the type stay', 'Jour de fête', accueil, 'Unité IME Accueil de jour - Temporaire Jour de fête'],
    ['« Unité Jour de fête »', 'Unité Jour de fête', accueil, 'Unité IME Accueil de jour - Temporaire Jour de fête'],
    ['another mode without a type is a surname', 'Hébergement des Lilas', accueil, 'Unité IME Accueil de jour - Temporaire Hébergement des Lilas'],
    ['an acronym with full stops is the type', 'I.M.E. du Val Mandé', accueil, 'Unité IME Accueil de jour - Temporaire du Val Mandé'],
    ['SAVS after « Unité »', 'Unité SAVS de la Bièvre', savs, 'SAVS de la Bièvre'],
    ['CAJ instead of its type', 'Unité hébergement pour personnes âgées dépendantes Les Lilas', unite('21', '47'), 'CAJ Les Lilas', caj],
    ['between brackets', 'Unité IME (Les Lilas)', accueil, 'Unité IME Accueil de jour - Temporaire (Les Lilas)'],
  ];
  for (const [titre, nom, named, wanted, context = IME] of table) {
    test(`FIC-115 ${titre}`, () => assert.equal(nameIssues('nom', nom, named, context).find(({ code }) => code === 'nom-sans-prefixe')?.corrected, wanted));
  }
  test('FIC-115 the proposal takes the surname that was typed', () => {
    assert.equal(completeName('Les Lilas', accueil.unite ?? {}, IME), 'Unité IME Accueil de jour - Temporaire Les Lilas');
    assert.equal(completeName('Unité IME Accueil de jour - Temporaire Les Lilas', accueil.unite ?? {}, IME), undefined);
    assert.equal(completeName('Les Lilas', {}, IME), undefined);
  });
  test('FIC-115 no word of a surname is ever lost, whatever the type', () => {
    const types = nomenclature.valueSet('J238').concepts.map(({ code }) => code);
    const surnames = fc.array(fc.constantFrom('Les', 'Lilas', 'Jour', 'de', 'fête', 'Temporaire', 'Étoile', 'Accueil', 'd’Arc', 'IME', 'Saint-Jean', '3'), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(fc.constantFrom(...types), fc.constantFrom('46', '47', '28', undefined), surnames, (code, mode, surname) => {
      const named = unite(code, mode);
      const nom = `Zénith ${surname.join(' ')}`;
      const corrected = correctName(nom, named, contexte);
      const said = wordsOf(corrected).map(({ folded }) => folded).join(' ');
      assert.ok(said.endsWith(wordsOf(nom).map(({ folded }) => folded).join(' ')), `${nom} → ${corrected}`);
      assert.ok(corrected.startsWith(proposeName(named.unite ?? {}, contexte) ?? '?'));
    }), { numRuns: 300 });
  });
});

describe('FIC-116 names of the house', () => {
  for (const nom of ['Bâtiment A', 'Étage 2', '2e étage, aile Nord', 'RDC', 'Unité 3', 'Rez-de-chaussée', 'Secteur B3', 'Pavillon 12', 'Groupe 1']) {
    test(`FIC-116 ${nom}`, () => {
      assert.ok(isInternal(nom));
      assert.deepEqual(remarks(`SAVS ${nom}`, savs), ['nom-interne → ']);
    });
  }
  for (const nom of ['Les Lilas', 'Pavillon des Lilas', 'Secteur Bièvre', 'Nord', '12', 'Équipe mobile', '']) test(`FIC-116 not of the house: ${nom}`, () => assert.ok(!isInternal(nom)));
  test('FIC-116 nothing is said of a pôle or a service', () => assert.deepEqual(remarks('Bâtiment A'), []));
});

describe('the name of an establishment', () => {
  const table: readonly (readonly [string, string, Named, readonly string[]])[] = [
    ['FIC-117 the official name', 'IME CESAP', etablissement('IME CESAP'), []],
    ['FIC-117 the example of the guide', 'IME CESAP de Melun', etablissement('IME CESAP', 'Melun'), []],
    ['FIC-117 in other letters', 'Ime Cesap de Melun'.replace('Ime', 'IME'), etablissement('IME CESAP'), []],
    ['FIC-117 a part of it', 'IME de Melun', etablissement('IME CESAP'), ['nom-sans-officiel → IME CESAP de Melun']],
    ['FIC-117 another name', 'Les Lilas', etablissement('IME CESAP'), ['nom-sans-officiel → IME CESAP Les Lilas']],
    ['FIC-117 nothing is known of the official name', 'Les Lilas', etablissement(''), []],
    ['FIC-117 the official name may be cut short: it is not ours to change', 'CTRE LES LILAS', etablissement('CTRE LES LILAS'), []],
    ['FIC-118 a category alone', 'EHPAD', etablissement('EHPAD', 'Melun'), ['nom-categorie → EHPAD de Melun']],
    ['FIC-118 before a vowel', 'EHPAD', etablissement('EHPAD', 'Étréchy'), ['nom-categorie → EHPAD d’Étréchy']],
    ['FIC-118 with an article', 'EHPAD', etablissement('EHPAD', 'Le Kremlin-Bicêtre'), ['nom-categorie → EHPAD du Kremlin-Bicêtre']],
    ['FIC-118 with a plural article', 'EHPAD', etablissement('EHPAD', 'Les Ulis'), ['nom-categorie → EHPAD des Ulis']],
    ['FIC-118 without a commune, no correction', 'EHPAD', etablissement('EHPAD'), ['nom-categorie → ']],
    ['FIC-118 the wording of the category', nomenclature.valueSet('J55').describe('183').label, etablissement(nomenclature.valueSet('J55').describe('183').label, 'Melun', { categorieEG: '183' }),
      [`nom-categorie → ${nomenclature.valueSet('J55').describe('183').label} de Melun`]],
    ['FIC-118 already completed', 'EHPAD de Melun', etablissement('EHPAD', 'Melun'), []],
  ];
  for (const [titre, nom, named, found] of table) test(titre, () => assert.deepEqual(remarks(nom, named).filter((line) => !line.startsWith('acronyme')), found));
});

describe('FIC-119 corrections', () => {
  const table: readonly (readonly [string, string, Named])[] = [
    ['I.M.E. du Val Mandé', 'Unité IME Accueil de jour - Temporaire DU VAL MANDÉ', accueil],
    ['COPIE DE Unité IME Accueil de jour - Temporaire Asso Les Lilas (copie)', 'Unité IME Accueil de jour - Temporaire ASSOCIATION LES LILAS', accueil],
    ['ehpad asso. F.A.M.', 'SAVS EHPAD ASSOCIATION FAM', savs],
    ['SAVS LES LILAS', 'SAVS LES LILAS', savs],
  ];
  for (const [nom, wanted, named] of table) test(`FIC-119 all at once: ${nom}`, () => assert.equal(correctName(nom, named, contexte), wanted));

  const bricks = fc.array(fc.constantFrom('COPIE DE', 'F.A.M.', 'Asso', 'ets.', 'Unité', 'IME', 'Accueil de jour', 'Les Lilas', '(copie)', '-', 'Ehpad', 'd’', 'Bâtiment A', 'ST', 'Hébergement'), { maxLength: 8 });
  test('FIC-119 a correction settles its remark, and all together settle all but the names of the house', () => {
    fc.assert(fc.property(bricks, fc.constantFrom(accueil, savs, unite('21', '46'), {}, etablissement('IME CESAP', 'Melun')), (parts, named) => {
      const nom = parts.join(' ');
      for (const { code, corrected, params } of nameIssues('nom', nom, named, contexte)) {
        if (corrected === undefined) continue;
        assert.notEqual(corrected, nom);
        assert.ok(!nameIssues('nom', corrected, named, contexte).some((left) => left.code === code && left.params?.['trouve'] === params?.['trouve']), `${code} ${nom} → ${corrected}`);
      }
      const left = nameIssues('nom', correctName(nom, named, contexte), named, contexte).filter(({ corrected }) => corrected !== undefined);
      assert.deepEqual(left, []);
    }), { numRuns: 500 });
  });
  test('FIC-119 no text, however odd, makes it fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (nom) => { correctName(nom, accueil, contexte); correctName(nom, etablissement(nom), contexte); }));
  });
  test('FIC-119 each remark has its sentence, with what it is about', () => {
    const all = [...nameIssues('nom', 'asso F.A.M. ehpad', accueil, contexte), ...nameIssues('nom', 'SAVS Lilas', savs, contexte), ...nameIssues('nom', 'SAVS RDC', savs, contexte),
      ...nameIssues('nom', 'X', etablissement('IME CESAP'), contexte), ...nameIssues('nom', 'EHPAD', etablissement('EHPAD'), contexte)];
    for (const { code, params = {} } of all) {
      const said = constatsNom[code as keyof typeof constatsNom]('Nom', params);
      assert.match(said, /[.!]$/);
      assert.ok(!said.includes('undefined'), said);
    }
  });
  test('FIC-119 every proposed name is already correct', () => {
    for (const code of associations.typesOffre({})) {
      const name = proposeName({ typeOffre: code }, contexte) ?? '';
      assert.equal(correctName(name, unite(code), contexte), name);
    }
  });
});
