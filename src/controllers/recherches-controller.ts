import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InputOf } from '../contract/operation.ts';
import type { Operations } from '../contract/operations.ts';
import type { RechercheEnregistree } from '../engine/recherche/resultats.ts';
import type { Caller } from './contexts.ts';

export type CommandeRecherches = InputOf<Operations['changerRecherches']>['commande'];

/** The searches that the person kept; undefined for an account that keeps none, or without a session. */
export class RecherchesController implements ReactiveController {
  liste: readonly RechercheEnregistree[] | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #client: () => Caller;
  #reading: AbortController | undefined;

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
    this.liste = undefined;
  }

  /** An account that may not is simply without. Never rejects. */
  async lister(): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    const answer = await Promise.resolve().then(() => this.#client().call('listerRecherches', {}, { signal })).catch(() => undefined);
    if (signal.aborted) return;
    this.liste = answer?.recherches;
    this.#host.requestUpdate();
  }

  /** @returns whether it is done. */
  async changer(commande: CommandeRecherches): Promise<boolean> {
    try {
      this.liste = (await this.#client().call('changerRecherches', { commande })).recherches;
      this.#host.requestUpdate();
      return true;
    } catch {
      return false;
    }
  }
}
