/** The reference backend in a worker of the page: the worker's own policy lets the database compile, the page's stays strict. */
import { createHandler } from '../../demo/backend/doors/http.ts';
import { bundledMigrations } from '../../demo/backend/migrations/bundled.ts';
import { openDemonstration } from './demonstration.ts';

/** A request, and later its answer, as plain data. */
export interface Asked { readonly id: number; readonly url: string; readonly method: string; readonly headers: [string, string][]; readonly body: ArrayBuffer | null }
export interface Answered { readonly id: number; readonly status: number; readonly headers: [string, string][]; readonly body: ArrayBuffer | null }

const demonstration = openDemonstration(bundledMigrations);
const handle = demonstration.then(({ backend }) => createHandler(backend));

addEventListener('message', ({ data }: MessageEvent<Asked>) => { answer(data).catch(reportError); });
// A page hears of the errors of its worker, not of a promise that nobody has caught in it.
handle.then(() => { postMessage('ready'); }, reportError);

async function answer({ id, url, method, headers, body }: Asked): Promise<void> {
  const response = await (await handle)(new Request(url, { method, headers, body }));
  const content = response.body ? await response.arrayBuffer() : null;
  postMessage({ id, status: response.status, headers: [...response.headers], body: content } satisfies Answered);
}
