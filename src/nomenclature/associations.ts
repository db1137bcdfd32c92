import { list, readRows, type AssociationData, type AssociationName } from './association-data.ts';
import type { NomenclatureSource } from './load.ts';
import type { Nomenclature } from './nomenclature.ts';
import { usualCodes, type Link, type Profile } from './usual.ts';
import type { ValueSetId } from './value-set-ids.ts';

/** Levels of the tree in which a unit hangs: pôle, service, UF; or directly under the establishment. */
export type Niveaux = 'sanitaire' | 'medico-social' | 'ville';

/** What the project says of a type of offer (J238). Lists: the main value first. */
export interface TypeOffre {
  readonly code: string;
  readonly ggd: readonly string[];
  /** J20. */
  readonly champActivite: string;
  readonly domaines: readonly string[];
  readonly niveaux: Niveaux;
  /** J55; empty means "any", never a closed list. */
  readonly categoriesEG: readonly string[];
  /** J19. */
  readonly modes: readonly string[];
  /** J30; empty means: do not ask. */
  readonly temporalites: readonly string[];
  readonly nomParDefaut: string;
}

/** What a category of establishment (J55) is. */
export interface CategorieEG {
  /** Main first. */
  readonly ggd: readonly string[];
  readonly niveaux: Niveaux;
  /** Serves disabled persons: its dossiers go to the autorité de tutelle. */
  readonly handicap: boolean;
}

export interface Entry {
  readonly code: string;
  readonly label: string;
}

export interface Besoin extends Entry {
  readonly domaines: readonly string[];
}

export interface Territoire extends Entry {
  readonly departement: string;
}

/** Another word for a code, as people type it. One word may mean several codes. */
export interface Synonyme {
  readonly terme: string;
  readonly code: string;
}

/** The table that links the codes of each value set to domaines. */
const TABLES = {
  J17: 'activites', J16: 'actes', J35: 'specialisations', J33: 'competences', J18: 'equipements',
  J186: 'professions', J226: 'modalites', J29: 'publics',
} as const satisfies Partial<Record<ValueSetId, AssociationName>>;

type LinkedId = keyof typeof TABLES;

const isLinked = (id: ValueSetId): id is LinkedId => id in TABLES;

const NAMES: readonly AssociationName[] = [
  ...Object.values(TABLES), 'types-offre', 'domaines', 'ggd', 'besoins', 'filieres', 'territoires',
  'synonymes', 'mots-cles', 'categories-eg',
];

/** The tables to load for questions about these value sets: the long lists of codes only where they are asked. */
export function tablesFor(ids: Iterable<ValueSetId>): readonly AssociationName[] {
  return ['types-offre', 'ggd', 'besoins', 'mots-cles', 'categories-eg', ...[...ids].filter(isLinked).map((id) => TABLES[id])];
}

const TYPE_COLUMNS = ['code', 'ggd', 'champActivite', 'domaines', 'niveaux', 'categoriesEG', 'modes', 'temporalites', 'nomParDefaut'] as const;

/** An answer needs a table that was not loaded: a mistake of the program. */
export class AssociationNotLoadedError extends Error {
  override readonly name = 'AssociationNotLoadedError';
  readonly association: AssociationName;

  constructor(association: AssociationName) {
    super(`Association ${association} is not loaded: name it in Associations.load.`);
    this.association = association;
  }
}

/**
 * The project's own links between nomenclatures, without waiting. They order and flag: a code that
 * is absent from an answer stays selectable, and nothing may be refused because of them.
 */
export class Associations {
  readonly #tables: ReadonlyMap<AssociationName, AssociationData>;
  readonly #nomenclature: Nomenclature;
  readonly #answers = new Map<string, unknown>();

  /** @param nomenclature gives the labels that key words are looked for in. */
  constructor(tables: Iterable<readonly [AssociationName, AssociationData]>, nomenclature: Nomenclature) {
    this.#tables = new Map(tables);
    this.#nomenclature = nomenclature;
  }

  /** Loads the tables (all unless named). Rejects when one of them cannot be fetched. */
  static async load(source: NomenclatureSource, nomenclature: Nomenclature, names: Iterable<AssociationName> = NAMES): Promise<Associations> {
    return new Associations(await Promise.all([...new Set(names)].map(async (name) => [name, await source.association(name)] as const)), nomenclature);
  }

  /** The same tables over more value sets. */
  with(nomenclature: Nomenclature): Associations {
    return nomenclature === this.#nomenclature ? this : new Associations(this.#tables, nomenclature);
  }

  /** `undefined` for a type that has no row, as those of a newer edition. */
  typeOffre(code: string): TypeOffre | undefined {
    return this.#types().get(code);
  }

  /**
   * The codes of a value set that usually fit a type of offer, the likeliest first. Empty when nothing
   * is known: the value set is not linked to types, or the type has no row.
   * J19, J30, J20: the type's modes, temporalités, champ. The others: see `usual.ts`.
   * @throws {ValueSetNotLoadedError} when the labels of a linked value set are not loaded.
   */
  usual(valueSetId: ValueSetId, typeOffreCode: string): readonly string[] {
    const type = this.typeOffre(typeOffreCode);
    if (!type) return [];
    if (valueSetId === 'J19') return type.modes;
    if (valueSetId === 'J30') return type.temporalites;
    if (valueSetId === 'J20') return [type.champActivite];
    if (!isLinked(valueSetId)) return [];
    return this.#once(`usual ${valueSetId} ${typeOffreCode}`, () => {
      const profile: Profile = { domaines: type.domaines, champActivite: type.champActivite, motsCles: this.#motsCles().get(type.code) ?? [] };
      return usualCodes(profile, this.#links(valueSetId), this.#nomenclature.valueSet(valueSetId));
    });
  }

