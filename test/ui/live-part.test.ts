import { expect } from '@open-wc/testing';
import { html, nothing, render } from 'lit';
import { LiveParts, livePart } from '../../src/ui/live-part.ts';

function setup() {
  const root = document.createElement('div');
  const parts = new LiveParts();
  const values = { a: 1, b: 1 };
  const drawn: string[] = [];
  const draw = (shown: readonly ('a' | 'b')[] = ['a', 'b']) => render(html`${shown.map((key) => html`<p>${livePart(parts, key, () => {
    drawn.push(key);
    return html`<b>${key}${values[key]}</b>`;
  })}</p>`)}`, root);
  return { root, parts, values, drawn, draw };
}

describe('livePart', () => {
  it('draws one part again, and only that one', () => {
    const { root, parts, values, drawn, draw } = setup();
    draw();
    values.a = values.b = 2;
    parts.refresh('a');
    expect(root.textContent).to.equal('a2b1');
    expect(drawn).to.deep.equal(['a', 'b', 'a']);
  });

  it('keeps the elements of the part', () => {
    const { root, parts, draw } = setup();
    draw();
    const bold = root.querySelector('b');
    parts.refresh('a');
    expect(root.querySelector('b')).to.equal(bold);
  });

  it('ignores a key that is not on screen, or not any more', () => {
    const { root, parts, drawn, draw } = setup();
    draw();
    draw(['a']);
    parts.refresh('b', 'zz');
    expect(drawn).to.deep.equal(['a', 'b', 'a']);
    expect(root.textContent).to.equal('a1');
    render(nothing, root);
    parts.refresh('a');
    expect(drawn.length).to.equal(3);
  });

  it('follows its template from one drawing of the whole to the next', () => {
    const root = document.createElement('div');
    const parts = new LiveParts();
    const draw = (key: string, text: string) => render(html`${livePart(parts, key, () => text)}`, root);
    draw('a', 'un');
    draw('b', 'deux');
    parts.refresh('a');
    expect(root.textContent).to.equal('deux');
    parts.refresh('b');
    expect(root.textContent).to.equal('deux');
  });
});
