import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Role, type Acteur } from '../../../src/domain/acteur.ts';
import { fullAcces, profilFor } from '../../../src/engine/acces/comptes.ts';
import { existsFor, filterFor, PROFILS, readersOf, ATTRIBUT_RULES, visibleTo, type Profil } from '../../../src/engine/acces/profils.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';

const MCO = '01';
const MS = '04';
const VILLE = '05';

const telecom = (niveauConfidentialite: string) => ({ canal: '2', adresseTelecom: niveauConfidentialite, niveauConfidentialite });
const offre = (champActivite: string) => ({
  nomOffre: 'Unité', champActivite, uniteSensible: false, typeOffre: '21',
  acteSpecifique: ['0620'], acteRealiseHorsCabinet: ['0620'], specialisationPriseEnCharge: ['02'], professionRessource: ['a|1'], competenceSpecifique: ['04'],
  situationOperationnelle: [{ identifiant: '11/1/8' }],
  contact: [{ nom: 'un', niveauConfidentialite: '1', telecommunication: ['1', '2', '3'].map(telecom) }, { nom: 'deux', niveauConfidentialite: '2' }, { nom: 'trois', niveauConfidentialite: '3' }, { nom: 'sans' }],
  boiteLettreMSS: [telecom('2')],
  lieuRealisationOffre: [{
    communeCog: '94028', telecommunication: [telecom('1')], equipementSpecifique: [{ typeEquipement: '150' }],
    capacitePriseCharge: ['01', '02', '06'].map((statutCapacite) => ({ statutCapacite, affectationTemporaire: '01', nombreCapacite: 1 })),
  }],
});
const DETAILS = ['acteSpecifique', 'acteRealiseHorsCabinet', 'specialisationPriseEnCharge', 'professionRessource', 'competenceSpecifique'];

interface Lu { readonly details: boolean; readonly noms: string; readonly telecoms: string; readonly mss: boolean; readonly lieuTelecom: boolean; readonly professionnels: boolean; readonly equipement: boolean; readonly capacites: string }

const CAS: readonly (readonly [profil: Profil, champ: string, lu: Lu])[] = [
  [1, MCO, { details: true, noms: 'un deux trois sans', telecoms: '123', mss: true, lieuTelecom: true, professionnels: true, equipement: true, capacites: '01 02 06' }],
  [2, MCO, { details: true, noms: 'un deux', telecoms: '12', mss: true, lieuTelecom: true, professionnels: true, equipement: true, capacites: '01 02' }],
  [2, MS, { details: true, noms: 'un deux', telecoms: '12', mss: true, lieuTelecom: true, professionnels: true, equipement: true, capacites: '01 02' }],
  [3, MCO, { details: false, noms: 'un', telecoms: '1', mss: false, lieuTelecom: false, professionnels: false, equipement: false, capacites: '' }],
  [3, MS, { details: true, noms: 'un deux', telecoms: '12', mss: true, lieuTelecom: true, professionnels: true, equipement: true, capacites: '01 02' }],
  [3, VILLE, { details: false, noms: 'un', telecoms: '1', mss: false, lieuTelecom: true, professionnels: true, equipement: false, capacites: '' }],
  [0, MCO, { details: false, noms: 'un', telecoms: '1', mss: false, lieuTelecom: false, professionnels: false, equipement: false, capacites: '01' }],
  [0, MS, { details: false, noms: 'un', telecoms: '1', mss: false, lieuTelecom: false, professionnels: false, equipement: false, capacites: '01' }],
  [0, VILLE, { details: false, noms: 'un', telecoms: '1', mss: false, lieuTelecom: true, professionnels: true, equipement: false, capacites: '01' }],
];

