/**
 * The policy under which every test page is served: what a strict host page would allow, and nothing for our comfort.
 * `nonce` is for the two inline scripts that the test runner itself writes into its page (its log tracker and its settings).
 */
export const policy = (nonce) => [
  `default-src 'none'`,
  `script-src 'self' 'nonce-${nonce}'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `require-trusted-types-for 'script'`,
  // The library's one policy is Lit's; `test-msw` and `test-backend` vouch for the two workers of the tests.
  `trusted-types lit-html test-msw test-backend`,
].join('; ');

/** The policy of a worker that is not the library: the embedded database is WebAssembly and uses `eval`. */
export const workerPolicy = `default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'self'`;
