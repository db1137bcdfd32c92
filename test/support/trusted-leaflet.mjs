/**
 * The map library asks at its first breath whether the browser knows SVG, by markup from a string: where a page demands Trusted
 * Types, it could not even be loaded. Every browser that has Trusted Types knows SVG, so the question goes.
 */
export const trustedLeaflet = () => ({
  name: 'trusted-leaflet',
  transform(code, id) {
    if (!/\/leaflet-src\.esm\.js(?:\?|$)/.test(id)) return;
    const question = "div.innerHTML = '<svg/>';";
    if (!code.includes(question)) this.error(`leaflet no longer asks for SVG as expected: ${id}`);
    return { code: code.replace(question, "div.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));"), map: null };
  },
});
