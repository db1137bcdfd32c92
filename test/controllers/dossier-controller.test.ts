import { expect } from '@open-wc/testing';
import { RorClientError } from '../../src/client/index.ts';
import { problem } from '../../src/contract/problem.ts';
import { aujourdhui } from '../../src/controllers/aujourdhui.ts';
import { DossierController, type SaveFiche } from '../../src/controllers/dossier-controller.ts';
import type { Fiche } from '../../src/domain/fiche.ts';
import { acteur, contenuFiche, dossier, resume } from '../../stories/ehpad-test.ts';
import { deferred, FakeHost } from '../support/fake-host.ts';
import { fakeClient } from '../support/fake-transport.ts';

const unite = dossier().fiches[1]!;
const save = (nomOffre: string, version = 1): SaveFiche => ({ ficheId: unite.id, version, contenu: { nomOffre }, illisibles: {}, finaliser: false });
const stored = ({ contenu }: { contenu: object }, version: number): Fiche => ({ ...contenuFiche(unite), contenu: contenu as Fiche['contenu'], version, etat: 'en-attente', nom: (contenu as { nomOffre: string }).nomOffre });

/** A controller with a dossier open, on a server that answers saves as told. */
async function opened(enregistrerFiche: (input: { version: number; contenu: object }) => unknown) {
  const { client, sent } = fakeClient((name, input) => {
    switch (name) {
      case 'lireProfil': return acteur();
      case 'listerDossiers': return [resume(dossier())];
      case 'lireDossier': return dossier();
      case 'enregistrerFiche': return enregistrerFiche(input);
      default: return contenuFiche(unite);
    }
  });
  const controller = new DossierController(new FakeHost(), () => client);
  await controller.readDossier('d1');
  return { controller, saves: () => sent.filter(({ name }) => name === 'enregistrerFiche').map(({ input }) => input as { version: number; contenu: { nomOffre: string } }) };
}

describe('DossierController', () => {
  it('sends one save at a time, each from the version that the one before made', async () => {
    const first = deferred<unknown>();
    let version = 1;
    const { controller, saves } = await opened((input) => (version === 1 ? (version = 2, first.promise) : { fiche: stored(input, ++version) }));
    const one = controller.save(save('Un'));
    const two = controller.saveLeft(save('Deux'), 'Unité');
    await Promise.resolve();
    expect(saves().map(({ contenu }) => contenu.nomOffre)).to.deep.equal(['Un']);
    first.resolve({ fiche: stored({ contenu: { nomOffre: 'Un' } }, 2) });
    expect(await one).to.equal('done');
    expect(await two).to.equal('done');
    expect(saves().map(({ version: from, contenu }) => [contenu.nomOffre, from])).to.deep.equal([['Un', 1], ['Deux', 2]]);
    expect(controller.dossier!.fiches[1]!.nom).to.equal('Deux');
  });

  it('goes on saving after a save that failed', async () => {
    let down = true;
    const { controller } = await opened((input) => {
      if (down) throw new RorClientError('offline', 'cut');
      return { fiche: stored(input, 2) };
    });
    expect(await controller.save(save('Un'))).to.equal('failed');
    expect(controller.failure!.kind).to.equal('offline');
    down = false;
    expect(await controller.save(save('Un'))).to.equal('done');
    expect(controller.failure).to.equal(undefined);
  });

  it('takes its own lost save for a success, whatever the order of the keys', async () => {
    const { controller } = await opened(() => {
      throw RorClientError.fromProblem(problem('perime', 'x', { actuel: { ...contenuFiche(unite), version: 2, etat: 'en-attente', contenu: { b: { d: 2, c: 1 }, a: 1 } } }));
    });
    expect(await controller.save({ ...save(''), contenu: { a: 1, b: { c: 1, d: 2 } } })).to.equal('done');
  });

  it('does not take somebody else’s save for its own', async () => {
    const { controller } = await opened(() => {
      throw RorClientError.fromProblem(problem('perime', 'x', { actuel: stored({ contenu: { nomOffre: 'Autre' } }, 2) }));
    });
    expect(await controller.save(save('La mienne'))).to.equal('failed');
    expect(controller.failure!.kind).to.equal('stale');
  });

  it('keeps what could not be saved after the dossier is closed, and saves it where it belongs', async () => {
    let down = true;
    const { controller, saves } = await opened((input) => {
      if (down) throw new RorClientError('offline', 'cut');
      return { fiche: stored(input, 2) };
    });
    expect(await controller.saveLeft(save('Perdu ?'), 'Unité')).to.equal('failed');
    controller.close('dossier');
    expect([...controller.parked.values()].map(({ dossierId, nom, contenu }) => [dossierId, nom, contenu])).to.deep.equal([['d1', 'Unité', { nomOffre: 'Perdu ?' }]]);
    down = false;
    const parked = controller.parked.get(unite.id)!;
    expect(await controller.saveLeft(parked, parked.nom, parked.dossierId)).to.equal('done');
    expect(controller.parked.size).to.equal(0);
    expect((saves().at(-1) as unknown as { dossierId: string }).dossierId).to.equal('d1');
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
      expect(aujourdhui(zone, new Date(instant))).to.equal(day);
    });
  }
});
