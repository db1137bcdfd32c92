import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { read } from './read.mjs';

const HOLE = '\u0001';
const ACCENT = /[àâäçéèêëîïôöùûüÿœæ’«»]/i;
const LITTLE_WORDS = /^(?:le|la|les|l|un|une|des|de|du|d|est|sont|pas|vous|votre|vos|pour|par|avec|sans|dans|sur|et|ou|aux|au|ce|cette|ces|qui|que|ne|il|elle)$/i;
/** Attributes whose text a person reads or hears. */
const READ_ATTRIBUTE = /\s(?:aria-label|aria-description|aria-roledescription|aria-valuetext|aria-placeholder|title|placeholder|alt|label)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;

const words = (text) => text.match(/[\p{L}]{2,}/gu) ?? [];

/** A text in code reads as a sentence when it has an accent, or three words that open, close or join like French. */
const isSentence = (text) => ACCENT.test(text)
  || (/\s/.test(text.trim()) && words(text).length >= 3 && (/^\s*\p{Lu}.*\s\p{Ll}/u.test(text) || /[.!?…]\s*$/.test(text) || words(text).some((word) => LITTLE_WORDS.test(word))));

/** What a template shows or says by itself: its text nodes and the attributes that are read. */
function spokenBy(markup) {
  const spoken = [...markup.matchAll(READ_ATTRIBUTE)].map(([, a, b, c]) => a ?? b ?? c);
  const texts = markup.replaceAll(/<!--[\s\S]*?-->/g, '').split(/<[^>]*>/);
  return [...spoken, ...texts].map((text) => text.replaceAll(HOLE, ' ').replaceAll(/&\w+;/g, ' ').trim()).filter((text) => words(text).length > 0);
}

/** English for developers is no sentence for users: what is thrown, warned or noted in a type. */
function isForDevelopers(node) {
  for (let at = node; at; at = at.parent) {
    if (ts.isNewExpression(at) && /Error$/.test(at.expression.getText())) return true;
    if (ts.isCallExpression(at) && /^console\.|^warn|^assert/.test(at.expression.getText())) return true;
    if (ts.isImportDeclaration(at) || ts.isExportDeclaration(at) || ts.isLiteralTypeNode(at)) return true;
    if (ts.isStatement(at)) return false;
  }
  return false;
}

const textOf = (template) => (ts.isNoSubstitutionTemplateLiteral(template) ? template.text : template.head.text + template.templateSpans.map((span) => HOLE + span.literal.text).join(''));

function sentences(files) {
  const found = [];
  for (const [path, text] of files) {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const report = (node, sentence) => found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${JSON.stringify(sentence)}`);
    const visit = (node) => {
      if (ts.isTaggedTemplateExpression(node)) {
        const tag = node.tag.getText();
        if (tag === 'html' || tag === 'svg') spokenBy(textOf(node.template)).forEach((sentence) => report(node, sentence));
        if (!ts.isNoSubstitutionTemplateLiteral(node.template)) node.template.templateSpans.forEach((span) => visit(span.expression));
        return;
      }
      if ((ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) && !isForDevelopers(node)) {
        const own = ts.isStringLiteral(node) ? node.text : textOf(node).replaceAll(HOLE, ' x ');
        if (isSentence(own)) report(node, own);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

test('no sentence for users stands outside i18n', () => {
  const files = ['src/elements', 'src/ui', 'src/controllers'].flatMap((room) => (existsSync(room) ? read(room) : assert.fail(`${room} is missing`)));
  assert.deepEqual(sentences(files), []);
});

for (const text of [
  'html`<button>Valider</button>`', 'html`<p>${a} unités</p>`', 'html`<input aria-label="Nom">`', 'html`<input placeholder=Nom>`',
  `const a = 'Fermer la fenêtre';`, 'const a = `Il reste ${n} unités`;', `const a = 'Choisissez une valeur de la liste';`, `const a = b ? 'déplié' : 'x';`,
  'html`<p>${a ? "Aucun dossier pour vous" : 1}</p>`',
]) test(`a sentence: ${text}`, () => assert.equal(sentences([['x.ts', text]]).length, 1));

for (const text of [
  'html`<button class="a b c" part="action" @click=${f}>${words.valider}</button>`', 'html`<p aria-label=${words.nom}>${a} – ${b} (${c})</p>`', 'html`<a title=${t}>&nbsp;·</a>`',
  'css`button { font: inherit }`', `const keys = 'ArrowUp ArrowDown Home';`, `throw new Error('No client found: set the property or place a provider.');`,
  `console.warn('The value is not known.');`, `type A = 'été';`, '// Un commentaire accentué', `import a from './b.ts';`, 'const id = `section-${a}`;',
]) test(`no sentence: ${text}`, () => assert.deepEqual(sentences([['x.ts', text]]), []));
