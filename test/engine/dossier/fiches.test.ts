import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formSchema, newSaisie } from '../../../src/engine/fiche/schemas.ts';
import type { Circuit, Dossier } from '../../../src/domain/dossier.ts';
import type { Saisie } from '../../../src/domain/fiche.ts';
import { TypeFiche, type TypeFicheCreable } from '../../../src/domain/noeud.ts';
import { parentsPermis } from '../../../src/engine/dossier/arbre.ts';
import type { Commande } from '../../../src/engine/dossier/commandes.ts';
import { apres, arbre, direction, dossier, essai, gele, manquant, referent, sanitaire, VIDE } from '../../support/dossiers.ts';

const saisie = (contenu: Saisie['contenu'], illisibles: Saisie['illisibles'] = {}): Saisie => gele({ contenu, illisibles });
const creer = (typeFiche: TypeFicheCreable, parentId: string, nombre = 1): Commande => ({ type: 'creer-fiches', typeFiche, parentId, nombre });
const refus = (d: Dossier, commande: Commande, contenus?: (id: string) => Saisie | undefined) => {
  const reponse = essai(d, commande, referent, contenus ? { saisie: contenus } : {});
  assert.ok('code' in reponse, JSON.stringify(reponse));
  return reponse;
};
const evenements = (d: Dossier, commande: Commande, contenus?: (id: string) => Saisie | undefined) => {
  const reponse = essai(d, commande, referent, contenus ? { saisie: contenus } : {});
  assert.ok(!('code' in reponse), JSON.stringify(reponse));
  return reponse;
};

/** One fiche of each level: ids are eg, p1, s1, uf1, uo1. */
const TOUT = { sanitaire: sanitaire(), 'medico-social': dossier('EG(P1(S1(UF1(UO1))))') } as const satisfies Record<Circuit, Dossier>;

/** Under what each level may be created or moved. */
const PLACES: readonly (readonly [regle: string, circuit: Circuit, type: TypeFicheCreable, parents: readonly TypeFiche[]])[] = [
  ['DOS-10', 'sanitaire', 'P', ['EG']],
  ['DOS-10', 'sanitaire', 'S', ['P']],
  ['DOS-10', 'sanitaire', 'UF', ['S']],
  ['DOS-10', 'sanitaire', 'UO', ['UF']],
  ['DOS-11', 'medico-social', 'P', ['EG']],
  ['DOS-11', 'medico-social', 'S', []],
  ['DOS-11', 'medico-social', 'UF', []],
  ['DOS-11', 'medico-social', 'UO', ['EG', 'P']],
];

describe('creating fiches', () => {
  for (const [regle, circuit, typeFiche, parents] of PLACES) {
    it(`${regle} ${circuit}: ${typeFiche} goes under ${parents.join(' or ') || 'nothing'}`, () => {
      assert.deepEqual(parentsPermis(circuit, typeFiche), parents);
      for (const parent of TypeFiche.options) {
        const id = parent === 'EG' ? 'eg' : `${parent.toLowerCase()}1`;
        const reponse = essai(TOUT[circuit], creer(typeFiche, id), referent);
        if (parents.includes(parent)) assert.ok(!('code' in reponse), parent);
        else assert.deepEqual(reponse, { code: 'parent-interdit', typeFiche, parent });
      }
    });
  }

  it('DOS-10 a sanitary structure is described step by step, in order', () => {
    const d = apres(sanitaire('EG'), referent, [creer('P', 'eg'), creer('S', 'n1'), creer('UF', 'n2'), creer('UO', 'n3')]);
    assert.equal(arbre(d), 'EG(N1?(N2?(N3?(N4?))))');
    assert.deepEqual(d.fiches.map(({ type }) => type), ['EG', 'P', 'S', 'UF', 'UO']);
  });

  it('DOS-10 a fiche copied from the répertoire keeps a place where none could be created', () => {
    const d = sanitaire('EG(S1(UO1?))');
    assert.equal(arbre(apres(d, referent, [{ type: 'finaliser-fiche', ficheId: 'uo1', ...VIDE }])), 'EG(S1(UO1))');
    assert.equal(refus(d, creer('UO', 's1')).code, 'parent-interdit');
  });

  it('DOS-12 new fiches hold the initial values of their form, are nameless, grey and apart from one another', () => {
    assert.deepEqual(evenements(dossier(), creer('UO', 'eg', 2)), ['n1', 'n2'].map((id) => ({
      type: 'fiche-creee', fiche: { id, type: 'UO', parentId: 'eg', nom: '', etat: 'en-creation', ...newSaisie(formSchema('UO')) },
    })));
  });

  for (const nombre of [1, 2, 50]) {
    it(`DOS-12 creates ${nombre} at once`, () => assert.equal(evenements(dossier(), creer('UO', 'eg', nombre)).length, nombre));
  }

  for (const nombre of [0, -1, 51, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`DOS-12 refuses to create ${nombre}`, () => assert.deepEqual(refus(dossier(), creer('UO', 'eg', nombre)), { code: 'nombre-interdit', min: 1, max: 50 }));
  }

  it('DOS-12 refuses a parent that is no longer there', () => {
    assert.deepEqual(refus(dossier(), creer('UO', 'parti')), { code: 'fiche-inconnue', ficheId: 'parti' });
  });
});

