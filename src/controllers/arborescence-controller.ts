import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import type { NoeudRepertoire } from '../domain/noeud.ts';
import { Arborescence } from '../engine/arborescence/arborescence.ts';
import { fromList, type AnomalieListe, type NoeudListe } from '../engine/arborescence/liste.ts';
import type { Ligne } from '../engine/arborescence/lignes.ts';
import { RequestsController } from './requests-controller.ts';
import type { Caller } from './contexts.ts';

interface PageNoeuds {
  readonly noeuds: readonly NoeudRepertoire[];
  readonly suite: string | null;
}

export type GroupementRepertoire = 'departement' | 'entite-juridique';

interface Options<N> {
  /** The client to use now; throws the `no-client` failure. */
  readonly client: () => Caller;
  /** How a row of the répertoire is shown. */
  readonly adopt: (noeud: NoeudRepertoire) => N;
  /** A page came or failed: which, how many nodes, and the first of them. */
  readonly onPage: (parentId: string | null, nombre: number, premier: string | undefined) => void;
  /** A page did not come; without a client at all nothing was expected, and nothing is said. */
  readonly onFailure: (kind: RorClientError['kind']) => void;
}

/** Keeps the tree of an element: a list given by the host, or the répertoire, whose pages it asks for. */
export class ArborescenceController<N extends NoeudListe> implements ReactiveController {
  arbre = new Arborescence<N>();
  source: 'repertoire' | 'liste' = 'repertoire';
  /** Why what is shown could not be read again; the former rows stay. */
  failure: RorClientError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #options: Options<N>;
  readonly #requests: RequestsController<string | null, PageNoeuds>;
  #par: GroupementRepertoire = 'departement';

  constructor(host: ReactiveControllerHost, options: Options<N>) {
    this.#host = host;
    this.#options = options;
    this.#requests = new RequestsController<string | null, PageNoeuds>(host, {
      onAnswer: (parentId, page) => this.#receive(parentId, page),
      onFailure: (parentId, failure) => this.#fail(parentId, failure),
      onAbandoned: (parentId) => this.arbre.abandoned(parentId),
    });
    host.addController(this);
  }

  /** Pages cut by leaving the page are missing again. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Shows a list. Nothing is ever asked from a server for it. */
  showList(noeuds: readonly N[], expanded: readonly string[]): readonly AnomalieListe[] {
    this.#requests.abortAll();
    const { arbre, anomalies } = fromList(noeuds, expanded);
    this.arbre = arbre;
    this.source = 'liste';
    this.failure = undefined;
    return anomalies;
  }

  /** Shows the répertoire from its roots, which are not asked for yet (see `loadMissing`). */
  showRepertoire(par: GroupementRepertoire, expanded: readonly string[]): void {
    this.#requests.abortAll();
    this.arbre = new Arborescence<N>();
    this.arbre.replaceExpanded(expanded);
    this.source = 'repertoire';
    this.failure = undefined;
    this.#par = par;
  }

  /** Asks for the first page of every open row that has none. True when something was asked. */
  loadMissing(rows: readonly Ligne<N>[]): boolean {
    if (this.source === 'liste') return false;
    const missing = rows.filter((row) => row.kind === 'suite' && row.charges === 0 && row.page.etat === 'a-charger');
    for (const { parentId } of missing) void this.load(parentId);
    return missing.length > 0;
  }

  /** Asks for the next page of the children of a node, or of the first level for null. */
  load(parentId: string | null): Promise<void> {
    const page = this.arbre.pageOf(parentId);
    if (this.source === 'liste' || !page || page.etat === 'complete' || this.arbre.isBusy(parentId)) return Promise.resolve();
    this.arbre.asking(parentId);
    return this.#ask(parentId, page.suite);
  }

  /** Asks again for what is shown below a node, or for everything; what is closed is asked for when it opens. */
  async reload(id: string | null): Promise<void> {
    if (this.source === 'liste') return;
    this.failure = undefined;
    const asked: Promise<void>[] = [];
    for (const { parentId, visible } of this.arbre.loadedBelow(id)) {
      if (visible) {
        // A next page under way would be taken for the first one.
        this.#requests.abort(parentId);
        this.arbre.asking(parentId, true);
        asked.push(this.#ask(parentId, null));
      } else if (parentId !== null) this.arbre.forget(parentId);
    }
    await Promise.all(asked);
  }

  #ask(parentId: string | null, suite: string | null): Promise<void> {
    return this.#requests.ask(parentId, async (signal) => this.#options.client().call('listerNoeuds', {
      ...(parentId === null ? { par: this.#par } : { parentId }), ...(suite === null ? {} : { suite }),
    }, { signal }));
  }

  #receive(parentId: string | null, { noeuds, suite }: PageNoeuds): void {
    this.arbre.receive(parentId, noeuds.map((noeud) => this.#options.adopt(noeud)), suite);
    this.#options.onPage(parentId, noeuds.length, noeuds[0]?.id);
  }

  #fail(parentId: string | null, failure: RorClientError): void {
    const page = this.arbre.pageOf(parentId);
    // The node has gone while its children were being asked for.
    if (!page) return;
    const kept = page.etat !== 'en-cours';
    this.arbre.failed(parentId, failure.kind);
    if (kept) this.failure = failure;
    if (failure.kind !== 'no-client') this.#options.onFailure(failure.kind);
  }
}