describe('what an access profile reads of an offer (ACC-1, ACC-4 to ACC-8)', () => {
  for (const [profil, champ, attendu] of CAS) {
    test(`ACC-4, ACC-5, ACC-6, ACC-7, ACC-8 profile ${profil}, champ d’activité ${champ}`, () => {
      const lu = filterFor(profil, 'UO', offre(champ)) as Partial<ReturnType<typeof offre>>;
      const [lieu] = lu.lieuRealisationOffre ?? [];
      assert.deepEqual({
        details: DETAILS.every((detail) => detail in lu),
        noms: lu.contact?.map(({ nom }) => nom).join(' '),
        telecoms: lu.contact?.[0]?.telecommunication?.map(({ adresseTelecom }) => adresseTelecom).join(''),
        mss: lu.boiteLettreMSS?.length === 1,
        lieuTelecom: lieu !== undefined && 'telecommunication' in lieu,
        professionnels: 'situationOperationnelle' in lu,
        equipement: lieu !== undefined && 'equipementSpecifique' in lieu,
        capacites: lieu?.capacitePriseCharge.map(({ statutCapacite }) => statutCapacite).join(' '),
      }, attendu);
      assert.equal(DETAILS.some((detail) => detail in lu), attendu.details, 'all of the details or none');
    });
  }

  test('ACC-1 what no rule names is read by everybody', () => {
    for (const profil of PROFILS) {
      const lu = filterFor(profil, 'UO', offre(MCO));
      assert.deepEqual([lu['nomOffre'], lu['typeOffre']], ['Unité', '21']);
      const eg = { denominationEG: 'CH', tarif: [{ typeTarif: '1' }], lieuEG: { adresse: { codePostal: '94000' } } };
      assert.deepEqual(filterFor(profil, 'EG', eg), eg);
    }
  });

  test('ACC-8 the public may read capacities that are installed for everybody, not those kept for a crisis', () => {
    const lieux = { lieuRealisationOffre: [{ capacitePriseCharge: [{ statutCapacite: '01', affectationTemporaire: '02' }] }] };
    assert.deepEqual(filterFor(0, 'UO', lieux), { lieuRealisationOffre: [{ capacitePriseCharge: [] }] });
  });

  test('ACC-5 a level that nobody knows is the most restricted', () => {
    for (const niveauConfidentialite of ['', '0', '-1', '9', 'libre', null, undefined, {}, ['1', '2']]) {
      assert.deepEqual(filterFor(2, 'EG', { contact: [{ nom: 'x', niveauConfidentialite }] }), { contact: [] }, String(niveauConfidentialite));
    }
  });
});

describe('what only profile 1 reads', () => {
  test('ACC-2 what is for crises, and whether a unit is sensitive', () => {
    const eg = { denominationEG: 'CH', niveauRecoursORSAN: '1', zonePoser: true };
    assert.deepEqual(PROFILS.map((profil) => Object.keys(filterFor(profil, 'EG', eg)).length), [3, 1, 1, 1]);
    assert.deepEqual(PROFILS.map((profil) => 'uniteSensible' in filterFor(profil, 'UO', offre(MS))), [true, false, false, false]);
  });

  test('ACC-3 a sensitive unit, of which nothing is read', () => {
    const secrete = { ...offre(MS), uniteSensible: true };
    assert.deepEqual(PROFILS.map((profil) => existsFor(profil, 'UO', secrete)), [true, false, false, false]);
    assert.deepEqual(PROFILS.map((profil) => Object.keys(filterFor(profil, 'UO', secrete)).length > 0), [true, false, false, false]);
    assert.deepEqual(readersOf('UO', 'nomOffre', secrete), [1]);
  });
});

