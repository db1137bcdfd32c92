/** Random lives of a fiche: nothing that was kept on the device once may be missing at the end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RorClientError } from '../../src/client/errors.ts';
import { problem } from '../../src/contract/problem.ts';
import { Brouillons, type Brouillon } from '../../src/controllers/brouillons.ts';
import { pageStore } from '../../src/controllers/draft-store.ts';
import type { Caller } from '../../src/controllers/contexts.ts';
import { FicheSaver } from '../../src/controllers/fiche-saver.ts';
import type { Fiche, Saisie } from '../../src/domain/fiche.ts';
import { Sitting } from '../../src/elements/ror-fiche-form/sitting.ts';
import { equal } from '../../src/engine/fiche/equal.ts';
import { formSchema } from '../../src/engine/fiche/schemas.ts';

const schema = formSchema('UO');
const OU = { portee: '', compte: 'claire', dossierId: 'd', ficheId: 'f' };
const vide: Fiche = { id: 'f', type: 'UO', parentId: null, nom: '', etat: 'en-creation', version: 1, contenu: {}, illisibles: {}, dateMiseJour: '2026-11-21T10:00:00Z' };
/** Each tab types into a field of its own. */
const CHAMPS = ['nomOffre', 'patientele.ageMin.valeur'] as const;

/** What is typed in a field: the name can be read, an age in words cannot and is kept as typed. */
function texte({ contenu, illisibles }: Saisie, path: (typeof CHAMPS)[number]): string {
  const value = path === 'nomOffre' ? contenu[path] : illisibles[path];
  return typeof value === 'string' ? value : '';
}

/** A server, a browser and two tabs; time is what the commands say it is. */
function monde() {
  let stored = vide;
  let reseau: 'là' | 'coupé' | 'expiré' | 'réponse perdue' = 'là';
  const client = { call: (_name: string, input: Saisie & { version: number }) => {
    if (reseau === 'coupé') return Promise.reject(new RorClientError('offline', 'cut'));
    if (reseau === 'expiré') return Promise.reject(new RorClientError('unauthenticated', 'expired'));
    if (input.version !== stored.version) return Promise.reject(RorClientError.fromProblem(problem('perime', 'stale', { actuel: stored })));
    stored = { ...stored, version: stored.version + 1, etat: 'en-attente', contenu: input.contenu, illisibles: input.illisibles };
    return reseau === 'réponse perdue' ? Promise.reject(new RorClientError('offline', 'lost')) : Promise.resolve({ fiche: stored });
  } } as unknown as Caller;
  const coffre = pageStore();
  const vivants = new Set<string>();
  let instant = 0;

  const ouvre = (rang: number, numero: number) => {
    const nom = `onglet-${rang}-${numero}`;
    vivants.add(nom);
    const store = new Brouillons(nom, { store: coffre, now: () => ++instant, tabs: () => Promise.resolve(vivants) });
    let sitting = new Sitting(schema, stored);
    let seance = store.begin();
    const ecrit = (): Promise<unknown> => (sitting.modified
      ? store.keep({ ...OU, seance, base: { ...sitting.fiche, ...sitting.session.base }, ...sitting.saisie }) : store.clear(seance));
    /** The person keeps what they typed; where the other typed too, they put both together. */
    const compare = (theirs: Fiche): void => {
      const { base, saisie } = sitting.session;
      const touched = CHAMPS.filter((path) => texte(saisie, path) !== texte(base, path));
      sitting.rebase(theirs, new Set(touched));
      for (const path of touched) if (texte(theirs, path) !== texte(base, path)) sitting.type(path, `${texte(saisie, path)} ${texte(theirs, path)}`);
    };
    const saver = new FicheSaver(() => client, (_dossier, fiche, sent) => {
      sitting.adopt(fiche);
      void store.erase(OU, sent);
    }, () => undefined);
    return {
      tape: (mot: string) => {
        const path = CHAMPS[rang]!;
        sitting.type(path, `${texte(sitting.saisie, path)} ${mot}`);
      },
      ecrit,
      async pousse() {
        if (!sitting.modified) return;
        sitting.send('repos');
        try {
          await saver.save('d', { ficheId: 'f', version: sitting.fiche.version, finaliser: false, ...sitting.saisie });
          await ecrit();
        } catch (error) {
          sitting.failed();
          const actuel = (error as RorClientError).problem?.actuel as Fiche | undefined;
          if (actuel) compare(actuel);
        }
      },
      /** What was found comes back as by « Reprendre », one text after another. */
      async reprend() {
        for (const found of await store.find(OU)) {
          if (sitting.modified) await ecrit();
          const before = { ...sitting.fiche, ...sitting.saisie };
          const fiche = sitting.fiche;
          const moved = sitting.modified || !equal([found.base.contenu, found.base.illisibles], [fiche.contenu, fiche.illisibles]);
          store.end(seance);
          const former = seance;
          seance = store.begin();
          sitting = new Sitting(schema, moved ? found.base : fiche, found);
          if (moved) {
            compare(before);
            sitting.restOn(fiche);
          }
          await ecrit();
          await store.withdraw(found);
          await store.clear(former);
        }
      },
      meurt: () => void vivants.delete(nom),
    };
  };
  return {
    ouvre, reseau: (now: typeof reseau) => { reseau = now; },
    async partout(): Promise<string> {
      const drafts = (await coffre.entries()).map(([, value]) => value as Brouillon);
      return JSON.stringify([stored.contenu, stored.illisibles, ...drafts.map(({ contenu, illisibles }) => [contenu, illisibles])]);
    },
  };
}

const geste = fc.oneof(
  { weight: 5, arbitrary: fc.record({ faire: fc.constant('tape' as const), onglet: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ faire: fc.constant('pousse' as const), onglet: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ faire: fc.constant('meurt' as const), onglet: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ faire: fc.constant('reprend' as const), onglet: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ faire: fc.constant('reseau' as const), reseau: fc.constantFrom('là' as const, 'coupé' as const, 'expiré' as const, 'réponse perdue' as const) }) },
);

test('whatever happens, what was typed and kept is on the server or in a draft', async () => {
  await fc.assert(fc.asyncProperty(fc.array(geste, { maxLength: 40 }), async (gestes) => {
    const { ouvre, reseau, partout } = monde();
    const onglets = [ouvre(0, 0), ouvre(1, 0)];
    const mots: string[] = [];
    for (const [rang, un] of gestes.entries()) {
      if (un.faire === 'reseau') { reseau(un.reseau); continue; }
      const onglet = onglets[un.onglet]!;
      if (un.faire === 'tape') {
        const mot = `mot${rang}.`;
        onglet.tape(mot);
        await onglet.ecrit();
        mots.push(mot);
      } else if (un.faire === 'meurt') {
        onglet.meurt();
        onglets[un.onglet] = ouvre(un.onglet, rang + 1);
      } else await onglet[un.faire]();
      const found = await partout();
      for (const mot of mots) assert.ok(found.includes(mot), `${mot} is lost after ${un.faire} (${rang})`);
    }
    // In the end the person comes back with a network: everything reaches the server.
    reseau('là');
    for (const onglet of onglets) { await onglet.reprend(); await onglet.pousse(); await onglet.pousse(); }
    const found = await partout();
    for (const mot of mots) assert.ok(found.includes(mot), `${mot} is lost at the end`);
  }), { numRuns: 300 });
});
