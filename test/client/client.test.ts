import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RorClient, RorClientError, type Transport, embedded, http } from '../../src/client/index.ts';
import { problem, ProblemError } from '../../src/contract/problem.ts';

const profil = { id: 'a1', nom: 'Claire Martin', role: 'referent', entitesGeographiques: ['eg1'], departements: [] };
const answering = (answer: unknown): Transport => ({ send: async () => answer });
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const failure = async (call: Promise<unknown>): Promise<RorClientError> => {
  const error = await call.then(() => assert.fail('the call should fail'), (reason: unknown) => reason);
  assert.ok(error instanceof RorClientError, String(error));
  return error;
};

test('an answer that matches the contract is given as it is', async () => {
  assert.deepEqual(await new RorClient(answering(profil)).call('lireProfil', {}), profil);
});

test('an attribute that the contract does not know is left out, not refused', async () => {
  assert.deepEqual(await new RorClient(answering({ ...profil, avatar: 'x' })).call('lireProfil', {}), profil);
});

for (const [name, answer, where] of [
  ['a missing attribute', { ...profil, nom: undefined }, 'nom'],
  ['a wrong type', { ...profil, entitesGeographiques: [1] }, 'entitesGeographiques.0'],
  ['an unknown role', { ...profil, role: 'roi' }, 'role'],
  ['nothing', undefined, '(answer)'],
  ['a page of a proxy', '<html>', '(answer)'],
] as const) {
  test(`${name} in the answer is an invalid answer that names the place`, async () => {
    const error = await failure(new RorClient(answering(answer)).call('lireProfil', {}));
    assert.equal(error.kind, 'invalid-answer');
    assert.ok(error.message.includes(where), error.message);
  });
}

test('a refusal is an answer, not a failure', async () => {
  const client = new RorClient(answering({ refus: { code: 'date-effet-absente' } }));
  const answer = await client.call('deciderDossier', { dossierId: 'd', version: 1, commande: { type: 'envoyer-en-validation' } });
  assert.deepEqual(answer, { refus: { code: 'date-effet-absente' } });
});

test('an aborted call never gives its answer, even one that has arrived', async () => {
  const abort = new AbortController();
  const client = new RorClient({ send: async () => { abort.abort(); return profil; } });
  await assert.rejects(client.call('lireProfil', {}, { signal: abort.signal }), { name: 'AbortError' });
});

test('an embedded backend that never answers can be aborted', async () => {
  const abort = new AbortController();
  const call = new RorClient(embedded(() => new Promise(() => {}))).call('lireProfil', {}, { signal: abort.signal });
  abort.abort();
  await assert.rejects(call, { name: 'AbortError' });
});

test('what an embedded backend keeps can be changed by neither side', async () => {
  const kept = { ...profil, entitesGeographiques: ['eg1'] };
  const answer = await new RorClient(embedded(async () => kept)).call('lireProfil', {});
  answer.entitesGeographiques.push('eg2');
  assert.deepEqual(kept.entitesGeographiques, ['eg1']);
});

test('a problem thrown by an embedded backend becomes the failure of the same name', async () => {
  const client = new RorClient(embedded(async () => { throw new ProblemError(problem('perime', 'x', { actuel: { version: 4 } })); }));
  const error = await failure(client.call('lireProfil', {}));
  assert.equal(error.kind, 'stale');
  assert.deepEqual(error.problem?.actuel, { version: 4 });
});

test('an embedded backend that breaks is a server failure, and keeps the cause', async () => {
  const cause = new TypeError('boom');
  const error = await failure(new RorClient(embedded(async () => { throw cause; })).call('lireProfil', {}));
  assert.equal(error.kind, 'server');
  assert.equal(error.cause, cause);
});

test('over HTTP an operation has its method, its path, its body and the token of the host', async () => {
  const seen: { url: string; init: RequestInit | undefined }[] = [];
  const client = new RorClient(http({
    baseUrl: 'https://ror.example.fr/api/', getToken: () => 'jeton',
    fetch: async (url, init) => { seen.push({ url: String(url), init }); return json({ refus: { code: 'nom-vide' } }, 422); },
  }));
  await client.call('deciderDossier', { dossierId: 'd/1', version: 2, commande: { type: 'renommer', nom: '' } });
  assert.equal(seen[0]!.url, 'https://ror.example.fr/api/dossiers/d%2F1/commandes');
  assert.equal(seen[0]!.init?.method, 'POST');
  assert.deepEqual(JSON.parse(seen[0]!.init!.body as string), { version: 2, commande: { type: 'renommer', nom: '' } });
  assert.equal(new Headers(seen[0]!.init!.headers).get('authorization'), 'Bearer jeton');
});

