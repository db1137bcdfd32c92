import { Hono } from 'hono';
import { openApiDocument } from '../../../src/contract/openapi.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { operations, type OperationName } from '../../../src/contract/operations.ts';
import type { Problem} from '../../../src/contract/problem.ts';
import { ProblemError, problem, REFUS_STATUS } from '../../../src/contract/problem.ts';
import { inputOf } from '../../../src/contract/route.ts';
import type { Backend } from '../dispatch.ts';
import { Seaux, type Limites } from '../limites.ts';
import { OPERATIONS_PUBLIQUES, origineAdmise } from '../partenaires.ts';
import { compteVise } from '../sessions.ts';
import { HttpError, readJson } from './body.ts';
import { API_HEADERS } from './security.ts';

/** What a request does not say of who sends it. */
export interface Appelant {
  /** Network address, when the door knows it. */
  readonly adresse?: string | undefined;
}

export interface HandlerOptions {
  /** How much one may ask; without it, as much as one likes. */
  readonly limites?: Limites;
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
export function createHandler(backend: Backend, options: HandlerOptions = {}): (request: Request, de?: Appelant) => Promise<Response> {
  const { base = '/api', version = '0.1.0', onError = (error: unknown) => { console.error(error); } } = options;
  const app = new Hono();
  const limiter = options.limites && limiteur(options.limites);
  const adresses = new WeakMap<Request, string>();
  const adresseDe = (request: Request): string => adresses.get(request) ?? '';
  const methods = new Map<string, string[]>();
  const route = (method: string, path: string, answer: (request: Request, parameters: Readonly<Record<string, string>>) => Promise<Response>) => {
    methods.set(path, [...(methods.get(path) ?? []), method]);
    app.on(method, base + path, (context) => answer(context.req.raw, context.req.param() as Record<string, string>));
  };

  /** Paths that pages of partners may ask. */
  const ouvertes = new Set<string>();
  for (const operation of Object.values(operations) as readonly Operation[]) {
    route(operation.method, operation.path, async (request, parameters) => {
      const jeton = tokenOf(request);
      if (jeton !== undefined) limiter?.compter('porteur', jeton);
      const acteur = await acteurOf(backend, request, jeton);
      if (!acteur) throw new ProblemError(problem('non-authentifie', 'no session, or it has expired'));
      const input = operation.method === 'GET'
        ? inputOf(parameters, Object.fromEntries(new URL(request.url).searchParams), undefined)
        : inputOf(parameters, {}, await readJson(request));
      const output = await backend.dispatch(operation.name, input, acteur);
      return json(output, operation.kind === 'command' && isRefus(output) ? REFUS_STATUS : 200);
    });
    if (OPERATIONS_PUBLIQUES.has(operation.name as OperationName)) ouvertes.add(operation.path);
  }
  route('POST', '/session', async (request) => {
    const corps = await readJson(request);
    // Failures alone count, but each is counted before it's known: a hundred guesses sent at once are a hundred.
    const rendre = limiter?.essayer(adresseDe(request), compteVise(corps));
    try {
      const session = await backend.connecter(corps);
      rendre?.();
      return json(session);
    } catch (error) {
      if (!(error instanceof ProblemError && error.problem.code === 'non-authentifie')) rendre?.();
      throw error;
    }
  });
  route('DELETE', '/session', async (request) => {
    const jeton = tokenOf(request);
    if (jeton) await backend.deconnecter(jeton);
    return new Response(null, { status: 204, headers: API_HEADERS });
  });
  const { demonstration } = options;
  if (demonstration) route('GET', '/comptes-de-demonstration', async () => json(await demonstration()));
  route('GET', '/openapi.json', () => Promise.resolve(json(openApiDocument({ version, baseUrl: base }))));

  for (const path of ouvertes) {
    // A preflight sends no token: whether the page's origin is a partner's is all that can be asked.
    app.options(base + path, async (context) => {
      const origine = context.req.header('origin') ?? '';
      if (!(await backend.partenaires.origineConnue(origine))) throw new ProblemError(problem('interdit', 'no partner has pages there'));
      return new Response(null, { status: 204, headers: {
        ...API_HEADERS, ...corsFor(origine), 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'authorization, content-type', 'access-control-max-age': '600',
      } });
    });
  }
  for (const [path, allowed] of methods) {
    app.all(base + path, (context) => answerTo(new HttpError(405, `${context.req.method} is not allowed here`, { allow: allowed.join(', ') })));
  }
  app.notFound(() => answerTo(new ProblemError(problem('introuvable', 'no such address'))));
  app.onError((error) => answerTo(error, onError));

  return async (request, { adresse } = {}) => {
    // Hono decodes the parts of a path; a part that can't be decoded is no address of ours.
    if (!isDecodable(request.url)) return answerTo(new HttpError(400, 'the address can’t be read'));
    if (adresse !== undefined) adresses.set(request, adresse);
    let response: Response;
    try {
      if (adresse !== undefined) limiter?.compter('adresse', adresse);
      response = await app.fetch(request);
    } catch (error) {
      response = answerTo(error, onError);
    }
    return request.method === 'OPTIONS' ? response : withCors(backend, request, response);
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
    ...(error instanceof TropDeRequetes && { 'retry-after': String(error.attente) }),
  });
}

