import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Acteur, Role } from '../../../src/domain/acteur.ts';
import type { Personne, Signalement } from '../../../src/domain/signalement.ts';
import { CommandeAnomalie } from '../../../src/engine/anomalie/commandes.ts';
import { actionsSignalement, decideAnomalie, isClosed, signaler, possibleStatuts } from '../../../src/engine/anomalie/decide.ts';
import { evolveAnomalie } from '../../../src/engine/anomalie/evolve.ts';
import { porteeAnomalies, seesAnomalie } from '../../../src/engine/anomalie/portee.ts';
import type { ContexteAnomalie } from '../../../src/engine/anomalie/types.ts';

const acteur = (role: Role, plus: Partial<Acteur> = {}): Acteur => ({ id: role, nom: role, role, entitesGeographiques: [], departements: [], ...plus });
const personne = (role: Role, id: string = role): Personne => ({ id, nom: id, role });

const DECLARANT = acteur('lecteur');
const AUTRE = acteur('lecteur', { id: 'autre' });
const TUTELLE = acteur('tutelle', { departements: ['94'] });
const TUTELLE_AILLEURS = acteur('tutelle', { id: 'tutelle-91', departements: ['91'] });
const REFERENT = acteur('referent', { entitesGeographiques: ['eg'] });
const REFERENT_AILLEURS = acteur('referent', { id: 'referent-2', entitesGeographiques: ['eg-2'] });
const DIRECTION = acteur('direction', { entitesGeographiques: ['eg'] });
const GESTIONNAIRE = acteur('gestionnaire');
const SUPPORT = acteur('support');
const TOUS = [DECLARANT, AUTRE, TUTELLE, TUTELLE_AILLEURS, REFERENT, REFERENT_AILLEURS, DIRECTION, GESTIONNAIRE, SUPPORT];

const STATUTS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'];
const CODES = { J241: ['01', '02', '03', '04', '05', '06'], J242: ['AJO', 'COR', 'SUP'], J244: STATUTS };
const ASSIGNABLES = [personne('tutelle'), personne('gestionnaire'), personne('referent'), personne('direction')];
const contexte = (qui: Acteur, assignables = ASSIGNABLES): ContexteAnomalie => ({ acteur: qui, connait: (id, code) => CODES[id].includes(code), assignables });

const anomalie = (statut = '02', plus: Partial<Signalement> = {}): Signalement => ({
  id: 'a', noeud: { id: 'uo', type: 'UO', nom: 'Unité', entiteGeographiqueId: 'eg' }, departements: ['94'], thematique: '06', statut, message: 'Le numéro est faux.',
  declarant: personne('lecteur'), assigne: null, reponse: null, version: 1, dateCreation: 'hier', dateMiseJour: 'hier', dateCloture: null, ...plus,
});
const types = (decision: ReturnType<typeof decideAnomalie>) => decision.evenements?.map((one) => ('statut' in one ? `${one.type} ${one.statut}` : one.type)) ?? decision.refus?.code;

describe('who sees a report', () => {
  const CAS: readonly (readonly [string, Acteur, boolean])[] = [
    ['ANO-1 the gestionnaire', GESTIONNAIRE, true], ['ANO-1 the support', SUPPORT, true],
    ['ANO-2 the tutelle of the département', TUTELLE, true], ['ANO-2 not the tutelle of another', TUTELLE_AILLEURS, false],
    ['ANO-3 the référent of the structure', REFERENT, true], ['ANO-3 the Direction of the structure', DIRECTION, true], ['ANO-3 not the référent of another', REFERENT_AILLEURS, false],
    ['ANO-3 the reporter', DECLARANT, true], ['ANO-3 not another reader', AUTRE, false],
  ];
  for (const [titre, qui, voit] of CAS) test(titre, () => { assert.equal(seesAnomalie(qui, anomalie()), voit); });

  test('ANO-2 an anomaly on an entité juridique concerns every territory where it has establishments, and no référent', () => {
    const surEJ = anomalie('02', { noeud: { id: 'ej', type: 'EJ', nom: 'EJ', entiteGeographiqueId: null }, departements: ['91', '94'] });
    assert.deepEqual(TOUS.filter((qui) => seesAnomalie(qui, surEJ)).map(({ id }) => id), ['lecteur', 'tutelle', 'tutelle-91', 'gestionnaire', 'support']);
  });

  test('ANO-1 the reach as data says the same as the test', () => {
    assert.deepEqual(TOUS.map((qui) => porteeAnomalies(qui).type), ['aucune', 'aucune', 'territoire', 'territoire', 'structures', 'structures', 'structures', 'toutes', 'toutes']);
  });
});

