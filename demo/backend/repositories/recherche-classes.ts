import type { Facette } from '../../../src/engine/recherche/champs.ts';
import type { Requeteur } from '../database/database.ts';
import { estListe, NOMS_FACETTES } from './recherche-conditions.ts';

/** Offers of one combination: those that answer, those of them open, those with places (each without the other choice). */
export interface SommeDeClasse {
  readonly classe: string;
  readonly n: number;
  readonly ouverts: number;
  readonly libres: number;
}

export interface Comptes {
  readonly ouverts: number;
  readonly avecPlaces: number;
  readonly facettes: Readonly<Partial<Record<Facette, readonly { readonly code: string; readonly nombre: number }[]>>>;
}

/** More than any region has; beyond it, what is known is read again. */
const LE_PLUS = 300_000;

type Classe = readonly (readonly string[])[];

/**
 * The combinations of facets that were read, kept: the number of one is the hash of what it says, which never changes,
 * so nothing can be out of date. Counting them here takes a few milliseconds where the database took a scan a facet.
 */
export class ClassesConnues {
  readonly #classes = new Map<string, Classe>();
  /** One object for the same codes, however many combinations have them. */
  readonly #codes = new Map<string, readonly string[]>();

  async lire(tx: Requeteur, nos: readonly string[]): Promise<void> {
    const inconnues = nos.filter((no) => !this.#classes.has(no));
    if (inconnues.length === 0) return;
    if (this.#classes.size + inconnues.length > LE_PLUS) {
      this.#classes.clear();
      await this.#charger(tx, nos);
    } else await this.#charger(tx, inconnues);
  }

  async #charger(tx: Requeteur, nos: readonly string[]): Promise<void> {
    const colonnes = NOMS_FACETTES.map((facette) => (estListe(facette) ? `to_jsonb(c.${facette})` : `to_jsonb(array_remove(array[c.${facette}], null))`));
    const rows = await tx.query<{ no: string; codes: Classe }>(
      `select c.no::text as no, jsonb_build_array(${colonnes.join(', ')}) as codes from unnest($1::bigint[]) v (no) join recherche_classe c on c.no = v.no`, [nos]);
    for (const { no, codes } of rows) this.#classes.set(no, codes.map((liste) => this.#unique(liste)));
  }

  #unique(liste: readonly string[]): readonly string[] {
    const cle = liste.join('\n');
    const connue = this.#codes.get(cle);
    if (connue) return connue;
    this.#codes.set(cle, liste);
    return liste;
  }

  /**
   * REC-2: each facet counted without its own choices and with all the others.
   * @param choisies the codes asked of each facet; an empty list is met by nothing.
   */
  compter(sommes: readonly SommeDeClasse[], choisies: Readonly<Partial<Record<Facette, readonly string[]>>>, comptees: readonly Facette[]): Comptes {
    const choix = NOMS_FACETTES.flatMap((facette, rang) => (choisies[facette] ? [{ rang, codes: new Set(choisies[facette]) }] : []));
    const totaux = NOMS_FACETTES.map(() => new Map<string, number>());
    const voulues = comptees.map((facette) => NOMS_FACETTES.indexOf(facette));
    let ouverts = 0;
    let avecPlaces = 0;
    for (const somme of sommes) {
      const classe = this.#classes.get(somme.classe);
      if (!classe) continue;
      const manquees = choix.filter(({ rang, codes }) => !classe[rang]?.some((code) => codes.has(code)));
      if (manquees.length > 1) continue;
      const seule = manquees[0]?.rang;
      if (seule === undefined) {
        ouverts += somme.ouverts;
        avecPlaces += somme.libres;
      }
      if (somme.n === 0) continue;
      for (const rang of voulues) {
        if (seule !== undefined && seule !== rang) continue;
        const total = totaux[rang];
        for (const code of classe[rang] ?? []) total?.set(code, (total.get(code) ?? 0) + somme.n);
      }
    }
    const valeurs = (facette: Facette) => [...totaux[NOMS_FACETTES.indexOf(facette)] ?? []]
      .map(([code, nombre]) => ({ code, nombre })).sort((a, b) => b.nombre - a.nombre || (a.code < b.code ? -1 : 1));
    return { ouverts, avecPlaces, facettes: Object.fromEntries(comptees.map((facette) => [facette, valeurs(facette)])) };
  }
}

/** As the statement writes them: `no n ouverts libres`, one after another. */
export function lireSommes(texte: string | null): readonly SommeDeClasse[] {
  if (!texte) return [];
  return texte.split(',').map((ligne) => {
    const [classe = '', n, ouverts, libres] = ligne.split(' ');
    return { classe, n: Number(n), ouverts: Number(ouverts), libres: Number(libres) };
  });
}
