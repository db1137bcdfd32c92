import { html, nothing, type TemplateResult } from 'lit';
import type { ArborescenceController } from '../../controllers/arborescence-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import type { Ligne, LigneNoeud } from '../../engine/arborescence/rows.ts';
import type { Mots } from './words.ts';
import type { NodeMenu } from './node-menu.ts';
import { reason, short } from './ror-tree.row.ts';
import type { RorTree } from './ror-tree.ts';
import type { NoeudArbre } from './types.ts';

export interface Parts {
  readonly messages: { readonly current: Mots };
  readonly say: (message: string) => void;
  readonly client: () => Caller;
  readonly tree: ArborescenceController<NoeudArbre>;
  /** The row that gets the focus back. */
  readonly row: () => HTMLElement | null;
}

/** Pages of the browser in which the menu was announced: once is enough. */
const announced = new WeakSet<Document>();
/** Opener of the menu that is no row. */
const BUTTON = 'button';

/** The actions of the rows: one menu, opened by a mark on each row, by keys, and by one real button above the tree. */
export class RowActions {
  readonly #host: RorTree;
  readonly #parts: Parts;
  #menu: NodeMenu | undefined;
  #coming: Promise<NodeMenu> | undefined;
  #current: LigneNoeud<NoeudArbre> | undefined;

  constructor(host: RorTree, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** The menu comes when a row first has the focus or is pressed, so before it is asked for. */
  prepare(): Promise<NodeMenu> {
    this.#coming ??= import('./node-menu.ts').then(({ NodeMenu }) => (this.#menu = new NodeMenu(this.#host, this.#parts)), (error: unknown) => {
      this.#coming = undefined;
      throw error;
    });
    return this.#coming;
  }

  /** A row has the focus: its actions are near. */
  reach(): void {
    this.#onReach();
    const { ownerDocument } = this.#host;
    if (announced.has(ownerDocument)) return;
    announced.add(ownerDocument);
    this.#parts.say(this.#parts.messages.current.arbre.menuDisponible);
  }

  /** The update is complete once the menu that is on its way is there too. */
  async settled(complete: boolean): Promise<boolean> {
    await this.#coming?.catch(() => undefined);
    return complete;
  }

  readonly onPress = (): void => {
    if (this.#menu) return this.#menu.onPress();
    let down = true;
    addEventListener('pointerup', () => { down = false; }, { once: true, capture: true });
    void this.prepare().then((menu) => { if (down) menu.onPress(); }, () => undefined);
  };

  /** The mark of a row was pressed: pressing it again closes. */
  press(event: MouseEvent, row: LigneNoeud<NoeudArbre>, mark: Element): void {
    if (!this.#menu?.closedBy(event, row.cle)) this.open(row, mark);
  }

  /** @param at the row or the button that opens it, or the point pressed. */
  open({ noeud, cle }: LigneNoeud<NoeudArbre>, at: Element | DOMRect, opener = cle): void {
    if (!noeud.actions?.length) return;
    const rect = at instanceof Element ? at.getBoundingClientRect() : at;
    void this.prepare().then((menu) => menu.openFor(noeud, rect, opener, opener === BUTTON ? '#actions' : undefined), () => {
      this.#parts.say(reason(this.#parts.messages.current.arbre.echecs, 'offline'));
    });
  }

  renderMenu(): TemplateResult | typeof nothing {
    return this.#menu?.render() ?? nothing;
  }

  /** The bar above the tree: a treeitem may hold no button, and touch readers need one. */
  render(row: Ligne<NoeudArbre> | undefined, onLeave: (event: FocusEvent) => void): TemplateResult {
    const { arbre } = this.#parts.messages.current;
    this.#current = row?.kind === 'noeud' ? row : undefined;
    const noeud = this.#current?.noeud;
    return html`<div class="toolbar" part="toolbar" @focusout=${onLeave}>
      <button type="button" id="actions" class="button small" aria-haspopup="menu" aria-controls=${this.#menu ? 'menu' : nothing} aria-expanded=${this.#menu?.isOpen ?? false} ?disabled=${!noeud?.actions?.length}
        @pointerdown=${this.onPress} @focus=${this.#onReach} @click=${this.#onButton}><span class="ellipsis">${noeud ? arbre.actionsDe(short(noeud.nom)) : arbre.actionsTitre}</span><span aria-hidden="true">▾</span></button>
    </div>`;
  }

  readonly #onReach = (): void => void this.prepare().catch(() => undefined);

  readonly #onButton = (event: MouseEvent): void => {
    if (this.#current && !this.#menu?.closedBy(event, BUTTON)) this.open(this.#current, event.currentTarget as Element, BUTTON);
  };
}
