import { WordIndex } from './word-index.ts';

/** One code of a value set. */
export interface Concept {
  /** As published, a text (`0001`). In J186 `system|code`, since 33 codes occur in two systems. */
  readonly code: string;
  /** The official French label, unchanged. */
  readonly label: string;
  /** Id of the code system (TRE), e.g. `TRE_R211-ActiviteOperationnelle`; its URL is in `ValueSet.systems`. */
  readonly system?: string;
  readonly definition?: string;
  /** No longer in the edition: shown where it is stored, not offered any more. */
  readonly retired?: true;
  /** Of a retired code: the last edition (YYYY-MM-DD) in which it was seen. */
  readonly lastEdition?: string;
  /** Families (J51 codes) of an activity of J17, from ASS_A14; médico-social only. */
  readonly familles?: readonly string[];
  /** What else the source says of the code (département: `region`, `chefLieu`, `zone`). */
  readonly properties?: Readonly<Record<string, string>>;
}

export interface CodeSystem {
  readonly id: string;
  readonly url: string;
  readonly oid?: string;
}

/** Where the codes were read: repository, path and commit of the terminology, or the package. */
export interface ValueSetSource {
  readonly repo: string;
  readonly path?: string;
  readonly commit?: string;
  readonly npm?: string;
  readonly version?: string;
  readonly underlying?: string;
}

/** Some codes seen added or relabelled in a newer edition that was not read whole. Information only. */
export interface LaterEdition {
  readonly source: string;
  readonly note: string;
  /** Rows of [code, label]. */
  readonly concepts: readonly (readonly string[])[];
}

/** The shape of `data/<id>.json`: one row of texts per concept, in the order of `columns`. */
export interface ValueSetData {
  readonly id: string;
  readonly officialId: string;
  readonly name: string;
  readonly edition: string;
  readonly version?: string;
  readonly url?: string;
  readonly source: ValueSetSource;
  readonly licence: string;
  readonly note?: string;
  readonly systems: readonly CodeSystem[];
  readonly columns: readonly string[];
  readonly concepts: readonly (readonly string[])[];
  /** Rows of [code, label, last edition]. */
  readonly retired?: readonly (readonly string[])[];
  /** Code → the code that takes its place, when the source says so. */
  readonly replacedBy?: Readonly<Record<string, string>>;
  readonly laterEdition?: LaterEdition;
  /** The codes are a part of the official ones, or none of them: a code that is not here may be right. */
  readonly open?: boolean;
}

/** What can always be shown of a code, whatever became of it. */
export interface CodeDescription {
  readonly code: string;
  /** The label; the code itself when it is unknown. */
  readonly label: string;
  readonly status: 'selectable' | 'retired' | 'unknown';
}

/** One edition of a value set: look-up by code, search by words, in the official order. */
export class ValueSet {
  /** Short id, e.g. `J17`. */
  readonly id: string;
  /** Official id, e.g. `JDV_J17_ActiviteOperationnelle_ROR`. */
  readonly officialId: string;
  /** French name. */
  readonly name: string;
  /** Day of the edition, YYYY-MM-DD. */
  readonly edition: string;
  /** Version as published, e.g. `20260629120000`. */
  readonly version: string | undefined;
  /** Canonical FHIR URL. */
  readonly url: string | undefined;
  readonly source: ValueSetSource;
  readonly licence: string;
  readonly note: string | undefined;
  readonly systems: readonly CodeSystem[];
  readonly laterEdition: LaterEdition | undefined;
  /** The codes are a part of the official ones, or none of them: a code that is not here may be right. */
  readonly open: boolean;
  /** The selectable concepts, in the official order; retired ones are not among them. */
  readonly concepts: readonly Concept[];
  /** Codes that left, with the words they had. */
  readonly retired: readonly Concept[];
  /** Code → the code that takes its place, as the source declares it. */
  readonly replacedBy: Readonly<Record<string, string>>;

  readonly #byCode: ReadonlyMap<string, Concept>;
  #index: WordIndex | undefined;

  constructor(data: ValueSetData) {
    this.id = data.id;
    this.officialId = data.officialId;
    this.name = data.name;
    this.edition = data.edition;
    this.version = data.version;
    this.url = data.url;
    this.source = data.source;
    this.licence = data.licence;
    this.note = data.note;
    this.systems = data.systems;
    this.laterEdition = data.laterEdition;
    this.open = data.open ?? false;
    this.concepts = data.concepts.map((row) => readConcept(data, row));
    this.retired = (data.retired ?? []).map((row) => readRetired(data, row));
    this.replacedBy = data.replacedBy ?? {};
    this.#byCode = new Map([...this.retired, ...this.concepts].map((concept) => [concept.code, concept]));
  }

  /** How many codes can be selected. */
  get size(): number {
    return this.concepts.length;
  }

  /** The concept, retired ones included; `undefined` when the code is unknown. O(1). */
  get(code: string): Concept | undefined {
    return this.#byCode.get(code);
  }

  /** What to show for a stored code. Never fails: an unknown code is its own label, and says so, unless the set is open. O(1). */
  describe(code: string): CodeDescription {
    const concept = this.#byCode.get(code);
    if (!concept) return { code, label: code, status: this.open ? 'selectable' : 'unknown' };
    return { code, label: concept.label, status: concept.retired ? 'retired' : 'selectable' };
  }

  /** Whether the code may be chosen now. O(1). */
  isSelectable(code: string): boolean {
    return this.describe(code).status === 'selectable';
  }

  /**
   * Selectable concepts of which every word of `text` begins some word of the label, ignoring case
   * and accents; the better hits first (see `WordIndex.search`). Without any word: all of them, in
   * the official order. The index is built at the first search.
   */
  search(text: string, options: { readonly limit?: number } = {}): readonly Concept[] {
    this.#index ??= new WordIndex(this.concepts.map((concept) => concept.label));
    return this.#index.search(text, options.limit).flatMap((place) => this.concepts[place] ?? []);
  }
}

function readConcept(data: ValueSetData, row: readonly string[]): Concept {
  const cells = new Map(data.columns.map((column, at) => [column, row[at] ?? '']));
  const take = (column: string): string => {
    const cell = cells.get(column) ?? '';
    cells.delete(column);
    return cell;
  };
  const code = take('code');
  const label = take('label');
  const system = take('system') || systemOf(data, code);
  const definition = take('definition');
  const familles = take('familles');
  const properties = Object.fromEntries([...cells].filter(([, cell]) => cell !== ''));
  return {
    code,
    label,
    ...(system && { system }),
    ...(definition && { definition }),
    ...(familles && { familles: familles.split(';') }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

function readRetired(data: ValueSetData, [code = '', label = code, lastEdition]: readonly string[]): Concept {
  const system = systemOf(data, code);
  return { code, label, retired: true, ...(system && { system }), ...(lastEdition && { lastEdition }) };
}

/** `system|code` says its system; else the only system of the value set; else nothing is known. */
function systemOf(data: ValueSetData, code: string): string | undefined {
  const bar = code.indexOf('|');
  if (bar > 0) return code.slice(0, bar);
  return data.systems.length === 1 ? data.systems[0]?.id : undefined;
}
