import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import type { Domaine, NoeudRepertoire, Par } from '../domain/noeud.ts';
import type { Arbre } from '../engine/arborescence/arbre.ts';
import { Arborescence } from '../engine/arborescence/arborescence.ts';
import { Foret } from '../engine/arborescence/foret.ts';
import { fromData, type Lecteur } from '../engine/arborescence/list.ts';
import type { Ligne, NoeudArborescence } from '../engine/arborescence/rows.ts';
import type { Caller } from './contexts.ts';
import { RequestsController } from './requests-controller.ts';

interface PageNoeuds {
  readonly noeuds: readonly NoeudRepertoire[];
  readonly suite: string | null;
}

/** What is read of a row to show it: a whole one, or one named by its place only. */
export type NoeudPartiel = Pick<NoeudRepertoire, 'id' | 'type' | 'code' | 'nom'> & Partial<NoeudRepertoire>;

/** Which part of the répertoire is shown; without domaines, all. */
export interface VueRepertoire {
  readonly par: Par;
  readonly domaines?: readonly Domaine[] | undefined;
}

/** The input of an operation for a view (ARB-16). */
export const filtreDe = ({ par, domaines }: VueRepertoire): { par: Par; domaines?: string } => ({ par, ...(domaines && { domaines: domaines.join(',') }) });

/** What the controller needs of its element. */
export interface AccesArbre<N> {
  /** The client to use now; throws the `no-client` failure. */
  readonly client: () => Caller;
  /** How a row of the répertoire is shown. */
  readonly adopt: (noeud: NoeudPartiel) => N;
  /** A page came or failed: which, how many nodes, and the first of them. */
  readonly onPage: (parentId: string | null, nombre: number, premier: string | undefined) => void;
  /** A page did not come; without a client at all nothing was expected, and nothing is said. */
  readonly onFailure: (kind: RorClientError['kind']) => void;
}

/** Keeps the tree of an element: a list given by the host, or the répertoire, whose pages it asks for. */
export class ArborescenceController<N extends NoeudArborescence> implements ReactiveController {
  /** What is shown: everything, or what was found (see `filter`). */
  arbre: Arbre<N> = new Arborescence<N>();
  source: 'repertoire' | 'liste' = 'repertoire';
  /** Why what is shown could not be read again; the former rows stay. */
  failure: RorClientError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly acces: AccesArbre<N>;
  readonly #requests: RequestsController<string | null, PageNoeuds>;
  vue: VueRepertoire = { par: 'departement' };
  #tout: Arbre<N> = this.arbre;

