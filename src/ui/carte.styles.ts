import { css } from 'lit';

/** What the map library needs to lay its panes (its own sheet is for the whole page), then our marks and buttons. */
export const carteStyles = css`
  .carte { position: relative; isolation: isolate; min-block-size: 12rem; overflow: hidden; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface-soft); }
  .carte-fond { position: absolute; inset: 0; overflow: hidden; outline-offset: -3px; touch-action: pan-x pan-y; }
  .carte-fond :is(.leaflet-pane, .leaflet-tile, .leaflet-marker-icon, .leaflet-tile-container, .leaflet-layer, .leaflet-zoom-box) { position: absolute; inset-block-start: 0; left: 0; }
  .carte-fond .leaflet-tile { max-inline-size: none; visibility: hidden; user-select: none; }
  .carte-fond .leaflet-tile-loaded { visibility: inherit; }
  .carte-fond .leaflet-tile-pane { z-index: 200; }
  .carte-fond .leaflet-marker-pane { z-index: 600; }
  .carte-fond.leaflet-touch-drag.leaflet-touch-zoom { touch-action: none; }
  .carte-fond.leaflet-grab { cursor: grab; }
  .carte-fond.leaflet-dragging { cursor: grabbing; }
  .carte-fond .leaflet-zoom-animated { transform-origin: 0 0; }
  .carte-fond.leaflet-zoom-anim .leaflet-zoom-animated { transition: transform 0.25s cubic-bezier(0, 0, 0.25, 1); }
  .carte-fond .leaflet-zoom-box { inline-size: 0; block-size: 0; border: 2px dotted var(--_accent); }

  .carte-repere { display: grid; place-items: start center; inline-size: 2rem; block-size: 2.5rem; cursor: pointer; }
  .carte-repere span { position: relative; isolation: isolate; display: grid; place-items: center; inline-size: 2rem; block-size: 2rem; color: var(--_on-accent); font-size: 0.8125rem; font-weight: 700; line-height: 1; }
  /* The drop is turned, the number in it is not. */
  .carte-repere span::before { content: ''; position: absolute; z-index: -1; inset: 0; border: 2px solid var(--_surface); border-radius: 50% 50% 50% 0; background: var(--_accent); rotate: -45deg; box-shadow: var(--_shadow); }
  .carte-repere span:empty::after { content: ''; inline-size: 0.5rem; block-size: 0.5rem; border-radius: 50%; background: var(--_on-accent); }
  .carte-repere[data-choisi] span { color: var(--_surface); }
  .carte-repere[data-choisi] span::before { background: var(--_text); }
  .carte-repere:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; border-radius: var(--_radius); }

  .carte-depart { pointer-events: none; }
  .carte-depart span { display: block; inline-size: 1.5rem; block-size: 1.5rem; box-sizing: border-box; border: 3px solid var(--_text); border-radius: 50%; box-shadow: 0 0 0 2px var(--_surface), inset 0 0 0 2px var(--_surface); }
  .carte-echelle { position: absolute; inset-block-start: 0.5rem; inset-inline-start: 0.5rem; z-index: 1; box-sizing: border-box; margin: 0; padding-inline: 0.25rem; border: solid var(--_text); border-width: 0 2px 2px; color: var(--_text); font-size: 0.75rem; line-height: 1.2; white-space: nowrap; }

  .carte-boutons { position: absolute; inset-block-start: 0.5rem; inset-inline-end: 0.5rem; z-index: 1; display: grid; gap: 0.25rem; }
  .carte-boutons button { display: grid; place-items: center; inline-size: 2.25rem; block-size: 2.25rem; padding: 0; border: 1px solid var(--_line-control); border-radius: var(--_radius); background: var(--_surface); color: var(--_text); font: inherit; font-size: 1.125rem; line-height: 1; cursor: pointer; }
  .carte-boutons button[hidden] { display: none; }
  .carte-boutons button:hover { background: var(--_surface-strong); }
  .carte-note { position: absolute; inset-block-end: 0; inset-inline-end: 0; z-index: 1; max-inline-size: 100%; margin: 0; padding: 0.1rem 0.5rem; border-start-start-radius: var(--_radius); background: var(--_surface); color: var(--_text-soft); font-size: 0.75rem; }

  @media (forced-colors: active) { .carte-depart span { border-color: CanvasText; } .carte-repere span { color: CanvasText; forced-color-adjust: none; } .carte-repere span::before { border-color: CanvasText; background: Canvas; } .carte-repere[data-choisi] span { color: HighlightText; } .carte-repere[data-choisi] span::before { border-color: Highlight; background: Highlight; } }
  @media print { .carte-boutons { display: none; } }
`;