describe('saving a fiche', () => {
  const enregistrer = (contenu: Saisie['contenu'], illisibles: Saisie['illisibles'] = {}): Commande => ({ type: 'enregistrer-fiche', ficheId: 'uo1', contenu, illisibles });
  const finaliser = (contenu: Saisie['contenu'], illisibles: Saisie['illisibles'] = {}): Commande => ({ type: 'finaliser-fiche', ficheId: 'uo1', contenu, illisibles });

  it('DOS-13 keeps all that was typed, readable or not', () => {
    const typed = saisie({ nomOffre: 'Unité IME', typeOffre: { liste: [1, null, { a: '' }] }, ...manquant('champActivite') }, { 'patientele.ageMin.valeur': ' douze' });
    const { commentaire: _deLEG, ...contenu } = typed.contenu;
    assert.deepEqual(evenements(dossier(), enregistrer(contenu, typed.illisibles)), [
      { type: 'fiche-enregistree', ficheId: 'uo1', nom: 'Unité IME', etat: 'en-attente', contenu, illisibles: typed.illisibles },
    ]);
  });

  const stocke = () => saisie({ identifiantOffre: '11/1', eloignementCalcule: { valeur: 1, unite: 'km' }, nomOffre: 'Avant' }, { 'patientele.ageMin.valeur': 'x' });
  const forge = { identifiantOffre: '11/2', eloignementCalcule: 'loin', inconnu: 1, metadonnee: { identifiant: 'y' }, nomOffre: 'Après' };

  for (const commande of [enregistrer(forge, { inconnu: 'x' }), finaliser(forge, { inconnu: 'x' })]) {
    it(`DOS-54 ${commande.type} starts from what is stored and changes the fields of the form alone`, () => {
      const [evenement] = evenements(dossier('EG(UO1?)'), commande, stocke);
      assert.ok(evenement?.type === 'fiche-enregistree');
      assert.deepEqual([evenement.nom, evenement.contenu, evenement.illisibles], ['Après', { identifiantOffre: '11/1', eloignementCalcule: { valeur: 1, unite: 'km' }, nomOffre: 'Après' }, {}]);
    });

    it(`DOS-54 ${commande.type} of a fiche whose content is not at hand is refused: nothing could be kept of it`, () => {
      assert.deepEqual(refus(dossier(), commande, () => undefined), { code: 'fiche-inconnue', ficheId: 'uo1' });
    });
  }

  it('DOS-54 what is missing is judged on what is kept', () => {
    const eg = (contenu: Saisie['contenu']): Commande => ({ type: 'finaliser-fiche', ficheId: 'eg', contenu, illisibles: {} });
    // The comment of an EG is not in its metadata.
    assert.equal(evenements(dossier('EG?'), eg({ metadonnee: manquant('x') })).length, 1);
    assert.equal(refus(dossier('EG?'), eg(manquant('x'))).code, 'fiche-incomplete');
  });

  for (const avant of ['EG(UO1)', 'EG(UO1?)']) {
    it(`DOS-13 leaves the fiche grey, from ${avant}`, () => assert.equal(arbre(apres(dossier(avant), referent, [enregistrer({})])), 'EG(UO1?)'));
  }

  it('DOS-13 makes grey a fiche that was green, in a refused dossier too, which stays refused', () => {
    const d = apres(dossier('EG(UO1)', { etat: 'REFUSE', motifRefus: 'Adresse' }), referent, [enregistrer({ nomOffre: 'X' })]);
    assert.deepEqual([arbre(d), d.etat, d.motifRefus], ['EG(UO1?)', 'REFUSE', 'Adresse']);
  });

  it('DOS-13 is stopped only by the points asked at that level', () => {
    const { code, ...reste } = refus(dossier(), enregistrer(manquant('attente:nomOffre', 'typeOffre'), { 'patientele.ageMin.valeur': 'x' }));
    assert.equal(code, 'fiche-incomplete');
    assert.deepEqual(reste, { ficheId: 'uo1', issues: [{ code: 'manquant', path: 'nomOffre', severity: 'erreur', level: 'attente' }] });
  });

  it('DOS-14 finalises a fiche that lacks nothing', () => {
    assert.deepEqual(evenements(dossier('EG(UO1?)'), finaliser({ nomOffre: 'Unité IME' })), [
      { type: 'fiche-enregistree', ficheId: 'uo1', nom: 'Unité IME', etat: 'finalisee', contenu: { nomOffre: 'Unité IME' }, illisibles: {} },
    ]);
    assert.equal(arbre(apres(dossier('EG(UO1?)'), referent, [finaliser({})])), 'EG(UO1)');
  });

  it('DOS-14 refuses to finalise with every point that is missing, of both levels', () => {
    const reponse = refus(dossier(), finaliser(manquant('attente:nomOffre', 'typeOffre'), { 'patientele.ageMin.valeur': 'x' }));
    assert.ok(reponse.code === 'fiche-incomplete');
    assert.deepEqual(reponse.issues.map(({ path, level }) => [path, level]), [['nomOffre', 'attente'], ['typeOffre', 'finaliser'], ['patientele.ageMin.valeur', 'finaliser']]);
  });

  it('DOS-14 judges what is typed now, not what was saved before', () => {
    const avant = () => saisie(manquant('typeOffre'));
    assert.equal(evenements(dossier('EG(UO1?)'), finaliser({}), avant).length, 1);
    assert.equal(refus(dossier('EG(UO1?)'), finaliser(manquant('typeOffre')), () => VIDE).code, 'fiche-incomplete');
  });

  for (const type of ['enregistrer-fiche', 'finaliser-fiche'] as const) {
    it(`DOS-13 refuses a fiche that is no longer there: ${type}`, () => {
      assert.deepEqual(refus(dossier(), { type, ficheId: 'parti', ...VIDE }), { code: 'fiche-inconnue', ficheId: 'parti' });
    });

    it(`DOS-19 the fiche of the EG is filled like the others: ${type}`, () => {
      assert.equal(evenements(dossier('EG?'), { type, ficheId: 'eg', ...VIDE }).length, 1);
    });
  }
});

