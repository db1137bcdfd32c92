import type { RorClientError } from '../client/errors.ts';
import type { ListeFavoris } from '../domain/favoris.ts';
import type { CommandeFavoris, RefusFavoris } from '../engine/favoris/commandes.ts';
import { asFailure } from './failure.ts';
import { ReadingController } from './reading-controller.ts';

/** The lists of favourites of the person, as the server has them; commands follow one another. */
export class FavorisController extends ReadingController {
  listes: readonly ListeFavoris[] | undefined;
  loading = false;
  acting = false;
  /** Why the last change was refused or failed, until the next one. */
  refus: RefusFavoris | undefined;
  failure: RorClientError | undefined;

  #last: Promise<unknown> = Promise.resolve();

  /** Another client, so perhaps another person. */
  forget(): void {
    this.abandon();
    this.listes = undefined;
    this.settle();
  }

  settle(): void {
    this.refus = this.failure = undefined;
    this.host.requestUpdate();
  }

  list(): Promise<void> {
    return this.read((reading) => { this.loading = reading; }, async (client, signal) => {
      const { listes } = await client.call('listerFavoris', {}, { signal });
      if (!signal.aborted) this.listes = listes;
    });
  }

  /** @returns whether the lists are changed; otherwise `refus` or `failure` says why not. */
  change(commande: CommandeFavoris): Promise<boolean> {
    const change = this.#last.then(() => this.#change(commande));
    this.#last = change;
    return change;
  }

  async #change(commande: CommandeFavoris): Promise<boolean> {
    this.acting = true;
    this.settle();
    try {
      const answer = await this.client().call('changerFavoris', { commande });
      if ('refus' in answer) this.refus = answer.refus;
      else this.listes = answer.listes;
      return !('refus' in answer);
    } catch (error) {
      this.failure = asFailure(error);
      return false;
    } finally {
      this.acting = false;
      this.host.requestUpdate();
    }
  }
}
