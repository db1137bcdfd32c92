import { html, nothing, type TemplateResult } from 'lit';

interface Options {
  readonly id?: string;
  /** May receive the focus by program, to lead the person there. */
  readonly focusable?: boolean;
}

/** A heading of the level that the host page needs, 2 to 6. */
export function heading(level: number, text: unknown, { id, focusable }: Options = {}): TemplateResult {
  const anchor = id ?? nothing;
  const tabindex = focusable ? -1 : nothing;
  switch (Math.min(Math.max(Math.round(level), 2), 6)) {
    case 2: return html`<h2 class="heading" id=${anchor} tabindex=${tabindex}>${text}</h2>`;
    case 3: return html`<h3 class="heading" id=${anchor} tabindex=${tabindex}>${text}</h3>`;
    case 4: return html`<h4 class="heading" id=${anchor} tabindex=${tabindex}>${text}</h4>`;
    case 5: return html`<h5 class="heading" id=${anchor} tabindex=${tabindex}>${text}</h5>`;
    default: return html`<h6 class="heading" id=${anchor} tabindex=${tabindex}>${text}</h6>`;
  }
}
