import { writeHeures, readHeures, type HeuresRead } from '../../engine/planning/heures.ts';
import { fixerJour, heuresOfJour } from '../../engine/planning/jours.ts';
import type { Jour, Refus, Semaine, Suite } from '../../engine/planning/types.ts';

type Illisible = Extract<HeuresRead, { readonly illisible: string }>;

/** Why hours typed for a day are not in the week. */
export type TypedError = { readonly illisible: Illisible; readonly refus?: undefined } | { readonly refus: Refus; readonly illisible?: undefined };

interface Typed {
  readonly jour: Jour;
  readonly type: string;
  readonly texte: string;
  /** The hours of the day when the typing began. */
  readonly sur: string;
  readonly erreur?: TypedError;
}

/** Texts typed for days that are not hours yet. A day whose hours change by other means no longer waits for its text. */
export class TypedHeures {
  #semaine: Semaine = [];
  readonly #typed = new Map<string, Typed>();

  /** The week beside which the texts are read. */
  follow(semaine: Semaine): void {
    if (semaine === this.#semaine) return;
    this.#semaine = semaine;
    for (const [cle, { jour, type, sur }] of this.#typed) if (this.#written(jour, type) !== sur) this.#typed.delete(cle);
  }

  /** What the field of a day shows: what is being typed, else its hours. */
  text(jour: Jour, type: string): string {
    return this.#typed.get(keyOf(jour, type))?.texte ?? this.#written(jour, type);
  }

  error(jour: Jour, type: string): TypedError | undefined {
    return this.#typed.get(keyOf(jour, type))?.erreur;
  }

  /** The first text that could not be read, whatever its type. */
  get faulty(): { readonly jour: Jour; readonly erreur: TypedError } | undefined {
    for (const { jour, erreur } of this.#typed.values()) if (erreur) return { jour, erreur };
    return undefined;
  }

  type(jour: Jour, type: string, texte: string): void {
    const avant = this.#typed.get(keyOf(jour, type));
    this.#typed.set(keyOf(jour, type), { ...(avant ?? { jour, type, sur: this.#written(jour, type) }), texte });
  }

  /** Forgets what was typed for a day: its hours are shown again. False when nothing was. */
  forget(jour: Jour, type: string): boolean {
    return this.#typed.delete(keyOf(jour, type));
  }

  /** The field of a day is left: the week with the hours typed; nothing when nothing was typed or it stays a text. */
  leave(jour: Jour, type: string): Suite | undefined {
    const frappe = this.#typed.get(keyOf(jour, type));
    if (!frappe) return undefined;
    const lues = readHeures(frappe.texte);
    const suite = lues.heures && fixerJour(this.#semaine, jour, lues.heures, type);
    if (suite && !suite.refus) this.#typed.delete(keyOf(jour, type));
    else this.#typed.set(keyOf(jour, type), { ...frappe, erreur: suite ? { refus: suite.refus } : { illisible: lues as Illisible } });
    return suite?.refus ? undefined : suite;
  }

  clear(): void {
    this.#typed.clear();
  }

  #written(jour: Jour, type: string): string {
    return writeHeures(heuresOfJour(this.#semaine, jour, type));
  }
}

const keyOf = (jour: Jour, type: string): string => `${jour} ${type}`;
