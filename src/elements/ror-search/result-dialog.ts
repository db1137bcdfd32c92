import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Caller } from '../../controllers/contexts.ts';
import type { Criteres } from '../../engine/recherche/criteres.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import { adopt } from '../../ui/adopt.ts';
import { fenetreStyles } from './result-dialog.styles.ts';
import { largeStyles } from './large.styles.ts';
import type { Session } from './session.ts';
import type { Contexte } from './types.ts';

/** What a window may need of the search. */
export interface ContenuProps {
  readonly contexte: Contexte;
  /** Words of the host. */
  readonly donnes: Partial<Catalogue> | undefined;
  readonly headingId: string;
  /** Where it is searched, in words. */
  readonly lieu: string;
  readonly source: NomenclatureSource | undefined;
  readonly client: () => Caller;
  readonly session: Session | undefined;
  readonly say: (message: string) => void;
  /** Another search, asked from the window. */
  readonly lancer: (criteres: Criteres) => void;
}

/** What a window shows; `forget`: it is closed, what it was doing is not wanted any more. */
export interface Contenu {
  readonly render: (props: ContenuProps) => TemplateResult;
  readonly forget?: () => void;
}

export interface CadreProps extends Omit<ContenuProps, 'headingId'> {
  readonly fermer: string;
  /** What is pressed in the window. */
  readonly onClick: (event: MouseEvent) => void;
  readonly annonce: TemplateResult;
}

const TITRE = 'fenetre-titre';

/** The one window of the search: comparison, kept searches, export. Loaded with the first that is opened. */
export class ResultDialog implements ReactiveController {
  readonly #host: LitElement;
  #content: Contenu | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    adopt(host.renderRoot, largeStyles, fenetreStyles);
    host.addController(this);
  }

  open(contenu: Contenu): void {
    this.#content = contenu;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#dialog?.close();
  }

  hostUpdated(): void {
    const dialogue = this.#dialog;
    if (!this.#content || !dialogue || dialogue.open) return;
    dialogue.showModal();
    dialogue.querySelector<HTMLElement>('h2')?.focus();
  }

  hostDisconnected(): void {
    this.#content?.forget?.();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  readonly #onClose = (): void => {
    this.#content?.forget?.();
    this.#content = undefined;
    this.#host.requestUpdate();
  };

  render({ fermer, onClick, annonce, ...props }: CadreProps): TemplateResult {
    return html`<dialog aria-labelledby=${TITRE} @click=${onClick} @close=${this.#onClose}>
      ${this.#content?.render({ ...props, headingId: TITRE }) ?? nothing}
      <form method="dialog" class="fin"><button class="button">${fermer}</button></form>${annonce}
    </dialog>`;
  }
}
