import type { Facette } from '../../../src/engine/recherche/champs.ts';
import type { Requeteur } from '../database/database.ts';
import { COLONNES, estListe, type Colonne, type Exigences } from './recherche-exigences.ts';

/** Numbers things in the order in which they are met. */
export class Registre {
  readonly #rangs = new Map<string, number>();
  readonly cles: string[] = [];
  de(cle: string): number {
    const connu = this.#rangs.get(cle);
    if (connu !== undefined) return connu;
    this.#rangs.set(cle, this.cles.length);
    return this.cles.push(cle) - 1;
  }
  cherche(cle: string): number | undefined { return this.#rangs.get(cle); }
}

/** By rank of combination: offers that answer, those of them open, those with places (each without the other choice). */
export interface Sommes {
  readonly n: Int32Array;
  readonly ouverts: Int32Array;
  readonly libres: Int32Array;
}

export interface Comptes {
  readonly ouverts: number;
  readonly avecPlaces: number;
  readonly facettes: Readonly<Partial<Record<Facette, readonly { readonly code: string; readonly nombre: number }[]>>>;
}

/** Of a combination, instead of the rank of the only facet whose choices it misses. */
export const AUCUNE = -1;
export const PLUSIEURS = -2;

/** Combinations of facets, by rank. The number of one is the hash of what it says, which never changes: nothing here can be out of date. */
export class Classes {
  readonly numeros = new Registre();
  /** By rank, by column: ranks of its codes. Combinations that say the same share the list. */
  readonly #combinaisons: (readonly (readonly number[])[])[] = [];
  readonly #codes = COLONNES.map(() => new Registre());
  readonly #listes = COLONNES.map(() => new Map<string, readonly number[]>());

  get nombre(): number { return this.numeros.cles.length; }

  ajouter(no: string, codes: readonly (readonly string[])[]): void {
    this.#combinaisons[this.numeros.de(no)] = codes.map((liste, colonne) => {
      const cle = liste.join('\n');
      const listes = this.#listes[colonne]!;
      const rangs = listes.get(cle) ?? liste.map((code) => this.#codes[colonne]!.de(code));
      listes.set(cle, rangs);
      return rangs;
    });
  }

  /** Which ones hold one of these codes. */
  avec(colonne: Colonne, codes: readonly string[]): Uint8Array {
    const place = COLONNES.indexOf(colonne);
    const voulus = new Set(codes.flatMap((code) => this.#codes[place]!.cherche(code) ?? []));
    const avec = new Uint8Array(this.nombre);
    if (voulus.size > 0) this.#combinaisons.forEach((combinaison, rang) => { if (combinaison[place]!.some((code) => voulus.has(code))) avec[rang] = 1; });
    return avec;
  }

  /** REC-2: whose choices each combination misses: of no facet, of one (its rank in `COLONNES`), of several. */
  manques(choix: Exigences['choix']): Int8Array {
    const manques = new Int8Array(this.nombre).fill(AUCUNE);
    for (const { facette, codes } of choix) {
      const place = COLONNES.indexOf(facette);
      this.avec(facette, codes).forEach((oui, rang) => { if (!oui) manques[rang] = manques[rang] === AUCUNE ? place : PLUSIEURS; });
    }
    return manques;
  }

  /** REC-2: each facet counted without its own choices and with all the others. */
  compter({ n, ouverts, libres }: Sommes, manques: Int8Array, comptees: readonly Facette[]): Comptes {
    const totaux = this.#codes.map(({ cles }) => new Int32Array(cles.length));
    const places = comptees.map((facette) => COLONNES.indexOf(facette));
    let [total, avecPlaces] = [0, 0];
    for (let rang = 0; rang < n.length; rang++) {
      const seule = manques[rang]!;
      if (seule === PLUSIEURS) continue;
      if (seule === AUCUNE) {
        total += ouverts[rang]!;
        avecPlaces += libres[rang]!;
      }
      const nombre = n[rang]!;
      if (nombre === 0) continue;
      const combinaison = this.#combinaisons[rang]!;
      for (const place of places) {
        if (seule !== AUCUNE && seule !== place) continue;
        for (const code of combinaison[place]!) totaux[place]![code]! += nombre;
      }
    }
    const valeurs = (place: number) => [...totaux[place]!].flatMap((nombre, code) => (nombre > 0 ? [{ code: this.#codes[place]!.cles[code]!, nombre }] : []))
      .sort((a, b) => b.nombre - a.nombre || (a.code < b.code ? -1 : 1));
    return { ouverts: total, avecPlaces, facettes: Object.fromEntries(comptees.map((facette, rang) => [facette, valeurs(places[rang]!)])) };
  }
}

/** More than any region has; beyond it, what is known is read again. */
const LE_PLUS = 1_500_000;

/** The combinations that were read, kept. */
export class ClassesConnues {
  #classes = new Classes();

  /** Reads those that are not known. Gives what holds them all, from now on. */
  async lire(tx: Requeteur, numeros: readonly string[]): Promise<Classes> {
    let classes = this.#classes;
    let inconnues = numeros.filter((no) => classes.numeros.cherche(no) === undefined);
    if (classes.nombre + inconnues.length > LE_PLUS) {
      classes = this.#classes = new Classes();
      inconnues = [...numeros];
    }
    if (inconnues.length === 0) return classes;
    const colonnes = COLONNES.map((colonne) => (estListe(colonne) ? `to_jsonb(c.${colonne})` : `to_jsonb(array_remove(array[c.${colonne}], null))`));
    const lues = await tx.query<{ no: string; codes: readonly (readonly string[])[] }>(
      `select c.no::text as no, jsonb_build_array(${colonnes.join(', ')}) as codes from unnest($1::bigint[]) v (no) join recherche_classe c on c.no = v.no`, [inconnues]);
    for (const { no, codes } of lues) classes.ajouter(no, codes);
    return classes;
  }
}
