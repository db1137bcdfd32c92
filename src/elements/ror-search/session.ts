import type { ReactiveControllerHost } from 'lit';
import type { Caller } from '../../controllers/contexts.ts';
import { FavorisController } from '../../controllers/favoris-controller.ts';
import { RecherchesController } from '../../controllers/recherches-controller.ts';

/** What a person who is signed in has: favourites and kept searches. A page without a session never loads it. */
export class Session {
  readonly favoris: FavorisController;
  readonly recherches: RecherchesController;
  #known: { readonly de: unknown; readonly ids: ReadonlySet<string> | undefined } | undefined;

  constructor(host: ReactiveControllerHost, client: () => Caller) {
    this.favoris = new FavorisController(host, client);
    this.recherches = new RecherchesController(host, client);
    this.list();
  }

  /** Another client, so perhaps another person. */
  forget(): void {
    this.favoris.forget();
    this.recherches.forget();
  }

  list(): void {
    void this.favoris.list();
    void this.recherches.list();
  }

  /** What is a favourite, the same set as long as nothing changes; undefined for somebody who keeps none. */
  get knownFavoris(): ReadonlySet<string> | undefined {
    const { listes } = this.favoris;
    if (!this.#known || this.#known.de !== listes) {
      this.#known = { de: listes, ids: listes && new Set(listes.flatMap(({ noeuds }) => noeuds.map(({ id }) => id))) };
    }
    return this.#known.ids;
  }
}
