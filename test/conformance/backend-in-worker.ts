import type { Answered, Asked } from './backend.worker.ts';

const SCRIPT = '/test/conformance/backend.worker.ts';

interface Policies { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }

/** Vouches for that one script, and for tests only. */
const policy = (globalThis as unknown as { trustedTypes: Policies }).trustedTypes.createPolicy('test-backend', { createScriptURL(url) {
  if (url !== SCRIPT) throw new TypeError(`Not the backend of the tests: ${url}`);
  return url;
} });

export interface BackendInWorker {
  /** Answers like the HTTP door, from the worker. */
  handle(request: Request): Promise<Response>;
  stop(): void;
}

/** Starts the reference backend on a new demonstration. To be done before msw's worker, through which its files would pass. */
export async function startBackend(): Promise<BackendInWorker> {
  const worker = new Worker(policy.createScriptURL(SCRIPT), { type: 'module' });
  const waiting = new Map<number, (answer: Answered) => void>();
  let ids = 0;
  let failed!: (error: Error) => void;
  const failure = new Promise<never>((_, reject) => { failed = reject; });
  worker.addEventListener('error', ({ message }) => { failed(new Error(`The backend’s worker failed: ${message || 'its script could not be loaded'}`)); });
  await Promise.race([failure, new Promise<void>((ready) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answered | 'ready'>) => {
      if (data === 'ready') return ready();
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
  })]);
  return {
    async handle(request) {
      const asked: Asked = { id: ++ids, url: request.url, method: request.method, headers: [...request.headers], body: request.body ? await request.arrayBuffer() : null };
      const answer = new Promise<Answered>((answered) => { waiting.set(asked.id, answered); });
      worker.postMessage(asked);
      const { status, headers, body } = await Promise.race([failure, answer]);
      return new Response(body, { status, headers });
    },
    stop: () => { worker.terminate(); },
  };
}
