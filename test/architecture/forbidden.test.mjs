import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { read, withoutComments } from './read.mjs';

/** What a strict host page, or a reader, must never meet; each with its reason. */
const unsafe = {
  'an inline style (style-src)': /\sstyle\s*=|setAttribute\(\s*['"]style['"]|\.style\.cssText|\.style\s*=|styleMap|createElement\(\s*['"]style['"]/,
  'markup from a string (Trusted Types)': /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bunsafeHTML\b|\bunsafeSVG\b|\bunsafeStatic\b|\bdocument\.write\b|\bsetHTMLUnsafe\b|\bcreateContextualFragment\b|\bDOMParser\b/,
  'code from a string (eval)': /\beval\(|\bnew Function\b|set(?:Timeout|Interval)\(\s*['"`]/,
};

const findings = (files) => files.flatMap(([path, text]) => Object.entries(unsafe).filter(([, pattern]) => pattern.test(withoutComments(text))).map(([what]) => `${path}: ${what}`));

test('no inline style, no markup and no code from strings, in the library and in the portal', () => {
  assert.deepEqual([...findings(read('src')), ...findings(read('demo/portal', /\.(ts|html)$/))], []);
});

test('the portal page has no inline script and no inline style', () => {
  const wrong = read('demo/portal', /\.html$/).filter(([, text]) => /<script(?![^>]*\bsrc=)|<style\b|\son\w+=/i.test(text)).map(([path]) => path);
  assert.deepEqual(wrong, []);
});

for (const text of ['html`<p style="color:red">`', 'html`<p style=${a}>`', 'a.innerHTML = b', 'html`<p .innerHTML=${a}>`', `import { unsafeHTML } from 'lit/directives/unsafe-html.js'`, `eval('1')`, `setTimeout('f()')`]) {
  test(`refuses ${text}`, () => assert.ok(findings([['x.ts', text]]).length));
}
for (const text of ['static override styles = styles;', '/** never innerHTML */', `a.style.setProperty('--x', '1px')`, 'eventList(a)']) test(`allows ${text}`, () => assert.deepEqual(findings([['x.ts', text]]), []));

/** `any` as a type, and comments that silence the compiler or the linter as a whole. */
function evasions(files) {
  return files.flatMap(([path, text]) => {
    const found = [...text.matchAll(/@ts-(?:ignore|nocheck|expect-error)\b|eslint-disable(?!-next-line)/g)].map(([what]) => `${path}: ${what}`);
    const visit = (node) => { if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${path}: any`); ts.forEachChild(node, visit); };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
    return found;
  });
}

test('no `any` and no silenced compiler in the library', () => assert.deepEqual(evasions(read('src')), []));

test('an `any` and a silenced compiler are seen, the word in a text is not', () => {
  assert.deepEqual(evasions([['x.ts', 'let a: any; // @ts-ignore']]), ['x.ts: @ts-ignore', 'x.ts: any']);
  assert.deepEqual(evasions([['x.ts', `const a = 'any'; // any`]]), []);
});
