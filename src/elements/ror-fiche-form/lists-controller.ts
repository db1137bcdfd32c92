import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Lists, loadLists } from '../../controllers/surroundings.ts';
import { neededValueSets } from '../../engine/fiche/complete.ts';
import type { Field, FormSchema } from '../../engine/fiche/types.ts';
import type { Synonyme } from '../../nomenclature/associations.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import { synonymes, type Synonymes } from '../../nomenclature/synonymes.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';

/** The value sets of a form: first those that decide what is shown, then the long ones, when their field appears. */
export class ListsController implements ReactiveController {
  /** What is loaded so far; kept while more is loading, and when that fails. */
  lists: Lists | undefined;
  failed = false;
  readonly #host: ReactiveControllerHost;
  readonly #onLoad: () => void;
  #source: NomenclatureSource | undefined;
  /** Last call wins. */
  #call = 0;
  #loading = false;
  readonly #asked = new Set<ValueSetId>();
  #words: { readonly source: NomenclatureSource; readonly table: Synonymes | undefined } | undefined;

  constructor(host: ReactiveControllerHost, onLoad: () => void) {
    this.#host = host;
    this.#onLoad = onLoad;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Loads what the schema needs beside the lists of several codes, and these for the fields shown. */
  want(source: NomenclatureSource, schema: FormSchema, shown: readonly Field[]): void {
    if (source !== this.#source) {
      this.#source = source;
      this.#asked.clear();
      this.lists = undefined;
      this.failed = false;
    }
    const long = new Set(listsOf(schema.sections.flatMap(({ fields }) => fields)));
    const wanted = [...neededValueSets(schema).filter((id) => !long.has(id)), ...listsOf(shown)];
    const missing = wanted.filter((id) => !this.#asked.has(id));
    const none = !this.lists && !this.#loading;
    if ((missing.length > 0 || none) && !this.failed) void this.#load(missing);
  }

  /** The words of the trade for a list: asked for at the first search, which they widen when they come. */
  synonymes(id: Field['options']): readonly Synonyme[] | undefined {
    const source = this.#source;
    if (!source || !id || id.valueSet === 'GGD') return undefined;
    if (this.#words?.source !== source) {
      this.#words = { source, table: undefined };
      // Without them the search still answers by the labels; the next form asks again.
      synonymes(source).then((table) => {
        if (this.#source !== source) return;
        this.#words = { source, table };
        this.#host.requestUpdate();
      }, () => undefined);
    }
    return this.#words.table?.get(id.valueSet);
  }

  retry(): void {
    this.failed = false;
    this.#host.requestUpdate();
  }

  async #load(ids: readonly ValueSetId[]): Promise<void> {
    const source = this.#source;
    if (!source) return;
    for (const id of ids) this.#asked.add(id);
    const call = ++this.#call;
    this.#loading = true;
    try {
      const all = [...this.#asked];
      const { nomenclature, associations } = await loadLists(source, all, this.lists?.nomenclature);
      if (call !== this.#call) return;
      this.#loading = false;
      this.lists = { nomenclature, associations };
      this.#onLoad();
    } catch {
      if (call !== this.#call) return;
      this.#loading = false;
      this.#asked.clear();
      for (const id of this.lists?.nomenclature.ids ?? []) this.#asked.add(id);
      this.failed = true;
    }
    this.#host.requestUpdate();
  }
}

const listsOf = (fields: readonly Field[]): readonly ValueSetId[] => fields.flatMap(({ kind, options }) =>
  (kind === 'codes' && options && options.valueSet !== 'GGD' ? [options.valueSet] : []));
