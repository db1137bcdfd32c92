import type { Planning } from '../../engine/planning/planning.ts';
import type { Semaine } from '../../engine/planning/types.ts';

interface SemaineDetail {
  /** The whole week after the change. */
  readonly semaine: Semaine;
  /** The same with its exceptions and its rules for holidays. */
  readonly planning: Planning;
}

/** The person changed the week or its exceptions. Never fired when the page sets `value`, nor by the reset of a form. */
export class RorSemaineChangeEvent extends CustomEvent<SemaineDetail> {
  constructor(planning: Planning) {
    super('ror-semaine-change', { detail: Object.freeze({ semaine: planning.semaine, planning }), bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap { 'ror-semaine-change': RorSemaineChangeEvent }
}
