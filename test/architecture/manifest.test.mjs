import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { before, test } from 'node:test';
import { read, withoutComments } from './read.mjs';

/** Furniture of Lit that no user of a tag sees. */
const FURNITURE = new Set(['styles', 'shadowRootOptions', 'formAssociated', 'elementProperties', 'properties']);
const HOOKS = /^(?:render|update|updated|firstUpdated|willUpdate|shouldUpdate|connectedCallback|disconnectedCallback|createRenderRoot|getUpdateComplete|form\w+Callback)$/;

const elements = (manifest) => manifest.modules.flatMap((module) => module.declarations ?? []).filter((declaration) => declaration.customElement);

/** Public things that nobody described. */
function undocumented(manifest) {
  return elements(manifest).flatMap((element) => {
    const tag = element.tagName ?? element.name;
    const bare = (kind, list, name = (item) => item.name) => (list ?? []).filter((item) => !item.description?.trim()).map((item) => `${tag}: ${kind} ${name(item) || '(default)'}`);
    const members = (element.members ?? []).filter((member) => (member.privacy ?? 'public') === 'public' && !member.inheritedFrom && !member.name.startsWith('#') && !(member.static && FURNITURE.has(member.name)) && !HOOKS.test(member.name));
    return [
      ...(element.description?.trim() ? [] : [`${tag}: itself`]),
      ...bare('member', members), ...bare('event', element.events, (event) => event.name ?? event.type?.text), ...bare('slot', element.slots),
      ...bare('part', element.cssParts), ...bare('custom property', element.cssProperties), ...bare('state', element.cssStates),
    ];
  });
}

/** Parts and slots that a tag's own templates have and its description does not. */
function undeclared(manifest, filesOf) {
  return elements(manifest).filter((element) => element.tagName).flatMap((element) => {
    const code = filesOf(element.tagName).map(([, text]) => withoutComments(text)).join('\n');
    const names = (list) => new Set((list ?? []).map((item) => item.name));
    const parts = [...code.matchAll(/\spart="([^"$]+)"/g)].flatMap(([, list]) => list.trim().split(/\s+/));
    const slots = [...code.matchAll(/<slot\b([^>]*)>/g)].map(([, attributes]) => /\bname="([^"$]+)"/.exec(attributes)?.[1] ?? '');
    return [
      ...parts.filter((part) => !names(element.cssParts).has(part)).map((part) => `${element.tagName}: part ${part}`),
      ...slots.filter((slot) => !names(element.slots).has(slot)).map((slot) => `${element.tagName}: slot ${slot || '(default)'}`),
    ];
  });
}

let committed, fresh;
before(() => {
  const outdir = `node_modules/.cache/manifest-${process.pid}`;
  mkdirSync(outdir, { recursive: true });
  try {
    execFileSync(process.execPath, ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', 'test/cem.config.mjs', '--quiet', '--outdir', outdir]);
    fresh = JSON.parse(readFileSync(`${outdir}/custom-elements.json`, 'utf8'));
  } finally {
    rmSync(outdir, { recursive: true });
  }
  committed = existsSync('custom-elements.json') ? JSON.parse(readFileSync('custom-elements.json', 'utf8')) : undefined;
});

test('custom-elements.json is what `npm run manifest` writes now', () => assert.deepEqual(committed, fresh));

test('every tag of the house is in the manifest', () => {
  const tags = read('src/elements', /\/define\.ts$/).map(([path]) => path.split('/')[2]).sort();
  assert.deepEqual(elements(fresh).map((element) => element.tagName).filter(Boolean).sort(), tags);
});

test('every public member, event, slot, part and custom property is described', () => assert.deepEqual(undocumented(fresh), []));

test('every part and slot in a template is declared', () => assert.deepEqual(undeclared(fresh, (tag) => read(`src/elements/${tag}`)), []));

test('an undescribed member and an undeclared part are seen', () => {
  const element = { customElement: true, tagName: 'ror-x', description: 'X.', members: [{ name: 'a' }, { name: 'b', privacy: 'private' }, { name: 'styles', static: true }], slots: [{ name: '', description: 'All.' }] };
  const manifest = { modules: [{ declarations: [element] }] };
  assert.deepEqual(undocumented(manifest), ['ror-x: member a']);
  assert.deepEqual(undeclared(manifest, () => [['x.ts', 'html`<p part="ligne"><slot></slot><slot name="fin"></slot></p>`']]), ['ror-x: part ligne', 'ror-x: slot fin']);
});
