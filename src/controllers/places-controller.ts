import type { RorClientError } from '../client/errors.ts';
import type { InputOf } from '../contract/operation.ts';
import type { Operations } from '../contract/operations.ts';
import type { PlacesUnite } from '../engine/recherche/resultats.ts';
import { asFailure } from './failure.ts';
import { ReadingController } from './reading-controller.ts';

export type SaisiePlaces = Omit<InputOf<Operations['saisirPlaces']>, 'uniteId' | 'version'>;

/** The units whose beds and places the person answers for; pages are added to those that are there. */
export class PlacesController extends ReadingController {
  unites: readonly PlacesUnite[] | undefined;
  suite: string | null = null;
  loading = false;
  /** Unit that is being written. */
  saving: string | undefined;

  /** Another client, so perhaps another person. */
  forget(): void {
    this.abandon();
    this.unites = undefined;
    this.suite = null;
  }

  /** From the beginning, or the next page. Never rejects. */
  list(plus = false): Promise<void> {
    return this.read((reading) => { this.loading = reading; }, async (client, signal) => {
      const { unites, suite } = await client.call('listerPlaces', { ...(plus && this.suite !== null && { suite: this.suite }) }, { signal });
      if (signal.aborted) return;
      this.unites = plus ? [...(this.unites ?? []), ...unites] : unites;
      this.suite = suite;
    });
  }

  /** Writes one unit. @returns the failure; undefined when it is written. A unit that has changed meanwhile is read again. */
  async save({ id, version }: PlacesUnite, saisie: SaisiePlaces): Promise<RorClientError | undefined> {
    this.saving = id;
    this.host.requestUpdate();
    try {
      const { unite } = await this.client().call('saisirPlaces', { uniteId: id, version, ...saisie });
      this.unites = this.unites?.map((one) => (one.id === id ? unite : one));
      return undefined;
    } catch (error) {
      const failure = asFailure(error);
      if (failure.kind === 'stale') await this.list();
      return failure;
    } finally {
      this.saving = undefined;
      this.host.requestUpdate();
    }
  }
}
