import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Role } from '../../../src/domain/acteur.ts';
import { EtatDossier } from '../../../src/domain/dossier.ts';
import { porteeDe, voit } from '../../../src/engine/dossier/visibilite.ts';
import { acteur, dossier, gestionnaire, referent, tutelle, tutelleVoisine, voisine } from '../../support/dossiers.ts';

const EHPAD = dossier();
const IME = dossier(undefined, { valideur: 'tutelle' });
const IME_DE_PARIS = dossier(undefined, { valideur: 'tutelle', departement: '75', entiteGeographiqueId: 'ailleurs' });

describe('who sees a dossier', () => {
  const REGARDS = [
    ['DOS-36', 'a référent', referent, [true, true, false]],
    ['DOS-36', 'a Direction', acteur('direction'), [true, true, false]],
    ['DOS-36', 'the Direction of another structure', voisine, [false, false, false]],
    ['DOS-36', 'a référent of two structures', acteur('referent', { entitesGeographiques: ['eg', 'ailleurs'] }), [true, true, true]],
    ['DOS-36', 'a référent of none', acteur('referent', { entitesGeographiques: [] }), [false, false, false]],
    ['DOS-36', 'the gestionnaire', gestionnaire, [true, true, true]],
    ['DOS-36', 'the support', acteur('support'), [true, true, true]],
    ['DOS-37', 'a tutelle', tutelle, [false, true, false]],
    ['DOS-37', 'the tutelle of another territory', tutelleVoisine, [false, false, true]],
    ['DOS-37', 'a tutelle of two départements', acteur('tutelle', { departements: ['94', '75'] }), [false, true, true]],
    ['DOS-37', 'a tutelle without territory', acteur('tutelle', { departements: [] }), [false, false, false]],
    ['DOS-38', 'a reader', acteur('lecteur'), [false, false, false]],
    ['DOS-38', 'a responsable de disponibilités', acteur('responsable-disponibilites'), [false, false, false]],
  ] as const;

  for (const [regle, nom, qui, attendu] of REGARDS) {
    it(`${regle} ${nom}: EHPAD ${attendu[0]}, IME ${attendu[1]}, IME of Paris ${attendu[2]}`, () => {
      assert.deepEqual([EHPAD, IME, IME_DE_PARIS].map((d) => voit(qui, d)), attendu);
    });
  }

  it('DOS-36 the state of the dossier changes nothing', () => {
    for (const etat of EtatDossier.options) {
      assert.deepEqual([referent, gestionnaire, tutelle, voisine].map((qui) => voit(qui, dossier(undefined, { etat, valideur: 'tutelle' }))), [true, true, true, false]);
    }
  });

  const PORTEES = {
    lecteur: { type: 'aucun' },
    'responsable-disponibilites': { type: 'aucun' },
    referent: { type: 'structures', entitesGeographiques: ['eg'] },
    direction: { type: 'structures', entitesGeographiques: ['eg'] },
    tutelle: { type: 'territoire', departements: ['94'] },
    gestionnaire: { type: 'tous' },
    support: { type: 'tous' },
  } as const;

  for (const role of Role.options) {
    const regle = role === 'tutelle' ? 'DOS-37' : PORTEES[role].type === 'aucun' ? 'DOS-38' : 'DOS-36';
    it(`${regle} the scope of ${role}, for a query, is ${PORTEES[role].type}`, () => assert.deepEqual(porteeDe(acteur(role)), PORTEES[role]));
  }
});
