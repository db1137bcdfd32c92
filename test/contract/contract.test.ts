import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openApiDocument } from '../../src/contract/openapi.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { operations } from '../../src/contract/operations.ts';
import { Problem, problem, PROBLEM_STATUS } from '../../src/contract/problem.ts';
import { inputOf, pathParameters, routeOf } from '../../src/contract/route.ts';

const all = Object.values(operations) as readonly Operation[];

test('each operation is listed under its own name, with a path of its own for its method', () => {
  for (const [name, operation] of Object.entries(operations)) assert.equal(operation.name, name);
  const routes = all.map((operation) => `${operation.method} ${operation.path.replaceAll(/:\w+/g, ':')}`);
  assert.deepEqual(routes, [...new Set(routes)]);
});

/** Queries whose question is a body: where somebody lives and what they look for stays out of addresses, and of the journals that keep them. */
const ASKED_IN_A_BODY = ['rechercher'];

test('queries are GET and change nothing, commands are not GET', () => {
  for (const { name, kind, method } of all) assert.equal(method, kind === 'query' && !ASKED_IN_A_BODY.includes(name) ? 'GET' : method === 'GET' ? 'not GET' : method, name);
  for (const name of ASKED_IN_A_BODY) assert.deepEqual(all.filter((one) => one.name === name).map(({ kind, method }) => [kind, method]), [['query', 'POST']]);
});

test('an input laid out as a request and put together again is the same input', () => {
  const text = fc.string({ minLength: 1, maxLength: 30 });
  fc.assert(fc.property(text, text, fc.boolean(), (dossierId, ficheId, finaliser) => {
    const input = { dossierId, ficheId, version: 3, contenu: { nomOffre: ficheId }, illisibles: {}, finaliser };
    const { path, query, body } = routeOf(operations.enregistrerFiche, input);
    const parts = path.split('/').slice(1).map(decodeURIComponent);
    assert.deepEqual(inputOf({ dossierId: parts[1]!, ficheId: parts.slice(3).join('/') }, query, body), input);
  }));
});

test('the parts of a path never reach the query or the body', () => {
  assert.deepEqual(routeOf(operations.lireFiche, { dossierId: 'a/b', ficheId: 'é' }), { path: '/dossiers/a%2Fb/fiches/%C3%A9', query: {} });
  assert.deepEqual(routeOf(operations.listerNoeuds, { parentId: 'x', suite: undefined }), { path: '/repertoire/noeuds', query: { parentId: 'x' } });
});

test('a body that is not an object is handed on as it is, so that the schema refuses it by name', () => {
  for (const body of [[], 'text', 3, null, true]) assert.deepEqual(inputOf({ id: '1' }, {}, body), body);
});

test('the OpenAPI document has every operation, its parameters, its body and its problems', () => {
  const document = openApiDocument({ version: '1.2.3' }) as { openapi: string; info: { version: string }; paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string; required: boolean }[]; requestBody?: unknown; responses: Record<string, unknown> }>> };
  assert.equal(document.openapi, '3.1.0');
  assert.equal(document.info.version, '1.2.3');
  const listed = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => ({ path, method, ...described })));
  assert.deepEqual(listed.map(({ operationId }) => operationId).sort(), all.map(({ name }) => name).sort());
  for (const { path, method, operationId, parameters = [], requestBody, responses } of listed) {
    const operation = operations[operationId as keyof typeof operations] as Operation;
    assert.equal(method, operation.method.toLowerCase());
    assert.deepEqual(parameters.filter((p) => p.in === 'path').map((p) => p.name), pathParameters(operation.path));
    assert.ok(pathParameters(operation.path).every((name) => path.includes(`{${name}}`)));
    assert.equal(requestBody !== undefined, method !== 'get', operationId);
    for (const code of operation.problems) assert.ok(responses[PROBLEM_STATUS[code]], `${operationId} ${code}`);
    assert.equal('422' in responses, operation.kind === 'command', operationId);
  }
});

test('the OpenAPI document points only at what it holds', () => {
  const text = JSON.stringify(openApiDocument({ version: '0' }));
  const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference));
  assert.deepEqual([...references], ['#/components/schemas/Problem']);
});

test('a problem document carries its status and passes its own schema', () => {
  for (const code of Object.keys(PROBLEM_STATUS) as (keyof typeof PROBLEM_STATUS)[]) {
    const document = problem(code, 'why', { champs: [{ chemin: 'a.b', attendu: 'string' }] });
    assert.deepEqual(Problem.parse(document), document);
    assert.equal(document.status, PROBLEM_STATUS[code]);
  }
  assert.equal(Problem.safeParse({ ...problem('perime', 'x'), code: 'inconnu' }).success, false);
});
