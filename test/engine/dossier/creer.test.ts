import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Role } from '../../../src/domain/acteur.ts';
import { Dossier } from '../../../src/domain/dossier.ts';
import { circuitDe } from '../../../src/engine/dossier/circuit.ts';
import { canCreer, creerDossier, type DemandeCreation, type NoeudPublie } from '../../../src/engine/dossier/creer.ts';
import { acteur, arbre, contexte, direction, gele, INSTANT, manquant, manques, referent, voisine } from '../../support/dossiers.ts';

const noeud = (type: NoeudPublie['type'], id: string, parentId: string | null, contenu: NoeudPublie['contenu'] = { nom: id }): NoeudPublie =>
  ({ id, type, parentId, nom: `Nom de ${id}`, contenu });

const SAINTE_CLAIRE = gele([
  noeud('EG', 'eg', 'ej'), noeud('P', 'pole', 'eg'), noeud('S', 'service', 'pole'), noeud('UF', 'uf', 'service'), noeud('UO', 'uo', 'uf'),
]);

const demande = (autres: Partial<DemandeCreation> = {}): DemandeCreation => gele({
  acteur: referent, entiteGeographiqueId: 'eg', nom: 'Peuplement de EHPAD TEST', categorieEG: '500', departement: '94',
  circuit: 'medico-social', valideur: 'gestionnaire', premiereDescription: false, noeuds: [noeud('EG', 'eg', 'ej')],
  instant: INSTANT, nouvelId: contexte(referent).nouvelId, manques, ...autres,
});

const ouvrir = (autres: Partial<DemandeCreation> = {}) => {
  const { refus, dossier, fiches } = creerDossier(demande(autres));
  assert.ok(!refus, JSON.stringify(refus));
  return { dossier, fiches };
};

describe('opening a dossier', () => {
  it('DOS-4 begins a dossier that the contract accepts', () => {
    const { dossier } = ouvrir();
    assert.deepEqual(Dossier.parse(dossier), {
      id: 'n1', nom: 'Peuplement de EHPAD TEST', entiteGeographiqueId: 'eg', categorieEG: '500', departement: '94',
      circuit: 'medico-social', valideur: 'gestionnaire', etat: 'EN_COURS', dateEffet: null, motifRefus: null,
      version: 1, dateCreation: INSTANT, dateMiseJour: INSTANT,
      fiches: [{ id: 'n2', type: 'EG', parentId: null, nom: 'Nom de eg', etat: 'finalisee', version: 1, origineId: 'eg' }],
    });
  });

  it('DOS-4 copies the EG and all below it, each fiche knowing its node and its content', () => {
    const { dossier, fiches } = ouvrir({ noeuds: SAINTE_CLAIRE, circuit: 'sanitaire' });
    assert.equal(arbre(dossier), 'N2(N3(N4(N5(N6))))');
    assert.deepEqual(dossier.fiches.map(({ type, origineId }) => [type, origineId]), SAINTE_CLAIRE.map(({ type, id }) => [type, id]));
    assert.deepEqual(fiches.map(({ contenu, illisibles, dateMiseJour }) => ({ contenu, illisibles, dateMiseJour })), SAINTE_CLAIRE.map(({ contenu }) => ({ contenu, illisibles: {}, dateMiseJour: INSTANT })));
    assert.deepEqual(fiches.map(({ id, nom }) => [id, nom]), dossier.fiches.map(({ id, nom }) => [id, nom]));
  });

  it('DOS-4 puts the fiches in tree order, whatever the order of the nodes', () => {
    const melange = [4, 2, 0, 3, 1].map((index) => SAINTE_CLAIRE[index]).filter((n) => n !== undefined);
    assert.deepEqual(ouvrir({ noeuds: melange }).dossier.fiches.map(({ origineId }) => origineId), ['eg', 'pole', 'service', 'uf', 'uo']);
  });

  it('DOS-4 never loses a node in silence: its absence would remove it from the répertoire', () => {
    assert.throws(() => creerDossier(demande({ noeuds: [noeud('EG', 'eg', 'ej'), noeud('UO', 'uo', 'parti')] })));
  });

  it('DOS-4 a category that is not known stays absent', () => {
    assert.ok(!('categorieEG' in ouvrir({ categorieEG: undefined }).dossier));
  });

  it('DOS-9 the name is kept without blanks around, and asked for', () => {
    assert.equal(ouvrir({ nom: ' 10 mars ' }).dossier.nom, '10 mars');
    assert.deepEqual(creerDossier(demande({ nom: '  ' })), { refus: { code: 'nom-vide' } });
  });
});

