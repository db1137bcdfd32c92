/** What the client makes of a network and of servers that fail, with the real backend behind them. */
import { HttpResponse, http as route } from 'msw';
import { rorHandlers } from '../../demo/backend/doors/msw.ts';
import { RorClient, http } from '../../src/client/index.ts';
import { DossierController } from '../../src/controllers/dossier-controller.ts';
import type { Dossier } from '../../src/domain/dossier.ts';
import { Fiche } from '../../src/domain/fiche.ts';
import { startBackend, type BackendInWorker } from '../conformance/backend-in-worker.ts';
import { abortion, failure, ok, same } from '../conformance/expect.ts';
import { httpClient, signIn } from '../conformance/http-accounts.ts';
import { FakeHost, deferred } from '../support/fake-host.ts';
import { startWorker } from '../support/msw.ts';

describe('the client, when the network or the server fails', () => {
  let backend: BackendInWorker;
  let msw: Awaited<ReturnType<typeof startWorker>>;
  let client: RorClient;
  let dossier: Dossier;
  let fiche: Fiche;

  before(async function () {
    this.timeout(60_000);
    backend = await startBackend();
    msw = await startWorker(...rorHandlers(backend.handle));
    client = await httpClient('/api', 'referent');
  });
  after(() => {
    msw.stop();
    backend.stop();
  });

  beforeEach(async () => {
    const { id: dossierId } = (await client.call('listerDossiers', {})).dossiers.find(({ entiteGeographiqueId }) => entiteGeographiqueId === 'eg-ehpad-test')!;
    const { version, fiches: [racine] } = await client.call('lireDossier', { dossierId });
    const answer = await client.call('deciderDossier', { dossierId, version, commande: { type: 'creer-fiches', parentId: racine!.id, typeFiche: 'UO', nombre: 1 } });
    ok('dossier' in answer, 'the fiche was not created');
    ({ dossier } = answer);
    fiche = await stored(dossier.fiches.at(-1)!.id);
  });
  afterEach(() => { msw.resetHandlers(); });

  const stored = (ficheId = fiche.id) => client.call('lireFiche', { dossierId: dossier.id, ficheId });
  const contenu = { nomOffre: 'Unité d’essai', metadonnee: { commentaire: 'Ordre des clés' }, activiteOperationnelle: ['334', '325'] };
  const saving = () => ({ dossierId: dossier.id, ficheId: fiche.id, version: fiche.version, contenu, illisibles: { 'patientele.ageMin.valeur': 'soixante' }, finaliser: false });
  const save = (by = client) => by.call('enregistrerFiche', saving());
  /** The next save meets this instead of the backend. */
  const nextSave = (meets: (request: Request) => Response | Promise<Response>) => { msw.use(route.put('*/api/dossiers/*/fiches/*', ({ request }) => meets(request), { once: true })); };
  const savedOnce = async () => {
    const { version, contenu: kept, illisibles } = await stored();
    same([version, kept, illisibles], [fiche.version + 1, contenu, { 'patientele.ageMin.valeur': 'soixante' }]);
  };

  it('a save that never reached the server is offline, and saved once when it is tried again', async () => {
    nextSave(() => HttpResponse.error());
    ok((await failure(save(), 'offline')).transient, 'worth another try');
    same(await stored(), fiche);
    await save();
    await savedOnce();
  });

  /** The first half of an answer, then nothing more. */
  const cut = async (response: Response): Promise<Response> => {
    const bytes = new Uint8Array(await response.arrayBuffer());
    const chunks = [bytes.slice(0, bytes.length / 2)];
    const body = new ReadableStream<Uint8Array>({ pull(stream) { const chunk = chunks.pop(); if (chunk) stream.enqueue(chunk); else stream.error(new TypeError('cut')); } });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  };
  for (const [title, kind, answer] of [
    ['lost', 'offline', () => HttpResponse.error()],
    ['cut in the middle', 'offline', cut],
    ['replaced by a page of a gateway', 'offline', () => new HttpResponse('<html>', { status: 504 })],
    ['truncated', 'invalid-answer', async (response: Response) => new HttpResponse((await response.text()).slice(0, -1), { headers: { 'content-type': 'application/json' } })],
  ] as const) {
    it(`a save whose answer was ${title} is "${kind}"; tried again, it meets what it saved, and saves nothing twice`, async () => {
      nextSave(async (request) => answer(await backend.handle(request)));
      ok((await failure(save(), kind)).transient, 'worth another try');
      const { problem } = await failure(save(), 'stale');
      same(Fiche.parse(problem?.actuel), await stored());
      await savedOnce();
    });
  }

  it('for the person, a save whose answer was lost ends well at the second try', async () => {
    const controller = new DossierController(new FakeHost(), () => client);
    await controller.readDossier(dossier.id);
    await controller.readFiche(fiche.id);
    nextSave(async (request) => { await backend.handle(request); return HttpResponse.error(); });
    same([await controller.save(saving()), controller.failure?.kind], ['failed', 'offline']);
    same([await controller.save(saving()), controller.failure, controller.fiche?.version], ['done', undefined, fiche.version + 1]);
    await savedOnce();
  });

  it('a save that somebody else’s save has overtaken during the cut is stale, with their version', async () => {
    nextSave(() => HttpResponse.error());
    await failure(save(), 'offline');
    const direction = await httpClient('/api', 'direction');
    await direction.call('enregistrerFiche', { ...saving(), contenu: { nomOffre: 'De la Direction' } });
    const { problem } = await failure(save(), 'stale');
    const theirs = Fiche.parse(problem?.actuel);
    same([theirs.contenu, theirs.auteur], [{ nomOffre: 'De la Direction' }, 'Jean Dupuis']);
  });

  for (const [title, body] of [
    ['half of a text', '{"fiche":{"id":"'], ['a web page', '<!doctype html><title>Portail</title>'], ['nothing', ''], ['a null', 'null'], ['another object', '{"fiche":{"id":12}}'], ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
  ] as const) {
    it(`${title} in place of an answer is an invalid answer, and the next call is answered`, async () => {
      nextSave(() => new HttpResponse(body, { headers: { 'content-type': 'application/json' } }));
      await failure(save(), 'invalid-answer');
      await save();
      await savedOnce();
    });
  }

  it('a problem that can’t be read still says by its status what kind it is', async () => {
    for (const [status, kind] of [[400, 'invalid-input'], [403, 'denied'], [404, 'missing'], [409, 'stale'], [413, 'too-large'], [500, 'server'], [503, 'offline']] as const) {
      nextSave(() => new HttpResponse('{"type":', { status, headers: { 'content-type': 'application/problem+json' } }));
      same((await failure(save(), kind)).problem, undefined);
    }
    same(await stored(), fiche);
  });

  const signOut = (jeton: string) => fetch('/api/session', { method: 'DELETE', headers: { authorization: `Bearer ${jeton}` } });
  /** A client whose session has just ended on the server; `renew` is how its host gets another token. */
  const expired = async (renew: (signal: AbortSignal | undefined) => Promise<string | undefined>) => {
    let jeton = await signIn('/api', 'referent');
    await signOut(jeton);
    const asked: boolean[] = [];
    const expiree = new RorClient(http({ baseUrl: '/api', async getToken({ renouveler, signal }) {
      asked.push(renouveler);
      if (renouveler) jeton = await renew(signal) ?? jeton;
      return jeton;
    } }));
    return { client: expiree, asked };
  };

  it('a save in an expired session is made once, with a new token', async () => {
    const session = await expired(() => signIn('/api', 'referent'));
    await save(session.client);
    same(session.asked, [false, true]);
    await savedOnce();
  });

  it('a save that is made again with a new token is the one that was asked, whatever was typed meanwhile', async () => {
    const typed = structuredClone(contenu);
    const session = await expired(async () => { typed.nomOffre = 'Tapé ensuite'; return signIn('/api', 'referent'); });
    await session.client.call('enregistrerFiche', { ...saving(), contenu: typed });
    await savedOnce();
  });

  it('twenty calls in an expired session ask for one new token', async () => {
    const session = await expired(() => signIn('/api', 'referent'));
    await Promise.all(Array.from({ length: 20 }, () => session.client.call('lireProfil', {})));
    same(session.asked.filter(Boolean).length, 1);
  });

  it('a session that can’t be renewed is unauthenticated and saves nothing; the same save is made after signing in', async () => {
    const session = await expired(async () => undefined);
    await failure(save(session.client), 'unauthenticated');
    same(await stored(), fiche);
    await save();
    await savedOnce();
  });

  it('a call that is aborted while a new token is awaited leaves the others their token', async () => {
    const asking = deferred<void>();
    const token = deferred<string>();
    const session = await expired((signal) => {
      asking.resolve();
      return new Promise((resolve, reject) => { signal?.addEventListener('abort', () => { reject(signal.reason as Error); }); void token.promise.then(resolve); });
    });
    const abort = new AbortController();
    const first = session.client.call('lireProfil', {}, { signal: abort.signal });
    await asking.promise;
    const second = save(session.client);
    abort.abort();
    await abortion(first);
    token.resolve(await signIn('/api', 'referent'));
    await second;
    await savedOnce();
  });

  it('a slow answer that is aborted rejects at once, and reading again gives what there is', async () => {
    const arrived = deferred<void>();
    const release = deferred<void>();
    msw.use(route.get('*/api/dossiers/*/fiches/*', async ({ request }) => { arrived.resolve(); await release.promise; return backend.handle(request); }, { once: true }));
    const abort = new AbortController();
    const read = client.call('lireFiche', { dossierId: dossier.id, ficheId: fiche.id }, { signal: abort.signal });
    await arrived.promise;
    abort.abort();
    await abortion(read);
    same(await stored(), fiche);
    release.resolve();
    same(await stored(), fiche);
  });

  it('a save that is aborted after it was made is found made: tried again, it meets itself', async () => {
    const made = deferred<void>();
    const release = deferred<void>();
    nextSave(async (request) => { const answer = await backend.handle(request); made.resolve(); await release.promise; return answer; });
    const abort = new AbortController();
    const aborted = client.call('enregistrerFiche', saving(), { signal: abort.signal });
    await made.promise;
    abort.abort();
    await abortion(aborted);
    release.resolve();
    same(Fiche.parse((await failure(save(), 'stale')).problem?.actuel), await stored());
    await savedOnce();
  });
});
