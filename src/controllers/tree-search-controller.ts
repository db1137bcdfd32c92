import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import type { Domaine } from '../domain/noeud.ts';
import type { Arbre } from '../engine/arborescence/arbre.ts';
import type { Foret } from '../engine/arborescence/foret.ts';
import type { Lecteur } from '../engine/arborescence/list.ts';
import type { NoeudArborescence } from '../engine/arborescence/rows.ts';
import { foundTree, foundForet, findIn } from '../engine/arborescence/find.ts';
import { filtreDe, type NoeudPartiel, type VueRepertoire } from './arborescence-controller.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';

/** Time without typing before looking. */
const REST_MS = 250;
/** Least letters that a server looks for. */
const LEAST = 2;
/** Most letters that it takes. */
const MOST = 200;

/** One match of the répertoire. */
interface Resultat {
  readonly noeud: NoeudPartiel;
  readonly chemin: readonly NoeudPartiel[];
}

/** Where matches may lie that the ticked domaines hide. */
export interface HorsDomaines {
  readonly domaine: Domaine;
  readonly nombre: number;
}

export type EtatRecherche = 'repos' | 'court' | 'en-cours' | 'faite' | 'echec';

/** In what to look: the répertoire of a client, or a list of the host. */
export type Cible<N extends NoeudArborescence> =
  | { readonly kind: 'repertoire'; readonly client: () => Caller; readonly vue: VueRepertoire; readonly adopt: (noeud: NoeudPartiel) => N }
  | { readonly kind: 'liste'; readonly foret: Foret<unknown, N>; readonly lecteur: Lecteur<unknown, N> };

/** Finds nodes by the words of their name: in branches that nobody opened too. Last text wins; what is no longer wanted is aborted. */
export class TreeSearchController<N extends NoeudArborescence> implements ReactiveController {
  texte = '';
  status: EtatRecherche = 'repos';
  /** What was found, with what stands above; undefined until an answer came. */
  arbre: Arbre<N> | undefined;
  /** Identifiers of the matches, in the order of reading. */
  found: readonly string[] = [];
  /** How many there are in all; at least as many when `tronque`. */
  nombre = 0;
  truncated = false;
  horsDomaines: readonly HorsDomaines[] = [];
  nombreHorsDomaines = 0;
  /** Where the next matches begin; null when all are there. */
  suite: string | null = null;
  failure: RorClientError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #onDone: () => void;
  #results: readonly Resultat[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();
  #target: Cible<N> | undefined;

  /** @param onDone an answer came, or failed. */
  constructor(host: ReactiveControllerHost, onDone: () => void) {
    this.#host = host;
    this.#onDone = onDone;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
    if (this.status === 'en-cours') this.status = 'repos';
  }

  /** Looks for a text, once the person pauses; `now`: at once. */
  search(texte: string, cible: Cible<N>, now = false): void {
    this.#stop();
    this.texte = texte.slice(0, MOST);
    this.#target = cible;
    const long = texte.trim().length;
    this.status = long === 0 ? 'repos' : long < LEAST ? 'court' : 'en-cours';
    if (this.status === 'en-cours') this.#timer = setTimeout(() => void this.#run(null), now ? 0 : REST_MS);
    else this.#empty();
    this.#host.requestUpdate();
  }

  /** Asks for the next matches. */
  async more(): Promise<void> {
    if (this.suite !== null && this.status === 'faite') await this.#run(this.suite);
  }

  /** Where a match stands in the répertoire; undefined in a list. */
  place(id: string): Resultat | undefined {
    return this.#results.find(({ noeud }) => noeud.id === id);
  }

  #empty(): void {
    this.arbre = undefined;
    this.found = this.horsDomaines = this.#results = [];
    this.nombre = this.nombreHorsDomaines = 0;
    this.truncated = false;
    this.suite = null;
    this.failure = undefined;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  async #run(suite: string | null): Promise<void> {
    const { signal } = this.#abort;
    this.status = 'en-cours';
    this.#host.requestUpdate();
    try {
      if (this.#target?.kind === 'liste') await this.#inList(this.#target, signal);
      else if (this.#target) await this.#inRepertoire(this.#target, suite, signal);
      if (!signal.aborted) this.status = 'faite';
    } catch (error) {
      if (signal.aborted) return;
      this.failure = asFailure(error);
      this.status = 'echec';
    }
    if (signal.aborted) return;
    this.#host.requestUpdate();
    this.#onDone();
  }

  async #inRepertoire({ client, vue, adopt }: Extract<Cible<N>, { kind: 'repertoire' }>, suite: string | null, signal: AbortSignal): Promise<void> {
    const answer = await client().call('chercherDansArbre', { texte: this.texte.trim(), ...filtreDe(vue), ...(suite === null ? {} : { suite }) }, { signal });
    if (signal.aborted) return;
    if (suite === null) this.#empty();
    this.#results = [...this.#results, ...answer.resultats];
    ({ nombre: this.nombre, tronque: this.truncated, suite: this.suite, horsDomaines: this.horsDomaines, nombreHorsDomaines: this.nombreHorsDomaines } = answer);
    const ids = new Set(this.#results.map(({ noeud }) => noeud.id));
    const arbre = foundTree(this.#results.map(({ noeud, chemin }) => ({ noeud: adopt(noeud), chemin: chemin.map((each) => adopt({ nombreEnfants: 1, ...each })) })));
    this.arbre = arbre;
    this.found = [...arbre.nodesFrom(0)].map(({ id }) => id).filter((id) => ids.has(id));
  }

  async #inList({ foret, lecteur }: Extract<Cible<N>, { kind: 'liste' }>, signal: AbortSignal): Promise<void> {
    const work = findIn(foret, this.texte);
    for (;;) {
      const step = work.next();
      if (step.done) {
        this.#empty();
        this.nombre = step.value.nombre;
        this.found = step.value.slots.map((slot) => foret.idAt(slot)!);
        this.arbre = foundForet(foret, lecteur, step.value.slots);
        return;
      }
      await new Promise((done) => { setTimeout(done); });
      if (signal.aborted) return;
    }
  }
}
