import type { Editions, Saisie } from '../../domain/fiche.ts';

/** `personne`: a button was pressed. `repos`: the form asks by itself, some seconds after the last change. */
export type SaveReason = 'repos' | 'personne';

export interface FicheSave {
  readonly ficheId: string;
  readonly saisie: Saisie;
  /** In which edition each code was chosen, to be given back as `fiche.editions`: kept beside the content. */
  readonly editions: Editions;
  /** false: "Enregistrer et mettre en attente"; true: "Enregistrer et finaliser". */
  readonly finaliser: boolean;
  /** Version of the fiche that the person started from. */
  readonly version: number;
  readonly reason: SaveReason;
  /** The section that was shown alone, when one was (*Modifier un encadré*). */
  readonly bloc?: string;
}

/**
 * The person asks to save, or the form does at rest (`reason`). The page saves, shows `busy` meanwhile, then gives the new `fiche`, or a
 * `failure` or `refus`. Cancelable: a cancelled save is as if it had not been asked.
 */
export class RorFicheSaveEvent extends CustomEvent<FicheSave> {
  constructor(detail: FicheSave) {
    super('ror-fiche-save', { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** The person changed something. Never fired when the page gives a fiche. */
export class RorFicheChangeEvent extends CustomEvent<{ readonly ficheId: string; readonly modified: boolean }> {
  constructor(ficheId: string, modified: boolean) {
    super('ror-fiche-change', { detail: { ficheId, modified }, bubbles: true, composed: true });
  }
}

/** The person gives up the changes of a block: the page may go back to reading. */
export class RorFicheCancelEvent extends CustomEvent<{ readonly ficheId: string; readonly bloc: string }> {
  constructor(ficheId: string, bloc: string) {
    super('ror-fiche-cancel', { detail: { ficheId, bloc }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ror-fiche-cancel': RorFicheCancelEvent;
    'ror-fiche-save': RorFicheSaveEvent;
    'ror-fiche-change': RorFicheChangeEvent;
  }
}
