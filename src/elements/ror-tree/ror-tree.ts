import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { ArborescenceController, type VueRepertoire } from '../../controllers/arborescence-controller.ts';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { WordsController } from '../../controllers/words-controller.ts';
import { DOMAINES, GROUPEMENTS } from '../../domain/domaines.ts';
import type { Domaine, Par } from '../../domain/noeud.ts';
import { ancestors, siblingsToOpen, refuge } from '../../engine/arborescence/moves.ts';
import { DOMAINES_TICKED, readTicked } from '../../engine/arborescence/domaines.ts';
import type { Foret } from '../../engine/arborescence/foret.ts';
import { nodeKey, suiteKey, type Cle, type Ligne, type LigneNoeud } from '../../engine/arborescence/rows.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { tokens } from '../../ui/tokens.ts';
import { asRow, readerOf } from './rows-of.ts';
import { RorEtatChangeEvent, RorNodeToggleEvent, RorSelectionChangeEvent } from './events.ts';
import type { TreeTools } from './tools.ts';
import { words } from './words.ts';
import { RowActions } from './ror-tree.actions.ts';
import { DrawnRows } from './ror-tree.drawn.ts';
import { Gestures } from './ror-tree.gestures.ts';
import { reason, renderRow } from './ror-tree.row.ts';
import { styles } from './ror-tree.styles.ts';
import type { EtatArbre, LectureNoeuds, NoeudArbre } from './types.ts';

/** How many siblings not loaded yet « * » may open at once. */
const SIBLINGS_ASKED = 20;

/**
 * The répertoire as a tree, read by pages from the server, with its filters and its search; or any tree that the host
 * gives in `noeuds`. One keyboard stop; a toolbar button and a mark on each row open the menu of its actions.
 *
 * @csspart tools - The search and the filters above the tree.
 * @csspart filters - The filters: *Afficher les structures*, *Afficher par*, *Réinitialiser*, the legend.
 * @csspart toolbar - The bar above the tree, with the button for the actions of the current row.
 * @csspart tree - The rows.
 * @csspart row - One row.
 * @csspart code - The code before the name, with the state mark.
 * @csspart name - The name.
 * @csspart menu - The menu of actions.
 * @cssproperty --ror-tree-height - Greatest height of the rows when they are too many to be drawn at once; 80 % of the window.
 * @fires {RorSelectionChangeEvent} ror-selection-change - The person chose another row.
 * @fires {RorNodeToggleEvent} ror-node-toggle - The person is opening or closing a row. Cancelable.
 * @fires {RorNodeActionEvent} ror-node-action - The person chose an action of a row. Cancelable for the favourites.
 * @fires {RorFavorisChangeEvent} ror-favoris-change - The server has changed the person's lists of favourites.
 * @fires {RorEtatChangeEvent} ror-etat-change - The person changed what is open, selected, filtered or searched.
 */
