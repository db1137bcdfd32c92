import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nameIssues } from '../../../src/engine/fiche/naming-remarks.ts';
import { proposeName } from '../../../src/engine/fiche/naming.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import type { FicheContext } from '../../../src/engine/fiche/types.ts';
import { associations, contexte, dans, EHPAD, gele, IME, nomenclature, resume, saisie, sansNomenclature } from './vocabulaire.ts';

const unite = (typeOffre?: string, modePriseEnCharge?: string, temporaliteAccueil?: string) =>
  gele({ ...(typeOffre && { typeOffre }), ...(modePriseEnCharge && { modePriseEnCharge }), ...(temporaliteAccueil && { temporaliteAccueil }) });

describe('the proposed name', () => {
  const table: readonly (readonly [string, ReturnType<typeof unite>, string | undefined, FicheContext?])[] = [
    ['FIC-60 none before the type', unite(), undefined],
    ['FIC-60 an EHPAD (guide 001)', unite('21'), 'Unité hébergement pour personnes âgées dépendantes', EHPAD],
    ['FIC-60 a ward of hospital: the type alone', unite('157', '28'), associations.typeOffre('157')?.nomParDefaut],
    ['FIC-60 a USLD does not say its temporalité', unite('249', '28', '02'), 'Unité de soins de longue durée (USLD)'],
    ['FIC-60 no second « Unité »', unite('55'), "Unité d'enseignement interne"],
    ['FIC-61 the mode follows', unite('48', '47'), 'Unité IME Accueil de jour', IME],
    ['FIC-61 the mode without its explanation', unite('48', '46'), 'Unité IME Hébergement', IME],
    ['FIC-61 the mode that the wording says already is not said again', unite('21', '46'), 'Unité hébergement pour personnes âgées dépendantes', EHPAD],
    ['FIC-61 the mode that the wording does not say', unite('21', '47'), 'Unité hébergement pour personnes âgées dépendantes Accueil de jour', EHPAD],
    ['FIC-61 the only mode of a type is not said', unite('28', '49'), 'Unité SSIAD'],
    ['FIC-61 another mode than the only usual one is', unite('28', '47'), 'Unité SSIAD Accueil de jour'],
    ['FIC-61 before a precision between brackets (guide 002)', unite('96', '47'), "Unité foyer d'hébergement - Accueil de jour (Etablissement d'accueil non médicalisé)"],
    ['FIC-61 after an acronym between brackets', unite('257', '47'), 'Unité pour Personnes Handicapées Vieillissantes (UPHV - UPHA) Accueil de jour'],
    ['FIC-61 an unknown mode is left out', unite('48', 'ZZ'), 'Unité IME'],
    ['FIC-62 temporary, after a dash (guide 002)', unite('48', '47', '01'), 'Unité IME Accueil de jour - Temporaire', IME],
    ['FIC-62 temporary without mode', unite('48', undefined, '01'), 'Unité IME - Temporaire', IME],
    ['FIC-62 temporary, said by the wording', unite('256', '47', '01'), 'Unité Etablissement d\'accueil temporaire pour adultes handicapés Accueil de jour'],
    ['FIC-62 temporary, in an EHPAD', unite('21', '46', '01'), 'Unité hébergement pour personnes âgées dépendantes - Temporaire', EHPAD],
    ['FIC-63 permanent is not said', unite('48', '47', '02'), 'Unité IME Accueil de jour', IME],
    ['FIC-63 permanent is not said in an EHPAD', unite('21', '46', '02'), 'Unité hébergement pour personnes âgées dépendantes', EHPAD],
    ['FIC-64 SAVS', unite('31', '49'), 'SAVS'],
    ['FIC-64 SAMSAH', unite('32', '49'), 'SAMSAH'],
    ['FIC-64 CPTS', unite('255', '58'), 'CPTS'],
    ['FIC-64 CRT', unite('136', '54'), 'CRT', EHPAD],
    ['FIC-65 CAJ by its category', unite('21', '47', '02'), 'CAJ', dans({ categorieEG: '207' })],
    ['FIC-65 CAJ by its name', unite('21', '47'), 'CAJ', dans({ nomEG: 'C.A.J. Les Lilas'.replaceAll('.', '') })],
    ['FIC-65 a name that only begins alike is not a CAJ', unite('21'), 'Unité hébergement pour personnes âgées dépendantes', dans({ nomEG: 'CAJOU' })],
    ['FIC-65 a hospital unit is not a CAJ', unite('249'), 'Unité de soins de longue durée (USLD)', dans({ categorieEG: '207' })],
    ['FIC-60 a type that is neither in the associations nor in the nomenclature has none', unite('ZZ'), undefined],
    ['FIC-61 without the labels, the type alone', unite('48', '47', '01'), 'Unité IME', sansNomenclature],
  ];
  for (const [titre, contenu, name, context = contexte] of table) test(`${titre}: ${name ?? 'nothing'}`, () => assert.equal(proposeName(contenu, context), name));

  test('FIC-60 a type of which the associations know nothing takes its official wording', () => {
    const seul = dans({ associations: Object.assign(Object.create(associations) as typeof associations, { typeOffre: () => undefined }) });
    assert.equal(proposeName(unite('21', '46'), seul), `Unité ${nomenclature.valueSet('J238').describe('21').label}`);
  });

  test('FIC-60, FIC-68 every type of the nomenclature has a proposed name, against which nothing is to be said', () => {
    for (const { code } of nomenclature.valueSet('J238').concepts) {
      for (const mode of [undefined, ...associations.usual('J19', code)]) {
        for (const temporalite of [undefined, '01', '02']) {
          const contenu = unite(code, mode, temporalite);
          const name = proposeName(contenu, contexte);
          assert.ok(name, code);
          assert.deepEqual(nameIssues('nomOffre', name, { unite: contenu }, contexte), [], name);
          assert.ok(name.length <= 255);
        }
      }
    }
  });
});

