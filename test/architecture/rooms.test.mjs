import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { test } from 'node:test';
import { read, withoutComments } from './read.mjs';

const base = ['src/domain', 'src/nomenclature'];
const below = [...base, 'src/engine', 'src/contract'];

/**
 * The map of the house. Room → rooms it may import, packages it may import, and rooms and packages it may import as types only.
 * The deepest room that holds a file decides. `src/domain/zod.ts` is a room of its own: the one door to zod.
 */
const house = {
  'src/domain/zod.ts':       { packages: ['zod/mini'] },
  'src/domain':              {},
  'src/nomenclature':        { rooms: ['src/domain'] },
  'src/engine/arborescence': { rooms: base },
  'src/engine/fiche':        { rooms: base },
  'src/engine/dossier':      { rooms: [...base, 'src/engine/fiche'] },
  'src/engine/acces':        { rooms: [...base, 'src/engine/fiche'] },
  'src/engine/correction':   { rooms: [...base, 'src/engine/fiche'] },
  'src/engine/recherche':   { rooms: base },
  'src/engine/anomalie':     { rooms: base },
  'src/engine/favoris':      { rooms: base },
  'src/engine/planning':     { rooms: base },
  // What the hours of a fiche mean for a search, and for who reads it.
  'src/engine/recherche/ouvertures.ts': { rooms: [...base, 'src/engine/planning', 'src/engine/recherche'] },
  // The calendar of French holidays is a kept library, pure for a year that is given; behind one file, so that it loads only when asked for.
  'src/engine/planning/feries.ts': { rooms: ['src/engine/planning'], packages: ['@socialgouv/jours-feries'] },
  // Files made from a fiche: bytes from data. The writer of PDF loads with its one file, when asked.
  'src/documents':           { rooms: ['src/engine/fiche'], types: ['src/i18n'] },
  'src/documents/fiche-pdf.ts': { rooms: ['src/documents', 'src/engine/fiche'], packages: ['pdfkit'] },
  'src/contract':            { rooms: [...base, 'src/engine'] },
  'src/client':              { rooms: below },
  'src/i18n':                { types: [...below, 'src/client'] },
  'src/controllers':         { rooms: [...below, 'src/client', 'src/i18n'], packages: ['lit', '@lit/context'] },
  // The store of drafts, loaded when there is a fiche to keep.
  'src/controllers/draft-store.ts': { packages: ['idb-keyval'] },
  'src/ui':                  { rooms: ['src/i18n'], packages: ['lit'] },
  // The map, loaded with the first one.
  'src/ui/carte-leaflet.ts': { rooms: ['src/ui', 'src/i18n'], packages: ['leaflet'] },
  'src/ui/leaflet.d.ts':     { packages: ['leaflet'] },
  'src/documents/spreadsheet.ts': { rooms: ['src/engine/recherche'], packages: ['write-excel-file'] },
  'src/elements':            { rooms: [...base, 'src/engine', 'src/documents', 'src/controllers', 'src/ui', 'src/i18n'], packages: ['lit'], types: ['src/contract', 'src/client'] },
  'src/index.ts':            { rooms: ['src'] },
  'src/planning.ts':         { rooms: ['src/engine/planning', 'src/i18n'] },
  'src/define.ts':           { rooms: ['src/elements'] },
  'demo/backend':            { rooms: below, packages: ['node:'] },
  'demo/backend/database':   { rooms: ['demo/backend'], packages: ['node:', 'pg', '@electric-sql/pglite'] },
  'demo/backend/doors':      { rooms: [...below, 'demo/backend'], packages: ['node:', 'hono', '@hono/node-server', 'msw'], types: ['vite'] },
  'demo/nomenclature':       { rooms: base, packages: ['node:'] },
  'demo/portal':             { packages: ['ror-elements'] },
  'demo/viatrajectoire':     { packages: ['ror-elements'] },
  'demo/partenaire':         { packages: ['ror-elements'] },
  stories:                   { rooms: [...below, 'src/client', 'src/i18n', 'src/elements', 'demo/backend'], packages: ['lit'] },
};

