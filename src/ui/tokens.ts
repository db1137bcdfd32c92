import { css } from 'lit';

/**
 * The look, as custom properties. Elements use the `--_…` names only; a host page overrides the public
 * `--ror-…` ones. Every default pair keeps a contrast of 4.5:1 for text and 3:1 for borders of controls,
 * in light and in dark; `color-scheme` is inherited from the host page. The manifest lists them on every tag.
 *
 * @cssproperty --ror-font-family - Font; by default that of the host page.
 * @cssproperty --ror-color-text - Text.
 * @cssproperty --ror-color-text-soft - Text of second rank.
 * @cssproperty --ror-color-surface - Background of cards and fields.
 * @cssproperty --ror-color-surface-soft - Background of quiet areas.
 * @cssproperty --ror-color-surface-strong - Background under the pointer.
 * @cssproperty --ror-color-line - Lines between things.
 * @cssproperty --ror-color-line-control - Border of fields and buttons.
 * @cssproperty --ror-color-accent - What can be acted on.
 * @cssproperty --ror-color-accent-strong - The same under the pointer.
 * @cssproperty --ror-color-accent-soft - Background of what is chosen.
 * @cssproperty --ror-color-on-accent - Text on the accent.
 * @cssproperty --ror-color-success - What is done.
 * @cssproperty --ror-color-success-soft - Its background.
 * @cssproperty --ror-color-warning - What asks for attention.
 * @cssproperty --ror-color-warning-soft - Its background.
 * @cssproperty --ror-color-danger - Errors, and what destroys.
 * @cssproperty --ror-color-danger-soft - Its background.
 * @cssproperty --ror-color-focus - Ring of the focus.
 * @cssproperty --ror-radius - Corners of fields and buttons.
 * @cssproperty --ror-radius-large - Corners of cards.
 * @cssproperty --ror-shadow - Shadow of what floats.
 */
export const tokens = css`
  :host {
    --_font: var(--ror-font-family, inherit);
    --_text: var(--ror-color-text, light-dark(#1b2430, #e8edf3));
    --_text-soft: var(--ror-color-text-soft, light-dark(#4d5b6b, #aab7c6));
    --_surface: var(--ror-color-surface, light-dark(#ffffff, #141b24));
    --_surface-soft: var(--ror-color-surface-soft, light-dark(#f4f7fa, #1c2530));
    --_surface-strong: var(--ror-color-surface-strong, light-dark(#e6edf4, #283444));
    --_line: var(--ror-color-line, light-dark(#d5dee7, #344253));
    --_line-control: var(--ror-color-line-control, light-dark(#72808f, #8a99aa));
    --_accent: var(--ror-color-accent, light-dark(#0b5c8f, #7cc4f2));
    --_accent-strong: var(--ror-color-accent-strong, light-dark(#084669, #a9d9f8));
    --_accent-soft: var(--ror-color-accent-soft, light-dark(#e3f1fa, #17374c));
    --_on-accent: var(--ror-color-on-accent, light-dark(#ffffff, #0c1a26));
    --_success: var(--ror-color-success, light-dark(#1a7044, #6fd09b));
    --_success-soft: var(--ror-color-success-soft, light-dark(#e4f5eb, #143625));
    --_warning: var(--ror-color-warning, light-dark(#805300, #f2c261));
    --_warning-soft: var(--ror-color-warning-soft, light-dark(#fff5d9, #3b2f12));
    --_danger: var(--ror-color-danger, light-dark(#b3261e, #ff9d94));
    --_danger-soft: var(--ror-color-danger-soft, light-dark(#fdeceb, #45201d));
    --_focus: var(--ror-color-focus, light-dark(#0a76f6, #8cc2ff));
    --_radius: var(--ror-radius, 0.375rem);
    --_radius-large: var(--ror-radius-large, 0.625rem);
    --_shadow: var(--ror-shadow, 0 0.25rem 1rem light-dark(rgb(20 40 60 / 0.16), rgb(0 0 0 / 0.5)));

    color: var(--_text);
    font-family: var(--_font);
    line-height: 1.5;
  }

  :host([hidden]) { display: none; }

  *, *::before, *::after { box-sizing: border-box; }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
`;