describe('the colour of a copied fiche', () => {
  const ETATS = [
    ['DOS-5', 'UO', { nomOffre: 'x' }, false, 'finalisee'],
    ['DOS-5', 'UO', { nomOffre: 'x', ...manquant('typeOffre') }, false, 'en-attente'],
    ['DOS-5', 'UO', manquant('attente:nomOffre'), false, 'en-attente'],
    ['DOS-5', 'UO', {}, false, 'en-creation'],
    ['DOS-5', 'EG', { denominationEG: 'x' }, false, 'finalisee'],
    ['DOS-5', 'EG', manquant('contact'), false, 'en-attente'],
    ['DOS-6', 'EG', { denominationEG: 'x' }, true, 'en-creation'],
    ['DOS-6', 'EG', manquant('contact'), true, 'en-creation'],
    ['DOS-6', 'UO', { nomOffre: 'x' }, true, 'finalisee'],
  ] as const;

  for (const [regle, type, contenu, premiereDescription, etat] of ETATS) {
    it(`${regle} ${type} holding ${JSON.stringify(contenu)}${premiereDescription ? ', first description' : ''}: ${etat}`, () => {
      const eg = type === 'EG' ? noeud('EG', 'eg', 'ej', contenu) : noeud('EG', 'eg', 'ej');
      const noeuds = type === 'EG' ? [eg] : [eg, noeud(type, 'uo', 'eg', contenu)];
      assert.equal(ouvrir({ noeuds, premiereDescription }).fiches.at(-1)?.etat, etat);
    });
  }
});

describe('who may open a dossier', () => {
  for (const role of Role.options) {
    const permis = role === 'referent' || role === 'direction';
    it(`DOS-1 ${role}: ${permis ? 'yes' : 'no'}`, () => {
      const refus = permis ? undefined : { code: 'role', requis: ['referent', 'direction'] };
      assert.deepEqual(creerDossier(demande({ acteur: acteur(role) })).refus, refus);
      assert.deepEqual(canCreer({ acteur: acteur(role), entiteGeographiqueId: 'eg' }), refus);
    });
  }

  it('DOS-1 not the people of another structure', () => {
    assert.deepEqual(creerDossier(demande({ acteur: voisine })), { refus: { code: 'structure-etrangere' } });
  });

  it('DOS-1 the server opens the first one by itself', () => {
    assert.equal(creerDossier(demande({ acteur: 'systeme', premiereDescription: true })).dossier?.etat, 'EN_COURS');
  });

  it('DOS-7 refuses a second dossier, and names the first, even to the server', () => {
    for (const qui of [direction, 'systeme'] as const) {
      assert.deepEqual(creerDossier(demande({ acteur: qui, dossierOuvertId: 'ancien' })), { refus: { code: 'dossier-deja-ouvert', dossierId: 'ancien' } });
    }
  });

  it('DOS-7 does not tell a stranger which dossier is open', () => {
    assert.equal(canCreer({ acteur: voisine, entiteGeographiqueId: 'eg', dossierOuvertId: 'ancien' })?.code, 'structure-etrangere');
  });

  it('DOS-50 asking gives the answer of doing', () => {
    for (const qui of [referent, voisine, acteur('lecteur'), 'systeme'] as const) {
      for (const dossierOuvertId of [undefined, 'ancien']) {
        assert.deepEqual(canCreer({ acteur: qui, entiteGeographiqueId: 'eg', dossierOuvertId }), creerDossier(demande({ acteur: qui, dossierOuvertId })).refus);
      }
    }
  });
});

describe('the path of a dossier', () => {
  const CIRCUITS = [
    [{ niveaux: 'sanitaire', handicap: false }, 'sanitaire', 'gestionnaire'],
    [{ niveaux: 'medico-social', handicap: false }, 'medico-social', 'gestionnaire'],
    [{ niveaux: 'medico-social', handicap: true }, 'medico-social', 'tutelle'],
    [{ niveaux: 'ville', handicap: false }, 'medico-social', 'gestionnaire'],
    [{ niveaux: 'sanitaire', handicap: true }, 'sanitaire', 'tutelle'],
    [undefined, 'medico-social', 'gestionnaire'],
  ] as const;

  for (const [categorie, circuit, valideur] of CIRCUITS) {
    it(`DOS-8 ${categorie ? `${categorie.niveaux}${categorie.handicap ? ', handicap' : ''}` : 'unknown'}: ${circuit}, then ${valideur}`, () => {
      assert.deepEqual(circuitDe(categorie), { circuit, valideur });
      assert.deepEqual([ouvrir(circuitDe(categorie)).dossier.circuit, ouvrir(circuitDe(categorie)).dossier.valideur], [circuit, valideur]);
    });
  }
});
