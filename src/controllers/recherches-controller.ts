import type { InputOf } from '../contract/operation.ts';
import type { Operations } from '../contract/operations.ts';
import type { RechercheEnregistree } from '../engine/recherche/resultats.ts';
import { ReadingController } from './reading-controller.ts';

export type CommandeRecherches = InputOf<Operations['changerRecherches']>['commande'];

/** The searches that the person kept; undefined for an account that keeps none, or without a session. */
export class RecherchesController extends ReadingController {
  liste: readonly RechercheEnregistree[] | undefined;

  /** Another client, so perhaps another person. */
  forget(): void {
    this.abandon();
    this.liste = undefined;
  }

  /** An account that may not is simply without. Never rejects. */
  list(): Promise<void> {
    return this.read(() => {}, async (client, signal) => {
      const answer = await client.call('listerRecherches', {}, { signal }).catch(() => undefined);
      if (!signal.aborted) this.liste = answer?.recherches;
    });
  }

  /** @returns whether it is done. */
  async change(commande: CommandeRecherches): Promise<boolean> {
    try {
      this.liste = (await this.client().call('changerRecherches', { commande })).recherches;
      this.host.requestUpdate();
      return true;
    } catch {
      return false;
    }
  }
}
