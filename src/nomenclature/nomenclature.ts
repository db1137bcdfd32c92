import type { NomenclatureSource } from './load.ts';
import type { ValueSet } from './value-set.ts';
import type { ValueSetId } from './value-set-ids.ts';

/** A rule asked for a value set that nobody loaded: a mistake of the program, not of the person. */
export class ValueSetNotLoadedError extends Error {
  override readonly name = 'ValueSetNotLoadedError';
  readonly id: ValueSetId;

  constructor(id: ValueSetId) {
    super(`Value set ${id} is not loaded: name it in Nomenclature.load or with().`);
    this.id = id;
  }
}

/** The value sets loaded so far, as the pure engines see them: without waiting. Never changes. */
export class Nomenclature {
  readonly #source: NomenclatureSource | undefined;
  readonly #valueSets: ReadonlyMap<ValueSetId, ValueSet>;

  /** From value sets at hand; without a source, `with` can only give what is already there. */
  constructor(valueSets: Iterable<readonly [ValueSetId, ValueSet]> = [], source?: NomenclatureSource) {
    this.#valueSets = new Map(valueSets);
    this.#source = source;
  }

  /** Loads these value sets together. Rejects when one of them cannot be fetched. */
  static load(source: NomenclatureSource, ids: Iterable<ValueSetId>): Promise<Nomenclature> {
    return new Nomenclature([], source).with(ids);
  }

  /** The ids that are loaded. */
  get ids(): readonly ValueSetId[] {
    return [...this.#valueSets.keys()];
  }

  has(id: ValueSetId): boolean {
    return this.#valueSets.has(id);
  }

  /** @throws {ValueSetNotLoadedError} */
  valueSet(id: ValueSetId): ValueSet {
    const valueSet = this.#valueSets.get(id);
    if (!valueSet) throw new ValueSetNotLoadedError(id);
    return valueSet;
  }

  /** A view that holds these value sets too; the same view when nothing was missing. */
  async with(ids: Iterable<ValueSetId>): Promise<Nomenclature> {
    const missing = [...new Set(ids)].filter((id) => !this.has(id));
    if (missing.length === 0) return this;
    const source = this.#source;
    const loaded = await Promise.all(missing.map(async (id) => {
      if (!source) throw new ValueSetNotLoadedError(id);
      return [id, await source.valueSet(id)] as const;
    }));
    return new Nomenclature([...this.#valueSets, ...loaded], source);
  }
}
