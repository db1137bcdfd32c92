import { Problem, REFUS_STATUS } from '../../contract/problem.ts';
import { routeOf } from '../../contract/route.ts';
import { abortable } from '../abortable.ts';
import { RorClientError, type FailureKind } from '../errors.ts';
import type { Transport } from '../transport.ts';

export interface HttpOptions {
  /** Where the API is, e.g. `/api` or `https://ror.example.fr/api`. */
  readonly baseUrl: string;
  /**
   * Gives the access token of the session; asked before each call, so the host decides how long one lives.
   * `renouveler` is true when the server has just refused the former one. Undefined = no token.
   */
  readonly getToken?: (options: { readonly renouveler: boolean; readonly signal?: AbortSignal | undefined }) => string | undefined | Promise<string | undefined>;
  /** Replaces the platform's `fetch` (proxies, tests). */
  readonly fetch?: typeof fetch;
}

/** Carries operations over HTTP. A 401 asks the host once for a new token, then tries again once. */
export function http({ baseUrl, getToken, fetch: doFetch = (...args) => fetch(...args) }: HttpOptions): Transport {
  let renewal: Promise<string | undefined> | undefined;
  /** However many calls are refused at once, the host is asked for one new token, which outlives the one that asked first. */
  const renewed = () => (renewal ??= tokenOf(() => getToken?.({ renouveler: true })).finally(() => { renewal = undefined; }));

  return {
    async send(operation, input, { signal }) {
      const { path, query, body } = routeOf(operation, input);
      const search = new URLSearchParams(query).toString();
      const url = baseUrl.replace(/\/$/, '') + path + (search && `?${search}`);
      // Written down before anything is waited for: the page may go on typing, and a second try must send the same.
      const payload = body && JSON.stringify(body);
      const request = async (token: string | undefined) => {
        const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
        if (payload) headers['content-type'] = 'application/json';
        if (token) headers['authorization'] = `Bearer ${token}`;
        try {
          return await doFetch(url, {
            method: operation.method, headers, credentials: 'same-origin',
            ...(payload && { body: payload }), ...(signal && { signal }),
          });
        } catch (error) {
          signal?.throwIfAborted();
          throw new RorClientError('offline', `${operation.name}: no answer from the server`, undefined, { cause: error });
        }
      };

      const token = await tokenOf(() => getToken?.({ renouveler: false, signal }), signal);
      let response = await request(token);
      if (response.status === 401 && getToken) {
        const fresh = await (signal ? abortable(renewed(), signal) : renewed());
        if (fresh && fresh !== token) response = await request(fresh);
      }
      const content = await read(response, operation.name, signal);
      if (response.ok || (response.status === REFUS_STATUS && hasRefus(content))) return content;
      throw failureOf(response.status, content, operation.name);
    },
  };
}

/** The host's own failure to give a token is an absence of session, with its cause. */
async function tokenOf(ask: () => string | undefined | Promise<string | undefined>, signal?: AbortSignal): Promise<string | undefined> {
  try {
    const token = Promise.resolve(ask());
    return await (signal ? abortable(token, signal) : token);
  } catch (error) {
    signal?.throwIfAborted();
    throw new RorClientError('unauthenticated', 'getToken failed', undefined, { cause: error });
  }
}

const hasRefus = (content: unknown): boolean => typeof content === 'object' && content !== null && 'refus' in content;

async function read(response: Response, name: string, signal: AbortSignal | undefined): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    throw new RorClientError('offline', `${name}: the answer was cut`, undefined, { cause: error });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!response.ok) return undefined;
    throw new RorClientError('invalid-answer', `${name}: the answer is not JSON`, undefined, { cause: error });
  }
}

/** A problem document says more than a status; proxies and gateways answer with a status alone. */
function failureOf(status: number, content: unknown, name: string): RorClientError {
  const parsed = Problem.safeParse(content);
  if (parsed.success) return RorClientError.fromProblem(parsed.data);
  const kinds: Readonly<Record<number, FailureKind>> = {
    400: 'invalid-input', 401: 'unauthenticated', 403: 'denied', 404: 'missing', 409: 'stale', 413: 'too-large', 422: 'invalid-input', 502: 'offline', 503: 'offline', 504: 'offline',
  };
  return new RorClientError(kinds[status] ?? 'server', `${name}: the server answered ${status}`);
}
