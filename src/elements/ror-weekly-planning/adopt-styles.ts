import type { CSSResult } from 'lit';

/** Styles of what is loaded on demand, after those that are there. */
export function adoptStyles(root: ShadowRoot, ...styles: readonly CSSResult[]): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.flatMap(({ styleSheet }) => styleSheet ?? [])];
}
