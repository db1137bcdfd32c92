/** Not a test of ours: `architecture/csp.test.mjs` runs it and expects the page to fail, although its only assertion holds. */
describe('a page that violates its policy', () => {
  it('asserts nothing wrong', () => {
    document.body.setAttribute('style', 'color: red');
  });
});
