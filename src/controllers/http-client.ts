import { RorClientError } from '../client/errors.ts';
import type { HttpOptions } from '../client/transports/http.ts';
import type { Caller } from './contexts.ts';

/**
 * A client over HTTP whose code (contract and schemas included) is fetched at its first call, so that only
 * pages which ask for one by attribute load it. When it cannot be fetched the call fails like any other
 * call without network, and the next one tries again.
 */
export function httpClient(options: HttpOptions): Caller {
  let loading: Promise<Caller> | undefined;
  const load = async (): Promise<Caller> => {
    const [client, { http }] = await Promise.all([import('../client/ror-client.ts'), import('../client/transports/http.ts')]);
    return new client.RorClient(http(options));
  };
  const loaded = (): Promise<Caller> => (loading ??= load().catch((cause: unknown) => {
    loading = undefined;
    throw new RorClientError('offline', 'the code of the client could not be fetched', undefined, { cause });
  }));
  return { call: async (name, input, given) => (await loaded()).call(name, input, given) };
}
