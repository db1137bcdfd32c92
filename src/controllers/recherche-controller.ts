import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import type { Itineraires } from '../client/ports-recherche.ts';
import type { Criteres } from '../engine/recherche/criteres.ts';
import type { EtablissementTrouve, PageResultats } from '../engine/recherche/resultats.ts';
import { importAgain } from '../nomenclature/import-again.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';

interface Ports {
  readonly client: () => Caller;
  readonly itineraires: () => Itineraires | undefined;
  /** Results came: the first page, or more of the same. */
  readonly onPage: (page: PageResultats, suite: boolean) => void;
}

/**
 * A search under way: its first page, the following ones, and the travel times of a router over the estimates of the
 * server. The last search wins; what was found before stays until the next answer, and after a failure.
 */
export class RechercheController implements ReactiveController {
  status: 'repos' | 'chargement' | 'pret' | 'echec' = 'repos';
  failure: RorClientError | undefined;
  /** The first page: counts, facets, order. */
  page: PageResultats | undefined;
  /** Of all the pages read, in the order shown. */
  etablissements: readonly EtablissementTrouve[] = [];
  suite: string | null = null;
  readingMore = false;
  /** The router of the host does not answer, or answers nonsense. */
  itinerairesDown = false;

  readonly #host: ReactiveControllerHost;
  readonly #ports: Ports;
  #criteres: Criteres = {};
  #calling: AbortController | undefined;
  #interrupted = false;

  constructor(host: ReactiveControllerHost, ports: Ports) {
    this.#host = host;
    this.#ports = ports;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#interrupted) void this.run(this.#criteres);
  }

  hostDisconnected(): void {
    this.#interrupted = this.status === 'chargement';
    this.#calling?.abort();
  }

  /** Searches. Resolves when this search has ended, in whatever way; never rejects. */
  async run(criteres: Criteres): Promise<void> {
    const { signal } = this.#begin();
    this.#criteres = criteres;
    this.#set('chargement');
    try {
      const page = await this.#ports.client().call('rechercher', { criteres }, { signal });
      if (signal.aborted) return;
      this.page = page;
      this.etablissements = page.etablissements;
      this.suite = page.suite;
      this.#set('pret');
      this.#ports.onPage(page, false);
      await this.#measure(signal, page.etablissements);
    } catch (error) {
      if (!signal.aborted) this.#set('echec', asFailure(error));
    }
  }

  /** The next page, after those shown. */
  async more(): Promise<void> {
    const signal = this.#calling?.signal;
    if (this.suite === null || this.readingMore || !signal || this.status === 'chargement') return;
    this.readingMore = true;
    this.#set(this.status);
    try {
      const page = await this.#ports.client().call('rechercher', { criteres: this.#criteres, suite: this.suite }, { signal });
      if (signal.aborted) return;
      const known = new Set(this.etablissements.map(({ id }) => id));
      this.etablissements = [...this.etablissements, ...page.etablissements.filter(({ id }) => !known.has(id))];
      this.suite = page.suite;
      this.readingMore = false;
      this.#set('pret');
      this.#ports.onPage(page, true);
      await this.#measure(signal, page.etablissements);
    } catch (error) {
      if (signal.aborted) return;
      this.readingMore = false;
      this.#set('echec', asFailure(error));
    }
  }

  /** Nothing is searched any more. */
  clear(): void {
    this.#begin();
    this.#calling = undefined;
    this.page = undefined;
    this.etablissements = [];
    this.suite = null;
    this.#set('repos');
  }

  /** Asks the router of the host; without one, and when it fails, the estimates of the server stay. */
  async #measure(signal: AbortSignal, parmi: readonly EtablissementTrouve[]): Promise<void> {
    const itineraires = this.#ports.itineraires();
    const lieu = this.page?.lieu;
    const situes = parmi.flatMap(({ id, latitude, longitude }) => (latitude === null || longitude === null ? [] : [{ id, latitude, longitude }]));
    if (!itineraires || !lieu || situes.length === 0) return;
    try {
      const { mesures } = await importAgain(() => import('./mesures.ts'));
      const durees = await mesures(itineraires, lieu, situes, this.#criteres.deplacement ?? 'voiture', signal);
      if (signal.aborted) return;
      const mesurees = this.etablissements.map((one) => {
        const duree = durees.get(one.id);
        return duree === undefined ? one : { ...one, duree };
      });
      this.etablissements = this.page?.tri === 'duree' ? mesurees.sort((a, b) => (a.duree?.minutes ?? Infinity) - (b.duree?.minutes ?? Infinity)) : mesurees;
      this.itinerairesDown = false;
    } catch {
      if (signal.aborted) return;
      this.itinerairesDown = true;
    }
    this.#host.requestUpdate();
  }

  #begin(): AbortController {
    this.#calling?.abort();
    this.#interrupted = false;
    this.readingMore = false;
    return (this.#calling = new AbortController());
  }

  #set(status: RechercheController['status'], failure?: RorClientError): void {
    this.status = status;
    this.failure = failure;
    this.#host.requestUpdate();
  }
}