/** What the tree shows after a save, by level. */
const NOMS: readonly (readonly [type: TypeFiche, contenu: Saisie['contenu'], nom: string])[] = [
  ['UO', { nomOffre: 'Unité IME Accueil de jour' }, 'Unité IME Accueil de jour'],
  ['UO', { nomOffre: '  Unité IME ' }, 'Unité IME'],
  ['UO', { nomOI: 'Pas pour une UO' }, 'Nom de UO1'],
  ['UO', { nomOffre: '' }, 'Nom de UO1'],
  ['UO', { nomOffre: '   ' }, 'Nom de UO1'],
  ['UO', { nomOffre: 12 }, 'Nom de UO1'],
  ['UF', { nomOI: 'SMR Neurologie' }, 'SMR Neurologie'],
  ['S', { nomOI: 'Neurologie' }, 'Neurologie'],
  ['P', { nomOI: 'Pôle MPR' }, 'Pôle MPR'],
  ['EG', { denominationEG: 'IME CESAP' }, 'IME CESAP'],
  ['EG', { denominationEG: 'IME CESAP', nomOperationnel: 'IME CESAP de Melun' }, 'IME CESAP de Melun'],
  ['EG', { denominationEG: 'IME CESAP', nomOperationnel: ' ' }, 'IME CESAP'],
  ['EG', {}, 'Nom de EG'],
];

