import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { wordsOf } from '../../controllers/words-controller.ts';
import type { FicheShown } from '../../documents/fiche-document.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import { download } from '../../ui/download.ts';
import { RorFicheExportEvent } from './events.ts';
import { exportButton, type ExportState } from './export-button.ts';

/** *Export PDF*, wherever a fiche is shown: what writes it is loaded when it is asked for. */
export class ExportPdf {
  #state: ExportState = 'repos';
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #messages: () => FormMessages;
  readonly #fiche: () => FicheShown | undefined;
  readonly #say: (message: string) => void;
  readonly #draw: () => void;

  /**
   * @param fiche what is shown now, with the instant; undefined while there is nothing.
   * @param draw draws `render()` again.
   */
  constructor(host: ReactiveControllerHost & HTMLElement, { messages, fiche, say, draw = () => { host.requestUpdate(); } }: {
    readonly messages: () => FormMessages; readonly fiche: () => FicheShown | undefined; readonly say: (message: string) => void; readonly draw?: () => void;
  }) {
    this.#host = host;
    this.#messages = messages;
    this.#fiche = fiche;
    this.#say = say;
    this.#draw = draw;
  }

  /** Makes the file, then gives it to the page, which keeps it or lets it be downloaded. */
  readonly run = async (): Promise<void> => {
    const fiche = this.#fiche();
    if (!fiche || this.#state === 'en-cours') return;
    const messages = this.#messages();
    this.#become('en-cours');
    this.#say(messages.exportPdf.enCours);
    try {
      const [{ fichePdf }, { ficheDocument }, { documentFileName }, { document: own }, { semaineInWords }] = await Promise.all([
        import('../../documents/fiche-pdf.ts'), import('../../documents/fiche-document.ts'), import('../../engine/fiche/document.ts'), import('../../i18n/fr/document.ts'), import('./semaine-in-words.ts'),
      ]);
      const { document: words } = wordsOf(messages, { document: own });
      const { oui, non } = messages.formulaire;
      const bytes = await fichePdf(ficheDocument(fiche, words, { oui, non, semaine: semaineInWords(messages) }), words, new Date(fiche.maintenant));
      const nom = documentFileName(fiche.titre, fiche.maintenant.slice(0, 10), 'pdf');
      this.#become('repos');
      this.#say(messages.exportPdf.fait(nom));
      const fichier = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
      if (this.#host.dispatchEvent(new RorFicheExportEvent({ nom, fichier }))) download(nom, fichier);
    } catch {
      this.#become('echec');
    }
  };

  /** The button, and what became of it. */
  render(): TemplateResult {
    return exportButton(this.#messages(), this.#state, this.run);
  }

  #become(state: ExportState): void {
    this.#state = state;
    this.#draw();
  }
}
