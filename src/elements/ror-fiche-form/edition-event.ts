import type { FicheChange } from '../../engine/fiche/check-editions.ts';

/** What a newer edition would change for a fiche, in the order of the form. */
export interface EditionCheck {
  readonly ficheId: string;
  readonly changes: readonly FicheChange[];
}

/** The person asked what the newer edition would change, and it is shown to them. */
export class RorEditionCheckEvent extends CustomEvent<EditionCheck> {
  constructor(detail: EditionCheck) {
    super('ror-edition-check', { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap { 'ror-edition-check': RorEditionCheckEvent }
}
