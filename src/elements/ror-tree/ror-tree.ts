import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { ArborescenceController, type GroupementRepertoire } from '../../controllers/arborescence-controller.ts';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { MessagesController } from '../../controllers/messages-controller.ts';
import type { ActionRepertoire, NoeudRepertoire } from '../../domain/noeud.ts';
import { ancetres, cible, fratrieAOuvrir, refuge } from '../../engine/arborescence/deplacements.ts';
import { cibleFrappe } from '../../engine/arborescence/frappe.ts';
import { cleNoeud, cleSuite, type Cle, type Ligne, type LigneNoeud } from '../../engine/arborescence/lignes.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { Menu } from '../../ui/menu.ts';
import { menuStyles } from '../../ui/menu.styles.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorNodeActionEvent, RorNodeToggleEvent, RorSelectionChangeEvent } from './events.ts';
import { intentionOf } from './ror-tree.keys.ts';
import { reason, renderRow } from './ror-tree.row.ts';
import { styles } from './ror-tree.styles.ts';
import { isNoeud, type NoeudArbre } from './types.ts';

/** Letters typed within this time make one word. */
const TYPING_MS = 800;
/** The other rows of the répertoire group structures. */
const LEVELS: readonly string[] = ['EJ', 'EG', 'P', 'S', 'UF', 'UO'];
/** How many siblings not loaded yet « * » may open at once. */
const SIBLINGS_ASKED = 20;
/** Pages of the browser in which the action menu was announced: once is enough (see `#onFocus`). */
const announced = new WeakSet<Document>();
/** Opener of the menu that is no row. */
const BUTTON = 'button';

/**
 * The répertoire as a tree, read by pages from the server; or any tree that the host gives in `noeuds`.
 * One keyboard stop; a toolbar button and an arrow on each row open the menu of its actions.
 *
 * @csspart toolbar - The bar above the tree, with the button for the actions of the current row.
 * @csspart tree - The rows.
 * @csspart row - One row.
 * @csspart code - The code before the name, with the state mark.
 * @csspart name - The name.
 * @csspart menu - The menu of actions.
 * @fires {RorSelectionChangeEvent} ror-selection-change - The person chose another row.
 * @fires {RorNodeToggleEvent} ror-node-toggle - The person is opening or closing a row. Cancelable.
 * @fires {RorNodeActionEvent} ror-node-action - The person chose an action of a row.
 */
