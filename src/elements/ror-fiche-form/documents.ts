import type { ReactiveController, TemplateResult } from 'lit';
import type { ElementHost } from '../../controllers/context-reader.ts';
import type { FicheShown } from '../../documents/fiche-document.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import { exportButton } from '../ror-fiche/export-button.ts';
import type { ExportPdf } from '../ror-fiche/export-pdf.ts';
import type { PrintView } from '../ror-fiche/print-view.ts';
import { adopt } from '../../ui/adopt.ts';
import type { Sitting } from './sitting.ts';
import type { Sommaire } from './sommaire.ts';

interface Form {
  readonly sitting: () => Sitting | undefined;
  readonly messages: () => FormMessages;
  readonly say: (message: string) => void;
  /** Draws the button again. */
  readonly draw: () => void;
}

/** The fiche as a document, to be printed or kept as a file, and its sommaire: what makes them comes once the page is at rest, or is asked for it. */
export class Documents implements ReactiveController {
  #export: ExportPdf | undefined;
  #impression: PrintView | undefined;
  #shown: ((sitting: Sitting) => FicheShown) | undefined;
  #sommaire: Sommaire | undefined;
  #broken = false;
  #asked = false;

  constructor(private readonly host: ElementHost & { readonly renderRoot: HTMLElement | DocumentFragment }, private readonly form: Form) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostUpdated(): void {
    if (this.#asked || !this.form.sitting()?.ready) return;
    this.#asked = true;
    // Offline, the next update tries again.
    const load = (): void => { Promise.all([this.#loadImpression(), this.#loadSommaire()]).catch(() => { this.#asked = false; }); };
    // Safari has no idle callback: a second is rest enough.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(load);
    else setTimeout(load, 1000);
  }

  readonly #fiche = (): FicheShown | undefined => {
    const sitting = this.form.sitting();
    return sitting?.ready ? this.#shown?.(sitting) : undefined;
  };

  readonly #run = async (): Promise<void> => {
    try {
      const [{ ExportPdf }, { shown }] = await Promise.all([import('../ror-fiche/export-pdf.ts'), import('./shown.ts')]);
      this.#shown = (sitting) => shown(sitting, this.form.messages().formulaire);
      this.#export ??= new ExportPdf(this.host, { ...this.form, fiche: this.#fiche });
      this.#broken = false;
    } catch {
      this.#broken = true;
      this.form.draw();
      return;
    }
    await this.#export.run();
  };

  async #loadImpression(): Promise<void> {
    const [{ PrintView }, { printStyles }, { shown }] = await Promise.all([import('../ror-fiche/print-view.ts'), import('../ror-fiche/print.styles.ts'), import('./shown.ts')]);
    this.#shown = (sitting) => shown(sitting, this.form.messages().formulaire);
    adopt(this.host.renderRoot, printStyles);
    // Drawn by the print itself: nothing on screen changes now.
    this.#impression ??= new PrintView(this.host, this.form.messages, this.#fiche);
    this.#impression.hostUpdated();
  }

  async #loadSommaire(): Promise<void> {
    const { Sommaire } = await import('./sommaire.ts');
    this.#sommaire ??= new Sommaire(this.host, this.form);
  }

  button(): TemplateResult {
    return this.#export?.render() ?? exportButton(this.form.messages(), this.#broken ? 'echec' : 'repos', () => void this.#run());
  }

  /** The document, while the page is printed. */
  printed(headingLevel: number): unknown {
    return this.#impression?.render(headingLevel);
  }
}