describe('a new report', () => {
  const declaration = { thematique: '06', actionDemandee: 'COR', message: 'Le numéro est faux.' };
  test('ANO-5 is to be treated', () => { assert.deepEqual(types(signaler(declaration, contexte(DECLARANT))), ['anomalie-signalee 01', 'statut-change 02']); });
  test('ANO-5 is blocked when nobody administers the territory', () => {
    assert.deepEqual(types(signaler(declaration, contexte(DECLARANT, [personne('gestionnaire')]))), ['anomalie-signalee 01', 'statut-change 04']);
  });
  const REFUS: readonly (readonly [string, object, string])[] = [
    ['ANO-4 an unknown theme', { thematique: '99' }, 'code-inconnu'], ['ANO-4 an unknown action', { actionDemandee: 'XXX' }, 'code-inconnu'],
    ['ANO-4 no message', { message: ' \n' }, 'message-vide'],
  ];
  for (const [titre, faux, code] of REFUS) test(`${titre} is refused`, () => { assert.equal(signaler({ ...declaration, ...faux }, contexte(DECLARANT)).refus?.code, code); });
  test('ANO-4 the action is optional', () => { assert.ok(signaler({ thematique: '01', message: 'x' }, contexte(DECLARANT)).evenements); });
});

describe('statuses', () => {
  const CAS: readonly (readonly [string, Acteur, string, string, string | undefined, unknown])[] = [
    ['ANO-8 an administrator corrects', TUTELLE, '02', '08', undefined, ['statut-change 08']],
    ['ANO-8 and tells it', GESTIONNAIRE, '02', '08', 'C’est fait.', ['reponse-donnee', 'statut-change 08']],
    ['ANO-7 refusing says why', TUTELLE, '02', '09', ' ', 'reponse-vide'],
    ['ANO-7 tolerating says why', SUPPORT, '02', '07', undefined, 'reponse-vide'],
    ['ANO-7 tolerating for a time says why', SUPPORT, '02', '06', undefined, 'reponse-vide'],
    ['ANO-8 a refusal is taken up again', TUTELLE, '09', '02', undefined, ['statut-change 02']],
    ['ANO-8 what was cancelled is not', GESTIONNAIRE, '03', '02', undefined, 'transition'],
    ['ANO-8 nobody creates again', GESTIONNAIRE, '02', '01', undefined, 'transition'],
    ['ANO-8 nor in another territory', TUTELLE_AILLEURS, '02', '08', undefined, 'role'],
    ['ANO-9 those who describe the structure correct', REFERENT, '05', '08', undefined, ['statut-change 08']],
    ['ANO-9 judge it unfounded', DIRECTION, '05', '09', 'C’est exact.', ['reponse-donnee', 'statut-change 09']],
    ['ANO-9 say that it is not theirs', REFERENT, '05', '11', undefined, ['statut-change 11']],
    ['ANO-9 do not tolerate', REFERENT, '05', '07', 'x', 'transition'],
    ['ANO-9 do not reopen', REFERENT, '09', '02', undefined, 'transition'],
    ['ANO-9 a reader does nothing', AUTRE, '02', '08', undefined, 'role'],
    ['ANO-8 a status that does not exist', TUTELLE, '02', '12', undefined, 'code-inconnu'],
  ];
  for (const [titre, qui, de, vers, reponse, attendu] of CAS) {
    test(titre, () => {
      const commande = { type: 'changer-statut', statut: vers, ...(reponse !== undefined && { reponse }) } as const;
      assert.deepEqual(types(decideAnomalie(anomalie(de), commande, contexte(qui))), attendu);
    });
  }

  test('ANO-8 every open status leads to a closed one, and none to itself', () => {
    for (const statut of STATUTS.filter((one) => !isClosed(one))) {
      const atteints = new Set([statut]);
      for (const un of atteints) for (const suivant of possibleStatuts(anomalie(un), GESTIONNAIRE)) atteints.add(suivant);
      assert.ok([...atteints].some(isClosed), statut);
      assert.ok(!possibleStatuts(anomalie(statut), GESTIONNAIRE).includes(statut), statut);
    }
  });

  test('ANO-6 the closed statuses', () => { assert.deepEqual(STATUTS.filter(isClosed), ['03', '07', '08', '09']); });
});

