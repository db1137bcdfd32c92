import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Acteur, Role } from '../../../src/domain/acteur.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import type { TypeNoeud } from '../../../src/domain/noeud.ts';
import { correctableChamps, corriger, correctableEncadres, freshness, type NoeudCorrigeable } from '../../../src/engine/correction/corriger.ts';
import { differences } from '../../../src/engine/correction/difference.ts';
import { readPath } from '../../../src/engine/fiche/paths.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { contexte, gele } from '../fiche/vocabulaire.ts';

const acteur = (role: Role, entitesGeographiques: string[] = ['eg']): Acteur => ({ id: role, nom: role, role, entitesGeographiques, departements: ['94'] });

const EG: Contenu = {
  idNatStruct: '1940001019', numFINESS: '940001019', denominationEG: 'EHPAD', categorieEG: '500',
  lieuEG: { communeCog: '94028', adresse: { numeroVoie: '12', libelleVoie: 'RUE', codePostal: '94000', localite: 'Créteil' } },
  contact: [
    { fonctionContact: '01', nom: 'Hélène Vasseur', niveauConfidentialite: '2', telecommunication: [{ canal: '3', adresseTelecom: 'direction@essai.example', niveauConfidentialite: '2' }] },
    { natureContact: '01', niveauConfidentialite: '1', telecommunication: [{ canal: '2', adresseTelecom: '01 99 00 02 10', niveauConfidentialite: '1' }] },
    { nom: 'Contact d’un autre outil', niveauConfidentialite: '3' },
  ],
};
const TELEPHONE = 'contact:accueil.telecommunication:telephone.adresseTelecom';
const NOM_DIRECTEUR = 'contact:directeur.nom';

