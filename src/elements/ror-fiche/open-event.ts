interface FicheOuverte {
  /** Node of the répertoire. */
  readonly noeudId: string;
  readonly nom: string;
  /** The field to look at, as the form schemas write it. */
  readonly chemin?: string | undefined;
}

/** The person wants to read a fiche that another element names (a favourite, a report): the host shows it. */
export class RorFicheOpenEvent extends CustomEvent<FicheOuverte> {
  constructor(detail: FicheOuverte) {
    super('ror-fiche-open', { detail: Object.freeze(detail), bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap { 'ror-fiche-open': RorFicheOpenEvent }
}
