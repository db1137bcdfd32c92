import type { Criteres } from '../../engine/recherche/criteres.ts';

/** The person changed what is searched; the host may write it into its address (`versRequete`). */
export class RorCriteresChangeEvent extends CustomEvent<{ readonly criteres: Criteres }> {
  constructor(criteres: Criteres) {
    super('ror-criteres-change', { detail: { criteres }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ror-criteres-change': RorCriteresChangeEvent;
  }
}
