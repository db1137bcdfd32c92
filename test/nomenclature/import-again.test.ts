import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { importAgain } from '../../src/nomenclature/import-again.ts';

/** What browsers say of a module that does not come; each test has an address of its own, because failures are remembered. */
const CHROMIUM = (url: string): Error => new TypeError(`Failed to fetch dynamically imported module: ${url}`);
const FIREFOX = (url: string): Error => new TypeError(`error loading dynamically imported module: ${url}`);
const SAFARI = (): Error => new TypeError('Importing a module script failed.');

const fails = (error: Error) => (): Promise<{ readonly name: string }> => Promise.reject(error);
const noFetch = (url: string): Promise<unknown> => { throw new Error(`asked for ${url}`); };

describe('a module that comes', () => {
  test('is given as it is, and asked for nowhere else', async () => {
    const module = { name: 'it' };
    assert.equal(await importAgain(() => Promise.resolve(module), noFetch), module);
  });
});

for (const [browser, says] of [['chromium', CHROMIUM], ['firefox', FIREFOX]] as const) {
  describe(`a module that can't be fetched (${browser})`, () => {
    const url = `https://host.test/${browser}/a.js`;

    test('the first failure is told, and nothing else is asked for', async () => {
      await assert.rejects(importAgain(fails(says(url)), noFetch), says(url));
    });

    test('the second time it is asked for at another address', async () => {
      const asked: string[] = [];
      const module = { name: 'again' };
      assert.equal(await importAgain(fails(says(url)), async (address) => { asked.push(address); return module; }), module);
      assert.deepEqual(asked, [`${url}?again=1`]);
    });

    test('each time at a new one: the browser remembers those too', async () => {
      await assert.rejects(importAgain(fails(says(url)), (address) => Promise.reject(says(address))), says(`${url}?again=2`));
      const asked: string[] = [];
      await importAgain(fails(says(url)), async (address) => { asked.push(address); });
      assert.deepEqual(asked, [`${url}?again=3`]);
    });

    test('what its address asks for already stays', async () => {
      const address = `${url}?v=7`;
      await assert.rejects(importAgain(fails(says(address)), noFetch));
      const asked: string[] = [];
      await importAgain(fails(says(address)), async (other) => { asked.push(other); });
      assert.deepEqual(asked, [`${url}?v=7&again=1`]);
    });
  });
}

describe('any other failure', () => {
  for (const error of [SAFARI(), new SyntaxError('Unexpected token'), new Error('no such file')]) {
    test(`is told each time as it is: ${error.message}`, async () => {
      for (let time = 0; time < 3; time++) await assert.rejects(importAgain(fails(error), noFetch), error);
    });
  }
});
