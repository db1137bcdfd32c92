import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import type { InputOf } from '../contract/operation.ts';
import type { Operations } from '../contract/operations.ts';
import type { PlacesUnite } from '../engine/recherche/resultats.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';

export type SaisiePlaces = Omit<InputOf<Operations['saisirPlaces']>, 'uniteId' | 'version'>;

/** The units whose beds and places the person answers for; pages are added to those that are there. */
export class PlacesController implements ReactiveController {
  unites: readonly PlacesUnite[] | undefined;
  suite: string | null = null;
  loading = false;
  /** Why the last reading failed. */
  failure: RorClientError | undefined;
  /** Unit that is being written. */
  saving: string | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #client: () => Caller;
  #reading: AbortController | undefined;

  /** @param client gives the client to use now, or throws the `no-client` failure. */
  constructor(host: ReactiveControllerHost, client: () => Caller) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  /** Another client, so perhaps another person. */
  forget(): void {
    this.#reading?.abort();
    this.unites = undefined;
    this.suite = null;
  }

  /** From the beginning, or the next page. Never rejects. */
  async list(plus = false): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.loading = true;
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      const { unites, suite } = await this.#client().call('listerPlaces', { ...(plus && this.suite !== null && { suite: this.suite }) }, { signal });
      if (signal.aborted) return;
      this.unites = plus ? [...(this.unites ?? []), ...unites] : unites;
      this.suite = suite;
    } catch (error) {
      if (signal.aborted) return;
      this.failure = asFailure(error);
    }
    this.loading = false;
    this.#host.requestUpdate();
  }

  /** Writes one unit. @returns the failure; undefined when it is written. A unit that has changed meanwhile is read again. */
  async save({ id, version }: PlacesUnite, saisie: SaisiePlaces): Promise<RorClientError | undefined> {
    this.saving = id;
    this.#host.requestUpdate();
    try {
      const { unite } = await this.#client().call('saisirPlaces', { uniteId: id, version, ...saisie });
      this.unites = this.unites?.map((one) => (one.id === id ? unite : one));
      return undefined;
    } catch (error) {
      const failure = asFailure(error);
      if (failure.kind === 'stale') await this.list();
      return failure;
    } finally {
      this.saving = undefined;
      this.#host.requestUpdate();
    }
  }
}
