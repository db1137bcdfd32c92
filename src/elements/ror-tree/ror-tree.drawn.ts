import type { Arbre } from '../../engine/arborescence/arbre.ts';
import type { Cle, Ligne } from '../../engine/arborescence/rows.ts';
import type { RowView } from '../../ui/row-view.ts';
import type { RorTree } from './ror-tree.ts';
import type { NoeudArbre } from './types.ts';

/** Rows drawn of a long tree while the code that windows it is on its way. */
const FIRST_ROWS = 60;

/** Room of rows that are not drawn. */
export interface Vide {
  readonly kind: 'vide';
  readonly cle: string;
  readonly lignes: number;
}

/** What the tree draws: all rows, or those in view, the row that Tab reaches, and the room of the others. */
export interface Drawn {
  readonly rows: readonly (Ligne<NoeudArbre> | Vide)[];
  readonly windowed: boolean;
  readonly first: number;
  readonly last?: number;
  readonly arbre?: object;
  readonly version?: number;
  readonly active?: Cle | undefined;
}

type Fenetre = typeof import('./long-tree.ts') & { readonly view: RowView };

/** What is drawn of a tree, short or long. */
export class DrawnRows {
  drawn: Drawn = { rows: [], windowed: false, first: 0 };
  readonly #host: RorTree;
  readonly #lost: () => void;
  #window: Fenetre | undefined;
  #coming: Promise<void> | undefined;
  #wanted = -1;

  constructor(host: RorTree, lost: () => void) {
    this.#host = host;
    this.#lost = lost;
  }

  /** The rows drawn are not those of a long tree yet. */
  get awaited(): Promise<void> | undefined {
    return this.#coming;
  }

  read(arbre: Arbre<NoeudArbre>, windowFrom: number, active: Cle | undefined): void {
    const { size, version } = arbre;
    const before = this.drawn;
    if (!(size > windowFrom)) {
      if (before.arbre !== arbre || before.version !== version || before.windowed) this.drawn = { rows: arbre.rows(), windowed: false, first: 0, arbre, version };
    } else if (this.#window) this.drawn = this.#window.drawn(arbre, before, this.#window.view, active);
    else {
      // The beginning until then, with the row that has the focus, which was drawn before.
      const at = active ? arbre.indexOf(active) : 0;
      const last = FIRST_ROWS + (at > windowFrom ? 0 : at);
      if (before.arbre !== arbre || before.version !== version || before.last !== last) this.drawn = { rows: arbre.rows(0, last), windowed: true, first: 0, last, arbre, version };
      this.#load();
    }
  }

  /** Brings a row of a long tree into view, with the next drawing. */
  bring(index: number): void {
    if (this.#window && this.drawn.windowed) this.#window.view.bring(index);
    else if (this.#coming) this.#wanted = index;
  }

  /** For `updated` of the host. */
  updated(): void {
    if (this.drawn.windowed) this.#window?.view.drawn();
  }

  readonly onScroll = (): void => this.#window?.view.onScroll();

  #load(): void {
    this.#coming ??= import('./long-tree.ts').then((fenetre) => {
      this.#window = { ...fenetre, view: fenetre.fenetreDe(this.#host) };
      if (this.#wanted >= 0) this.#window.view.bring(this.#wanted);
      this.#host.requestUpdate();
    }, this.#lost).finally(() => { this.#coming = undefined; });
  }
}
