import { ecrireHeures, lireHeures, type HeuresLues } from '../../engine/planning/heures.ts';
import { fixerJour, heuresDuJour } from '../../engine/planning/jours.ts';
import type { Jour, Refus, Semaine, Suite } from '../../engine/planning/types.ts';

type Illisible = Extract<HeuresLues, { readonly illisible: string }>;

/** Why hours typed for a day are not in the week. */
export type Erreur = { readonly illisible: Illisible; readonly refus?: undefined } | { readonly refus: Refus; readonly illisible?: undefined };

interface Frappe {
  readonly jour: Jour;
  readonly type: string;
  readonly texte: string;
  /** The hours of the day when the typing began. */
  readonly sur: string;
  readonly erreur?: Erreur;
}

/** Texts typed for days that are not hours yet. A day whose hours change by other means no longer waits for its text. */
export class Frappes {
  #semaine: Semaine = [];
  readonly #frappes = new Map<string, Frappe>();

  /** The week beside which the texts are read. */
  suivre(semaine: Semaine): void {
    if (semaine === this.#semaine) return;
    this.#semaine = semaine;
    for (const [cle, { jour, type, sur }] of this.#frappes) if (this.#ecrites(jour, type) !== sur) this.#frappes.delete(cle);
  }

  /** What the field of a day shows: what is being typed, else its hours. */
  texte(jour: Jour, type: string): string {
    return this.#frappes.get(cleDe(jour, type))?.texte ?? this.#ecrites(jour, type);
  }

  erreur(jour: Jour, type: string): Erreur | undefined {
    return this.#frappes.get(cleDe(jour, type))?.erreur;
  }

  /** The first text that could not be read, whatever its type. */
  get fautive(): { readonly jour: Jour; readonly erreur: Erreur } | undefined {
    for (const { jour, erreur } of this.#frappes.values()) if (erreur) return { jour, erreur };
    return undefined;
  }

  taper(jour: Jour, type: string, texte: string): void {
    const avant = this.#frappes.get(cleDe(jour, type));
    this.#frappes.set(cleDe(jour, type), { ...(avant ?? { jour, type, sur: this.#ecrites(jour, type) }), texte });
  }

  /** Forgets what was typed for a day: its hours are shown again. False when nothing was. */
  oublier(jour: Jour, type: string): boolean {
    return this.#frappes.delete(cleDe(jour, type));
  }

  /** The field of a day is left: the week with the hours typed; nothing when nothing was typed or it stays a text. */
  quitter(jour: Jour, type: string): Suite | undefined {
    const frappe = this.#frappes.get(cleDe(jour, type));
    if (!frappe) return undefined;
    const lues = lireHeures(frappe.texte);
    const suite = lues.heures && fixerJour(this.#semaine, jour, lues.heures, type);
    if (suite && !suite.refus) this.#frappes.delete(cleDe(jour, type));
    else this.#frappes.set(cleDe(jour, type), { ...frappe, erreur: suite ? { refus: suite.refus } : { illisible: lues as Illisible } });
    return suite?.refus ? undefined : suite;
  }

  vider(): void {
    this.#frappes.clear();
  }

  #ecrites(jour: Jour, type: string): string {
    return ecrireHeures(heuresDuJour(this.#semaine, jour, type));
  }
}

const cleDe = (jour: Jour, type: string): string => `${jour} ${type}`;
