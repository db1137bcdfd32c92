/**
 * Loaded by every test page before the test framework: a violation of the page's Content-Security-Policy
 * (an inline style, a string given to a script sink, `eval`, a request elsewhere) fails the test that caused it.
 */
export interface Violation { readonly directive: string; readonly blocked: string; readonly sample: string; readonly source: string }

interface RunnerConfig { testFrameworkConfig?: Record<string, unknown> }

let violations: Violation[] = [];

addEventListener('securitypolicyviolation', (event) => {
  violations.push({
    directive: event.effectiveDirective, blocked: event.blockedURI, sample: event.sample,
    source: `${event.sourceFile}:${event.lineNumber}:${event.columnNumber}`,
  });
});

/** Takes the violations seen so far off the list. Waits one task, because the browser reports them in a task of their own. */
export async function takeViolations(): Promise<readonly Violation[]> {
  await new Promise((done) => { setTimeout(done); });
  const taken = violations;
  violations = [];
  return taken;
}

async function failOnViolation(): Promise<void> {
  const taken = await takeViolations();
  if (taken.length) throw new Error(`Content-Security-Policy violated:\n${taken.map((v) => `  ${v.directive} (${v.blocked}) ${v.sample} at ${v.source}`).join('\n')}`);
}

// The runner's page has set this global just before; Mocha takes `rootHooks` from it. `afterAll` also sees what happened while importing.
const config = (globalThis as { __WTR_CONFIG__?: RunnerConfig }).__WTR_CONFIG__;
if (config) config.testFrameworkConfig = { ...config.testFrameworkConfig, rootHooks: { beforeAll: failOnViolation, afterEach: failOnViolation, afterAll: failOnViolation } };