describe('remarks on a name', () => {
  const ime = unite('48', '47', '01');
  const table: readonly (readonly [string, string, ReturnType<typeof unite> | undefined, readonly string[]])[] = [
    ['FIC-66 a copy', 'COPIE DE Unité IME Accueil de jour - Temporaire', ime, ['copie-de']],
    ['FIC-66 a copy in small letters', 'copie de unité IME', ime, ['copie-de']],
    ['FIC-66 a copy of a copy', 'COPIE DE COPIE  DE X', undefined, ['copie-de']],
    ['FIC-66 a copy inside the name', 'Pôle (Copie de Médecine)', undefined, ['copie-de']],
    ['FIC-66 not a copy', 'Service photocopie et copies', undefined, []],
    ['FIC-67 full stops', 'Unité F.A.M. Les Lilas', undefined, ['acronyme-ponctue !']],
    ['FIC-67 full stops, at the end', 'Les Lilas C.A.J', undefined, ['acronyme-ponctue !']],
    ['FIC-67 dashes', 'Unité F-A-M', undefined, ['acronyme-ponctue !']],
    ['FIC-67 spaces', 'Unité F A M Les Lilas', undefined, ['acronyme-ponctue !']],
    ['FIC-67 full stops and spaces', 'E. H. P. A. D. du Colibri', undefined, ['acronyme-ponctue !']],
    ['FIC-67 an acronym as wanted', 'Unité FAM Les Lilas', undefined, []],
    ['FIC-67 initials of a person', 'Foyer J.-B. Clément', undefined, []],
    ['FIC-67 compound words', 'Hôpital Saint-Maurice Val-de-Marne', undefined, []],
    ['FIC-67 one letter', 'Bâtiment A - étage B', undefined, []],
    ['FIC-68 the proposed name', 'Unité IME Accueil de jour - Temporaire', ime, []],
    ['FIC-68 with a surname', 'Unité IME Accueil de jour - Temporaire LES LILAS', ime, []],
    ['FIC-68 in capitals, without accents, other signs', 'UNITE IME, ACCUEIL DE JOUR TEMPORAIRE', ime, []],
    ['FIC-68 the example of the guide', 'Unité IME Accueil de jour temporaire', ime, []],
    ['FIC-68 without the temporalité', 'Unité IME Accueil de jour', ime, ['nom-sans-prefixe !']],
    ['FIC-68 without the mode', 'Unité IME - Temporaire', ime, ['nom-sans-prefixe !']],
    ['FIC-68 without « Unité »', 'IME Accueil de jour - Temporaire', ime, ['nom-sans-prefixe !']],
    ['FIC-68 another name', 'Les Lilas', ime, ['nom-sans-prefixe !']],
    ['FIC-68 the beginning of a longer word', 'Unité IMEDIATE Accueil de jour Temporaire', ime, ['nom-sans-prefixe !']],
    ['FIC-63 permanent written out', 'Unité IME Accueil de jour - Permanent', unite('48', '47', '02'), []],
    ['FIC-68 the official wording', 'Unité Institut médico-éducatif (IME) Hébergement', unite('48', '46'), []],
    ['FIC-68 an acronym of the wording (guide 002: FAM)', 'Unité FAM Hébergement', unite('39', '46'), []],
    ['FIC-68 the other acronym of the wording', 'Unité EAM Hébergement', unite('39', '46'), []],
    ['FIC-68 the official wording of an EHPAD', 'Unité Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité', unite('21', '46'), []],
    ['FIC-68 the foyer of the guide', "Unité Foyer d'Hébergement - Accueil de Jour (Etablissement d'accueil non médicalisé)", unite('96', '47'), []],
    ['FIC-64 SAVS and its surname', 'SAVS LES LILAS', unite('31', '49'), []],
    ['FIC-64 « Unité » before SAVS', 'Unité SAVS', unite('31'), ['nom-sans-prefixe !']],
    ['FIC-64 the CPTS of the guide', 'CPTS GRAND VERSAILLES', unite('255', '58'), []],
    ['FIC-64 a unit of a CRT', 'CRT – VOLET 1', unite('136', '58'), []],
    ['FIC-67, FIC-68 two remarks', 'I.M.E. du Val Mandé', ime, ['acronyme-ponctue !', 'nom-sans-prefixe !']],
    ['nothing is said of the type when it is not known', 'Les Lilas', unite(), []],
    ['nothing is said of the type of a pôle', 'Pôle médecine physique', undefined, []],
  ];
  for (const [titre, name, contenu, found] of table) {
    test(titre, () => assert.deepEqual(resume(nameIssues('nom', name, { unite: contenu }, contexte)).map((line) => line.replace(' nom', '')), found));
  }

  test('FIC-65 the units of a CAJ', () => {
    const caj = dans({ categorieEG: '207' });
    assert.deepEqual(nameIssues('nom', 'CAJ LES LILAS', { unite: unite('21', '47') }, caj), []);
    assert.deepEqual(resume(nameIssues('nom', 'Unité hébergement pour personnes âgées dépendantes', { unite: unite('21') }, caj)), ['nom-sans-prefixe nom !']);
  });

  test('FIC-67 the remark gives the right writing', () => {
    assert.deepEqual(nameIssues('nom', 'Unité F.A.M. Les Lilas', {}, contexte)[0]?.params, { trouve: 'F.A.M.', attendu: 'FAM' });
    assert.deepEqual(nameIssues('nom', 'É-A-M', {}, contexte)[0]?.params, { trouve: 'É-A-M', attendu: 'ÉAM' });
  });

  test('FIC-68 the remark gives the name wanted', () => {
    assert.deepEqual(nameIssues('nom', 'Les Lilas', { unite: ime }, contexte)[0]?.params, { attendu: 'Unité IME Accueil de jour - Temporaire' });
  });

  test('FIC-66 a copy can be put on hold, not finalised', () => {
    const [found] = nameIssues('nom', 'COPIE DE X', {}, contexte);
    assert.deepEqual([found?.severity, found?.level], ['erreur', 'finaliser']);
  });
});

describe('FIC-66 in the fiches', () => {
  for (const [level, path] of [['P', 'nomOI'], ['S', 'nomOI'], ['UF', 'nomOI'], ['UO', 'nomOffre'], ['EG', 'nomOperationnel']] as const) {
    test(`the name of ${level} is looked at`, () => {
      assert.ok(resume(issues(formSchema(level), saisie({ [path]: 'COPIE DE X' }), contexte)).includes(`copie-de ${path}`));
    });
  }

  test('the official name of an establishment is not', () => {
    assert.ok(!resume(issues(formSchema('EG'), saisie({ denominationEG: 'C.P.T.S. GRAND VERSAILLES' }), contexte)).some((line) => line.includes('denominationEG')));
  });
});
