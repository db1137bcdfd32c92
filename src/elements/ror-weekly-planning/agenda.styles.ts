import { css } from 'lit';

/** The agenda: lines are backgrounds, ranges lie over them, cells over all without a look of their own. */
export const agendaStyles = css`
  .agenda {
    --_axe: clamp(2.5rem, 12%, 3.25rem);
    --_h: var(--ror-planning-heure, var(--_heure));
    --_creneau: calc(var(--_h) / var(--_par-heure));
    border: 1px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .jours {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    display: flex;
    padding-inline-start: var(--_axe);
    border-block-end: 1px solid var(--_line-control);
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: var(--_surface-soft);
  }
  .jours > span { flex: 1 1 0; min-inline-size: 0; padding-block: 0.375rem; overflow: hidden; text-align: center; }
  .corps { position: relative; padding-inline-start: var(--_axe); }
  .heures { position: absolute; inset-inline-start: 0; inline-size: var(--_axe); color: var(--_text-soft); line-height: 1; text-align: end; }
  .heures > span { display: block; block-size: var(--_h); padding: 0.1875rem 0.375rem 0 0; white-space: nowrap; unicode-bidi: plaintext; }
  .zone {
    position: relative;
    background:
      linear-gradient(to right, var(--_line) 1px, transparent 1px) 0 0 / calc(100% / 7) 100%,
      linear-gradient(color-mix(in srgb, var(--_line-control) 45%, var(--_line)) 1px, transparent 1px) 0 0 / 100% var(--_h),
      linear-gradient(var(--_line) 1px, transparent 1px) 0 0 / 100% var(--_creneau);
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
    touch-action: manipulation;
    contain: layout style;
  }
  .cases { position: relative; block-size: calc(var(--_h) * var(--_heures)); }
  .creneau { position: absolute; inset-block-start: calc(var(--_creneau) * var(--_rang)); inset-inline: 0; display: flex; block-size: var(--_creneau); contain: strict; }
  .creneau > div { flex: 1; }
  .creneau > div:focus-visible { outline: 2px solid var(--_focus); outline-offset: -2px; box-shadow: inset 0 0 0 4px var(--_surface); }

  .plages, .apercu { position: absolute; inset: 0; }
  .plages { display: flex; }
  .plages > div { position: relative; flex: 1; contain: strict; }
  .plage { unicode-bidi: plaintext; position: absolute; margin-inline: 2px 3px; padding: 0.0625rem 0.25rem; overflow: hidden; border-radius: 0.25rem; line-height: 1.25; }
  .avant { border-block-start-style: dashed; border-start-start-radius: 0; border-start-end-radius: 0; }
  .apres { border-block-end-style: dashed; border-end-start-radius: 0; border-end-end-radius: 0; }
  /* Columns too narrow for words: the lines and the axis say the hours. */
  .etroite .plage { margin-inline: 1px; padding: 0; border-inline-start-width: 3px; font-size: 0; }
  /* Lines and textures are backgrounds, which forced colours would take away: they are drawn in the colours of the system instead. */
  @media (forced-colors: active) {
    .zone {
      --_line: GrayText; --_line-control: CanvasText; --_surface: Canvas; --_accent: Highlight; --_accent-strong: Highlight;
      --_accent-soft: Canvas; --_danger: CanvasText; --_danger-soft: Canvas; --_focus: Highlight; --_text: CanvasText;
      color: CanvasText;
      forced-color-adjust: none;
    }
    .creneau > div:focus-visible { outline-width: 3px; }
  }
  /* On paper, the week: colours and lines too, which browsers leave out, and nothing to press. */
  @media print {
    .agenda, .motif, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .agenda { break-inside: avoid; }
    .outils, .aide, .copie, .liste, .exceptions, fieldset :is(legend, input, label:last-child), fieldset:not(:has(label:nth-of-type(3))) { display: none; }
  }
`;
