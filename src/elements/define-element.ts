/**
 * Registers a tag. When a page loads two copies of the library, the first definition stays and the console
 * says so once per tag: a second `define` would throw and take the page's script down with it.
 */
export function defineElement(tag: `ror-${string}`, element: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (!present) customElements.define(tag, element);
  else if (present !== element) console.warn(`<${tag}> is already defined by another copy of ror-elements: the first one is kept.`);
}
