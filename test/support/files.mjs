/** Which test file runs where. Browser rooms run in Chromium, every other room in Node, except what its name sends to the browser. */
import { readdirSync, readFileSync } from 'node:fs';

export const browserRooms = ['elements', 'controllers', 'ui', 'support'];

/** Globs for the browser runner. */
export const browserTests = [...browserRooms.map((room) => `test/${room}/**/*.test.ts`), 'test/**/*.browser.test.ts'];

/** Test files of the given rooms of `test/` that run in Node. A room that is absent or empty is an error. */
export const nodeTests = (...rooms) => rooms.flatMap((room) => {
  const files = readdirSync(`test/${room}`, { recursive: true })
    .filter((file) => /\.test\.m?ts$|\.test\.mjs$/.test(file) && !file.includes('.browser.test.'))
    .sort().map((file) => `test/${room}/${file.replaceAll('\\', '/')}`);
  if (!files.length) throw new Error(`found no test in test/${room}`);
  return files;
});

/** The browser's globs pass by an absent room in silence: this does not. */
export function requireBrowserRooms() {
  for (const room of browserRooms) if (!readdirSync(`test/${room}`, { recursive: true }).some((file) => file.endsWith('.test.ts'))) throw new Error(`found no test in test/${room}`);
}

/** Every entry of Lit that the sources name: one prepared later would bring a second copy of Lit into a page under test. */
export const litEntries = () => [...new Set(['src', 'stories'].flatMap((room) => readdirSync(room, { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(`${room}/${file}`, 'utf8').matchAll(/from '((?:lit|@lit)[^']*)'/g)].map(([, entry]) => entry))))].sort();
