/** What the architecture tests share: reading sources, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';

/** Files below `dir` whose name matches, as `[path with slashes, text]`, in a fixed order. */
export const read = (dir, pattern = /\.ts$/) => readdirSync(dir, { recursive: true })
  .map((file) => `${dir}/${file.replaceAll('\\', '/')}`).filter((path) => pattern.test(path) && !path.includes('/node_modules/')).sort()
  .map((path) => [path, readFileSync(path, 'utf8')]);

/** Comments become blanks, so that a checker sees code only and positions stay. */
export const withoutComments = (text) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replaceAll(/[^\n]/g, ' '));
