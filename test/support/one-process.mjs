/** Runs many test files in one process: rooms that share nothing need no process each, and start in a tenth of the time. */
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

// The one place of the run is taken until all is loaded: with Node 20, suites that come while an asynchronous test runs may be cancelled.
let loaded;
const all = new Promise((done) => { loaded = done; });
const gate = test('every file can be loaded', () => all);
const errors = [];
for (const file of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    errors.push(new Error(`${file} can't be loaded`, { cause: error }));
  }
}
loaded(errors.length > 0 ? Promise.reject(errors.length === 1 ? errors[0] : new AggregateError(errors)) : undefined);
await gate;