  /**
   * Types of offer (J238) of a discipline and of a need, in the order of the nomenclature, but first
   * those whose main category is `categorieEG`, then those that name it. The category never removes any.
   * A type without a row is in no answer: whoever lists types adds the rest of J238.
   */
  typesOffre(filter: { readonly ggd?: string; readonly besoin?: string; readonly categorieEG?: string } = {}): readonly string[] {
    const { ggd, besoin, categorieEG } = filter;
    const domaines = besoin === undefined ? undefined : this.besoins().find(({ code }) => code === besoin)?.domaines ?? [];
    const kept = [...this.#types().values()].filter((type) =>
      (ggd === undefined || type.ggd.includes(ggd)) && (domaines === undefined || type.domaines.some((domaine) => domaines.includes(domaine))));
    if (categorieEG === undefined) return kept.map(({ code }) => code);
    const rank = (type: TypeOffre) => {
      const place = type.categoriesEG.indexOf(categorieEG);
      return place === 0 ? 0 : place > 0 ? 1 : 2;
    };
    return kept.sort((a, b) => rank(a) - rank(b)).map(({ code }) => code);
  }

  /** Whether establishments of this category (J55) usually hold this type of offer (J238). */
  fitsCategorieEG(typeOffreCode: string, categorieEG: string): boolean {
    return this.typeOffre(typeOffreCode)?.categoriesEG.includes(categorieEG) ?? false;
  }

  /** `undefined` for a category of which nothing is known. */
  categorieEG(code: string): CategorieEG | undefined {
    return this.#once('categories', () => new Map(readRows(this.#table('categories-eg'), ['code', 'ggd', 'niveaux', 'handicap']).map(
      (row): [string, CategorieEG] => [row.code, { ggd: list(row.ggd), niveaux: row.niveaux as Niveaux, handicap: row.handicap === 'handicap' }],
    ))).get(code);
  }

  /** Grands groupes de disciplines: MCO, MSS, PSY, SLD, SMA, SSR, VIL. */
  ggds(): readonly Entry[] {
    return this.#once('ggd', () => readRows(this.#table('ggd'), ['code', 'label']));
  }

  /** The joining key of the other tables. */
  domaines(): readonly Entry[] {
    return this.#once('domaines', () => readRows(this.#table('domaines'), ['code', 'label']));
  }

  /** Catégories de besoins: each domaine but `transversal` is in exactly one. */
  besoins(): readonly Besoin[] {
    return this.#once('besoins', () => this.#grouped('besoins'));
  }

  filieres(): readonly Besoin[] {
    return this.#once('filieres', () => this.#grouped('filieres'));
  }

  /** The project's own list: one per département of Île-de-France. */
  territoires(): readonly Territoire[] {
    return this.#once('territoires', () => readRows(this.#table('territoires'), ['code', 'label', 'departement']));
  }

  /** Words that mean a code of this value set, in the order of the table. */
  synonymes(valueSetId: ValueSetId): readonly Synonyme[] {
    return this.#once(`synonymes ${valueSetId}`, () => readRows(this.#table('synonymes'), ['terme', 'valueSet', 'code'])
      .filter(({ valueSet }) => valueSet === valueSetId)
      .map(({ terme, code }) => ({ terme, code })));
  }

  #types(): ReadonlyMap<string, TypeOffre> {
    return this.#once('types', () => new Map(readRows(this.#table('types-offre'), TYPE_COLUMNS).map((row): [string, TypeOffre] => [row.code, {
      code: row.code,
      ggd: list(row.ggd),
      champActivite: row.champActivite,
      domaines: list(row.domaines),
      niveaux: row.niveaux as Niveaux,
      categoriesEG: list(row.categoriesEG),
      modes: list(row.modes),
      temporalites: list(row.temporalites),
      nomParDefaut: row.nomParDefaut,
    }])));
  }

  #motsCles(): ReadonlyMap<string, readonly string[]> {
    return this.#once('mots-cles', () => new Map(readRows(this.#table('mots-cles'), ['code', 'motsCles']).map(({ code, motsCles }) => [code, list(motsCles)])));
  }

  #links(valueSetId: LinkedId): readonly Link[] {
    return this.#once(`links ${valueSetId}`, () => {
      const data = this.#table(TABLES[valueSetId]);
      const champs = data.columns.includes('champs');
      return readRows(data, ['code', 'champs', 'domaines']).map((row) => ({
        code: row.code, domaines: list(row.domaines), ...(champs && { champs: list(row.champs) }),
      }));
    });
  }

  #grouped(name: 'besoins' | 'filieres'): readonly Besoin[] {
    return readRows(this.#table(name), ['code', 'label', 'domaines']).map((row) => ({ ...row, domaines: list(row.domaines) }));
  }

  #table(name: AssociationName): AssociationData {
    const data = this.#tables.get(name);
    if (!data) throw new AssociationNotLoadedError(name);
    return data;
  }

  /** Tables are read, and answers computed, when first asked for. */
  #once<Answer>(key: string, compute: () => Answer): Answer {
    if (!this.#answers.has(key)) this.#answers.set(key, compute());
    return this.#answers.get(key) as Answer;
  }
}