describe('who reads a field of a form', () => {
  test('ACC-9 only an offer has a champ d’activité', () => {
    const contenu = { champActivite: MS, contact: [{ nom: 'deux', niveauConfidentialite: '2' }] };
    assert.deepEqual(readersOf('UO', 'contact.0.nom', contenu), [1, 2, 3]);
    assert.deepEqual(readersOf('EG', 'contact.0.nom', contenu), [1, 2]);
  });

  const uo = formSchema('UO');
  const champs: readonly (readonly [path: string, champ: string, lu: readonly Profil[]])[] = [
    ['nomOffre', MCO, [1, 2, 3, 0]],
    ['uniteSensible', MS, [1]],
    ['acteSpecifique', MCO, [1, 2]],
    ['acteSpecifique', MS, [1, 2, 3]],
    ['contact:responsable.nom', MCO, [1, 2]],
    ['contact:responsable.nom', MS, [1, 2, 3]],
    ['contact:accueil.telecommunication:telephone.adresseTelecom', MCO, [1, 2, 3, 0]],
    ['contact.2.nom', MS, [1]],
    ['contact.0.telecommunication.2.adresseTelecom', MS, [1]],
    ['lieuRealisationOffre.0.telecommunication.0.adresseTelecom', MCO, [1, 2]],
    ['lieuRealisationOffre.0.telecommunication.0.adresseTelecom', VILLE, [1, 2, 3, 0]],
    ['lieuRealisationOffre.0.capacitePriseCharge.2.nombreCapacite', MS, [1]],
    ['lieuRealisationOffre.0.capacitePriseCharge.0.nombreCapacite', MCO, [1, 2, 0]],
  ];
  for (const [path, champ, lu] of champs) {
    test(`ACC-5 ${path} in ${champ}`, () => { assert.deepEqual(readersOf('UO', path, offre(champ), uo.slices), lu); });
  }

  test('ACC-1 a field is visible exactly when filtering keeps it', () => {
    const rows = [MCO, MS, VILLE].flatMap((champ) => PROFILS.map((profil) => [champ, profil] as const));
    for (const [champ, profil] of rows) {
      const contenu = offre(champ);
      const lu = filterFor(profil, 'UO', contenu);
      for (const attribut of Object.keys(contenu)) assert.equal(visibleTo(profil, 'UO', attribut, contenu), attribut in lu, `${attribut} ${champ} ${profil}`);
    }
  });

  test('ACC-1 filtering twice changes nothing, and a wider profile never reads less', () => {
    const anything = fc.dictionary(fc.constantFrom('contact', 'lieuRealisationOffre', 'nomOffre', 'telecommunication', 'capacitePriseCharge', 'zonePoser', 'niveauConfidentialite', 'champActivite'), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(fc.property(anything, fc.constantFrom(...PROFILS), (contenu, profil) => {
      const lu = filterFor(profil, 'UO', contenu);
      assert.deepEqual(filterFor(profil, 'UO', lu), lu);
      assert.ok(JSON.stringify(lu).length <= JSON.stringify(filterFor(1, 'UO', contenu)).length);
    }));
  });

  test('ACC-1 contents of a shape that nobody planned are filtered without failing', () => {
    for (const contact of [null, 'x', 3, {}, [null, 'x', { telecommunication: 'x' }]]) {
      assert.doesNotThrow(() => filterFor(0, 'UO', { contact, lieuRealisationOffre: contact }));
      assert.doesNotThrow(() => visibleTo(0, 'UO', 'contact.0.telecommunication.0.adresseTelecom', { contact }));
    }
  });

  test('ACC-1 no rule gives a profile more than the one before it', () => {
    for (const { lisible, regle } of ATTRIBUT_RULES) {
      for (const [large, etroit] of [[1, 2], [2, 3], [3, 0]] as const) assert.ok(lisible[etroit].every((secteur) => lisible[large].includes(secteur)), regle);
    }
  });
});

describe('ACC-10 which profile an account has', () => {
  const acteur = (role: Role): Acteur => ({ id: role, nom: role, role, entitesGeographiques: ['eg-1'], departements: ['94'] });
  const ICI = { egId: 'eg-1', departement: '94' };
  const AILLEURS = { egId: 'eg-2', departement: '91' };
  const CAS_COMPTES: readonly (readonly [Role, Profil, Profil])[] = [
    ['lecteur', 2, 2], ['responsable-disponibilites', 2, 2], ['referent', 1, 2], ['direction', 1, 2], ['tutelle', 1, 2], ['gestionnaire', 1, 1], ['support', 1, 1],
  ];
  for (const [role, ici, ailleurs] of CAS_COMPTES) {
    test(`ACC-10 ${role}`, () => {
      assert.deepEqual([profilFor(acteur(role), ICI), profilFor(acteur(role), AILLEURS)], [ici, ailleurs]);
    });
  }

  test('ACC-10 every role is in the table', () => { assert.deepEqual(CAS_COMPTES.map(([role]) => role).sort(), [...Role.options].sort()); });

  test('ACC-10 nobody is the public, and sees nothing of their own', () => {
    assert.equal(profilFor(null, ICI), 0);
    assert.deepEqual(fullAcces(null), { partout: false, entitesGeographiques: [], departements: [] });
  });

  test('ACC-10 a structure of no département is nobody’s territory', () => {
    assert.equal(profilFor(acteur('tutelle'), { egId: null, departement: null }), 2);
  });
});