describe('the name in the tree', () => {
  for (const [type, contenu, nom] of NOMS) {
    it(`DOS-22 ${type} with ${JSON.stringify(contenu)} is shown as ${nom}`, () => {
      const ficheId = type === 'EG' ? 'eg' : `${type.toLowerCase()}1`;
      // The official name comes from the répertoire: it is stored, not sent.
      const { denominationEG } = contenu;
      const stocke = saisie(denominationEG === undefined ? {} : { denominationEG });
      const d = apres(sanitaire(), referent, [{ type: 'enregistrer-fiche', ficheId, contenu, illisibles: {} }], { saisie: () => stocke });
      assert.equal(d.fiches.find(({ id }) => id === ficheId)?.nom, nom);
    });
  }
});

describe('finalising all that is ready', () => {
  const toutes: Commande = { type: 'finaliser-fiches' };
  const complete = (...ids: string[]) => (id: string) => (ids.includes(id) ? VIDE : saisie(manquant('nom')));

  it('DOS-15 turns green the grey fiches that lack nothing, and only them', () => {
    assert.deepEqual(evenements(dossier('EG?(UO1?,UO2?,UO3)'), toutes, complete('eg', 'uo2', 'uo3')), [
      { type: 'fiche-finalisee', ficheId: 'eg' }, { type: 'fiche-finalisee', ficheId: 'uo2' },
    ]);
    assert.equal(arbre(apres(dossier('EG?(UO1?,UO2?,UO3)'), referent, [toutes], { saisie: complete('eg', 'uo2') })), 'EG(UO1?,UO2,UO3)');
  });

  for (const [titre, d] of [['none is complete', dossier('EG?(UO1?)')], ['all are green', dossier('EG(UO1)')]] as const) {
    it(`DOS-15 is refused when ${titre}`, () => assert.deepEqual(refus(d, toutes, complete()), { code: 'aucune-fiche-prete' }));
  }

  it('DOS-15 does not finalise a fiche whose content is not at hand', () => {
    assert.deepEqual(refus(dossier('EG?'), toutes, () => undefined), { code: 'aucune-fiche-prete' });
  });

  it('DOS-15 leaves unreadable text grey', () => {
    assert.deepEqual(refus(dossier('EG?'), toutes, () => saisie({}, { age: 'x' })), { code: 'aucune-fiche-prete' });
  });
});

