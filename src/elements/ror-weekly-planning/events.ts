import type { Semaine } from '../../engine/planning/types.ts';

interface SemaineDetail {
  /** The whole week after the change. */
  readonly semaine: Semaine;
}

/** The person changed the week. Never fired when the page sets `value`, nor by the reset of a form. */
export class RorSemaineChangeEvent extends CustomEvent<SemaineDetail> {
  constructor(semaine: Semaine) {
    super('ror-semaine-change', { detail: Object.freeze({ semaine }), bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap { 'ror-semaine-change': RorSemaineChangeEvent }
}