  constructor(host: ReactiveControllerHost, acces: AccesArbre<N>) {
    this.#host = host;
    this.acces = acces;
    this.#requests = new RequestsController<string | null, PageNoeuds>(host, {
      onAnswer: (parentId, page) => this.#receive(parentId, page),
      onFailure: (parentId, failure) => this.#fail(parentId, failure),
      onAbandoned: (parentId) => this.#pages?.abandoned(parentId),
    });
    host.addController(this);
  }

  /** Everything, even while only what was found is shown. */
  get tout(): Arbre<N> {
    return this.#tout;
  }

  /** Pages cut by leaving the page are missing again. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Shows a list. Nothing is ever asked from a server for it. */
  showList<D>(donnees: readonly D[], lecteur: Lecteur<D, N>, expanded: readonly string[]): void {
    this.#show('liste', fromData(donnees, lecteur, expanded).arbre);
  }

  /** Tells the host what is wrong in its list, as far as it was read. True when something was. */
  warn(): boolean {
    const anomalies = this.#tout instanceof Foret ? this.#tout.anomalies : [];
    if (anomalies.length > 0) console.warn('<ror-tree> noeuds: some nodes have no id, an id used twice, an unknown parent or a loop', anomalies.slice(0, 20));
    return anomalies.length > 0;
  }

  /** Shows the répertoire from its roots, which are not asked for yet (see `loadMissing`). */
  showRepertoire(vue: VueRepertoire, expanded: readonly string[]): void {
    const arbre = new Arborescence<N>();
    arbre.replaceExpanded(expanded);
    this.#show('repertoire', arbre);
    this.vue = vue;
  }

  /** Shows only what was found, or everything again. */
  filter(trouve: Arbre<N> | undefined): void {
    const next = trouve ?? this.#tout;
    if (this.arbre === next) return;
    this.#requests.abortAll();
    this.arbre = next;
  }

  /** Asks for the first page of every open row that has none. True when something was asked. */
  loadMissing(rows: readonly Ligne<N>[]): boolean {
    if (this.source === 'liste') return false;
    const missing = rows.filter((row) => row.kind === 'suite' && row.page.suite === null && row.page.etat === 'a-charger');
    for (const { parentId } of missing) void this.load(parentId);
    return missing.length > 0;
  }

  /** Asks for the next page of the children of a node, or of the first level for null. */
  load(parentId: string | null): Promise<void> {
    const page = this.arbre.pageOf(parentId);
    if (!this.#pages || !page || page.etat === 'complete' || this.arbre.isBusy(parentId)) return Promise.resolve();
    // Their parent has gone: what held it is read again.
    if (parentId !== null && page.etat === 'echec' && page.raison === 'missing') return this.reload(this.arbre.parentOf(parentId) ?? null);
    this.#pages.asking(parentId);
    return this.#ask(parentId, page.suite);
  }

  /** Opens or closes a node by hand; who closes it waits for its page no longer, and opening it again asks again (ARB-7). */
  toggle(id: string, open: boolean): void {
    if (!open) this.#requests.abort(id);
    this.arbre.setExpanded(id, open);
    this.#host.requestUpdate();
  }

  /** Stops waiting for a page: its row then offers to ask again (ARB-7). */
  cancel(parentId: string | null): void {
    this.#requests.abort(parentId);
    this.#pages?.failed(parentId, 'annulee');
    this.#host.requestUpdate();
  }

  /** Asks again for what is shown below a node, or for everything; what is closed is asked for when it opens. */
  async reload(id: string | null): Promise<void> {
    const pages = this.#pages;
    if (!pages) return;
    this.failure = undefined;
    const asked: Promise<void>[] = [];
    for (const { parentId, visible } of pages.loadedBelow(id)) {
      if (visible) {
        // A next page under way would be taken for the first one.
        this.#requests.abort(parentId);
        pages.asking(parentId, true);
        asked.push(this.#ask(parentId, null));
      } else if (parentId !== null) pages.forget(parentId);
    }
    await Promise.all(asked);
  }

  /** Says something else of a node, wherever it is shown. */
  replace(noeud: N): void {
    for (const arbre of new Set([this.arbre, this.#tout])) if (arbre instanceof Arborescence) arbre.replace(noeud);
    this.#host.requestUpdate();
  }

  get #pages(): Arborescence<N> | undefined {
    return this.arbre instanceof Arborescence && this.source === 'repertoire' ? this.arbre : undefined;
  }

  #show(source: 'repertoire' | 'liste', arbre: Arbre<N>): void {
    this.#requests.abortAll();
    this.source = source;
    this.arbre = this.#tout = arbre;
    this.failure = undefined;
  }

  #ask(parentId: string | null, suite: string | null): Promise<void> {
    const { par, ...rest } = filtreDe(this.vue);
    return this.#requests.ask(parentId, async (signal) => this.acces.client().call('listerNoeuds', {
      ...(parentId === null ? { par } : { parentId }), ...rest, ...(suite === null ? {} : { suite }),
    }, { signal }));
  }

  #receive(parentId: string | null, { noeuds, suite }: PageNoeuds): void {
    this.#pages?.receive(parentId, noeuds.map((noeud) => this.acces.adopt(noeud)), suite);
    this.acces.onPage(parentId, noeuds.length, noeuds[0]?.id);
  }

  #fail(parentId: string | null, failure: RorClientError): void {
    const page = this.arbre.pageOf(parentId);
    // The node has gone while its children were being asked for.
    if (!page) return;
    const kept = page.etat !== 'en-cours';
    this.#pages?.failed(parentId, failure.kind);
    if (kept) this.failure = failure;
    if (failure.kind !== 'no-client') this.acces.onFailure(failure.kind);
  }
}
