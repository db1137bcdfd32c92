/** Who installs the package and takes the typical week without any element: its types are whole, and it runs where there is no page. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const racine = fileURLToPath(new URL('../../', import.meta.url));
let dossier: string;

before(() => {
  dossier = mkdtempSync(join(tmpdir(), 'consommateur-'));
  mkdirSync(join(dossier, 'node_modules'));
  symlinkSync(racine, join(dossier, 'node_modules/ror-elements'), 'dir');
  writeFileSync(join(dossier, 'package.json'), '{ "type": "module" }');
});
after(() => rmSync(dossier, { recursive: true, force: true }));

const TYPES = `
import { ajouter, chargerFeries, writeOsm, writePlanning, readFhir, phrases, statut, type Planning, type Semaine, type Statut } from 'ror-elements/planning.js';

const suite = ajouter([], { debut: 540, fin: 1080, type: '01' });
const semaine: Semaine = suite.semaine ?? [];
const planning: Planning = { semaine, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' }] };
const { feries } = await chargerFeries();
const etat: Statut = statut(planning, 0, 'Europe/Paris', { calendrier: { feries: (annee) => feries(annee, 'Europe/Paris') } });
export const dit: string = phrases.statut(etat);
export const texte: string = writeOsm(planning).texte;
export const horaires: readonly unknown[] = writePlanning([], planning).horaires;
export const lu: Planning = readFhir({}).planning;
// @ts-expect-error A range has a type of JDV_J41.
ajouter([], { debut: 540, fin: 1080 });
// @ts-expect-error A week is never changed in place.
semaine.push({ debut: 0, fin: 60, type: '01' });
// @ts-expect-error There are three effects.
export const faux: Planning = { semaine, exceptions: [{ effet: 'pause' }] };
`;

for (const [module, moduleResolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']] as const) {
  test(`planning.js: a strict program without a DOM is checked (${moduleResolution}), what is wrong in it is refused`, () => {
    writeFileSync(join(dossier, 'programme.ts'), TYPES);
    writeFileSync(join(dossier, 'tsconfig.json'), JSON.stringify({
      compilerOptions: { module, moduleResolution, target: 'es2022', lib: ['es2022'], types: [], strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
      files: ['programme.ts'],
    }));
    const sortie = execFileSync(process.execPath, [join(racine, 'node_modules/typescript/bin/tsc'), '-p', dossier], { encoding: 'utf8' });
    assert.equal(sortie, '');
  });
}

test('planning.js: runs in Node alone, and says when a place opens again', () => {
  writeFileSync(join(dossier, 'programme.mjs'), `
import { phrases, statut } from 'ror-elements/planning.js';
const planning = { semaine: [0, 1, 2, 3, 4].map((jour) => ({ debut: jour * 1440 + 540, fin: jour * 1440 + 1080, type: '01' })) };
console.log(typeof document, phrases.statut(statut(planning, Date.parse('2026-03-27T17:00:00Z'), 'Europe/Paris')));
`);
  const sortie = execFileSync(process.execPath, [join(dossier, 'programme.mjs')], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  assert.equal(sortie.replace(/\s+/g, ' ').trim(), 'undefined Fermé — ouvre lundi à 9 h');
});
