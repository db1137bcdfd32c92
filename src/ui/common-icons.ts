import { svg, html, type TemplateResult } from 'lit';

export const icon = (path: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

/** The icons that every element has. */
export const commonIcons = {
  chevron: icon(svg`<path d="m3.5 6 4.5 4.5L12.5 6"/>`),
  check: icon(svg`<path d="m3 8.5 3.5 3.5L13 4.5"/>`),
  cross: icon(svg`<path d="m4 4 8 8M12 4l-8 8"/>`),
  warning: icon(svg`<path d="M8 2 1.5 13.5h13zM8 6.5v3M8 11.6v.1"/>`),
} as const;
