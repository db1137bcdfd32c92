import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/** Adds style sheets that came with a part of an element. */
export function adopt(host: LitElement, ...sheets: readonly CSSResult[]): void {
  const root = host.renderRoot as ShadowRoot;
  adoptStyles(root, [...root.adoptedStyleSheets, ...sheets]);
}
