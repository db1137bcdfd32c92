import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Geocodeur } from '../client/ports-recherche.ts';
import type { Ou } from '../engine/recherche/criteres.ts';
import { importAgain } from '../nomenclature/import-again.ts';
import type { Caller } from './contexts.ts';
import type { Lieu } from './lieux.ts';
import { SuggestionsController } from './suggestions-controller.ts';

/** What a search asks for a place; undefined for one that has neither code nor point. */
export function ouDe({ genre, code, libelle, latitude, longitude, exterieur }: Lieu): Ou | undefined {
  if (!exterieur && code !== null && (genre === 'commune' || genre === 'departement')) return { genre, code };
  if (!exterieur && code !== null && genre === 'structure') return { genre, id: code };
  return latitude === null || longitude === null ? undefined : { genre: 'point', latitude, longitude, libelle: libelle.slice(0, 200) };
}

/** What asks for places comes with the first letters. */
const lieux = () => importAgain(() => import('./lieux.ts'));

interface Ports {
  readonly client: () => Caller;
  readonly geocodeur: () => Geocodeur | undefined;
  readonly onSuggestions: (nombre: number) => void;
  /** The person chose a place, or emptied the field. */
  readonly onOu: (ou: Ou | undefined) => void;
  readonly onErreur: () => void;
}

/** The field *where* of a search: suggestions, a text taken for the likeliest place, the position of the person. */
export class LieuController implements ReactiveController {
  readonly suggestions: SuggestionsController<Lieu>;
  /** Why what was asked is not searched. */
  error: { readonly code: 'inconnu'; readonly texte: string } | { readonly code: 'position' } | undefined;
  /** The position is being asked. */
  waiting = false;
  /** The geocoder of the host gives nothing that can be used; the embedded one answers. */
  down = false;

  readonly #host: ReactiveControllerHost;
  readonly #ports: Ports;
  /** Name of the place chosen, for as long as it is the one searched. */
  #chosen: { readonly cle: string; readonly libelle: string } | undefined;
  #resolving: AbortController | undefined;

  constructor(host: ReactiveControllerHost, ports: Ports) {
    this.#host = host;
    this.#ports = ports;
    this.suggestions = new SuggestionsController<Lieu>(host, { load: (texte, signal) => this.#find(texte, signal), onDone: ({ length }) => { ports.onSuggestions(length); } });
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#resolving?.abort();
  }

  /** What the person called this place when they chose it. */
  nameOf(ou: Ou): string | undefined {
    return this.#chosen?.cle === JSON.stringify(ou) ? this.#chosen.libelle : undefined;
  }

  choose(lieu: Lieu): boolean {
    const ou = ouDe(lieu);
    if (!ou) return false;
    this.#chosen = { cle: JSON.stringify(ou), libelle: lieu.libelle };
    this.#give(ou);
    return true;
  }

  /** A text without a choice: the likeliest place of that name; none leaves the search as it was, and says so. */
  async text(donne: string): Promise<void> {
    this.#resolving?.abort();
    const texte = donne.trim();
    if (texte === '') return this.#give(undefined);
    const { signal } = (this.#resolving = new AbortController());
    const trouves = await this.#find(texte, signal).catch(() => []);
    if (signal.aborted || trouves.some((lieu) => this.choose(lieu))) return;
    this.#fail({ code: 'inconnu', texte });
  }

  /** Asks the browser, only when the person wants it. @param libelle how their position is called in the search. */
  async aroundMe(libelle: string): Promise<void> {
    if (this.waiting) return;
    this.#resolving?.abort();
    const { signal } = (this.#resolving = new AbortController());
    this.waiting = true;
    this.#host.requestUpdate();
    const ou = await lieux().then(({ currentPosition }) => currentPosition(libelle)).catch(() => undefined);
    this.waiting = false;
    this.#host.requestUpdate();
    if (signal.aborted) return;
    if (ou) this.#give(ou);
    else this.#fail({ code: 'position' });
  }

  /** Another search: what was wrong with the last one is over. */
  forgetError(): void {
    this.error = undefined;
  }

  #give(ou: Ou | undefined): void {
    this.error = undefined;
    this.#ports.onOu(ou);
  }

  #fail(erreur: LieuController['error']): void {
    this.error = erreur;
    this.#ports.onErreur();
    this.#host.requestUpdate();
  }

  async #find(texte: string, signal: AbortSignal): Promise<readonly Lieu[]> {
    const { findLieux } = await lieux();
    signal.throwIfAborted();
    const { lieux: trouves, panne } = await findLieux(texte.slice(0, 200), this.#ports.client(), this.#ports.geocodeur(), signal);
    if (panne !== this.down) this.#host.requestUpdate();
    this.down = panne;
    return trouves;
  }
}
