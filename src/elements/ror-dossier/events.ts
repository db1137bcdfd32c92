import type { Dossier } from '../../domain/dossier.ts';

/**
 * The person opened a dossier (`dossierId`) or went back to the list (`null`), so that the host can put it
 * in its URL. Never fired when the host sets `dossierId` itself.
 */
export class RorDossierOpenEvent extends CustomEvent<{ readonly dossierId: string | null }> {
  constructor(dossierId: string | null) {
    super('ror-dossier-open', { detail: { dossierId }, bubbles: true, composed: true });
  }
}

/** A command of the person changed the dossier on the server: a fiche added, sent, validated, published… */
export class RorDossierChangeEvent extends CustomEvent<{ readonly dossier: Dossier }> {
  constructor(dossier: Dossier) {
    super('ror-dossier-change', { detail: { dossier }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ror-dossier-open': RorDossierOpenEvent;
    'ror-dossier-change': RorDossierChangeEvent;
  }
}
