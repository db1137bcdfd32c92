import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Dossier as DossierSchema, EtatDossier, type Dossier } from '../../../src/domain/dossier.ts';
import { evolveSaisie, rejouer, type Fait } from '../../../src/engine/dossier/evolve.ts';
import { AUJOURDHUI, DEMAIN, dossier as dossierDe, HIER, manquant } from '../../support/dossiers.ts';
import { commande, contexte, coup, COUPS, jouer, mener, monde, PERSONNES, verifierArbre, verifierSaisies, vivre, type Monde } from './vies.ts';

const LIVES = { numRuns: 250, seed: 2026 } as const;
const vies = (regarder: (monde: Monde, faits: readonly Fait[], depart: Monde) => void) => fc.assert(
  fc.property(monde, fc.array(coup, { maxLength: 60, size: 'max' }), (depart, coups) => vivre(depart, coups, (present, faits) => regarder(present, faits, depart))),
  LIVES,
);

describe('whatever people do', () => {
  it('DOS-51 no state is a dead end: doing what the progression says leads to the publication', () => {
    let plusLong = 0;
    const vus = new Set<string>();
    vies((present) => {
      vus.add(present.dossier.etat);
      plusLong = Math.max(plusLong, mener(present));
    });
    assert.deepEqual([...vus].sort(), [...EtatDossier.options].sort());
    assert.ok(plusLong > 8, `${plusLong} acts at most`);
  });

  for (const etat of EtatDossier.options) {
    it(`DOS-51 there is a way out of ${etat}, whatever the structure and the day`, () => {
      for (const dateEffet of etat === 'EN_COURS' || etat === 'REFUSE' ? [null, HIER, DEMAIN] : [HIER, AUJOURDHUI]) {
        for (const circuit of ['sanitaire', 'medico-social'] as const) {
          for (const valideur of ['gestionnaire', 'tutelle'] as const) {
            for (const forme of ['EG', 'EG?', 'EG(UO1?)', 'EG(S1(UO1))']) {
              const dossier = dossierDe(forme, { etat, dateEffet, circuit, valideur });
              const saisies = new Map(dossier.fiches.map(({ id }) => [id, { contenu: manquant('x'), illisibles: {} }]));
              assert.ok(mener({ dossier, saisies, attendu: new Map() }) <= 15);
            }
          }
        }
      }
    });
  }

  it('DOS-52 what was saved stays readable until the next save of its fiche or its deletion', () => {
    let gardees = 0;
    vies((present, faits) => {
      verifierSaisies(present);
      gardees += faits.filter(({ evenement }) => evenement.type === 'fiche-enregistree').length;
    });
    assert.ok(gardees > 500, `${gardees} saves looked at`);
  });

  it('DOS-53 the events alone give the dossier again, and what is typed into it', () => {
    vies((present, faits, depart) => {
      assert.deepEqual(rejouer(depart.dossier, faits), present.dossier);
      for (const { id } of present.dossier.fiches) {
        assert.deepEqual(faits.reduce((seen, { evenement }) => evolveSaisie(seen, id, evenement), depart.saisies.get(id)), present.saisies.get(id));
      }
    });
  });

  it('DOS-20 the fiches are a tree in order, that the contract accepts, with growing versions', () => {
    let avant: Dossier | undefined;
    vies(({ dossier }, faits) => {
      verifierArbre(dossier);
      assert.deepEqual(DossierSchema.parse(dossier), dossier);
      if (faits.length > 0 && avant?.id === dossier.id) assert.ok(dossier.version >= avant.version);
      avant = dossier;
    });
  });

  it('DOS-23 nothing is ever validated or published that is grey, without a unit or without a day', () => {
    let valides = 0;
    vies(({ dossier: { etat, fiches, dateEffet } }) => {
      if (etat === 'EN_COURS' || etat === 'REFUSE') return;
      valides += 1;
      assert.ok(fiches.every((fiche) => fiche.etat === 'finalisee') && fiches.some(({ type }) => type === 'UO') && dateEffet !== null);
    });
    assert.ok(valides > 100, `${valides} states looked at`);
  });

  it('DOS-35 a published dossier never changes, and the same commands by the same people are refused alike', () => {
    vies((present) => {
      if (present.dossier.etat !== 'PUBLIE') return;
      for (const qui of PERSONNES) {
        for (const [type] of COUPS) {
          if (type === 'avancer') continue;
          const c = { type, qui: 0, fiche: 0, parent: 0, typeFiche: 3, nombre: 1, saisie: { contenu: {}, illisibles: {} }, texte: 'x', jour: DEMAIN, aujourdhui: DEMAIN };
          assert.equal(jouer(present, commande(present, c), contexte(present, qui, DEMAIN)), undefined, type);
        }
      }
    });
  });
});
