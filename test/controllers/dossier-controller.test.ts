import { expect } from '@open-wc/testing';
import { RorClientError } from '../../src/client/index.ts';
import { problem } from '../../src/contract/problem.ts';
import { today } from '../../src/controllers/today.ts';
import { DossierController } from '../../src/controllers/dossier-controller.ts';
import type { SaveFiche } from '../../src/controllers/fiche-saver.ts';
import type { Fiche } from '../../src/domain/fiche.ts';
import { acteur, contenuFiche, dossier, resume } from '../../stories/ehpad-test.ts';
import { deferred, FakeHost } from '../support/fake-host.ts';
import { fakeClient } from '../support/fake-transport.ts';

const unite = dossier().fiches[1]!;
const save = (nomOffre: string, version = 1): SaveFiche => ({ ficheId: unite.id, version, contenu: { nomOffre }, illisibles: {}, finaliser: false });
const stored = ({ contenu }: { contenu: object }, version: number): Fiche => ({ ...contenuFiche(unite), contenu: contenu as Fiche['contenu'], version, etat: 'en-attente', nom: (contenu as { nomOffre: string }).nomOffre });

interface Server {
  readonly enregistrerFiche?: (input: { version: number; contenu: object }) => unknown;
  readonly lireFiche?: () => unknown;
  readonly deciderDossier?: () => unknown;
}

/** A controller with a dossier and a fiche open, on a server that answers as told. */
async function opened({ enregistrerFiche, lireFiche, deciderDossier }: Server) {
  const { client, sent } = fakeClient((name, input) => {
    switch (name) {
      case 'lireProfil': return acteur();
      case 'listerDossiers': return { dossiers: [resume(dossier())], suite: null };
      case 'lireDossier': return dossier();
      case 'enregistrerFiche': return enregistrerFiche?.(input);
      case 'deciderDossier': return deciderDossier?.();
      default: return lireFiche?.() ?? contenuFiche(unite);
    }
  });
  const controller = new DossierController(new FakeHost(), () => client);
  await controller.readDossier('d1');
  await controller.readFiche(unite.id);
  return { controller, client, names: () => sent.map(({ name }) => name), saves: () => sent.filter(({ name }) => name === 'enregistrerFiche').map(({ input }) => input as { version: number; contenu: { nomOffre: string } }) };
}

