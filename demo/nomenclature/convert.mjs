/**
 * Converts the read nomenclatures and the project associations into the data files of
 * `src/nomenclature/data`. A maintainer's tool, run when an edition changes; see README.md.
 *
 *     npm run nomenclature -- <source folder> [<target folder>]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readAssociations } from './associations.mjs';
import { deriveCategories } from './categories-eg.mjs';
import { convertCommunes } from './communes.mjs';
import { ConversionError, Problems } from './problems.mjs';
import { readJson, readValueSets, retireMissing } from './value-sets.mjs';
import { write } from './write.mjs';

const TARGET = fileURLToPath(new URL('../../src/nomenclature/data', import.meta.url));

/**
 * Reads and checks everything, then writes; a refused source leaves the target untouched.
 * @throws {ConversionError} naming every problem found.
 */
export function convert(source, target = TARGET) {
  const problems = new Problems();
  for (const part of ['nomenclatures', 'associations', 'communes-idf.json']) {
    if (!existsSync(join(source, part))) problems.refuse(source, `holds no ${part}`);
  }
  problems.throwIfAny();

  const { valueSets, families } = readValueSets(join(source, 'nomenclatures'), problems);
  for (const [id, valueSet] of valueSets) retireMissing(valueSet, previous(join(target, `${id}.json`)));
  const { associations, types } = readAssociations(join(source, 'associations'), valueSets, problems);
  const communes = readJson(join(source, 'communes-idf.json'), problems);
  const compactCommunes = communes && convertCommunes(communes, valueSets, problems);
  problems.throwIfAny();

  const categories = (valueSets.get('J55')?.concepts ?? []).map(([code]) => code);
  associations.set('categories-eg', deriveCategories(types, categories));

  const files = new Map();
  for (const [id, valueSet] of valueSets) files.set(`${id}.json`, valueSet);
  if (families) files.set('A14.json', families);
  for (const [id, association] of associations) files.set(join('associations', `${id}.json`), association);
  files.set('communes-idf.json', compactCommunes);
  files.set('catalogue.json', catalogue(valueSets));

  const changed = [...files].filter(([name, data]) => write(join(target, name), data)).map(([name]) => name);
  const kept = readdirSync(target).filter((name) => name.endsWith('.json') && !files.has(name));
  for (const name of kept) problems.notice(name, 'is not in the source; kept as it was');
  return { files: [...files.keys()], changed, notices: problems.notices };
}

const previous = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/** Names and editions of all value sets, to be shown without loading any of them. */
function catalogue(valueSets) {
  return {
    id: 'catalogue',
    columns: ['id', 'name', 'edition', 'size'],
    rows: [...valueSets.values()]
      .map(({ id, name, edition, concepts }) => [id, name, edition, String(concepts.length)])
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  };
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const [source, target] = process.argv.slice(2);
  if (!source) {
    console.error('Say which folder holds nomenclatures/, associations/ and communes-idf.json:\n  npm run nomenclature -- <source folder>');
    process.exit(2);
  }
  try {
    const { files, changed, notices } = convert(source, target);
    for (const notice of notices) console.log(`note: ${notice}`);
    console.log(`${files.length} files, ${changed.length} changed${changed.length > 0 ? `: ${changed.join(' ')}` : ''}`);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