export class RorTree extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, menuStyles, styles];

  /** The nodes to show, flat, children in their order. When given, nothing is asked from a server; undefined shows the répertoire. */
  @property({ attribute: false }) noeuds: readonly NoeudArbre[] | undefined;

  /** Client to read the répertoire with; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** How the répertoire is grouped; an unknown value counts as `departement`. */
  @property() par: GroupementRepertoire = 'departement';

  /** Identifier of the selected node, or null. Setting it opens what stands above it, now or as soon as the node is known. */
  @property() selection: string | null = null;

  /** Identifiers of the open nodes; those that are not known yet open when they come. The element replaces this array. */
  @property({ attribute: false }) expanded: readonly string[] = [];

  /** Opens every node of `noeuds` when it is first given; without effect on the répertoire. */
  @property({ type: Boolean, attribute: 'expand-all' }) expandAll = false;

  /** Accessible name of the tree; « Répertoire » when absent. */
  @property() label: string | null = null;

  readonly #messages = new MessagesController(this);
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #menu = new Menu(this);
  readonly #tree = new ArborescenceController<NoeudArbre>(this, {
    client: () => this.#client.require(),
    adopt: (noeud) => this.#adopt(noeud),
    onPage: (parentId, nombre, premier) => this.#onPage(parentId, nombre, premier),
    onFailure: (kind) => this.#announcer.say(reason(this.#messages.current.arbre.echecs, kind)),
  });

  /** Key of the row that Tab reaches and keys start from. */
  @state() private active: Cle | undefined;

  #rows: readonly Ligne<NoeudArbre>[] = [];
  #read: { readonly arbre: object; readonly version: number } | undefined;
  /** Nodes above the current row, nearest first, to stand on when it goes. */
  #above: readonly string[] = [];
  #toReveal: string | null = null;
  #known: ReadonlySet<string> = new Set();
  /** The toolbar is there from the start, so that no row moves under the pointer. */
  #withActions = true;
  #focusRow = false;
  #typed = { text: '', at: 0 };
  /** Whose next page the person asked for: the focus and the announcement follow it. */
  #wanted: string | null | undefined;
  #warned = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.noeuds) {
      if (changed.has('expandAll')) this.#known = new Set();
      if (changed.has('noeuds') || changed.has('expandAll')) this.#showList(this.noeuds);
    } else if (!this.hasUpdated || changed.has('noeuds') || changed.has('client') || changed.has('par')) {
      this.#withActions = true;
      this.#tree.showRepertoire(this.par === 'entite-juridique' ? this.par : 'departement', this.#opened);
    }
    const { arbre } = this.#tree;
    if (changed.has('expanded')) arbre.replaceExpanded(this.#opened);
    if (changed.has('selection')) this.#toReveal = this.selection;
    if (this.#toReveal !== null && arbre.reveal(this.#toReveal)) {
      if (!this.#focused) this.active = cleNoeud(this.#toReveal);
      this.#toReveal = null;
      this.expanded = arbre.expanded;
    }
    this.#readRows();
    if (!this.#client.awaited && this.#tree.loadMissing(this.#rows)) this.#readRows();
    this.active = refuge(arbre, this.active, this.#above);
    const row = this.#current;
    this.#above = row ? ancetres(arbre, row) : [];
    const focused = this.#focused?.dataset['cle'];
    if (focused !== undefined && focused !== this.active) this.#focusRow = true;
  }

  protected override updated(): void {
    if (!this.#focusRow) return;
    this.#focusRow = false;
    this.#activeElement?.focus();
  }

  /** Reads again what is shown below a node, or everything; what is open and selected stays so. Resolves when all has come or failed. */
  async reload(id?: string): Promise<void> {
    const done = this.#tree.reload(id ?? null);
    this.requestUpdate();
    await done;
  }

  get #opened(): readonly string[] {
    const given: unknown = this.expanded;
    return Array.isArray(given) ? given.filter((id) => typeof id === 'string') : [];
  }

  get #current(): Ligne<NoeudArbre> | undefined {
    const { arbre } = this.#tree;
    return this.active === undefined ? undefined : arbre.row(arbre.indexOf(this.active));
  }

  get #focused(): HTMLElement | undefined {
    const element = this.shadowRoot?.activeElement;
    return element instanceof HTMLElement && element.matches('[role="treeitem"]') ? element : undefined;
  }

  get #activeElement(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
  }

  /** Moving by a key changes no row: they are read, and drawn, again only when the tree has changed. */
  #readRows(): void {
    const { arbre } = this.#tree;
    if (this.#read?.arbre === arbre && this.#read.version === arbre.version) return;
    this.#read = { arbre, version: arbre.version };
    this.#rows = arbre.rows();
  }

  #showList(given: readonly NoeudArbre[]): void {
    const list: readonly unknown[] = Array.isArray(given) ? given : [];
    const nodes = list.filter(isNoeud);
    if (this.expandAll) this.expanded = [...new Set([...this.#opened, ...nodes.map(({ id }) => id).filter((id) => !this.#known.has(id))])];
    const anomalies = this.#tree.showList(nodes, this.#opened);
    this.#withActions = nodes.some(({ actions }) => actions?.length);
    this.#known = new Set(nodes.map(({ id }) => id));
    if (this.#warned || (anomalies.length === 0 && nodes.length === list.length)) return;
    this.#warned = true;
    console.warn('<ror-tree> noeuds: some nodes have no id or nom, an id used twice, an unknown parent or a loop', anomalies);
  }

  #adopt({ id, type, nom, nombreEnfants, description, actions }: NoeudRepertoire): NoeudArbre {
    const words: Readonly<Partial<Record<ActionRepertoire, string>>> = this.#messages.current.arbre.actions;
    return {
      id, code: type, nom, nombreEnfants, groupe: !LEVELS.includes(type),
      etat: description && (description === 'decrite' ? 'verte' : 'grise'),
      actions: actions.flatMap((action) => (words[action] === undefined ? [] : [{ id: action, libelle: words[action] }])),
    };
  }

  #onPage(parentId: string | null, nombre: number, premier: string | undefined): void {
    if (this.active === cleSuite(parentId) && premier !== undefined) this.active = cleNoeud(premier);
    if (this.#wanted !== parentId) return;
    this.#wanted = undefined;
    this.#announcer.say(this.#messages.current.arbre.recues(nombre));
  }

  #load(parentId: string | null): void {
    this.#wanted = parentId;
    void this.#tree.load(parentId);
    this.requestUpdate();
  }

  #toggle({ noeud, state }: LigneNoeud<NoeudArbre>): void {
    const open = state === 'collapsed';
    if (!this.dispatchEvent(new RorNodeToggleEvent(noeud, open))) return;
    this.#tree.arbre.setExpanded(noeud.id, open);
    this.expanded = this.#tree.arbre.expanded;
  }

  /** What a click on the name, Enter or Space does. */
  #choose(row: Ligne<NoeudArbre>): void {
    if (row.kind === 'suite') return this.#load(row.parentId);
    if (row.noeud.groupe) return row.state === 'leaf' ? undefined : this.#toggle(row);
    if (row.noeud.id === this.selection) return;
    this.selection = row.noeud.id;
    this.dispatchEvent(new RorSelectionChangeEvent(row.noeud));
  }

  #openSiblings(row: Ligne<NoeudArbre>): void {
    if (row.kind === 'suite') return;
    const { arbre } = this.#tree;
    for (const id of fratrieAOuvrir(arbre, row.noeud.id, SIBLINGS_ASKED)) {
      if (this.dispatchEvent(new RorNodeToggleEvent(arbre.node(id)!, true))) arbre.setExpanded(id, true);
    }
    this.expanded = arbre.expanded;
  }

  #move(to: Cle | undefined): void {
    if (to === undefined) return;
    this.active = to;
    this.#focusRow = true;
    this.requestUpdate();
  }

  #type(letter: string, at: number): void {
    this.#typed = { text: at - this.#typed.at < TYPING_MS ? this.#typed.text + letter : letter, at };
    this.#move(cibleFrappe(this.#tree.arbre, this.active, this.#typed.text));
  }

  /** @param at the row or the button that opens it, or the point pressed. */
  #openMenu({ noeud, cle }: LigneNoeud<NoeudArbre>, at: Element | DOMRect, opener = cle): void {
    if (!noeud.actions?.length) return;
    void this.#menu.open({
      label: this.#messages.current.arbre.actionsDe(noeud.nom), entries: noeud.actions, opener,
      at: at instanceof Element ? at.getBoundingClientRect() : at,
      returnTo: () => (opener === BUTTON ? this.renderRoot.querySelector<HTMLElement>('#actions') : this.#activeElement),
      onChoose: (action) => this.dispatchEvent(new RorNodeActionEvent(noeud, action)),
    });
  }

  #rowOf(event: Event): Ligne<NoeudArbre> | undefined {
    const cle = (event.target as Element).closest<HTMLElement>('[data-cle]')?.dataset['cle'];
    const { arbre } = this.#tree;
    return cle === undefined ? undefined : arbre.row(arbre.indexOf(cle));
  }

  readonly #onClick = (event: MouseEvent): void => {
    const row = this.#rowOf(event);
    if (!row) return;
    this.#move(row.cle);
    const pressed = (event.target as Element).closest<HTMLElement>('[data-do]');
    if (row.kind === 'suite' || !pressed) this.#choose(row);
    else if (pressed.dataset['do'] === 'toggle') this.#toggle(row);
    else if (!this.#menu.closedBy(event, row.cle)) this.#openMenu(row, pressed);
  };

  readonly #onContextMenu = (event: MouseEvent): void => {
    const row = this.#rowOf(event);
    if (row?.kind !== 'noeud' || !row.noeud.actions?.length) return;
    event.preventDefault();
    this.#move(row.cle);
    this.#openMenu(row, new DOMRect(event.clientX, event.clientY));
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const row = this.#rowOf(event);
    const intention = row && intentionOf(event, this.matches(':dir(rtl)'), event.timeStamp - this.#typed.at < TYPING_MS);
    if (!row || !intention) return;
    event.preventDefault();
    const { arbre } = this.#tree;
    const noeud = row.kind === 'noeud' ? row : undefined;
    switch (intention.kind) {
      case 'move': return this.#move(cible(arbre, row.cle, intention.mouvement));
      case 'in': return noeud?.state === 'collapsed' ? this.#toggle(noeud) : this.#move(cible(arbre, row.cle, 'premier-enfant'));
      case 'out': return noeud?.state === 'expanded' ? this.#toggle(noeud) : this.#move(cible(arbre, row.cle, 'parent'));
      case 'choose': return this.#choose(row);
      case 'open-siblings': return this.#openSiblings(row);
      case 'menu': return noeud && this.#openMenu(noeud, (event.target as Element).querySelector('[data-do="menu"]') ?? (event.target as Element));
      case 'type': return this.#type(intention.letter, event.timeStamp);
    }
  };

  /** A screen reader may put the focus on any row. */
  readonly #onFocus = (event: Event): void => {
    this.active = this.#rowOf(event)?.cle ?? this.active;
    if (announced.has(this.ownerDocument) || !this.#withActions) return;
    announced.add(this.ownerDocument);
    this.#announcer.say(this.#messages.current.arbre.menuDisponible);
  };

  /** Tab comes back to the selected row, wherever the person had walked; a window that loses the focus changes nothing. */
  readonly #onLeave = (event: FocusEvent): void => {
    const inside = event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget);
    if (inside || this.selection === null || !this.ownerDocument.hasFocus()) return;
    const selected = cleNoeud(this.selection);
    if (this.#tree.arbre.indexOf(selected) >= 0) this.active = selected;
  };

  readonly #onActions = (event: MouseEvent): void => {
    const row = this.#current;
    if (row?.kind === 'noeud' && !this.#menu.closedBy(event, BUTTON)) this.#openMenu(row, event.currentTarget as Element, BUTTON);
  };

  #renderToolbar(): TemplateResult {
    const { arbre } = this.#messages.current;
    const row = this.#current;
    const noeud = row?.kind === 'noeud' ? row.noeud : undefined;
    const name = noeud ? arbre.actionsDe(noeud.nom) : arbre.actionsTitre;
    return html`<div class="toolbar" part="toolbar" @focusout=${this.#onLeave}>
      <button type="button" id="actions" class="button small" aria-haspopup="menu" aria-controls="menu" aria-expanded=${this.#menu.isOpen} ?disabled=${!noeud?.actions?.length}
        @pointerdown=${this.#menu.onPress} @click=${this.#onActions}><span class="ellipsis">${name}</span><span aria-hidden="true">▾</span></button>
    </div>`;
  }

  #renderFailure(kind: string, retry: () => void): TemplateResult {
    const { arbre, commun } = this.#messages.current;
    return html`<div class="banner danger"><p>${reason(arbre.echecs, kind)}</p>
      <button type="button" class="button small" @click=${retry}>${commun.reessayer}</button></div>`;
  }

  #renderRows(): TemplateResult {
    const { arbre, source, failure } = this.#tree;
    const around = { active: this.active, selection: this.selection, source, messages: this.#messages.current };
    return html`
      ${this.#withActions ? this.#renderToolbar() : nothing}
      ${failure ? this.#renderFailure(failure.kind, () => void this.reload()) : nothing}
      <div role="tree" part="tree" class="tree" aria-label=${this.label || around.messages.arbre.etiquette} aria-busy=${arbre.isBusy(null) ? 'true' : nothing}
        @click=${this.#onClick} @contextmenu=${this.#onContextMenu} @keydown=${this.#onKeydown} @focusin=${this.#onFocus} @focusout=${this.#onLeave} @pointerdown=${this.#menu.onPress}>
        ${repeat(this.#rows, (row) => row.cle, (row) => guard([row, row.cle === this.active, row.kind === 'noeud' && row.noeud.id === this.selection, around.messages], () => renderRow(row, around)))}
      </div>`;
  }

  protected override render(): TemplateResult {
    const { arbre: words, commun } = this.#messages.current;
    const [first] = this.#rows;
    const page = first?.kind === 'suite' ? first.page : undefined;
    return html`
      ${!first ? html`<p class="empty">${this.#tree.source === 'liste' ? words.videListe : words.vide}</p>`
        : page?.etat === 'echec' ? this.#renderFailure(page.raison, () => this.#load(null))
        : page ? html`<p class="empty"><span class="spinner" aria-hidden="true"></span>${commun.chargement}</p>`
        : this.#renderRows()}
      ${this.#announcer.render()}${this.#menu.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-tree': RorTree }
}
