import { expect } from '@open-wc/testing';
import { ListRows, type ListGroup } from '../../src/ui/list-rows.ts';

const group = (id: string, values: string, label?: string): ListGroup => ({
  id, options: [...values].map((value) => ({ value, label: value.toUpperCase() })), ...(label && { label }),
});
const opened = (...groups: ListGroup[]): ListRows => {
  const list = new ListRows();
  list.fill(groups);
  return list;
};
const walk = (list: ListRows, ...keys: string[]): string | undefined => {
  for (const key of keys) list.move(key);
  return list.activeOption?.value;
};
const two = () => opened(group('p', 'ab', 'Premiers'), group('s', 'cde', 'Seconds'));

describe('ListRows', () => {
  it('puts a heading before each group that has one, and none before a group without options', () => {
    expect(opened(group('p', 'a', 'Premiers'), group('v', '', 'Vides'), group('s', 'b')).rows.map(({ key }) => key))
      .to.deep.equal(['group p', 'option a', 'option b']);
  });

  it('numbers the options without counting the headings', () => {
    const list = two();
    expect(list.count).to.equal(5);
    expect(list.rows.map(({ position }) => position)).to.deep.equal([0, 1, 2, 0, 3, 4, 5]);
  });

  for (const [title, keys, expected] of [
    ['down from nowhere goes to the first option', ['ArrowDown'], 'a'],
    ['up from nowhere goes to the last', ['ArrowUp'], 'e'],
    ['down passes over a heading', ['ArrowDown', 'ArrowDown', 'ArrowDown'], 'c'],
    ['up passes over a heading', ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp'], 'b'],
    ['down from the last goes to the first', ['ArrowUp', 'ArrowDown'], 'a'],
    ['up from the first goes to the last', ['ArrowDown', 'ArrowUp'], 'e'],
    ['Home goes to the first once an option is active', ['ArrowUp', 'Home'], 'a'],
    ['End goes to the last once an option is active', ['ArrowDown', 'End'], 'e'],
    ['a page down stops at the end', ['ArrowDown', 'PageDown'], 'e'],
    ['a page up stops at the beginning', ['ArrowUp', 'PageUp'], 'a'],
  ] as const) it(title, () => expect(walk(two(), ...keys)).to.equal(expected));

  it('leaves Home and End to the text while no option is active', () => {
    expect(two().move('Home')).to.equal(false);
    expect(two().move('End')).to.equal(false);
  });

  it('answers no other key', () => expect(two().move('a')).to.equal(false));

  it('goes nowhere in an empty list', () => {
    expect(opened().move('ArrowDown')).to.equal(false);
    expect(opened().move('PageDown')).to.equal(false);
  });

  it('keeps the active option when the list is filled again, where it still is', () => {
    const list = two();
    list.moveTo(({ value }) => value === 'd');
    list.fill([group('s', 'xd')]);
    expect(list.activeOption?.value).to.equal('d');
    list.fill([group('s', 'xy')]);
    expect(list.active).to.equal(-1);
  });

  it('knows the only option of a search that found one', () => {
    expect(opened(group('p', 'a', 'Premiers')).onlyOption?.value).to.equal('a');
    expect(two().onlyOption).to.equal(undefined);
  });

  it('shows the heading with the first option', () => {
    const list = two();
    list.scroll = 60;
    list.move('ArrowDown');
    list.reveal(100);
    expect(list.scroll).to.equal(0);
  });
});
