import { list, readRows, type AssociationData } from './association-data.ts';
import { words } from './text.ts';
import { WordIndex } from './word-index.ts';

/** A commune of Île-de-France, or an arrondissement of Paris (75101 to 75120). */
export interface Commune {
  /** INSEE code (COG), five characters. */
  readonly code: string;
  readonly nom: string;
  /** INSEE code of the département: never derived from a postal code. */
  readonly departement: string;
  /** One commune may have several, and one postal code may serve several communes. */
  readonly codesPostaux: readonly string[];
  /** Centroid, degrees WGS84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
}

const COLUMNS = ['code', 'nom', 'departement', 'codesPostaux', 'latitude', 'longitude', 'population'] as const;

/** What people write for the words of a commune's name. */
const SHORTENED: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', sts: 'saints' };

/** The gazetteer: communes by code, by postal code, by the beginning of words. */
export class Communes {
  /** In the order of the INSEE codes. */
  readonly all: readonly Commune[];
  readonly #byCode: ReadonlyMap<string, Commune>;
  readonly #byCodePostal = new Map<string, Commune[]>();
  #index: WordIndex | undefined;

  constructor(data: AssociationData) {
    this.all = readRows(data, COLUMNS).map((row) => ({
      code: row.code,
      nom: row.nom,
      departement: row.departement,
      codesPostaux: list(row.codesPostaux),
      latitude: Number(row.latitude),
      longitude: Number(row.longitude),
      population: Number(row.population),
    }));
    this.#byCode = new Map(this.all.map((commune) => [commune.code, commune]));
    for (const commune of this.all) {
      for (const codePostal of commune.codesPostaux) {
        const served = this.#byCodePostal.get(codePostal);
        if (served) served.push(commune);
        else this.#byCodePostal.set(codePostal, [commune]);
      }
    }
  }

  get size(): number {
    return this.all.length;
  }

  /** By INSEE code. */
  get(code: string): Commune | undefined {
    return this.#byCode.get(code);
  }

  /** Every commune that this postal code serves, in the order of the INSEE codes; empty when none. */
  parCodePostal(codePostal: string): readonly Commune[] {
    return this.#byCodePostal.get(codePostal) ?? [];
  }

  /**
   * By the beginning of the words of the name (`st` also means `saint`), or, when the text is digits,
   * by the beginning of a postal code or the INSEE code. Better hits first, then INSEE order.
   */
  search(text: string, options: { readonly limit?: number } = {}): readonly Commune[] {
    const limit = options.limit ?? Number.POSITIVE_INFINITY;
    const digits = text.replace(/\s/g, '');
    if (/^\d+$/.test(digits)) {
      return this.all
        .filter((commune) => commune.code === digits || commune.codesPostaux.some((code) => code.startsWith(digits)))
        .slice(0, limit);
    }
    this.#index ??= new WordIndex(this.all.map((commune) => commune.nom));
    const query = words(text).map((word) => SHORTENED[word] ?? word).join(' ');
    return this.#index.search(query, limit).flatMap((place) => this.all[place] ?? []);
  }
}

let loading: Promise<Communes> | undefined;

/** The communes of Île-de-France, fetched once, and again only if that failed. */
export function loadCommunes(): Promise<Communes> {
  loading ??= import('./data/communes-idf.json').then(({ default: data }) => new Communes(data), (reason: unknown) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}