describe('the reporter', () => {
  test('ANO-10 cancels while it is open', () => {
    for (const statut of STATUTS) {
      assert.deepEqual(types(decideAnomalie(anomalie(statut), { type: 'annuler' }, contexte(DECLARANT))), isClosed(statut) ? 'clos' : ['statut-change 03'], statut);
    }
    for (const qui of TOUS.filter((un) => un !== DECLARANT)) assert.equal(types(decideAnomalie(anomalie(), { type: 'annuler' }, contexte(qui))), 'declarant-seulement');
  });

  test('ANO-10 contests a correction or a refusal, saying why', () => {
    for (const statut of STATUTS) {
      const attendu = statut === '08' || statut === '09' ? ['precision-ajoutee', 'statut-change 10'] : 'transition';
      assert.deepEqual(types(decideAnomalie(anomalie(statut), { type: 'contester', texte: 'Toujours faux.' }, contexte(DECLARANT))), attendu, statut);
    }
    assert.equal(types(decideAnomalie(anomalie('08'), { type: 'contester', texte: ' ' }, contexte(DECLARANT))), 'message-vide');
    assert.equal(types(decideAnomalie(anomalie('08'), { type: 'contester', texte: 'x' }, contexte(TUTELLE))), 'declarant-seulement');
  });

  test('ANO-10 adds something while it is open; the others answer', () => {
    const repondre = (qui: Acteur, statut: string, texte = 'Un mot') => types(decideAnomalie(anomalie(statut), { type: 'repondre', texte }, contexte(qui)));
    assert.deepEqual([repondre(DECLARANT, '02'), repondre(DECLARANT, '08'), repondre(TUTELLE, '02'), repondre(REFERENT, '08'), repondre(AUTRE, '02'), repondre(TUTELLE, '02', '')],
      [['precision-ajoutee'], 'clos', ['reponse-donnee'], ['reponse-donnee'], 'declarant-seulement', 'reponse-vide']);
  });
});

describe('assignment', () => {
  const assigner = (qui: Acteur, statut: string, compteId: string | null, assigne: Personne | null = null) =>
    types(decideAnomalie(anomalie(statut, { assigne }), { type: 'assigner', compteId }, contexte(qui)));
  test('ANO-11 to those who describe the structure: it is sent', () => { assert.deepEqual(assigner(TUTELLE, '02', 'referent'), ['anomalie-assignee', 'statut-change 05']); });
  test('ANO-11 to an administrator: it is to be treated', () => {
    assert.deepEqual(assigner(GESTIONNAIRE, '04', 'tutelle'), ['anomalie-assignee', 'statut-change 02']);
    assert.deepEqual(assigner(GESTIONNAIRE, '10', 'tutelle'), ['anomalie-assignee']);
  });
  test('ANO-11 to nobody: it waits again', () => { assert.deepEqual(assigner(TUTELLE, '05', null, personne('referent')), ['anomalie-assignee', 'statut-change 02']); });
  test('ANO-11 to the same person: nothing happens', () => { assert.deepEqual(assigner(TUTELLE, '05', 'referent', personne('referent')), []); });
  test('ANO-11 to somebody else is refused', () => { assert.equal(assigner(TUTELLE, '02', 'lecteur'), 'non-assignable'); });
  test('ANO-11 not when it is closed, nor by those who do not administer', () => {
    assert.equal(assigner(TUTELLE, '08', 'referent'), 'clos');
    for (const qui of [DECLARANT, AUTRE, REFERENT, DIRECTION, TUTELLE_AILLEURS]) assert.equal(assigner(qui, '02', 'tutelle'), 'role', qui.id);
  });
});

