import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Caller } from '../../controllers/contexts.ts';
import type { Criteres } from '../../engine/recherche/criteres.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import { adopt } from '../../ui/adopt.ts';
import { fenetreStyles } from './fenetre.styles.ts';
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

/** What a window shows; `oublier`: it is closed, what it was doing is not wanted any more. */
export interface Contenu {
  readonly render: (props: ContenuProps) => TemplateResult;
  readonly oublier?: () => void;
}

export interface CadreProps extends Omit<ContenuProps, 'headingId'> {
  readonly fermer: string;
  /** What is pressed in the window. */
  readonly onClick: (event: MouseEvent) => void;
  readonly annonce: TemplateResult;
}

const TITRE = 'fenetre-titre';

/** The one window of the search: comparison, kept searches, export. Loaded with the first that is opened. */
export class Fenetre implements ReactiveController {
  readonly #host: LitElement;
  #contenu: Contenu | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    adopt(host, largeStyles, fenetreStyles);
    host.addController(this);
  }

  ouvrir(contenu: Contenu): void {
    this.#contenu = contenu;
    this.#host.requestUpdate();
  }

  fermer(): void {
    this.#dialogue?.close();
  }

  hostUpdated(): void {
    const dialogue = this.#dialogue;
    if (!this.#contenu || !dialogue || dialogue.open) return;
    dialogue.showModal();
    dialogue.querySelector<HTMLElement>('h2')?.focus();
  }

  hostDisconnected(): void {
    this.#contenu?.oublier?.();
  }

  get #dialogue(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  readonly #onFermer = (): void => {
    this.#contenu?.oublier?.();
    this.#contenu = undefined;
    this.#host.requestUpdate();
  };

  render({ fermer, onClick, annonce, ...props }: CadreProps): TemplateResult {
    return html`<dialog aria-labelledby=${TITRE} @click=${onClick} @close=${this.#onFermer}>
      ${this.#contenu?.render({ ...props, headingId: TITRE }) ?? nothing}
      <form method="dialog" class="fin"><button class="button">${fermer}</button></form>${annonce}
    </dialog>`;
  }
}
