import { Hono } from 'hono';
import { openApiDocument } from '../../../src/contract/openapi.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { operations } from '../../../src/contract/operations.ts';
import type { Problem} from '../../../src/contract/problem.ts';
import { ProblemError, problem, REFUS_STATUS } from '../../../src/contract/problem.ts';
import { inputOf } from '../../../src/contract/route.ts';
import type { Backend } from '../dispatch.ts';
import { HttpError, readJson } from './body.ts';
import { API_HEADERS } from './security.ts';

export interface HandlerOptions {
  /** Where the API is mounted. */
  readonly base?: string;
  /** Version of the API, for its OpenAPI document. */
  readonly version?: string;
  /** The accounts that a sign-in page may show with their passwords; none unless the data are a demonstration. */
  readonly demonstration?: () => Promise<readonly object[]>;
  /** Told of errors that are nobody's mistake but ours; the answer says nothing of them. */
  readonly onError?: (error: unknown) => void;
}

/** The HTTP door: answers a request of the web platform, wherever it runs. Adds nothing to what `dispatch` allows. */
export function createHandler(backend: Backend, options: HandlerOptions = {}): (request: Request) => Promise<Response> {
  const { base = '/api', version = '0.1.0', onError = (error: unknown) => { console.error(error); } } = options;
  const app = new Hono();
  const methods = new Map<string, string[]>();
  const route = (method: string, path: string, answer: (request: Request, parameters: Readonly<Record<string, string>>) => Promise<Response>) => {
    methods.set(path, [...(methods.get(path) ?? []), method]);
    app.on(method, base + path, (context) => answer(context.req.raw, context.req.param() as Record<string, string>));
  };

  for (const operation of Object.values(operations) as readonly Operation[]) {
    route(operation.method, operation.path, async (request, parameters) => {
      const acteur = await acteurOf(backend, request);
      if (!acteur) throw new ProblemError(problem('non-authentifie', 'no session, or it has expired'));
      const input = operation.method === 'GET'
        ? inputOf(parameters, Object.fromEntries(new URL(request.url).searchParams), undefined)
        : inputOf(parameters, {}, await readJson(request));
      const output = await backend.dispatch(operation.name, input, acteur);
      return json(output, operation.kind === 'command' && isRefus(output) ? REFUS_STATUS : 200);
    });
  }
  route('POST', '/session', async (request) => json(await backend.connecter(await readJson(request))));
  route('DELETE', '/session', async (request) => {
    const jeton = tokenOf(request);
    if (jeton) await backend.deconnecter(jeton);
    return new Response(null, { status: 204, headers: API_HEADERS });
  });
  const { demonstration } = options;
  if (demonstration) route('GET', '/comptes-de-demonstration', async () => json(await demonstration()));
  route('GET', '/openapi.json', () => Promise.resolve(json(openApiDocument({ version, baseUrl: base }))));

  for (const [path, allowed] of methods) {
    app.all(base + path, (context) => answerTo(new HttpError(405, `${context.req.method} is not allowed here`, { allow: allowed.join(', ') })));
  }
  app.notFound(() => answerTo(new ProblemError(problem('introuvable', 'no such address'))));
  app.onError((error) => answerTo(error, onError));

  return async (request) => {
    // Hono decodes the parts of a path; a part that can't be decoded is no address of ours.
    if (!isDecodable(request.url)) return answerTo(new HttpError(400, 'the address can’t be read'));
    return app.fetch(request);
  };
}

const json = (body: unknown, status = 200, type = 'application/json', headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...API_HEADERS, ...headers, 'content-type': `${type}; charset=utf-8` } });

/** The problem document of an error; of one that nobody planned, only that there was one. */
function answerTo(error: unknown, onError?: (error: unknown) => void): Response {
  const known = error instanceof ProblemError ? error.problem : undefined;
  if (!known) onError?.(error);
  const body: Problem = known ?? problem('erreur-serveur', 'the server failed');
  return json(body, body.status, 'application/problem+json', {
    ...(body.code === 'non-authentifie' && { 'www-authenticate': 'Bearer' }),
    ...(error instanceof HttpError && error.headers),
  });
}

const isRefus = (output: unknown): boolean => typeof output === 'object' && output !== null && 'refus' in output;

const tokenOf = (request: Request): string | undefined => /^Bearer ([\w.~+/-]{1,500}=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

async function acteurOf(backend: Backend, request: Request) {
  const jeton = tokenOf(request);
  return jeton === undefined ? null : backend.acteur(jeton);
}

function isDecodable(url: string): boolean {
  try {
    return decodeURIComponent(new URL(url).pathname) !== '';
  } catch {
    return false;
  }
}