export class RorTree extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, styles];

  /**
   * The nodes to show, flat (`parentId`) or nested (`enfants`), children in their order; with `lecture`, any objects.
   * When given, nothing is asked from a server; undefined shows the répertoire.
   */
  @property({ attribute: false }) noeuds: readonly NoeudArbre[] | undefined;

  /** How objects of `noeuds` that are not `NoeudArbre` are read; they are not copied. */
  @property({ attribute: false }) lecture: LectureNoeuds | undefined;

  /** Client to read the répertoire with; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** How the répertoire is grouped; an unknown value counts as `departement`. */
  @property() par: Par = 'departement';

  /** Ticked boxes of *Afficher les structures*; MCO, PSY, SLD and SSR at first, as the regional tool has them. */
  @property({ attribute: false }) domaines: readonly Domaine[] = DOMAINES_TICKED;

  /** Text of the search box. */
  @property() texte = '';

  /** Only the rows: neither filters nor search above the répertoire. */
  @property({ type: Boolean }) bare = false;

  /** A search box above a list of the host, which is searched in the page. */
  @property({ type: Boolean }) searchable = false;

  /** More visible rows than this are drawn as one scrolls, on one line each; fewer are all in the page. */
  @property({ type: Number, attribute: 'window-from' }) windowFrom = 1500;

  /** Identifier of the selected node, or null. Setting it opens what stands above it, now or as soon as the node is known. */
  @property() selection: string | null = null;

  /** A node to go to (deep link): selects it, opens what stands above it, read from the server if need be, and moves the focus there. */
  @property() cible: string | null = null;

  /** Opens every node of `noeuds` when it is first given; without effect on the répertoire. */
  @property({ type: Boolean, attribute: 'expand-all' }) expandAll = false;

  /** Accessible name of the tree; « Répertoire » when absent. */
  @property() label: string | null = null;

  readonly #messages = new WordsController(this, words);
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #rows = new DrawnRows(this, () => this.#announcer.say(reason(this.#messages.current.arbre.echecs, 'offline')));
  readonly #tree = new ArborescenceController<NoeudArbre>(this, {
    client: () => this.#client.require(),
    adopt: (noeud) => asRow(noeud, this.#messages.current),
    onPage: (parentId, nombre, premier) => this.#onPage(parentId, nombre, premier),
    onFailure: (kind) => this.#announcer.say(reason(this.#messages.current.arbre.echecs, kind)),
  });

  readonly #actions = new RowActions(this, { messages: this.#messages, say: this.#announcer.say, client: () => this.#client.require(), tree: this.#tree, row: () => this.#activeElement });

  readonly #gestures = new Gestures(this, this.#actions, {
    arbre: () => this.#tree.arbre, active: () => this.active,
    move: (to) => this.#move(to), toggle: (row) => this.#toggle(row), choose: (row) => this.#choose(row), openSiblings: (row) => this.#openSiblings(row),
  });

  /** Key of the row that Tab reaches and keys start from. */
  @state() private active: Cle | undefined;
  /** What the person must know of the node they came for. */
  @state() private notice = '';

  #findTools: TreeTools | undefined;
  #given: readonly string[] | undefined;
  /** Nodes above the current row, nearest first, to stand on when it goes. */
  #above: readonly string[] = [];
  #toReveal: string | null = null;
  /** The toolbar is there from the start, so that no row moves under the pointer. */
  #withActions = true;
  #focusRow = false;
  /** Whose next page the person asked for: the focus and the announcement follow it. */
  #wanted: string | null | undefined;
  #warned = false;

  /** Identifiers of the open nodes; those that are not known yet open when they come. The element replaces this array. */
  @property({ attribute: false })
  get expanded(): readonly string[] {
    return this.#given ?? this.#tree.tout.expanded;
  }

  set expanded(ids: readonly string[]) {
    this.#given = ids;
    this.requestUpdate('expanded', undefined);
  }

  /** All that a host may keep of the tree and give back, as one value. */
  get etat(): EtatArbre {
    const { par, domaines, expanded, selection, texte } = this;
    return { par, domaines, expanded, selection, texte };
  }

  set etat({ par, domaines, expanded, selection, texte }: Partial<EtatArbre>) {
    if (par !== undefined) this.par = par;
    if (domaines !== undefined) this.domaines = domaines;
    if (expanded !== undefined) this.expanded = expanded;
    if (selection !== undefined) this.selection = selection;
    if (texte !== undefined) this.texte = texte;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const first = !this.hasUpdated;
    if (this.noeuds) {
      if (changed.has('noeuds') || changed.has('lecture')) this.#showList(this.noeuds, changed);
      else if (changed.has('expandAll') && this.expandAll) (this.#tree.tout as Foret<unknown, NoeudArbre>).expandAll();
    } else if (first || changed.has('noeuds') || changed.has('client') || changed.has('par') || changed.has('domaines')) {
      this.#withActions = true;
      this.#tree.showRepertoire(this.#view, this.#opened);
    }
    const { tout } = this.#tree;
    if (this.#given) tout.replaceExpanded(this.#opened);
    this.#given = undefined;
    this.#tools(changed.has('client') && !first);
    const { arbre } = this.#tree;
    if (changed.has('selection')) this.#toReveal = this.selection;
    if (changed.has('cible') && this.cible !== null) void this.reveal(this.cible);
    if (this.#toReveal !== null && arbre.reveal(this.#toReveal)) {
      if (!this.#focused) this.active = nodeKey(this.#toReveal);
      this.#toReveal = null;
    }
    this.#read();
    if (!this.#client.awaited && this.#tree.loadMissing(this.#rows.drawn.rows.filter((row) => row.kind === 'suite'))) this.#read();
    this.active = refuge(arbre, this.active, this.#above);
    this.#read();
    this.#warned ||= this.#tree.warn();
    const row = this.#current;
    this.#above = row ? ancestors(arbre, row) : [];
    const focused = this.#focused?.dataset['cle'];
    if (focused !== undefined && focused !== this.active) this.#focusRow = true;
  }

  protected override updated(): void {
    this.#rows.updated();
    if (!this.#focusRow) return;
    const row = this.#activeElement;
    this.#focusRow = !row && this.#rows.awaited !== undefined;
    row?.focus({ preventScroll: this.#rows.drawn.windowed });
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    let complete = await super.getUpdateComplete();
    if (this.#rows.awaited) complete = await this.#rows.awaited.then(() => super.getUpdateComplete());
    return this.#actions.settled(complete);
  }

  /** Reads again what is shown below a node, or everything; what is open and selected stays so. Resolves when all has come or failed. */
  async reload(id?: string): Promise<void> {
    const done = this.#tree.reload(id ?? null);
    this.requestUpdate();
    await done;
  }

  /**
   * Goes to a node, in branches that nobody opened too: opens what stands above it, selects it, brings it into view and moves the
   * focus there. What hides it is lifted (a box that is not ticked, another grouping), and said. False when it cannot be shown.
   */
  async reveal(id: string): Promise<boolean> {
    await this.updateComplete;
    if (this.#findTools && this.texte) this.texte = '';
    this.notice = await (await import('./obstacles.ts')).releaseObstacles(this, this.#tree, id, this.#messages.current.arbre, this.#announcer);
    if (this.#tree.tout.node(id) === undefined) return false;
    this.selection = id;
    this.#show(id, true);
    await this.updateComplete;
    return true;
  }

  /** Moves the focus to the search box, when there is one. */
  openSearch(): void {
    this.#findTools?.open();
  }

  get #view(): VueRepertoire {
    const known = (GROUPEMENTS as readonly string[]).includes(this.par);
    const domaines = readTicked(this.domaines);
    return { par: known ? this.par : 'departement', ...(!this.bare && domaines && domaines.length < DOMAINES.length && { domaines }) };
  }

  get #opened(): readonly string[] {
    const given: unknown = this.expanded;
    return Array.isArray(given) ? given.filter((id) => typeof id === 'string') : [];
  }

  get #current(): Ligne<NoeudArbre> | undefined {
    return this.active === undefined ? undefined : this.#tree.arbre.row(this.#tree.arbre.indexOf(this.active));
  }

  get #focused(): HTMLElement | undefined {
    const element = this.shadowRoot?.activeElement;
    return element instanceof HTMLElement && element.matches('[role="treeitem"]') ? element : undefined;
  }

  get #activeElement(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
  }

  /** Filters and search come apart, where they are wanted. */
  #tools(retry: boolean): void {
    const wanted = this.noeuds ? this.searchable : !this.bare;
    if (!wanted || this.#findTools) {
      this.#findTools?.follow(retry);
      this.#tree.filter(wanted ? this.#findTools?.filter : undefined);
      return;
    }
    void import('./tools-of.ts').then(({ toolsOf }) => {
      this.#findTools ??= toolsOf(this, { messages: this.#messages, announcer: this.#announcer, client: () => this.#client.require(), tree: this.#tree, vue: () => this.#view,
        change: (change) => { Object.assign(this, change); this.#changed(); }, show: (id, focus) => this.#show(id, focus) });
      this.requestUpdate();
    });
  }

  /** Moving by a key changes no row: they are read, and drawn, again only when the tree or the window has changed. */
  #read(): void {
    this.#rows.read(this.#tree.arbre, this.windowFrom, this.active);
  }

  #showList(given: readonly unknown[], changed: PropertyValues<this>): void {
    const list: readonly unknown[] = Array.isArray(given) ? given : [];
    const before = this.#tree.source === 'liste' && !changed.has('expandAll') ? this.#tree.tout : undefined;
    this.#tree.showList(list, readerOf(list, this.lecture), this.#opened);
    const arbre = this.#tree.tout as Foret<unknown, NoeudArbre>;
    if (this.expandAll) arbre.expandAll(before && ((id) => before.node(id) !== undefined && !before.isExpanded(id)));
    this.#withActions = this.lecture !== undefined || list.some((each) => (each as NoeudArbre | null)?.actions?.length);
  }

  readonly #changed = (): boolean => this.dispatchEvent(new RorEtatChangeEvent(() => this.etat));

  /** Brings a node into view: in what was found, else in the whole tree. */
  #show(id: string, focus: boolean): void {
    const { arbre } = this.#tree;
    if (arbre === this.#tree.tout) this.#findTools?.place(id, this.#tree);
    if (!arbre.reveal(id)) return;
    this.#read();
    this.#move(nodeKey(id), focus);
    if (!focus) void this.updateComplete.then(() => { if (!this.#rows.drawn.windowed) this.#activeElement?.scrollIntoView({ block: 'nearest' }); });
  }

  #onPage(parentId: string | null, nombre: number, premier: string | undefined): void {
    if (this.active === suiteKey(parentId) && premier !== undefined) this.active = nodeKey(premier);
    if (this.#wanted !== parentId) return;
    this.#wanted = undefined;
    this.#announcer.say(this.#messages.current.arbre.recues(nombre));
  }

  #load(parentId: string | null): void {
    if (this.#tree.arbre.isBusy(parentId)) return this.#tree.cancel(parentId);
    this.#wanted = parentId;
    void this.#tree.load(parentId);
    this.requestUpdate();
  }

  #toggle({ noeud, state }: LigneNoeud<NoeudArbre>): void {
    const open = state === 'collapsed';
    if (!this.dispatchEvent(new RorNodeToggleEvent(noeud, open))) return;
    this.#tree.toggle(noeud.id, open);
    this.#changed();
  }

  /** What a click on the name, Enter or Space does. */
  #choose(row: Ligne<NoeudArbre>): void {
    if (row.kind === 'suite') return this.#load(row.parentId);
    if (row.noeud.groupe) return row.state === 'leaf' ? undefined : this.#toggle(row);
    if (row.noeud.id === this.selection) return;
    this.selection = row.noeud.id;
    this.dispatchEvent(new RorSelectionChangeEvent(row.noeud));
    this.#changed();
  }

  #openSiblings(row: Ligne<NoeudArbre>): void {
    if (row.kind === 'suite') return;
    const { arbre } = this.#tree;
    for (const id of siblingsToOpen(arbre, row.noeud.id, SIBLINGS_ASKED)) {
      if (this.dispatchEvent(new RorNodeToggleEvent(arbre.node(id)!, true))) arbre.setExpanded(id, true);
    }
    this.requestUpdate();
    this.#changed();
  }

  #move(to: Cle, focus = true): void {
    this.active = to;
    const { arbre } = this.#tree;
    if (arbre.size > this.windowFrom) this.#rows.bring(arbre.indexOf(to));
    if (focus) this.#focusRow = true;
    this.requestUpdate();
  }

  /** A screen reader may put the focus on any row. */
  readonly #onFocus = (event: Event): void => {
    this.active = this.#gestures.rowOf(event)?.cle ?? this.active;
    if (this.#withActions) this.#actions.reach();
  };

  /** Tab comes back to the selected row, wherever the person had walked; a window that loses the focus changes nothing. */
  readonly #onLeave = (event: FocusEvent): void => {
    const inside = event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget);
    if (inside || this.selection === null || !this.ownerDocument.hasFocus()) return;
    const selected = nodeKey(this.selection);
    if (this.#tree.arbre.indexOf(selected) >= 0) this.active = selected;
  };

  #renderFailure(kind: string, retry: () => void): TemplateResult {
    const { arbre, commun } = this.#messages.current;
    return html`<div class="banner danger"><p>${reason(arbre.echecs, kind)}</p>
      <button type="button" class="button small" @click=${retry}>${commun.reessayer}</button></div>`;
  }

  #renderRows(): TemplateResult {
    const { arbre, source, failure } = this.#tree;
    const { rows, windowed } = this.#rows.drawn;
    const trouvailles = this.#findTools?.findings;
    const around = { active: this.active, selection: this.selection, source, messages: this.#messages.current, trouvailles };
    return html`
      ${this.#withActions ? this.#actions.render(this.#current, this.#onLeave) : nothing}
      ${failure ? this.#renderFailure(failure.kind, () => void this.reload()) : nothing}
      <div role="tree" part="tree" class="tree ${windowed ? 'windowed' : ''}" aria-label=${this.label || around.messages.arbre.etiquette} aria-busy=${arbre.isBusy(null) ? 'true' : nothing}
        @click=${this.#gestures.onClick} @contextmenu=${this.#gestures.onContextMenu} @keydown=${this.#gestures.onKeydown} @focusin=${this.#onFocus} @focusout=${this.#onLeave} @pointerdown=${this.#actions.onPress} @scroll=${this.#rows.onScroll}>
        ${repeat(rows, (row) => row.cle, (row) => (row.kind === 'vide' ? html`<div role="none" data-rows=${row.lignes}></div>`
          : guard([row, row.cle === this.active, row.kind === 'noeud' && row.noeud.id === this.selection, around.messages, trouvailles?.ids], () => renderRow(row, around))))}
      </div>`;
  }

  protected override render(): TemplateResult {
    const { arbre: words, commun } = this.#messages.current;
    const [first] = this.#rows.drawn.rows;
    const page = first?.kind === 'suite' ? first.page : undefined;
    return html`<div class="whole" @keydown=${this.#findTools?.onShortcut}>
      ${this.#findTools && (!this.noeuds || this.searchable) && !this.bare ? this.#findTools.render() : nothing}
      ${this.notice ? html`<div class="banner notice"><p>${this.notice}</p><button type="button" class="button small" @click=${() => { this.notice = ''; }}>${commun.fermer}</button></div>` : nothing}
      ${!first ? html`<p class="empty">${this.#tree.source === 'liste' ? words.videListe : words.vide}</p>`
        : page?.etat === 'echec' ? this.#renderFailure(page.raison, () => this.#load(null))
        : page ? html`<p class="empty"><span class="spinner" aria-hidden="true"></span>${commun.chargement}<button type="button" class="button small late" @click=${() => this.#load(null)}>${words.annuler}</button></p>`
        : this.#renderRows()}
      </div>${this.#announcer.render()}${this.#actions.renderMenu()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-tree': RorTree }
}