for (const [status, body, kind] of [
  [401, problem('non-authentifie', 'x'), 'unauthenticated'],
  [403, problem('interdit', 'x'), 'denied'],
  [404, problem('introuvable', 'x'), 'missing'],
  [409, problem('perime', 'x'), 'stale'],
  [400, problem('requete-invalide', 'x'), 'invalid-input'],
  [413, problem('trop-grand', 'x'), 'too-large'],
  [500, problem('erreur-serveur', 'x'), 'server'],
  [404, 'not a problem', 'missing'],
  [422, { detail: 'other API' }, 'invalid-input'],
  [502, '<html>', 'offline'],
  [418, {}, 'server'],
] as const) {
  test(`HTTP ${status} with ${JSON.stringify(body).slice(0, 30)} is "${kind}"`, async () => {
    const client = new RorClient(http({ baseUrl: '/api', fetch: async () => json(body, status) }));
    assert.equal((await failure(client.call('lireProfil', {}))).kind, kind);
  });
}

test('no network is "offline", and so is an answer cut in the middle', async () => {
  const dead = new RorClient(http({ baseUrl: '/api', fetch: async () => { throw new TypeError('fetch failed'); } }));
  assert.equal((await failure(dead.call('lireProfil', {}))).kind, 'offline');
  const cut = new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('{"id":')); c.error(new TypeError('terminated')); } });
  const half = new RorClient(http({ baseUrl: '/api', fetch: async () => new Response(cut) }));
  assert.equal((await failure(half.call('lireProfil', {}))).kind, 'offline');
});

test('an answer that is not JSON is an invalid answer', async () => {
  const client = new RorClient(http({ baseUrl: '/api', fetch: async () => new Response('<!doctype html>', { status: 200 }) }));
  assert.equal((await failure(client.call('lireProfil', {}))).kind, 'invalid-answer');
});

test('a refused token is renewed once for twenty calls at a time, and each call is tried again', async () => {
  const asked: boolean[] = [];
  let valid = 'old';
  const client = new RorClient(http({
    baseUrl: '/api',
    getToken: async ({ renouveler }) => { asked.push(renouveler); if (renouveler) valid = 'new'; return renouveler ? 'new' : 'old'; },
    fetch: async (_, init) => (valid === 'new' && new Headers(init?.headers).get('authorization') === 'Bearer new' ? json(profil) : json(problem('non-authentifie', 'x'), 401)),
  }));
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.call('lireProfil', {})));
  assert.equal(answers.length, 20);
  assert.equal(asked.filter(Boolean).length, 1);
});

test('a host that has no newer token gets "unauthenticated", after one request only', async () => {
  let requests = 0;
  const client = new RorClient(http({ baseUrl: '/api', getToken: () => 'old', fetch: async () => { requests++; return json(problem('non-authentifie', 'x'), 401); } }));
  const error = await failure(client.call('lireProfil', {}));
  assert.equal(error.kind, 'unauthenticated');
  assert.equal(error.transient, true);
  assert.equal(requests, 1);
});

test('an input that breaks the contract is refused before anything is sent, and names the field', async () => {
  let sent = 0;
  const client = new RorClient({ send: async () => { sent++; return profil; } });
  for (const [input, field] of [[{ dossierId: '' }, 'dossierId'], [{}, 'dossierId'], [{ dossierId: 3 }, 'dossierId']] as const) {
    const error = await failure(client.call('lireDossier', input as never));
    assert.equal(error.kind, 'invalid-input');
    assert.deepEqual(error.problem?.champs?.map(({ chemin }) => chemin), [field]);
  }
  assert.equal(sent, 0);
});

test('a host that fails to give a token gets "unauthenticated" with its own error as the cause', async () => {
  const cause = new TypeError('no session store');
  const client = new RorClient(http({ baseUrl: '/api', getToken: () => { throw cause; }, fetch: async () => json(profil) }));
  const error = await failure(client.call('lireProfil', {}));
  assert.equal(error.kind, 'unauthenticated');
  assert.equal(error.cause, cause);
});

test('an embedded backend may answer at once, throw at once, or come from another copy of the library', async () => {
  assert.deepEqual(await new RorClient(embedded(() => profil)).call('lireProfil', {}), profil);
  const foreign = Object.assign(new Error('x'), { problem: problem('introuvable', 'x') });
  assert.equal((await failure(new RorClient(embedded(() => { throw foreign; })).call('lireProfil', {}))).kind, 'missing');
});

test('a host that is slow to give its first token does not hold an aborted call', async () => {
  const abort = new AbortController();
  const client = new RorClient(http({ baseUrl: '/api', getToken: () => new Promise(() => {}), fetch: async () => json(profil) }));
  const call = client.call('lireProfil', {}, { signal: abort.signal });
  abort.abort();
  await assert.rejects(call, { name: 'AbortError' });
});
