import { expect } from '@open-wc/testing';
import { RowWindow } from '../../src/ui/row-window.ts';

const ten = (): RowWindow => {
  const rows = new RowWindow(10, 0);
  rows.reset(10);
  return rows;
};

describe('RowWindow', () => {
  it('keeps only the rows in view, and says how much room the others take', () => {
    expect(ten().range(0, 30)).to.deep.equal({ first: 0, last: 3, before: 0, after: 70 });
    expect(ten().range(25, 20)).to.deep.equal({ first: 2, last: 5, before: 20, after: 50 });
    expect(ten().range(95, 30)).to.deep.equal({ first: 9, last: 10, before: 90, after: 0 });
  });

  it('adds a margin on both sides without leaving the list', () => {
    const rows = new RowWindow(10, 2);
    rows.reset(10);
    expect(rows.range(0, 10)).to.include({ first: 0, last: 3 });
    expect(rows.range(50, 10)).to.include({ first: 3, last: 8 });
  });

  it('has nothing to show of an empty list', () => {
    const rows = new RowWindow(10);
    rows.reset(0);
    expect(rows.range(0, 100)).to.deep.equal({ first: 0, last: 0, before: 0, after: 0 });
  });

  it('takes measured heights into account, and only once', () => {
    const rows = ten();
    expect(rows.measure(0, 25)).to.equal(true);
    expect(rows.measure(0, 25)).to.equal(false);
    expect(rows.offsetOf(1)).to.equal(25);
    expect(rows.range(0, 30)).to.include({ first: 0, last: 2 });
  });

  it('ignores a height of nothing and a row that is not there', () => {
    expect(ten().measure(0, 0)).to.equal(false);
    expect(ten().measure(10, 12)).to.equal(false);
  });

  it('forgets measures when the list is another one', () => {
    const rows = ten();
    rows.measure(0, 25);
    rows.reset(10);
    expect(rows.offsetOf(1)).to.equal(10);
  });

  it('scrolls as little as shows a row', () => {
    expect(ten().reveal(5, 0, 30)).to.equal(30);
    expect(ten().reveal(1, 50, 30)).to.equal(10);
    expect(ten().reveal(5, 40, 30)).to.equal(40);
  });
});
