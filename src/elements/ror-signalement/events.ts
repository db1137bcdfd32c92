import type { Signalement } from '../../domain/signalement.ts';

/** A field of a fiche that a report may be about. */
export interface ChampSignale {
  /** As the form schemas write it. */
  readonly chemin: string;
  readonly label: string;
  /** Title of the block that holds it. */
  readonly section?: string | undefined;
  /** What the fiche says there now, in words. */
  readonly valeur?: string | undefined;
}

/** On what somebody wants to report an anomaly. */
export interface DemandeSignalement {
  /** EJ, EG, service or unit of the répertoire. */
  readonly noeudId: string;
  readonly nom: string;
  /** The field concerned, when it is known already. */
  readonly chemin?: string | undefined;
  /** The fields among which to choose; without them, the dialog reads those of the fiche. */
  readonly champs?: readonly ChampSignale[] | undefined;
}

/** The person chose *Signaler une anomalie* somewhere (tree, fiche, search): the host opens `ror-signalement`. */
export class RorAnomalieDemandeEvent extends CustomEvent<DemandeSignalement> {
  constructor(detail: DemandeSignalement) {
    super('ror-anomalie-demande', { detail: Object.freeze(detail), bubbles: true, composed: true });
  }
}

/** The person made a report, or changed one: answered, assigned, given another status, cancelled. */
export class RorAnomalieChangeEvent extends CustomEvent<{ readonly anomalie: Signalement }> {
  constructor(anomalie: Signalement) {
    super('ror-anomalie-change', { detail: { anomalie }, bubbles: true, composed: true });
  }
}

/** The person opened a report (`anomalieId`) or went back to the list (`null`), so that the host can put it in its URL. */
export class RorAnomalieOpenEvent extends CustomEvent<{ readonly anomalieId: string | null }> {
  constructor(anomalieId: string | null) {
    super('ror-anomalie-open', { detail: { anomalieId }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ror-anomalie-demande': RorAnomalieDemandeEvent;
    'ror-anomalie-change': RorAnomalieChangeEvent;
    'ror-anomalie-open': RorAnomalieOpenEvent;
  }
}