describe('DossierController', () => {
  it('sends one save at a time, each from the version that the one before made', async () => {
    const first = deferred<unknown>();
    let version = 1;
    const { controller, saves } = await opened({ enregistrerFiche: (input) => (version === 1 ? (version = 2, first.promise) : { fiche: stored(input, ++version) }) });
    const one = controller.save(save('Un'));
    const two = controller.saveLeft(save('Deux'));
    await Promise.resolve();
    await Promise.resolve();
    expect(controller.unsaved).to.equal(true);
    expect(saves().map(({ contenu }) => contenu.nomOffre)).to.deep.equal(['Un']);
    first.resolve({ fiche: stored({ contenu: { nomOffre: 'Un' } }, 2) });
    expect(await one).to.equal('done');
    await two;
    expect(controller.unsaved).to.equal(false);
    expect(saves().map(({ version: from, contenu }) => [contenu.nomOffre, from])).to.deep.equal([['Un', 1], ['Deux', 2]]);
    expect(controller.dossier!.fiches[1]!.nom).to.equal('Deux');
  });

  it('goes on saving after a save that failed', async () => {
    let down = true;
    const { controller } = await opened({ enregistrerFiche: (input) => {
      if (down) throw new RorClientError('offline', 'cut');
      return { fiche: stored(input, 2) };
    } });
    expect(await controller.save(save('Un'))).to.equal('failed');
    expect(controller.failure!.kind).to.equal('offline');
    down = false;
    expect(await controller.save(save('Un'))).to.equal('done');
    expect(controller.failure).to.equal(undefined);
  });

  it('takes its own lost save for a success, whatever the order of the keys', async () => {
    const { controller } = await opened({ enregistrerFiche: () => {
      throw RorClientError.fromProblem(problem('perime', 'x', { actuel: { ...contenuFiche(unite), version: 2, etat: 'en-attente', contenu: { b: { d: 2, c: 1 }, a: 1 } } }));
    } });
    expect(await controller.save({ ...save(''), contenu: { a: 1, b: { c: 1, d: 2 } } })).to.equal('done');
  });

  it('does not take somebody else’s save for its own', async () => {
    const { controller } = await opened({ enregistrerFiche: () => {
      throw RorClientError.fromProblem(problem('perime', 'x', { actuel: stored({ contenu: { nomOffre: 'Autre' } }, 2) }));
    } });
    expect(await controller.save(save('La mienne'))).to.equal('failed');
    expect(controller.failure!.kind).to.equal('stale');
  });

  it('keeps what could not be saved after the dossier is closed, and saves it where it belongs', async () => {
    let down = true;
    const { controller, saves } = await opened({ enregistrerFiche: (input) => {
      if (down) throw new RorClientError('offline', 'cut');
      return { fiche: stored(input, 2) };
    } });
    await controller.saveLeft(save('Perdu ?'));
    controller.close('dossier');
    expect(controller.parked.map(({ dossierId, save: { contenu } }) => [dossierId, contenu])).to.deep.equal([['d1', { nomOffre: 'Perdu ?' }]]);
    expect(controller.unsaved).to.equal(true);
    down = false;
    await controller.saveParked(controller.parked[0]!);
    expect(controller.parked).to.deep.equal([]);
    expect((saves().at(-1) as unknown as { dossierId: string }).dossierId).to.equal('d1');
  });

  it('parks what a rule refuses too, with the rule', async () => {
    const { controller } = await opened({ enregistrerFiche: () => ({ refus: { code: 'etat', etat: 'EN_VALIDATION_GESTIONNAIRE' } }) });
    await controller.saveLeft(save('Trop tard'));
    expect(controller.parkedIn(unite.id)!.reason.refus).to.deep.equal({ code: 'etat', etat: 'EN_VALIDATION_GESTIONNAIRE' });
    controller.drop(unite.id);
    expect(controller.unsaved).to.equal(false);
  });

  it('gives parked text back over the version it was typed on, and shows as a conflict what was saved since', async () => {
    let current = contenuFiche(unite);
    const { controller } = await opened({ enregistrerFiche: () => { throw new RorClientError('offline', 'cut'); }, lireFiche: () => current });
    await controller.saveLeft(save('Le mien'));
    current = { ...current, version: 2, contenu: { nomOffre: 'Celui de Jean' } };
    await controller.readFiche(unite.id);
    expect(controller.fiche!.version).to.equal(1);
    expect(controller.failure!.kind).to.equal('stale');
    expect((controller.failure!.problem!.actuel as Fiche).version).to.equal(2);
  });

  it('reads a fiche only once its own saves have ended', async () => {
    const answer = deferred<unknown>();
    let current = contenuFiche(unite);
    const { controller } = await opened({ enregistrerFiche: () => answer.promise, lireFiche: () => current });
    const saving = controller.saveLeft(save('Le mien'));
    const reading = controller.readFiche(unite.id);
    current = { ...stored({ contenu: { nomOffre: 'Le mien' } }, 2) };
    answer.resolve({ fiche: current });
    await Promise.all([saving, reading]);
    expect(controller.fiche!.version).to.equal(2);
  });

  it('sends a command after the saves under way, and not at all when one of them failed', async () => {
    const answer = deferred<unknown>();
    const { controller, names } = await opened({ enregistrerFiche: () => answer.promise, deciderDossier: () => ({ dossier: dossier({ version: 2 }) }) });
    void controller.saveLeft(save('Le mien'));
    const deciding = controller.decide({ type: 'envoyer-en-validation' });
    await Promise.resolve();
    expect(names()).not.to.include('deciderDossier');
    answer.reject(new RorClientError('offline', 'cut'));
    expect(await deciding).to.equal('failed');
    expect(controller.failure!.kind).to.equal('offline');
    expect(names()).not.to.include('deciderDossier');
    expect(await controller.decide({ type: 'renommer', nom: 'Autre' })).to.equal('done');
  });

  it('shows nothing of the former person to the next one, and keeps what the former one typed', async () => {
    const { controller } = await opened({ enregistrerFiche: () => { throw new RorClientError('offline', 'cut'); } });
    await controller.saveLeft(save('Le mien'));
    controller.forget();
    expect([controller.acteur, controller.dossiers, controller.dossier, controller.fiche]).to.deep.equal([undefined, undefined, undefined, undefined]);
    controller.acteur = { ...acteur('lecteur'), id: 'a2' };
    expect(controller.parked).to.deep.equal([]);
    controller.acteur = acteur();
    expect(controller.parked.length).to.equal(1);
  });

  it('keeps the dossier on screen when reading it again fails', async () => {
    let down = false;
    const { client } = fakeClient((name) => {
      if (down) throw new RorClientError('server', 'x');
      return name === 'lireProfil' ? acteur() : dossier();
    });
    const controller = new DossierController(new FakeHost(), () => client);
    await controller.readDossier('d1');
    down = true;
    await controller.readDossier('d1');
    expect(controller.readFailure!.kind).to.equal('server');
    expect(controller.dossier!.id).to.equal('d1');
  });
});

describe('aujourdhui', () => {
  for (const [instant, zone, day] of [
    ['2026-03-28T23:30:00Z', 'Europe/Paris', '2026-03-29'],
    ['2026-10-25T22:30:00Z', 'Europe/Paris', '2026-10-25'],
    ['2026-12-31T23:00:00Z', 'Europe/Paris', '2027-01-01'],
    ['2026-12-31T20:00:00Z', 'Indian/Reunion', '2027-01-01'],
    ['2027-01-01T03:59:00Z', 'America/Martinique', '2026-12-31'],
  ] as const) {
    it(`${instant} is the ${day} in ${zone}`, () => {
      expect(today(zone, new Date(instant))).to.equal(day);
    });
  }
});
