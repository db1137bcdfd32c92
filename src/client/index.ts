/** `ror-elements/client.js`: the typed client without any element. */
export { RorClientError, type FailureKind } from './errors.ts';
export { RorClient } from './ror-client.ts';
export type { SendOptions, Transport } from './transport.ts';
export { embedded, type Dispatch } from './transports/embedded.ts';
export { http, type HttpOptions } from './transports/http.ts';
