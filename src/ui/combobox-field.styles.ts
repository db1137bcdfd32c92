import { css } from 'lit';

/** The field of a combobox. Only the one that is open is an anchor, so one name serves them all. */
export const comboboxFieldStyles = css`
  .combobox { position: relative; display: flex; flex: 1 1 auto; flex-wrap: wrap; gap: 0.5rem; min-inline-size: 0; }
  .combobox > .control { flex: 1 1 12rem; min-inline-size: 0; inline-size: auto; padding-inline-end: 2.25rem; }
  .combobox > .icon {
    position: relative;
    inset-inline-start: -2.25rem;
    align-self: center;
    margin-block: 0;
    margin-inline: 0 -1.5rem;
    color: var(--_text-soft);
    pointer-events: none;
  }
  .combobox > .button { flex: none; }
  .combobox > .control[aria-expanded='true'] { anchor-name: --ror-combobox; }
`;
