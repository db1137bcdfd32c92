import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Role } from '../../../src/domain/acteur.ts';
import { Role as Roles } from '../../../src/domain/acteur.ts';
import type { Dossier } from '../../../src/domain/dossier.ts';
import { EtatDossier } from '../../../src/domain/dossier.ts';
import type { Commande, TypeCommande } from '../../../src/engine/dossier/commandes.ts';
import { apercu } from '../../../src/engine/dossier/contexte.ts';
import { can, decide } from '../../../src/engine/dossier/decide.ts';
import type { Refus } from '../../../src/engine/dossier/refus.ts';
import {
  acteur, AUJOURDHUI, contexte, direction, dossier, gestionnaire, referent, sanitaire, tutelle, tutelleVoisine, VIDE, voisine,
} from '../../support/dossiers.ts';

/** One acceptable command of each type, on `dossier('EG(P1,UO1?)')`. */
const COMMANDES: { readonly [T in TypeCommande]: Extract<Commande, { type: T }> } = {
  renommer: { type: 'renommer', nom: 'Nouveau nom' },
  'fixer-date-effet': { type: 'fixer-date-effet', dateEffet: AUJOURDHUI },
  'creer-fiches': { type: 'creer-fiches', parentId: 'eg', typeFiche: 'UO', nombre: 1 },
  'enregistrer-fiche': { type: 'enregistrer-fiche', ficheId: 'uo1', ...VIDE },
  'finaliser-fiche': { type: 'finaliser-fiche', ficheId: 'uo1', ...VIDE },
  'finaliser-fiches': { type: 'finaliser-fiches' },
  'dupliquer-fiche': { type: 'dupliquer-fiche', ficheId: 'uo1' },
  'deplacer-fiche': { type: 'deplacer-fiche', ficheId: 'uo1', parentId: 'p1' },
  'supprimer-fiche': { type: 'supprimer-fiche', ficheId: 'uo1' },
  'envoyer-en-validation': { type: 'envoyer-en-validation' },
  'valider-en-interne': { type: 'valider-en-interne' },
  valider: { type: 'valider' },
  refuser: { type: 'refuser', motif: 'Adresse à revoir' },
  publier: { type: 'publier' },
  'constater-echec': { type: 'constater-echec', detail: 'connexion perdue' },
};

const EDITION: readonly TypeCommande[] = [
  'renommer', 'fixer-date-effet', 'creer-fiches', 'enregistrer-fiche', 'finaliser-fiche', 'finaliser-fiches',
  'dupliquer-fiche', 'deplacer-fiche', 'supprimer-fiche', 'envoyer-en-validation',
];

const pour = (type: TypeCommande, autres: Partial<Dossier> = {}) => dossier(type === 'envoyer-en-validation' ? 'EG(P1,UO1)' : 'EG(P1,UO1?)', autres);
const reponse = (d: Dossier, type: TypeCommande, qui: Parameters<typeof contexte>[0]) => decide(d, COMMANDES[type], contexte(qui)).refus;

describe('who may change a dossier', () => {
  for (const type of EDITION) {
    it(`DOS-1 lets a référent and a Direction of the structure: ${type}`, () => {
      assert.equal(reponse(pour(type), type, referent), undefined);
      assert.equal(reponse(pour(type), type, direction), undefined);
    });

    it(`DOS-1 refuses any other role, the server included: ${type}`, () => {
      const autres = Roles.options.filter((role) => role !== 'referent' && role !== 'direction');
      assert.equal(autres.length, 5);
      for (const qui of [...autres.map((role) => acteur(role)), 'systeme' as const]) {
        assert.deepEqual(reponse(pour(type), type, qui), { code: 'role', requis: ['referent', 'direction'] });
      }
    });

    it(`DOS-1 refuses the people of another structure: ${type}`, () => {
      assert.deepEqual(reponse(pour(type), type, voisine), { code: 'structure-etrangere' });
      assert.deepEqual(reponse(pour(type), type, acteur('referent', { entitesGeographiques: [] })), { code: 'structure-etrangere' });
    });

    it(`DOS-3 happens only in a dossier that is open or refused: ${type}`, () => {
      for (const etat of EtatDossier.options) {
        const attendu = etat === 'EN_COURS' || etat === 'REFUSE' ? undefined : { code: 'etat', etat };
        assert.deepEqual(reponse(pour(type, { etat }), type, direction), attendu);
      }
    });
  }
});

