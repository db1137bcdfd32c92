import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import type { Domaine, NoeudRepertoire, Par } from '../domain/noeud.ts';
import type { Arbre } from '../engine/arborescence/arbre.ts';
import { Arborescence } from '../engine/arborescence/arborescence.ts';
import { estMontre } from '../engine/arborescence/domaines.ts';
import { fromData, type Lecteur } from '../engine/arborescence/liste.ts';
import type { Ligne, NoeudArborescence } from '../engine/arborescence/lignes.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';
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

/** Why a node named by the host or by a link is not shown. */
export type Cachee =
  | { readonly kind: 'failure'; readonly failure: RorClientError }
  /** Outside of the ticked domaines: its own. */
  | { readonly kind: 'domaines'; readonly domaines: readonly string[] }
  /** In another tree. */
  | { readonly kind: 'par'; readonly par: Par };

interface Options<N> {
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
  readonly #options: Options<N>;
  readonly #requests: RequestsController<string | null, PageNoeuds>;
  #vue: VueRepertoire = { par: 'departement' };
  #tout: Arbre<N> = this.arbre;

  constructor(host: ReactiveControllerHost, options: Options<N>) {
    this.#host = host;
    this.#options = options;
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

  /** Shows the répertoire from its roots, which are not asked for yet (see `loadMissing`). */
  showRepertoire(vue: VueRepertoire, expanded: readonly string[]): void {
    const arbre = new Arborescence<N>();
    arbre.replaceExpanded(expanded);
    this.#show('repertoire', arbre);
    this.#vue = vue;
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
    this.#pages.asking(parentId);
    return this.#ask(parentId, page.suite);
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

  /** Opens what stands above a node that no page has brought yet; resolves with what hides it, if anything (ARB-22). */
  async reveal(id: string): Promise<Cachee | undefined> {
    if (this.#tout.reveal(id)) return undefined;
    const arbre = this.#tout;
    if (!(arbre instanceof Arborescence)) return undefined;
    const vue = this.#vue;
    try {
      const client = this.#options.client();
      const { noeud, chemin } = await client.call('lireNoeud', { noeudId: id, par: vue.par });
      if (noeud.domaines && !estMontre(noeud.domaines, vue.domaines)) return { kind: 'domaines', domaines: noeud.domaines };
      if (chemin.length === 0 && !(vue.par === 'entite-juridique' && noeud.type === 'EJ')) {
        const par = noeud.type === 'EJ' ? 'entite-juridique' : 'departement';
        if (par !== vue.par) return { kind: 'par', par };
      }
      const unknown = this.place(arbre, noeud, chemin);
      await Promise.all(unknown.map(async (noeudId) => {
        const read = await client.call('lireNoeud', { noeudId, par: vue.par }).catch(() => undefined);
        if (read) arbre.remplacer(this.#options.adopt(read.noeud));
      }));
      return undefined;
    } catch (error) {
      return { kind: 'failure', failure: asFailure(error) };
    } finally {
      this.#host.requestUpdate();
    }
  }

  /** Places a node and what stands above it in the whole tree. Returns which structures above are known by their name only. */
  place(arbre: Arbre<N>, noeud: NoeudPartiel, chemin: readonly NoeudPartiel[]): readonly string[] {
    if (!(arbre instanceof Arborescence)) return [];
    const unknown: string[] = [];
    let parentId: string | null = null;
    for (const each of chemin) {
      if (!arbre.node(each.id)) {
        arbre.placer(parentId, this.#options.adopt({ nombreEnfants: 1, ...each }));
        if (TYPES_LUS.has(each.type)) unknown.push(each.id);
      }
      arbre.setExpanded(each.id, true);
      parentId = each.id;
    }
    arbre.placer(parentId, this.#options.adopt(noeud));
    return unknown;
  }

  /** Says something else of a node, wherever it is shown. */
  replace(noeud: N): void {
    for (const arbre of new Set([this.arbre, this.#tout])) if (arbre instanceof Arborescence) arbre.remplacer(noeud);
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
    const { par, ...rest } = filtreDe(this.#vue);
    return this.#requests.ask(parentId, async (signal) => this.#options.client().call('listerNoeuds', {
      ...(parentId === null ? { par } : { parentId }), ...rest, ...(suite === null ? {} : { suite }),
    }, { signal }));
  }

  #receive(parentId: string | null, { noeuds, suite }: PageNoeuds): void {
    this.#pages?.receive(parentId, noeuds.map((noeud) => this.#options.adopt(noeud)), suite);
    this.#options.onPage(parentId, noeuds.length, noeuds[0]?.id);
  }

  #fail(parentId: string | null, failure: RorClientError): void {
    const page = this.arbre.pageOf(parentId);
    // The node has gone while its children were being asked for.
    if (!page) return;
    const kept = page.etat !== 'en-cours';
    this.#pages?.failed(parentId, failure.kind);
    if (kept) this.failure = failure;
    if (failure.kind !== 'no-client') this.#options.onFailure(failure.kind);
  }
}

/** Groups have no fiche to be read. */
const TYPES_LUS: ReadonlySet<string> = new Set(['EJ', 'EG', 'P', 'S', 'UF', 'UO']);
