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
    'ror-recherche-export': RorRechercheExportEvent;
  }
}
