import { rorHandlers } from '../../demo/backend/doors/msw.ts';
import { startBackend, type BackendInWorker } from '../conformance/backend-in-worker.ts';
import { httpClient } from '../conformance/http-accounts.ts';
import { transportConformance } from '../conformance/transport.ts';
import { startWorker } from '../support/msw.ts';

describe('http in a browser, answered by a service worker and the backend in the page', () => {
  let backend: BackendInWorker;
  let msw: Awaited<ReturnType<typeof startWorker>>;
  before(async function () {
    this.timeout(60_000);
    backend = await startBackend();
    msw = await startWorker(...rorHandlers(backend.handle));
  });
  after(() => {
    msw.stop();
    backend.stop();
  });
  transportConformance({ name: 'browser', open: (identifiant) => httpClient('/api', identifiant), test: it });
});