const isRefus = (output: unknown): boolean => typeof output === 'object' && output !== null && 'refus' in output;

const tokenOf = (request: Request): string | undefined => /^Bearer ([\w.~+/-]{1,500}=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

/** Whom a token belongs to: a person, or a partner when the page that sends it is one of its own. */
async function acteurOf(backend: Backend, request: Request, jeton: string | undefined) {
  if (jeton === undefined) return null;
  const acteur = await backend.acteur(jeton);
  if (acteur) return acteur;
  const partenaire = await backend.partenaires.partenaire(jeton);
  if (!partenaire) return null;
  const origine = origineDe(request);
  if (origine === null || !origineAdmise(partenaire.origines, origine)) throw new ProblemError(problem('interdit', 'this token is not for pages of this origin'));
  return { partenaire };
}

/** The origin of the page that asks. A browser leaves it out when the page is of this very site, and says so. */
function origineDe(request: Request): string | null {
  const dite = request.headers.get('origin');
  if (dite !== null) return dite;
  return request.headers.get('sec-fetch-site') === 'same-origin' ? new URL(request.url).origin : null;
}

const corsFor = (origine: string): Readonly<Record<string, string>> => ({ 'access-control-allow-origin': origine, vary: 'origin' });

/** Lets the page of a partner read its answer, and nobody else's page: a session of a person is for this site's pages. */
async function withCors(backend: Backend, request: Request, response: Response): Promise<Response> {
  const origine = request.headers.get('origin');
  const jeton = tokenOf(request);
  if (origine === null || jeton === undefined) return response;
  const partenaire = await backend.partenaires.partenaire(jeton);
  if (partenaire && origineAdmise(partenaire.origines, origine)) for (const [nom, valeur] of Object.entries(corsFor(origine))) response.headers.set(nom, valeur);
  return response;
}

/** Counts what is asked. @throws ProblemError `trop-de-requetes`, with when to come back. */
function limiteur(limites: Limites) {
  const maintenant = () => performance.now();
  const seaux = { porteur: new Seaux(limites.porteur, maintenant), adresse: new Seaux(limites.adresse, maintenant), connexion: new Seaux(limites.connexion, maintenant), compte: new Seaux(limites.compte, maintenant) };
  const verifier = (quoi: keyof Limites, cle: string): void => {
    const attente = seaux[quoi].attente(cle);
    if (attente > 0) throw new TropDeRequetes(attente);
  };
  return {
    compter(quoi: keyof Limites, cle: string) {
      verifier(quoi, cle);
      seaux[quoi].prendre(cle);
    },
    /** Counts one sign-in, and gives what takes it back. */
    essayer(adresse: string, compte: string | undefined) {
      const essais: (readonly [keyof Limites, string])[] = [['connexion', adresse]];
      if (compte !== undefined) essais.push(['compte', compte]);
      for (const [quoi, cle] of essais) verifier(quoi, cle);
      for (const [quoi, cle] of essais) seaux[quoi].prendre(cle);
      return () => { for (const [quoi, cle] of essais) seaux[quoi].rendre(cle); };
    },
  };
}

class TropDeRequetes extends ProblemError {
  constructor(readonly attente: number) {
    super(problem('trop-de-requetes', `come back in ${attente} s`));
  }
}

function isDecodable(url: string): boolean {
  try {
    return decodeURIComponent(new URL(url).pathname) !== '';
  } catch {
    return false;
  }
}
