import { readFileSync } from 'node:fs';

/**
 * The manifest is the public surface and its diff is the review of it: tags, their definitions and their events,
 * without what is private and without the modules that only draw.
 */
const definitions = [];

/** The public custom properties that all tags share, written once where they are used. */
const sharedProperties = [...readFileSync(new URL('../src/ui/tokens.ts', import.meta.url), 'utf8').matchAll(/@cssproperty (--[\w-]+) - (.+)/g)]
  .map(([, name, description]) => ({ name, description }));

/** Tags that draw nothing. */
const NO_BOX = new Set(['ror-provider']);

const publicSurface = {
  name: 'public-surface',
  /** Tags are registered by our `defineElement('ror-x', RorX)`, which the analyzer does not know. */
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElement' || !ts.isStringLiteral(node.arguments[0])) return;
    definitions.push({ tag: node.arguments[0].text, name: node.arguments[1].getText(), path: moduleDoc.path });
  },
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) module.exports = (module.exports ?? []).filter((entry) => entry.kind !== 'custom-element-definition');
    for (const { tag, name, path } of definitions) {
      const home = manifest.modules.find((module) => module.declarations?.some((declaration) => declaration.name === name && declaration.kind === 'class'));
      const element = home?.declarations.find((declaration) => declaration.name === name);
      if (element) Object.assign(element, { tagName: tag, customElement: true });
      manifest.modules.find((module) => module.path === path)?.exports.push({ kind: 'custom-element-definition', name: tag, declaration: { name, module: home?.path ?? path } });
    }
    for (const element of manifest.modules.flatMap((module) => module.declarations ?? []).filter((declaration) => declaration.customElement)) {
      element.members = element.members?.filter((member) => (member.privacy ?? 'public') === 'public' && !member.name.startsWith('#'));
      const own = element.cssProperties ?? [];
      if (!NO_BOX.has(element.tagName)) element.cssProperties = [...own, ...sharedProperties.filter(({ name }) => !own.some((property) => property.name === name))];
      // A dispatch that `@fires` describes comes twice, the second time without its name.
      const described = new Set(element.events?.filter((event) => event.description).map((event) => event.type?.text));
      element.events = element.events?.filter((event) => event.description || !described.has(event.type?.text));
    }
    const isPublic = (module) => /\/(?:events|index|define)\.ts$/.test(module.path) || module.declarations?.some((declaration) => declaration.customElement);
    manifest.modules = manifest.modules.filter(isPublic).sort((a, b) => (a.path < b.path ? -1 : 1));
    // Paths as published.
    Object.assign(manifest, JSON.parse(JSON.stringify(manifest).replaceAll(/"\/?src\/([^"]+)\.ts"/g, '"dist/$1.js"')));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/controllers/form-element.ts', 'src/index.ts', 'src/define.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicSurface],
};
