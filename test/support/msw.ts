import type { RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';

const SCRIPT = '/mockServiceWorker.js';

/** The tool registers its worker by a plain string, which Trusted Types refuse: this policy vouches for that one address, and for tests only. */
const policy = (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } } })
  .trustedTypes.createPolicy('test-msw', { createScriptURL(url) {
    if (new URL(url, location.href).pathname !== SCRIPT) throw new TypeError(`Not the worker of the tests: ${url}`);
    return url;
  } });

const register = ServiceWorkerContainer.prototype.register;
ServiceWorkerContainer.prototype.register = function (this: ServiceWorkerContainer, url, options) { return register.call(this, policy.createScriptURL(String(url)), options); };

/** A started worker that answers by the handlers; stop it when the test is over. A request that no handler takes is an error. */
export async function startWorker(...handlers: RequestHandler[]) {
  const worker = setupWorker(...handlers);
  await worker.start({ quiet: true, onUnhandledRequest: ({ url }, print) => { if (new URL(url).pathname.startsWith('/api/')) print.error(); }, serviceWorker: { url: SCRIPT } });
  return worker;
}
