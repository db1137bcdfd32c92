import { css } from 'lit';

/** Fields: label above, control, unit beside, help and messages under. Needs `tokens`. */
export const fieldStyles = css`
  .field { min-inline-size: 0; }
  .field > label, fieldset > legend, dl.readonly > dt, .chosen-title {
    display: block;
    margin: 0 0 0.375rem;
    padding: 0;
    font-weight: 600;
  }
  .star { color: var(--_danger); }
  .line { display: flex; align-items: center; gap: 0.625rem; }
  .line > .control, .line > .combobox, .line > .select { flex: 1 1 auto; min-inline-size: 0; }
  .unit { flex: none; color: var(--_text-soft); }

  .control {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
    transition: border-color 0.12s, box-shadow 0.12s;
  }
  .control:hover { border-color: var(--_text-soft); }
  .control:focus-visible, .check input:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
    border-color: var(--_focus);
  }
  .control[aria-invalid='true'] { border-color: var(--_danger); box-shadow: inset 0 0 0 1px var(--_danger); }
  .control::placeholder { color: var(--_text-soft); opacity: 1; }
  .control.short { max-inline-size: 9rem; }
  textarea.control { min-block-size: 6.5rem; max-block-size: 24rem; field-sizing: content; resize: vertical; }
  .select { position: relative; display: flex; flex: 1 1 auto; min-inline-size: 0; }
  select.control { appearance: none; padding-inline-end: 2.25rem; cursor: pointer; }
  select.control:has(> option[value='']:checked) { color: var(--_text-soft); }
  .control option { color: var(--_text); }
  .select > .icon { position: absolute; inset: 0 0.75rem 0 auto; margin-block: auto; color: var(--_text-soft); pointer-events: none; }
  .select:dir(rtl) > .icon { inset-inline: auto 0.75rem; }

  fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  .choices { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
  .check { display: flex; align-items: center; gap: 0.625rem; min-block-size: 2.75rem; padding-block: 0.25rem; cursor: pointer; }
  .check > span { min-inline-size: 0; overflow-wrap: anywhere; }
  .check input { flex: none; inline-size: 1.25rem; block-size: 1.25rem; margin: 0; accent-color: var(--_accent); }

  .help { margin: 0.375rem 0 0; color: var(--_text-soft); font-size: 0.875rem; }
  .messages { margin: 0.375rem 0 0; padding: 0; list-style: none; font-size: 0.875rem; }
  .messages > li { display: flex; gap: 0.375rem; align-items: flex-start; }
  .messages > li > span { min-inline-size: 0; overflow-wrap: anywhere; }
  .erreur { color: var(--_danger); font-weight: 600; }
  .avertissement { color: var(--_warning); }
  .icon { flex: none; inline-size: 1em; block-size: 1em; margin-block-start: 0.25em; }

  dl.readonly { margin: 0; }
  dl.readonly > dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
  .empty { color: var(--_text-soft); }
  dl.readonly ul { margin: 0; padding-inline-start: 1.25rem; }

  .flag {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    padding: 0 0.5rem;
    border: 1px solid var(--_warning);
    border-radius: 1rem;
    background: var(--_warning-soft);
    color: var(--_warning);
    font-size: 0.8125rem;
    font-style: normal;
    font-weight: 600;
  }
  .flag .icon { margin: 0; }
`;