const inside = (path, room) => path === room || path.startsWith(`${room}/`);
const roomOf = (path) => Object.keys(house).filter((room) => inside(path, room)).sort((a, b) => b.length - a.length)[0];
const IMPORT = /(?:^|[;}\s])(?:import|export)\s+(type\s)?[^'";()]*?from\s*['"]([^'"]+)['"]|(?:^|[;}\s])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

const builtin = new Set(builtinModules);
const allowsPackage = (packages, spec) => packages.some((name) => (name === 'node:' ? spec.startsWith('node:') || builtin.has(spec) : spec === name || spec.startsWith(`${name}/`)));

/** Imports that go up, sideways or out of the house, as `file → what it imports`. */
function wrongImports(files) {
  return files.flatMap(([path, text]) => {
    const room = roomOf(path);
    if (!room) return [`${path} is in no room`];
    const { rooms = [], packages = [], types = [] } = house[room];
    return [...withoutComments(text).matchAll(IMPORT)].flatMap(([, isType, a, b, c]) => {
      const spec = a ?? b ?? c;
      if (!spec.startsWith('.')) return allowsPackage(isType ? [...packages, ...types] : packages, spec) ? [] : [`${path} → ${spec}`];
      const target = posix.normalize(posix.join(posix.dirname(path), spec));
      return [room, ...rooms, ...(isType ? types : [])].some((allowed) => inside(target, allowed)) ? [] : [`${path} → ${target}`];
    });
  });
}

test('every import goes down the house, never up', () => {
  assert.deepEqual(wrongImports([...read('src'), ...read('demo'), ...read('stories')]), []);
});

test('the portal page and its scripts load nothing from inside the library', () => {
  const wrong = read('demo/portal', /\.html$/).flatMap(([path, text]) => [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url).filter((url) => /^[a-z]+:\/\/|src\/|dist\//.test(url)).map((url) => `${path} → ${url}`));
  assert.deepEqual(wrong, []);
});

for (const [title, path, text] of [
  ['an engine that imports an element', 'src/engine/fiche/x.ts', `import { a } from '../../elements/ror-tree/ror-tree.ts';`],
  ['an engine that imports another engine', 'src/engine/fiche/x.ts', `import { a } from '../dossier/decide.ts';`],
  ['a library file that imports the demo', 'src/index.ts', `export * from '../demo/backend/dispatch.ts';`],
  ['zod imported past its door', 'src/domain/x.ts', `import { z } from 'zod';`],
  ['zod imported past its door, by its mini build', 'src/contract/x.ts', `import { z } from 'zod/mini';`],
  ['an element that runs the client', 'src/elements/ror-x/ror-x.ts', `import { RorClient } from '../../client/index.ts';`],
  ['a sentence room that runs an engine', 'src/i18n/fr.ts', `import { decide } from '../engine/dossier/decide.ts';`],
  ['a portal that reaches into the source', 'demo/portal/x.ts', `import '../../src/elements/ror-tree/define.ts';`],
  ['a backend that imports the elements', 'demo/backend/x.ts', `import { x } from '../../src/elements/ror-tree/ror-tree.ts';`],
  ['a query that knows the driver', 'demo/backend/operations/x.ts', `import pg from 'pg';`],
  ['an import over several lines', 'src/domain/x.ts', `import {\n  a,\n  b,\n} from '../ui/field.ts';`],
  ['a re-export', 'src/domain/x.ts', `export { a } from '../ui/field.ts';`],
  ['a lazy import', 'src/domain/x.ts', `const a = await import('../ui/field.ts');`],
  ['Node in the library', 'src/client/x.ts', `import { readFile } from 'node:fs/promises';`],
  ['a file outside all rooms', 'src/utils/x.ts', ``],
]) test(`the map refuses ${title}`, () => assert.equal(wrongImports([[path, text]]).length, 1));

for (const [title, path, text] of [
  ['a type of the client in an element', 'src/elements/ror-x/ror-x.ts', `import type { RorClient } from '../../client/index.ts';`],
  ['an example in a comment', 'src/domain/x.ts', `/** import { a } from '../ui/field.ts'; */\n// import '../ui/field.ts'`],
  ['the domain through its door to zod', 'src/domain/x.ts', `import { z } from './zod.ts';`],
  ['the library by its published name in the portal', 'demo/portal/x.ts', `import 'ror-elements/ror-tree.js';\nimport { a } from 'ror-elements';`],
]) test(`the map allows ${title}`, () => assert.deepEqual(wrongImports([[path, text]]), []));
