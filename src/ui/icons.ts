import { svg, html, type TemplateResult } from 'lit';

const icon = (path: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

/** Line icons, drawn in the colour of the text; always beside words that say the same. */
export const icons = {
  chevron: icon(svg`<path d="m3.5 6 4.5 4.5L12.5 6"/>`),
  check: icon(svg`<path d="m3 8.5 3.5 3.5L13 4.5"/>`),
  cross: icon(svg`<path d="m4 4 8 8M12 4l-8 8"/>`),
  error: icon(svg`<circle cx="8" cy="8" r="6.5"/><path d="M8 4.5v4M8 11.2v.1"/>`),
  warning: icon(svg`<path d="M8 2 1.5 13.5h13zM8 6.5v3M8 11.6v.1"/>`),
} as const;