const noeud = (plus: Partial<NoeudCorrigeable> = {}): NoeudCorrigeable => gele({ id: 'eg', type: 'EG' as TypeNoeud, egId: 'eg', decrit: true, contenu: EG, ...plus });
const unite = (contenu: Contenu = {}): NoeudCorrigeable => noeud({
  id: 'uo', type: 'UO',
  contenu: {
    identifiantOffre: '11/uo', nomOffre: 'Unité', typeOffre: '21', grandGroupeDisciplines: 'MSS', champActivite: '04', modePriseEnCharge: '46', temporaliteAccueil: '02', activiteOperationnelle: ['313'], uniteSensible: false,
    patientele: { ageMin: { valeur: 60, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' } },
    contact: [{ fonctionContact: '22', nom: 'Anne Roux', niveauConfidentialite: '2', telecommunication: [{ canal: '3', adresseTelecom: 'anne@essai.example', niveauConfidentialite: '2' }] }], ...contenu,
  },
});
/** The section that holds a field, wherever the schema puts it. */
const sectionDe = (level: 'EG' | 'UO', path: string): string => formSchema(level).sections.find(({ fields }) => fields.some((field) => field.path === path))?.id ?? assert.fail(path);

function faire(valeurs: Readonly<Record<string, unknown>>, { qui = acteur('referent'), sur = noeud(), encadre }: { qui?: Acteur; sur?: NoeudCorrigeable; encadre?: string } = {}) {
  const [path] = Object.keys(valeurs);
  const section = encadre ?? (sur.type === 'EG' || sur.type === 'UO' ? sectionDe(sur.type, path!) : 'x');
  return corriger(sur, { encadre: section, valeurs: gele(valeurs) }, { acteur: qui, fiche: { ...contexte, role: qui.role }, identite: { codeRegion: '11', instant: '2026-03-10T08:00:00Z' } });
}

describe('who corrects', () => {
  const CAS: readonly (readonly [string, Acteur, string | undefined])[] = [
    ['COR-1 the référent of the structure', acteur('referent'), undefined], ['COR-1 its Direction', acteur('direction'), undefined], ['COR-1 the support, everywhere', acteur('support', []), undefined],
    ['COR-1 not the référent of another', acteur('referent', ['eg-2']), 'structure-etrangere'],
    ['COR-1 not the gestionnaire', acteur('gestionnaire'), 'role'], ['COR-1 not the tutelle', acteur('tutelle'), 'role'], ['COR-1 not a reader', acteur('lecteur'), 'role'],
    ['COR-1 not the one who enters beds', acteur('responsable-disponibilites'), 'role'],
  ];
  for (const [titre, qui, code] of CAS) {
    test(titre, () => {
      assert.equal(faire({ [TELEPHONE]: '01 99 00 02 11' }, { qui }).refus?.code, code);
      assert.equal(correctableEncadres(noeud(), qui).length > 0, code === undefined);
    });
  }

  test('COR-2 nothing of a structure that was never described', () => { assert.deepEqual(faire({ [TELEPHONE]: 'x' }, { sur: noeud({ decrit: false }) }).refus, { code: 'a-decrire' }); });
  test('COR-2 an entité juridique is the support’s', () => {
    const ej = noeud({ type: 'EJ', egId: null, contenu: { raisonSociale: 'SA' } });
    assert.deepEqual(faire({ raisonSociale: 'X' }, { sur: ej, qui: acteur('support') }).refus, { code: 'champ-ailleurs', path: '', ou: 'support' });
    assert.deepEqual(correctableEncadres(ej, acteur('support')), []);
  });
});

describe('what is corrected', () => {
  test('COR-6, COR-7 a field of the block, and nothing else changes', () => {
    const { contenu, changements } = faire({ [TELEPHONE]: '01 99 00 02 11' });
    assert.deepEqual(changements, [{ path: TELEPHONE, avant: '01 99 00 02 10', apres: '01 99 00 02 11' }]);
    assert.deepEqual({ ...contenu, contact: null }, { ...EG, contact: null });
    assert.deepEqual((contenu!['contact'] as unknown[])[2], (EG['contact'] as unknown[])[2], 'a contact that no field owns');
  });

  test('COR-7 the same value changes nothing', () => { assert.deepEqual(faire({ [TELEPHONE]: '01 99 00 02 10' }).changements, []); });
  test('COR-7 an optional field is emptied', () => { assert.deepEqual(faire({ [TELEPHONE]: null }).changements, [{ path: TELEPHONE, avant: '01 99 00 02 10', apres: null }]); });
  test('COR-7 a required one is not', () => {
    const { refus } = faire({ [NOM_DIRECTEUR]: '' });
    assert.deepEqual(refus?.code === 'champs-invalides' && refus.issues.map(({ code, path }) => `${code} ${path}`), [`manquant ${NOM_DIRECTEUR}`]);
  });
  test('COR-7 a value that could not be published is refused', () => {
    for (const faux of [{ x: 1 }, 3, 'x'.repeat(10_000)]) assert.equal(faire({ [NOM_DIRECTEUR]: faux }).refus?.code, 'champs-invalides', JSON.stringify(faux).slice(0, 20));
  });
  test('COR-7 what was wrong elsewhere keeps nobody from correcting', () => {
    const sur = noeud({ contenu: { ...EG, accessibiliteLieu: 3 } });
    assert.equal(faire({ [TELEPHONE]: '01 99 00 02 11' }, { sur }).refus, undefined);
  });

  const AILLEURS: readonly (readonly [string, 'EG' | 'UO', string, 'dossier' | 'support'])[] = [
    ['COR-3', 'EG', 'numFINESS', 'support'], ['COR-3', 'EG', 'numSIRET', 'support'], ['COR-3', 'EG', 'denominationEG', 'support'], ['COR-3', 'EG', 'categorieEG', 'support'],
    ['COR-4', 'UO', 'typeOffre', 'dossier'], ['COR-4', 'UO', 'grandGroupeDisciplines', 'dossier'], ['COR-4', 'UO', 'champActivite', 'dossier'], ['COR-4', 'UO', 'modePriseEnCharge', 'dossier'], ['COR-4', 'UO', 'temporaliteAccueil', 'dossier'],
  ];
  for (const [regle, level, path, ou] of AILLEURS) {
    test(`${regle} ${path} is changed by: ${ou}`, () => {
      assert.deepEqual(faire({ [path]: '99' }, { sur: level === 'UO' ? unite() : noeud() }).refus, { code: 'champ-ailleurs', path, ou });
    });
  }

  test('COR-3 no field of the address is corrected by those who describe', () => {
    const champs = formSchema('EG').sections.flatMap(({ id }) => correctableChamps(formSchema('EG'), id, acteur('direction')));
    assert.deepEqual(champs.filter((path) => path.startsWith('lieuEG.adresse')), []);
    assert.ok(champs.includes(TELEPHONE));
  });

  test('COR-4 not even the support changes a type d’UO here', () => { assert.equal(faire({ typeOffre: '22' }, { sur: unite(), qui: acteur('support') }).refus?.code, 'champ-ailleurs'); });

  test('COR-5 the support corrects what is kept for it', () => {
    const { contenu, refus } = faire({ denominationEG: 'EHPAD DES TILLEULS' }, { qui: acteur('support') });
    assert.deepEqual([refus, contenu?.['denominationEG']], [undefined, 'EHPAD DES TILLEULS']);
  });

  test('COR-6 an unknown block, an unknown field, a field of another block', () => {
    const autre = formSchema('EG').sections.find(({ id }) => id !== sectionDe('EG', TELEPHONE))!.id;
    assert.deepEqual(faire({ [TELEPHONE]: 'x' }, { encadre: 'nulle-part' }).refus, { code: 'encadre-inconnu', encadre: 'nulle-part' });
    assert.deepEqual(faire({ [TELEPHONE]: 'x' }, { encadre: autre }).refus, { code: 'champ-inconnu', path: TELEPHONE });
    for (const path of ['metadonnee.identifiant', '__proto__', 'idNatStruct', 'contact']) {
      assert.deepEqual(faire({ [path]: 'x' }, { encadre: sectionDe('EG', TELEPHONE) }).refus, { code: 'champ-inconnu', path });
    }
  });

  test('COR-6 blocks without anything to correct are not offered', () => {
    for (const level of ['EG', 'UO'] as const) {
      const schema = formSchema(level);
      const offerts = correctableEncadres(level === 'EG' ? noeud() : unite(), acteur('referent'));
      for (const { id } of schema.sections) assert.equal(offerts.includes(id), correctableChamps(schema, id, acteur('referent')).length > 0, `${level} ${id}`);
    }
  });
});

describe('COR-8 what an open dossier holds otherwise', () => {
  const { slices } = formSchema('EG');
  const corrige = faire({ [TELEPHONE]: '01 99 00 02 11' }).contenu!;
  const autreDirecteur = faire({ [NOM_DIRECTEUR]: 'Paul Petit' }).contenu!;
  const CAS: readonly (readonly [string, Contenu, Contenu | undefined, readonly string[]])[] = [
    ['COR-8 nothing when it holds the same', corrige, EG, []],
    ['COR-8 it would be kept where the dossier changed nothing', EG, EG, ['gardee']],
    ['COR-8 and replaced where it changed another contact: the merge goes by attribute', autreDirecteur, EG, ['ecrasee']],
    ['COR-8 and replaced when nobody knows what the dossier started from', EG, undefined, ['ecrasee']],
  ];
  for (const [titre, fiche, copie, attendu] of CAS) {
    test(titre, () => {
      const trouves = differences([TELEPHONE], corrige, fiche, copie, slices);
      assert.deepEqual(trouves.map(({ sansRepercussion }) => sansRepercussion), attendu);
      for (const { path, dossier, repertoire } of trouves) assert.deepEqual([dossier, repertoire], [readPath(fiche, path, slices) ?? null, '01 99 00 02 11']);
    });
  }
});

describe('freshness', () => {
  const CAS: readonly (readonly [string | null, string, number | null])[] = [
    [null, 'jamais', null], ['2026-03-10T23:00:00.000Z', 'a-jour', 0], ['2025-03-10T08:00:00Z', 'a-jour', 365], ['2025-03-09T08:00:00Z', 'ancienne', 366], ['2027-01-01T00:00:00Z', 'a-jour', 0],
  ];
  for (const [date, etat, jours] of CAS) test(`COR-9 ${date ?? 'never'}: ${etat}`, () => { assert.deepEqual(freshness(date, '2026-03-10'), { etat, jours }); });
});