describe('DOS-2 the right comes before the state, and the state before the rest', () => {
  const incomplet = { dateEffet: null } as const;

  it('DOS-2 tells a reader that the role is not theirs, even when the state forbids it too', () => {
    assert.equal(reponse(dossier('EG?', { etat: 'PUBLIE', ...incomplet }), 'envoyer-en-validation', acteur('lecteur'))?.code, 'role');
  });

  it('DOS-2 tells the neighbour that the structure is not theirs, even when the state forbids it too', () => {
    assert.equal(reponse(dossier('EG?', { etat: 'PUBLIE', ...incomplet }), 'envoyer-en-validation', voisine)?.code, 'structure-etrangere');
  });

  it('DOS-2 tells the structure that the state forbids it, before what is missing', () => {
    assert.equal(reponse(dossier('EG?', { etat: 'PUBLIE', ...incomplet }), 'envoyer-en-validation', direction)?.code, 'etat');
  });

  it('DOS-2 tells what is missing last', () => {
    assert.equal(reponse(dossier('EG?', incomplet), 'envoyer-en-validation', direction)?.code, 'fiches-a-finaliser');
  });
});

/** Who may validate, by circuit and state: exactly these, every other person is refused for this reason. */
type Ligne = readonly [titre: string, type: TypeCommande, d: Dossier, oui: readonly string[], requis: readonly Role[]];

const PERSONNES = [
  ...Roles.options.map((role) => [role, acteur(role)] as const), ['voisine', voisine] as const,
  ['tutelle voisine', tutelleVoisine] as const, ['le serveur', 'systeme'] as const,
];

const handicap = (etat: EtatDossier) => dossier('EG(UO1)', { etat, valideur: 'tutelle' });
const ordinaire = (etat: EtatDossier) => dossier('EG(UO1)', { etat });

const VALIDATIONS: readonly Ligne[] = [
  ['DOS-28 the internal validation', 'valider-en-interne', sanitaire(undefined, { etat: 'EN_VALIDATION_INTERNE' }), ['direction'], ['direction']],
  ['DOS-29 sending back from the internal validation', 'refuser', sanitaire(undefined, { etat: 'EN_VALIDATION_INTERNE' }), ['direction'], ['direction']],
  ['DOS-30 the last validation', 'valider', ordinaire('EN_VALIDATION_GESTIONNAIRE'), ['gestionnaire'], ['gestionnaire']],
  ['DOS-30 the last validation of a handicap structure', 'valider', handicap('EN_VALIDATION_GESTIONNAIRE'), ['tutelle'], ['tutelle']],
  ['DOS-32 a refusal', 'refuser', ordinaire('EN_VALIDATION_GESTIONNAIRE'), ['gestionnaire'], ['gestionnaire']],
  ['DOS-32 a refusal of a handicap structure', 'refuser', handicap('EN_VALIDATION_GESTIONNAIRE'), ['tutelle'], ['tutelle']],
  ['DOS-32 a refusal before the day', 'refuser', ordinaire('VALIDE'), ['gestionnaire'], ['gestionnaire']],
  ['DOS-32 a refusal before the day, of a handicap structure', 'refuser', handicap('VALIDE'), ['tutelle'], ['tutelle']],
  ['DOS-33 the publication', 'publier', ordinaire('VALIDE'), ['gestionnaire', 'le serveur'], ['gestionnaire']],
  ['DOS-33 the publication of a handicap structure', 'publier', handicap('VALIDE'), ['tutelle', 'gestionnaire', 'le serveur'], ['tutelle', 'gestionnaire']],
  ['DOS-34 a second try', 'publier', ordinaire('ERREUR_PUBLICATION'), ['gestionnaire', 'le serveur'], ['gestionnaire']],
  ['DOS-34 a second try for a handicap structure', 'publier', handicap('ERREUR_PUBLICATION'), ['tutelle', 'gestionnaire', 'le serveur'], ['tutelle', 'gestionnaire']],
  ['DOS-34 a refusal after a failure', 'refuser', ordinaire('ERREUR_PUBLICATION'), ['gestionnaire'], ['gestionnaire']],
  ['DOS-34 a refusal after a failure, of a handicap structure', 'refuser', handicap('ERREUR_PUBLICATION'), ['tutelle', 'gestionnaire'], ['tutelle', 'gestionnaire']],
];

