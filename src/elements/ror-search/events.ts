import type { Criteres } from '../../engine/recherche/criteres.ts';

/** The person changed what is searched; the host may write it into its address (`versRequete`). */
export class RorCriteresChangeEvent extends CustomEvent<{ readonly criteres: Criteres }> {
  constructor(criteres: Criteres) {
    super('ror-criteres-change', { detail: { criteres }, bubbles: true, composed: true });
  }
}

export interface RechercheExport {
  /** Name of the file. */
  readonly nom: string;
  readonly fichier: Blob;
}

/** The file of all the results is ready. Cancelable: a page that keeps it cancels the download. */
export class RorRechercheExportEvent extends CustomEvent<RechercheExport> {
  constructor({ nom, fichier }: RechercheExport) {
    super('ror-recherche-export', { detail: { nom, fichier }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ror-criteres-change': RorCriteresChangeEvent;
    'ror-recherche-export': RorRechercheExportEvent;
  }
}
