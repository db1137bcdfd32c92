import { RorClientError } from '../client/errors.ts';
import { Fiche, type Saisie, type SaisieDatee } from '../domain/fiche.ts';
import type { Refus } from '../engine/dossier/refus.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';

/** A save of a fiche asked by a person. */
export interface SaveFiche extends SaisieDatee {
  readonly ficheId: string;
  /** Version of the fiche that the person started from. */
  readonly version: number;
  readonly finaliser: boolean;
}

/** A fiche that a person left with changes. */
export interface LeftFiche {
  readonly dossierId: string;
  readonly acteurId: string;
  readonly save: SaveFiche;
  /** The fiche as it was when the person began to type. */
  readonly base: Fiche;
}

/** What was typed into a fiche that was left and could not be saved, with the reason why. */
export interface Parked extends LeftFiche {
  readonly reason: { readonly failure: RorClientError; readonly refus?: undefined } | { readonly refus: Refus; readonly failure?: undefined };
}

/**
 * Saves fiches, one at a time, each from the version that the one before made. What a person left and could not
 * be saved is kept here, whatever the reason, until it is saved or dropped by them.
 */
export class FicheSaver {
  readonly #client: () => Caller;
  readonly #onSaved: (dossierId: string, fiche: Fiche, sent: Saisie) => void;
  readonly #onChange: () => void;
  readonly #parked = new Map<string, Parked>();
  /** Versions that our own saves made, by fiche: what is typed here goes on from them. */
  readonly #made = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();
  #under = 0;

  /**
   * @param onSaved told of each fiche as the server now has it, and of what was sent.
   * @param onChange told when `pending` or what is parked changes.
   */
  constructor(client: () => Caller, onSaved: (dossierId: string, fiche: Fiche, sent: Saisie) => void, onChange: () => void) {
    this.#client = client;
    this.#onSaved = onSaved;
    this.#onChange = onChange;
  }

  /** Whether a save is on its way. */
  get pending(): boolean {
    return this.#under > 0;
  }

  /** What this person left and could not be saved. */
  parkedBy(acteurId: string | undefined): readonly Parked[] {
    return [...this.#parked.values()].filter((parked) => parked.acteurId === acteurId);
  }

  parkedIn(ficheId: string, acteurId: string | undefined): Parked | undefined {
    const parked = this.#parked.get(ficheId);
    return parked?.acteurId === acteurId ? parked : undefined;
  }

  /** Resolves when no save is on its way any more, in whatever way they ended. */
  async settled(): Promise<void> {
    while (this.#under > 0) await this.#last;
  }

  /** Another client: the versions of the former server mean nothing. What is parked stays with its person. */
  forget(): void {
    this.#made.clear();
  }

  /** The person gives up what was parked. */
  drop(ficheId: string): void {
    if (this.#parked.delete(ficheId)) this.#onChange();
  }

  /** @returns the rule that refuses, if one does. @throws RorClientError */
  save(dossierId: string, save: SaveFiche): Promise<Refus | undefined> {
    this.#under += 1;
    const turn = this.#last.then(() => this.#put(dossierId, save)).finally(() => {
      this.#under -= 1;
      this.#onChange();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Saves a fiche that the person has left; never throws. What can't be saved is parked, and the answer is false. */
  async saveLeft(left: LeftFiche): Promise<boolean> {
    try {
      const refus = await this.save(left.dossierId, left.save);
      if (refus) this.#park({ ...left, reason: { refus } });
      return !refus;
    } catch (error) {
      this.#park({ ...left, reason: { failure: asFailure(error) } });
      return false;
    }
  }

  #park(parked: Parked): void {
    this.#parked.set(parked.save.ficheId, parked);
    this.#onChange();
  }

  async #put(dossierId: string, { ficheId, contenu, illisibles, editions, finaliser, ...save }: SaveFiche): Promise<Refus | undefined> {
    const version = Math.max(save.version, this.#made.get(ficheId) ?? 0);
    const answer = await this.#client().call('enregistrerFiche', { dossierId, ficheId, version, contenu, illisibles, finaliser, ...(editions && { editions }) }).catch((error: unknown) => {
      const saved = alreadySaved(error, { contenu, illisibles, finaliser });
      if (saved) return { fiche: saved };
      throw error;
    });
    if ('refus' in answer) return answer.refus;
    this.#parked.delete(ficheId);
    this.#made.set(ficheId, answer.fiche.version);
    this.#onSaved(dossierId, answer.fiche, { contenu, illisibles });
    return undefined;
  }
}

/**
 * A save whose answer was lost, tried again, meets its own result: that is a success.
 * @returns the fiche of the server when it holds exactly what was sent.
 */
function alreadySaved(error: unknown, sent: Saisie & { readonly finaliser: boolean }): Fiche | undefined {
  if (!(error instanceof RorClientError) || error.kind !== 'stale') return undefined;
  const parsed = Fiche.safeParse(error.problem?.actuel);
  if (!parsed.success) return undefined;
  const { contenu, illisibles, etat } = parsed.data;
  const same = JSON.stringify([sorted(contenu), sorted(illisibles)]) === JSON.stringify([sorted(sent.contenu), sorted(sent.illisibles)]);
  return same && (etat === 'finalisee') === sent.finaliser ? parsed.data : undefined;
}

/** The same JSON with its keys in order: a database may give them back in another one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