describe('duplicating a fiche', () => {
  const dupliquer = (ficheId: string): Commande => ({ type: 'dupliquer-fiche', ficheId });
  const original = saisie(
    { nomOffre: 'Unité IME', typeOffre: '48', identifiantOffre: '94/666', metadonnee: { version: 3 }, contact: [{ nom: 'Martin' }] },
    { 'patientele.ageMin.valeur': 'x' },
  );

  it('DOS-16 takes over all that was typed but the identifiers, under a name that says so', () => {
    assert.deepEqual(evenements(dossier(), dupliquer('uo1'), () => original), [{
      type: 'fiche-creee',
      fiche: {
        id: 'n1', type: 'UO', parentId: 'eg', nom: 'COPIE DE Unité IME', etat: 'en-attente',
        contenu: { nomOffre: 'COPIE DE Unité IME', typeOffre: '48', contact: [{ nom: 'Martin' }] },
        illisibles: { 'patientele.ageMin.valeur': 'x' },
      },
    }]);
  });

  it('DOS-16 keeps the comment, which is typed, and gives the places no identifier', () => {
    const places = [{ communeCog: '94028', identifiant: 'L1', idExterneSynchro: 'E1', metadonnee: { identifiant: 'l1' }, nom: 'Pavillon' }, 7];
    const [evenement] = evenements(dossier(), dupliquer('uo1'), () => saisie({ nomOffre: 'A', metadonnee: { identifiant: 'n1', commentaire: 'Le samedi' }, lieuRealisationOffre: places }));
    assert.ok(evenement?.type === 'fiche-creee');
    assert.deepEqual(evenement.fiche.contenu, { nomOffre: 'COPIE DE A', metadonnee: { commentaire: 'Le samedi' }, lieuRealisationOffre: [{ communeCog: '94028', nom: 'Pavillon' }, 7] });
  });

  it('DOS-16 writes the prefix once', () => {
    const [evenement] = evenements(dossier(), dupliquer('uo1'), () => saisie({ nomOffre: 'COPIE DE Unité IME' }));
    assert.ok(evenement?.type === 'fiche-creee');
    assert.deepEqual([evenement.fiche.nom, evenement.fiche.contenu], ['COPIE DE Unité IME', { nomOffre: 'COPIE DE Unité IME' }]);
  });

  it('DOS-16 the copy of a fiche without a name has none, and nothing is invented in its content', () => {
    const d = apres(dossier('EG'), referent, [creer('UO', 'eg'), dupliquer('n1')]);
    assert.deepEqual(d.fiches.map(({ nom, etat }) => [nom, etat]), [['Nom de EG', 'finalisee'], ['', 'en-creation'], ['', 'en-creation']]);
  });

  it('DOS-16 the copy of a green fiche is grey, last of its brothers, and without the node of the original', () => {
    const d = dossier('EG(UO1,UO2)');
    const origine = gele({ ...d, fiches: d.fiches.map((fiche) => (fiche.id === 'uo1' ? { ...fiche, origineId: 'noeud-1' } : fiche)) });
    const apresCopie = apres(origine, referent, [dupliquer('uo1')]);
    assert.equal(arbre(apresCopie), 'EG(UO1,UO2,N1?)');
    assert.equal(apresCopie.fiches.at(-1)?.origineId, undefined);
  });

  it('DOS-16 leaves behind what lies below', () => {
    const d = apres(sanitaire(), referent, [dupliquer('p1')], { saisie: () => saisie({ nomOI: 'Pôle' }) });
    assert.equal(arbre(d), 'EG(P1(S1(UF1(UO1))),N1?)');
    assert.equal(d.fiches.at(-1)?.nom, 'COPIE DE Pôle');
  });

  it('DOS-16 refuses a fiche that is not there, or whose content is not', () => {
    assert.deepEqual(refus(dossier(), dupliquer('parti')), { code: 'fiche-inconnue', ficheId: 'parti' });
    assert.deepEqual(refus(dossier(), dupliquer('uo1'), () => undefined), { code: 'fiche-inconnue', ficheId: 'uo1' });
  });
});

