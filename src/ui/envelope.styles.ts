import { css } from 'lit';

/** Fields in the order of an envelope, and the envelope beside them where there is room. */
export const envelopeStyles = css`
  .address { display: grid; gap: 1.25rem 2rem; }
  .address-fields:focus { outline: none; }
  .envelope {
    align-self: start;
    min-inline-size: 0;
    margin: 0;
    padding: 1rem 1.25rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
  }
  .envelope figcaption { margin-block-end: 0.5rem; color: var(--_text-soft); font-size: 0.875rem; font-weight: 600; }
  .envelope ol { display: grid; gap: 0.25rem; margin: 0; padding: 0; list-style: none; }
  .envelope li { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between; }
  .envelope-line { min-inline-size: 0; overflow-wrap: anywhere; }
  .envelope-count { margin-inline-start: auto; color: var(--_text-soft); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
  .envelope .over .envelope-count { color: var(--_danger); font-weight: 600; }
  .envelope .erreur { flex: 1 1 100%; font-size: 0.875rem; }
  .envelope .none { margin: 0; color: var(--_text-soft); }
  @container (min-width: 44rem) {
    .address-fields.fields { grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 1.25rem 1rem; }
    .address-fields > * { grid-column: span 3; }
    .address-fields > .address-numeroVoie, .address-fields > .address-extension { grid-column: span 1; }
    .address-fields > .address-libelleVoie, .address-fields > .address-localite { grid-column: span 4; }
    .address-fields > .address-codePostal { grid-column: span 2; }
    .address-fields > .address-communeCog { grid-column: 1 / -1; }
    .address-fields > * { align-self: end; }
  }
  @container (min-width: 64rem) { .address { grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr); } }
`;
