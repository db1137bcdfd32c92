import type { CSSResult } from 'lit';

/** Adds to a root the styles of a part that came after it. */
export function adopt(root: HTMLElement | DocumentFragment, ...styles: readonly CSSResult[]): void {
  const shadow = root as ShadowRoot;
  const sheets = styles.flatMap(({ styleSheet }) => (styleSheet && !shadow.adoptedStyleSheets.includes(styleSheet) ? [styleSheet] : []));
  if (sheets.length > 0) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, ...sheets];
}
