import type { CSSResult } from 'lit';

/** Adds to a root, once, the style sheets of a part that came after it; nothing to what is in no page. */
export function adopt(root: Node & Partial<DocumentOrShadowRoot>, ...styles: readonly CSSResult[]): void {
  const there = root.adoptedStyleSheets;
  if (!there) return;
  const sheets = styles.flatMap(({ styleSheet }) => (styleSheet && !there.includes(styleSheet) ? [styleSheet] : []));
  if (sheets.length > 0) root.adoptedStyleSheets = [...there, ...sheets];
}