/** Moves: the tree before, who goes where, and the tree after or why not. */
const DEPLACEMENTS: readonly (readonly [regle: string, d: Dossier, ficheId: string, parentId: string, suite: string])[] = [
  ['DOS-17', dossier('EG(P1,UO1)'), 'uo1', 'p1', 'EG(P1(UO1))'],
  ['DOS-17', dossier('EG(P1(UO1?))'), 'uo1', 'eg', 'EG(P1,UO1?)'],
  ['DOS-17', dossier('EG(P1(UO1,UO2),P2(UO3))'), 'uo1', 'p2', 'EG(P1(UO2),P2(UO3,UO1))'],
  ['DOS-17', dossier('EG(P1(UO1,UO2))'), 'p1', 'eg', 'EG(P1(UO1,UO2))'],
  ['DOS-17', sanitaire('EG(P1(S1(UF1(UO1),UF2(UO2))),P2)'), 's1', 'p2', 'EG(P1,P2(S1(UF1(UO1),UF2(UO2))))'],
  ['DOS-20', dossier('EG(UO1,UO2,UO3)'), 'uo1', 'eg', 'EG(UO2,UO3,UO1)'],
  ['DOS-20', sanitaire('EG(P1(S1(UF1?(UO1)),S2(UF2(UO2))))'), 'uf1', 's2', 'EG(P1(S1,S2(UF2(UO2),UF1?(UO1))))'],
  ['DOS-17', dossier('EG(P1,UO1)'), 'p1', 'uo1', 'parent-interdit'],
  ['DOS-17', dossier('EG(P1,P2)'), 'p1', 'p2', 'parent-interdit'],
  ['DOS-17', dossier('EG(P1,P2)'), 'p1', 'p1', 'parent-interdit'],
  ['DOS-17', dossier('EG(UO1,UO2)'), 'uo1', 'uo2', 'parent-interdit'],
  ['DOS-17', sanitaire(), 'uo1', 's1', 'parent-interdit'],
  ['DOS-17', sanitaire(), 'uf1', 'eg', 'parent-interdit'],
  ['DOS-17', dossier(), 'uo1', 'parti', 'fiche-inconnue'],
  ['DOS-17', dossier(), 'parti', 'eg', 'fiche-inconnue'],
  ['DOS-19', dossier('EG(P1)'), 'eg', 'p1', 'fiche-indispensable'],
];

describe('moving a fiche', () => {
  for (const [regle, d, ficheId, parentId, suite] of DEPLACEMENTS) {
    it(`${regle} ${arbre(d)}: ${ficheId} under ${parentId} gives ${suite}`, () => {
      const commande: Commande = { type: 'deplacer-fiche', ficheId, parentId };
      if (suite.startsWith('EG')) assert.equal(arbre(apres(d, direction, [commande])), suite);
      else assert.equal(refus(d, commande).code, suite);
    });
  }

  it('DOS-17 refuses a move below itself, even if an odd tree of the répertoire would allow the levels', () => {
    const etrange = sanitaire('EG(P1(S1(P2)))');
    assert.deepEqual(refus(etrange, { type: 'deplacer-fiche', ficheId: 's1', parentId: 'p2' }), { code: 'parent-interdit', typeFiche: 'S', parent: 'P' });
  });
});

const SUPPRESSIONS: readonly (readonly [d: Dossier, ficheId: string, parties: readonly string[], reste: string])[] = [
  [dossier('EG(UO1,UO2)'), 'uo1', ['uo1'], 'EG(UO2)'],
  [dossier('EG(P1(UO1,UO2),UO3)'), 'p1', ['uo2', 'uo1', 'p1'], 'EG(UO3)'],
  [sanitaire('EG(P1(S1(UF1(UO1),UF2),S2),P2)'), 'p1', ['s2', 'uf2', 'uo1', 'uf1', 's1', 'p1'], 'EG(P2)'],
  [sanitaire(), 'uo1', ['uo1'], 'EG(P1(S1(UF1)))'],
];

describe('deleting a fiche', () => {
  for (const [d, ficheId, parties, reste] of SUPPRESSIONS) {
    it(`DOS-18 ${arbre(d)} without ${ficheId} is ${reste}`, () => {
      const commande: Commande = { type: 'supprimer-fiche', ficheId };
      assert.deepEqual(evenements(d, commande), parties.map((id) => ({ type: 'fiche-supprimee', ficheId: id })));
      assert.equal(arbre(apres(d, referent, [commande])), reste);
    });
  }

  it('DOS-18 refuses a fiche that is already gone', () => {
    assert.deepEqual(refus(dossier(), { type: 'supprimer-fiche', ficheId: 'parti' }), { code: 'fiche-inconnue', ficheId: 'parti' });
  });

  for (const commande of [
    { type: 'supprimer-fiche', ficheId: 'eg' }, { type: 'dupliquer-fiche', ficheId: 'eg' }, { type: 'deplacer-fiche', ficheId: 'eg', parentId: 'eg' },
  ] as const) {
    it(`DOS-19 the fiche of the EG stays where it is: ${commande.type}`, () => {
      assert.deepEqual(refus(dossier(), commande), { code: 'fiche-indispensable', ficheId: 'eg' });
    });
  }
});