describe('what becomes of it', () => {
  const commande = fc.oneof(
    fc.record({ type: fc.constant('assigner' as const), compteId: fc.constantFrom(null, 'tutelle', 'referent', 'lecteur') }),
    fc.record({ type: fc.constant('changer-statut' as const), statut: fc.constantFrom(...STATUTS), reponse: fc.constantFrom('', 'Voici pourquoi.') }),
    fc.record({ type: fc.constantFrom('repondre' as const, 'contester' as const), texte: fc.constantFrom('', 'Un mot') }),
    fc.record({ type: fc.constant('annuler' as const) }),
  );

  test('ANO-12, ANO-6 any life leaves a report that says the same when it is replayed; its closing date is that of a closed status', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...TOUS), commande), { maxLength: 20 }), (actes) => {
      let etat = anomalie('01');
      const faits: (readonly [Parameters<typeof evolveAnomalie>[1], string])[] = [];
      actes.forEach(([qui, acte], rang) => {
        for (const evenement of decideAnomalie(etat, acte, contexte(qui)).evenements ?? []) {
          faits.push([evenement, String(rang)]);
          etat = evolveAnomalie(etat, evenement, String(rang));
        }
        assert.equal(etat.dateCloture !== null, isClosed(etat.statut));
      });
      assert.deepEqual(faits.reduce((avant, [evenement, instant]) => evolveAnomalie(avant, evenement, instant), anomalie('01')), etat);
      assert.equal(etat.version, 1 + faits.length);
    }));
  });

  test('ANO-6 a report that is closed has a closing date, which goes when it is taken up again', () => {
    const clos = evolveAnomalie(anomalie(), { type: 'statut-change', statut: '09' }, 'lundi');
    assert.deepEqual([clos.dateCloture, clos.dateMiseJour, evolveAnomalie(clos, { type: 'statut-change', statut: '02' }, 'mardi').dateCloture], ['lundi', 'lundi', null]);
    assert.equal(evolveAnomalie(clos, { type: 'reponse-donnee', texte: 'Merci' }, 'mardi').dateCloture, 'lundi');
  });

  test('ANO-13 the actions that are offered are those that would be accepted', () => {
    const ESSAIS: Record<string, CommandeAnomalie> = {
      assigner: { type: 'assigner', compteId: 'tutelle' }, repondre: { type: 'repondre', texte: 'x' }, annuler: { type: 'annuler' }, contester: { type: 'contester', texte: 'x' },
    };
    for (const statut of STATUTS) for (const qui of TOUS) {
      const etat = anomalie(statut);
      const offertes = actionsSignalement(etat, qui);
      for (const [action, essai] of Object.entries(ESSAIS)) {
        assert.equal(offertes.includes(action as 'assigner'), decideAnomalie(etat, essai, contexte(qui)).refus === undefined, `${action} ${statut} ${qui.id}`);
      }
      const acceptes = STATUTS.filter((vers) => !decideAnomalie(etat, { type: 'changer-statut', statut: vers, reponse: 'x' }, contexte(qui)).refus);
      assert.deepEqual(possibleStatuts(etat, qui), acceptes, `${statut} ${qui.id}`);
      assert.equal(offertes.includes('changer-statut'), acceptes.length > 0);
    }
  });

  test('ANO-13 a command is data that passes its schema', () => {
    for (const bonne of [{ type: 'annuler' }, { type: 'assigner', compteId: null }]) assert.ok(CommandeAnomalie.safeParse(bonne).success);
    for (const fausse of [{ type: 'supprimer' }, { type: 'changer-statut', statut: '../02' }, null]) assert.ok(!CommandeAnomalie.safeParse(fausse).success);
  });
});
