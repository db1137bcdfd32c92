import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const LINE_BY_LINE = new Set(['concepts', 'retired', 'rows', 'systems']);

/** JSON with one concept per line, so that a new edition reads well in a diff. Same input, same bytes. */
export function format(data) {
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  return `{\n${entries.map(([key, value]) => `${JSON.stringify(key)}: ${formatValue(key, value)}`).join(',\n')}\n}\n`;
}

function formatValue(key, value) {
  if (key === 'laterEdition') return format(value).trimEnd();
  if (LINE_BY_LINE.has(key) && value.length > 0) return `[\n${value.map((line) => JSON.stringify(line)).join(',\n')}\n]`;
  return JSON.stringify(value);
}

/** @returns {boolean} whether the file changed. */
export function write(path, data) {
  const text = format(data);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return true;
}