describe('who may validate, refuse and publish', () => {
  for (const [titre, type, d, oui, requis] of VALIDATIONS) {
    it(`${titre} belongs to: ${oui.join(', ')}`, () => {
      for (const [nom, qui] of PERSONNES) {
        const etranger = (nom === 'voisine' && requis.includes('direction')) || (nom === 'tutelle voisine' && requis.includes('tutelle'));
        const refus: Refus = etranger ? { code: 'structure-etrangere' } : { code: 'role', requis: [...requis] };
        assert.deepEqual(reponse(d, type, qui), oui.includes(nom) ? undefined : refus, nom);
      }
    });
  }

  it('DOS-34 only the server finds that a publication failed: a person is told that the state forbids it', () => {
    for (const [nom, qui] of PERSONNES) {
      const attendu = qui === 'systeme' ? undefined : { code: 'etat', etat: 'VALIDE' };
      assert.deepEqual(reponse(ordinaire('VALIDE'), 'constater-echec', qui), attendu, nom);
    }
  });
});

/** In which states each act of validation exists, for somebody who has the right in all of them. */
const ETATS: readonly (readonly [titre: string, type: TypeCommande, qui: Parameters<typeof contexte>[0], etats: readonly EtatDossier[]])[] = [
  ['DOS-28 validates internally', 'valider-en-interne', direction, ['EN_VALIDATION_INTERNE']],
  ['DOS-30 validates', 'valider', gestionnaire, ['EN_VALIDATION_GESTIONNAIRE']],
  ['DOS-32 refuses', 'refuser', gestionnaire, ['EN_VALIDATION_GESTIONNAIRE', 'VALIDE', 'ERREUR_PUBLICATION']],
  ['DOS-33 publishes', 'publier', 'systeme', ['VALIDE', 'ERREUR_PUBLICATION']],
  ['DOS-34 finds a failure', 'constater-echec', 'systeme', ['EN_VALIDATION_GESTIONNAIRE', 'VALIDE', 'ERREUR_PUBLICATION']],
];

describe('in which states a dossier is validated', () => {
  for (const [titre, type, qui, etats] of ETATS) {
    for (const etat of EtatDossier.options) {
      if (type === 'refuser' && etat === 'EN_VALIDATION_INTERNE') continue;
      it(`${titre} ${etats.includes(etat) ? '' : 'not '}when ${etat}`, () => {
        assert.deepEqual(reponse(dossier('EG(UO1)', { etat }), type, qui), etats.includes(etat) ? undefined : { code: 'etat', etat });
      });
    }
  }

  it('DOS-35 refuses every command on a published dossier, to everybody', () => {
    for (const [nom, qui] of PERSONNES) {
      for (const type of Object.keys(COMMANDES) as TypeCommande[]) {
        assert.ok(reponse(pour(type, { etat: 'PUBLIE' }), type, qui), `${nom}: ${type}`);
      }
    }
  });
});

describe('asking without doing', () => {
  it('DOS-50 gives the reason that doing would give, for every command, person and state', () => {
    let refus = 0;
    for (const [nom, qui] of PERSONNES) {
      for (const type of Object.keys(COMMANDES) as TypeCommande[]) {
        for (const etat of EtatDossier.options) {
          const attendu = reponse(pour(type, { etat }), type, qui);
          assert.deepEqual(can(pour(type, { etat }), COMMANDES[type], contexte(qui)), attendu, `${nom} ${type} ${etat}`);
          if (attendu) refus += 1;
        }
      }
    }
    assert.ok(refus > 700, `${refus} refusals compared`);
  });

  it('DOS-50 a page without contents is told the right, the state and the place', () => {
    assert.deepEqual(can(dossier(), { type: 'valider' }, apercu(direction, AUJOURDHUI)), { code: 'role', requis: ['gestionnaire'] });
    assert.deepEqual(can(dossier('EG', { etat: 'VALIDE' }), { type: 'finaliser-fiches' }, apercu(direction, AUJOURDHUI)), { code: 'etat', etat: 'VALIDE' });
    assert.equal(can(dossier('EG(UO1)'), { type: 'creer-fiches', parentId: 'uo1', typeFiche: 'UO', nombre: 1 }, apercu(direction, AUJOURDHUI))?.code, 'parent-interdit');
    assert.equal(can(dossier('EG?'), { type: 'envoyer-en-validation' }, apercu(direction, AUJOURDHUI))?.code, 'fiches-a-finaliser');
  });

  it('DOS-50 a page without contents is not refused for contents that it does not know', () => {
    for (const type of ['finaliser-fiches', 'dupliquer-fiche', 'finaliser-fiche', 'creer-fiches'] as const) {
      assert.equal(can(dossier('EG(P1,UO1?)'), COMMANDES[type], apercu(referent, AUJOURDHUI)), undefined, type);
    }
    assert.equal(can(dossier(undefined, { valideur: 'tutelle', etat: 'EN_VALIDATION_GESTIONNAIRE' }), { type: 'valider' }, apercu(tutelle, AUJOURDHUI)), undefined);
  });
});
