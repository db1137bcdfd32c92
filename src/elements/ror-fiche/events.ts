export interface FicheExport {
  /** Name of the file, `<nom> - <date>.pdf`. */
  readonly nom: string;
  readonly fichier: Blob;
}

/** The person asked for the fiche as a file, and it is ready. Cancelable: a page that keeps it cancels the download. */
export class RorFicheExportEvent extends CustomEvent<FicheExport> {
  constructor(detail: FicheExport) {
    super('ror-fiche-export', { detail, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ror-fiche-export': RorFicheExportEvent;
  }
}
