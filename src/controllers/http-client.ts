import type { RorClient } from '../client/ror-client.ts';
import type { HttpOptions } from '../client/transports/http.ts';

/** A client over HTTP, loaded only by the pages that ask for one by attribute. */
export async function httpClient(options: HttpOptions): Promise<RorClient> {
  const [client, { http }] = await Promise.all([import('../client/ror-client.ts'), import('../client/transports/http.ts')]);
  return new client.RorClient(http(options));
}
