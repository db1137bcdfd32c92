/** Point the manifest at the published files, in a fixed order. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    Object.assign(manifest, JSON.parse(JSON.stringify(manifest).replaceAll(/"\/?src\/([^"]+)\.ts"/g, '"dist/$1.js"')));
    manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/index.ts', 'src/define.ts'],
  outdir: '.',
  litelement: true,
  plugins: [published],
};
