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

/** The person corrected one block of the published fiche; it is in the répertoire. */
export class RorFicheCorrectionEvent extends CustomEvent<{ readonly noeudId: string; readonly encadre: string; readonly version: number }> {
  constructor(noeudId: string, encadre: string, version: number) {
    super('ror-fiche-correction', { detail: { noeudId, encadre, version }, bubbles: true, composed: true });
  }
}

/** The person wants a dossier collaboratif on this structure, which has none. */
export class RorDossierDemandeEvent extends CustomEvent<{ readonly noeudId: string }> {
  constructor(noeudId: string) {
    super('ror-dossier-demande', { detail: { noeudId }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ror-fiche-export': RorFicheExportEvent;
    'ror-fiche-correction': RorFicheCorrectionEvent;
    'ror-dossier-demande': RorDossierDemandeEvent;
  }
}
