import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { importAgain } from '../../nomenclature/import-again.ts';
import { type Lists, loadLists } from '../../controllers/surroundings.ts';
import type { Field } from '../../engine/fiche/types.ts';
import type { Synonyme } from '../../nomenclature/associations.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import type { Synonymes } from '../../nomenclature/synonymes.ts';
import type { ValueSet } from '../../nomenclature/value-set.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import { adopt } from '../../ui/adopt.ts';
import type { Longues } from './kinds/code-port.ts';

/** The form that the lists are for. */
interface Form {
  /** Lays the form out with what is there. */
  readonly surround: () => void;
  /** The value sets that it needs, laid out so. */
  readonly wanted: () => readonly ValueSetId[];
  /** Draws again, alone, the fields that these lists are for; false when that is not enough. */
  readonly arrived: (ids: readonly ValueSetId[]) => boolean;
  /** Fetches what searches a long list; from the package, unless told otherwise. */
  readonly longues?: () => Promise<Longues>;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The value sets of a form: first those that decide what is shown, then the long ones, when their field appears. */
export class ListsController implements ReactiveController {
  /** What is loaded so far; kept while more is loading, and when that fails. */
  lists: Lists | undefined;
  /** What searches a long list: never after the first of the lists, so that no field changes under the person. */
  longues: Longues | undefined;
  failed = false;
  readonly #host: Host;
  readonly #form: Form;
  /** The form was drawn with some lists: what comes from now on is drawn by itself. */
  #shown = false;
  #source: NomenclatureSource | undefined;
  /** Last call wins. */
  #call = 0;
  #loading = false;
  #waitedIn: string | undefined;
  readonly #asked = new Set<ValueSetId>();
  /** The source, each value set asked for once: fields of the form may want the same. */
  shared: NomenclatureSource | undefined;
  #words: { readonly source: NomenclatureSource; readonly table: Synonymes | undefined } | undefined;

  constructor(host: Host, form: Form) {
    this.#host = host;
    this.#form = form;
    host.addController(this);
  }

  /** Who is in a field whose list is on its way stays in it when the list comes. */
  hostUpdate(): void {
    this.#before();
  }

  hostUpdated(): void {
    this.#shown = this.lists !== undefined;
    this.#after();
  }

  #before(): void {
    this.#waitedIn = (this.#host.renderRoot as ShadowRoot | undefined)?.activeElement?.closest('.waiting')?.id;
  }

  #after(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    if (this.#waitedIn && !root.activeElement) root.getElementById(this.#waitedIn)?.focus();
  }

  /** Loads these value sets, but those that were asked for already. */
  want(source: NomenclatureSource, wanted: readonly ValueSetId[]): void {
    if (source !== this.#source) {
      this.#source = source;
      this.#asked.clear();
      this.shared = oncePerValueSet(source);
      this.lists = undefined;
      this.#shown = false;
      this.failed = false;
    }
    const missing = wanted.filter((id) => !this.#asked.has(id));
    const none = !this.lists && !this.#loading;
    if ((missing.length > 0 || none) && !this.failed) void this.#load(missing);
  }

  /** The words of the trade for a list: asked for at the first search, which they widen when they come. */
  synonymes(id: Field['options']): readonly Synonyme[] | undefined {
    const source = this.#source;
    if (!source || !this.longues || !id || id.valueSet === 'GGD') return undefined;
    if (this.#words?.source !== source) {
      this.#words = { source, table: undefined };
      // Without them the search still answers by the labels; the next form asks again.
      this.longues.synonymes(source).then((table) => {
        if (this.#source !== source) return;
        this.#words = { source, table };
        this.#host.requestUpdate();
      }, () => undefined);
    }
    return this.#words.table?.get(id.valueSet);
  }

  /** The lists of what the first ones let appear: when they are at hand, the form is drawn once, with them. @returns whether they were. */
  async #more(): Promise<boolean> {
    this.#form.surround();
    const more = this.#form.wanted().filter((id) => !this.#asked.has(id));
    return more.length > 0 && Promise.race([this.#load(more).then(() => true), new Promise<false>((resolve) => { setTimeout(() => { resolve(false); }); })]);
  }

  retry(): void {
    this.failed = false;
    this.#host.requestUpdate();
  }

  async #load(ids: readonly ValueSetId[]): Promise<void> {
    const source = this.shared;
    if (!source) return;
    for (const id of ids) this.#asked.add(id);
    const call = ++this.#call;
    this.#loading = true;
    try {
      const all = [...this.#asked];
      const [{ nomenclature, associations }, longues] = await Promise.all([loadLists(source, all, this.lists?.nomenclature), this.longues ?? importAgain(this.#form.longues ?? fetchLongues)]);
      if (call !== this.#call) return;
      this.longues = longues;
      adopt(this.#host.renderRoot, ...longues.styles);
      this.#loading = false;
      const first = !this.lists;
      this.lists = { nomenclature, associations };
      if (first && await this.#more()) return;
      if (!first && this.#shown) {
        this.#before();
        const drawn = this.#form.arrived(ids);
        this.#after();
        if (drawn) return;
      } else this.#form.surround();
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

const fetchLongues = (): Promise<Longues> => import('./kinds/longues.ts');

function oncePerValueSet(source: NomenclatureSource): NomenclatureSource {
  const asked = new Map<ValueSetId, Promise<ValueSet>>();
  return {
    association: (name) => source.association(name),
    valueSet(id) {
      const known = asked.get(id) ?? source.valueSet(id);
      asked.set(id, known);
      known.catch(() => asked.delete(id));
      return known;
    },
  };
}
