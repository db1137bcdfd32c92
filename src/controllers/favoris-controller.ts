import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import type { ListeFavoris } from '../domain/favoris.ts';
import type { CommandeFavoris, RefusFavoris } from '../engine/favoris/commandes.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';

/** The lists of favourites of the person, as the server has them; commands follow one another. */
export class FavorisController implements ReactiveController {
  listes: readonly ListeFavoris[] | undefined;
  loading = false;
  acting = false;
  /** Why the last reading failed. */
  readFailure: RorClientError | undefined;
  /** Why the last change was refused or failed, until the next one. */
  refus: RefusFavoris | undefined;
  failure: RorClientError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #client: () => Caller;
  #reading: AbortController | undefined;
  #last: Promise<unknown> = Promise.resolve();

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
    this.listes = undefined;
    this.settle();
  }

  settle(): void {
    this.refus = this.failure = undefined;
    this.#host.requestUpdate();
  }

  async lister(): Promise<void> {
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    this.loading = true;
    this.readFailure = undefined;
    this.#host.requestUpdate();
    try {
      const { listes } = await this.#client().call('listerFavoris', {}, { signal: reading.signal });
      if (this.#reading === reading) this.listes = listes;
    } catch (error) {
      if (!reading.signal.aborted) this.readFailure = asFailure(error);
    } finally {
      if (this.#reading === reading) {
        this.loading = false;
        this.#host.requestUpdate();
      }
    }
  }

  /** @returns whether the lists are changed; otherwise `refus` or `failure` says why not. */
  changer(commande: CommandeFavoris): Promise<boolean> {
    const change = this.#last.then(() => this.#change(commande));
    this.#last = change;
    return change;
  }

  async #change(commande: CommandeFavoris): Promise<boolean> {
    this.acting = true;
    this.settle();
    try {
      const answer = await this.#client().call('changerFavoris', { commande });
      if ('refus' in answer) this.refus = answer.refus;
      else this.listes = answer.listes;
      return !('refus' in answer);
    } catch (error) {
      this.failure = asFailure(error);
      return false;
    } finally {
      this.acting = false;
      this.#host.requestUpdate();
    }
  }
}
