/**
 * The reference backend as a process: `node --import tsx demo/backend/serve.ts`.
 * PORT (8080), HOST (127.0.0.1), ROR_PORTAL (folder of the built portal), DATABASE_URL, ROR_DATA, ROR_SEED (yes, no).
 */
import { serveNode } from './doors/node.ts';
import { openBackend, VOISINS } from './open.ts';

const backend = await openBackend({ voisins: VOISINS });
const server = await serveNode({
  handle: backend.handle, portalDir: process.env['ROR_PORTAL'],
  port: Number(process.env['PORT'] ?? 8080), host: process.env['HOST'] ?? '127.0.0.1',
});
console.log(`${server.url} (${backend.where})`);
if (backend.notice !== undefined) console.log(backend.notice);

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await server.close();
  await backend.close();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { void stop(); });
