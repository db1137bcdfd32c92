import { dayOf, isObject, list, own, systemId, text } from './foreign-json.ts';
import { Problems, type ImportProblem } from './import-problem.ts';
import { readCodeSystem, readFhirValueSet, readListed, readRows, type RawConcept } from './import-readers.ts';
import { isValueSetId } from './value-set-ids.ts';
import type { CodeSystem, LaterEdition, ValueSetData, ValueSetSource } from './value-set.ts';

/** An edition that a host brought: data for `new ValueSet(…)`, with the successors that its codes declare. */
export type EditionData = ValueSetData;

export interface ImportOptions {
  /** Short id (`J19`) when the file does not say it well enough. */
  readonly id?: string;
  /** Where the file comes from, when it does not say. */
  readonly source?: ValueSetSource;
  readonly licence?: string;
  /** FHIR CodeSystems (parsed JSON) for value sets that take a whole system, or give codes without labels. */
  readonly codeSystems?: readonly unknown[];
}

export interface Imported {
  /** Absent when no code at all could be read. */
  readonly data?: EditionData;
  /** What could not be read, item by item; the rest is in `data`. */
  readonly problems: readonly ImportProblem[];
}

const LONGEST = 5_000;
/** The official value sets whose codes repeat across their systems, stored as `system|code`. */
const QUALIFIED = 'J186';

/**
 * Reads one edition of a value set from parsed JSON: a FHIR R4 `ValueSet` (expansion or compose) or
 * `CodeSystem`, the files of the project (`concepts` with `code` and `display`), or the compact form of
 * `data/`. Never throws, whatever is given: faults are listed and the rest is kept. Inactive concepts
 * are kept as retired.
 */
export function importValueSet(json: unknown, options: ImportOptions = {}): Imported {
  const problems = new Problems();
  const kind = kindOf(json);
  if (!kind) return { problems: [{ path: '', code: 'not-readable' }] };
  const edition = dayOf(text(json, 'date')) ?? dayOf(text(json, 'edition')) ?? dayOf(text(json, 'version')) ?? yearOf(json);
  const declared = list(json, 'systems').flatMap((one) => { const url = text(one, 'url'); return url === undefined ? [] : [{ id: text(one, 'id') ?? systemId(url), url, oid: text(one, 'oid') }]; });
  const raw = read(kind, json, edition, declared, options, problems);
  if (edition === undefined) problems.add('', 'no-edition');
  const head = headOf(json, options, problems);
  const table = new Table(head.id, declared, problems, raw);
  if (raw.length === 0) problems.add('', 'no-concepts');
  if (table.size === 0) return { problems: problems.found };
  const later = laterOf(json);
  return { data: { ...head, edition: edition ?? '', ...table.data(), ...(later && { laterEdition: later }) }, problems: problems.found };
}

/** The geographic code has no date but a year (`millésime 2026`): its edition is 1 January. */
const yearOf = (json: unknown): string | undefined => dayOf(/millésime (\d{4})/.exec(text(own(json, 'source'), 'version') ?? '')?.[1]);

type Kind = 'ValueSet' | 'CodeSystem' | 'listed' | 'rows';

function kindOf(json: unknown): Kind | undefined {
  if (!isObject(json)) return undefined;
  const type = own(json, 'resourceType');
  if (type === 'ValueSet' || type === 'CodeSystem') return type;
  if (type !== undefined || !Array.isArray(own(json, 'concepts'))) return undefined;
  return Array.isArray(own(json, 'columns')) ? 'rows' : 'listed';
}

function read(kind: Kind, json: unknown, edition: string | undefined, declared: readonly Declared[], options: ImportOptions, problems: Problems): readonly RawConcept[] {
  if (kind === 'CodeSystem') return readCodeSystem(json, edition, problems);
  if (kind === 'listed') return readListed(json, problems);
  if (kind === 'rows') return readRows(json, new Map(declared.map(({ id, url }) => [id, url])), problems);
  const codeSystems = new Map((options.codeSystems ?? []).flatMap((one) => { const url = text(one, 'url'); return url === undefined ? [] : [[url, one] as const]; }));
  return readFhirValueSet(json, edition, codeSystems, problems);
}

function headOf(json: unknown, { id, source, licence }: ImportOptions, problems: Problems) {
  const names = [text(json, 'officialId'), text(json, 'name'), text(json, 'id'), text(json, 'url') ?? text(json, 'valueSetUrl')];
  const officialId = names.find((name) => name !== undefined && /^(JDV|TRE|ASS|COG)[_-]/.test(name)) ?? text(json, 'id') ?? text(json, 'name') ?? '';
  const short = id ?? names.map((name) => /(?:^|\/)(?:JDV|ASS)[_-]([A-Z]\d+)[_-]/.exec(name ?? '')?.[1]).find((found) => found !== undefined) ?? (text(json, 'id') || officialId);
  if (short === '') problems.add('', 'no-id');
  const version = text(json, 'version');
  const url = text(json, 'resourceType') ? text(json, 'url') : text(json, 'valueSetUrl') ?? text(json, 'url');
  const note = text(json, 'note');
  return {
    id: short, officialId: officialId || short, name: text(json, 'title') ?? text(json, 'name') ?? short,
    ...(version && { version }), ...(url && { url }),
    source: source ?? sourceOf(json, url), licence: licence ?? text(json, 'copyright') ?? text(json, 'licence') ?? '', ...(note && { note }),
  };
}

function sourceOf(json: unknown, url: string | undefined): ValueSetSource {
  const said = own(json, 'source');
  const rest = ['path', 'commit', 'npm', 'version', 'underlying'].flatMap((key) => { const value = text(said, key); return value === undefined ? [] : [[key, value] as const]; });
  return { repo: text(said, 'repo') ?? text(json, 'publisher') ?? url ?? '', ...Object.fromEntries<string>(rest) };
}

/** The project's note of codes seen in a later edition; FHIR has none. */
function laterOf(json: unknown): LaterEdition | undefined {
  const said = own(json, 'laterEdition');
  const concepts = list(said, 'concepts').flatMap((one) => {
    const [code, label] = Array.isArray(one) ? (one as readonly unknown[]) : [own(one, 'code'), own(one, 'display')];
    return typeof code === 'string' && typeof label === 'string' ? [[code, label]] : [];
  });
  return concepts.length === 0 ? undefined : { source: text(said, 'source') ?? '', note: text(said, 'note') ?? '', concepts };
}

interface Declared extends Omit<CodeSystem, 'oid'> { readonly oid: string | undefined }

/** Concepts turned into rows of texts. */
class Table {
  readonly #systems = new Map<string, CodeSystem>();
  readonly #rows = new Map<string, Readonly<Record<string, string>>>();
  readonly #retired = new Map<string, readonly string[]>();
  readonly #replacedBy = new Map<string, string>();
  readonly #problems: Problems;

  constructor(id: string, declared: readonly Declared[], problems: Problems, raw: readonly RawConcept[]) {
    this.#problems = problems;
    for (const { id: system, url, oid } of declared) this.#systems.set(url, { id: system, url, ...(oid && { oid }) });
    for (const { system } of raw) if (system !== undefined && !this.#systems.has(system)) this.#systems.set(system, { id: this.#freeId(system), url: system });
    const qualified = id === QUALIFIED || (!isValueSetId(id) && repeats(raw));
    for (const concept of raw) this.#add(concept, qualified);
  }

  get size(): number {
    return this.#rows.size + this.#retired.size;
  }

  data(): Pick<EditionData, 'systems' | 'columns' | 'concepts' | 'retired' | 'replacedBy'> {
    const rows = [...this.#rows.values()];
    const used = new Set(rows.flatMap((row) => Object.keys(row)));
    const first = ['code', 'label', 'system', 'definition', 'familles'].filter((column) => column === 'code' || column === 'label' || used.has(column));
    const columns = [...first, ...[...used].filter((column) => !first.includes(column))];
    return {
      systems: [...this.#systems.values()], columns, concepts: rows.map((row) => trimmed(columns.map((column) => own(row, column) as string | undefined ?? ''))),
      ...(this.#retired.size > 0 && { retired: [...this.#retired.values()] }),
      ...(this.#replacedBy.size > 0 && { replacedBy: Object.fromEntries(this.#replacedBy) }),
    };
  }

  #add({ path, code: given, label, system: url, definition, retired, until, replacedBy, extra }: RawConcept, qualified: boolean): void {
    const bare = typeof given === 'string' ? given.trim() : '';
    if (bare === '' || bare.length > 300) return this.#problems.add(path, 'code-missing', given);
    const system = url === undefined ? undefined : this.#systems.get(url)?.id;
    if (system === undefined && this.#systems.size > 1 && !retired) this.#problems.add(path, 'system-missing', bare);
    const code = qualified && system !== undefined ? `${system}|${bare}` : bare;
    if (this.#rows.has(code) || this.#retired.has(code)) return this.#problems.add(path, 'duplicate-code', code);
    if (label === undefined) this.#problems.add(path, 'label-missing', code);
    const shown = this.#short(path, label ?? code);
    if (replacedBy !== undefined) this.#replacedBy.set(code, qualified && system !== undefined && !replacedBy.includes('|') ? `${system}|${replacedBy}` : replacedBy);
    if (retired) this.#retired.set(code, until === undefined ? [code, shown] : [code, shown, until]);
    else this.#rows.set(code, {
      ...extra, code, label: shown, ...(!qualified && system !== undefined && this.#systems.size > 1 && { system }),
      ...(definition && { definition: this.#short(path, definition) }),
    });
  }

  #short(path: string, words: string): string {
    if (words.length <= LONGEST) return words;
    this.#problems.add(path, 'text-too-long');
    return words.slice(0, LONGEST);
  }

  #freeId(url: string): string {
    const id = systemId(url);
    return [...this.#systems.values()].some((system) => system.id === id) ? url : id;
  }
}

/** Whether one code stands in two systems. */
function repeats(raw: readonly RawConcept[]): boolean {
  const systems = new Map<unknown, string | undefined>();
  return raw.some(({ code, system }) => {
    if (systems.has(code) && systems.get(code) !== system) return true;
    systems.set(code, system);
    return false;
  });
}

function trimmed(cells: string[]): string[] {
  while (cells.length > 2 && cells.at(-1) === '') cells.pop();
  return cells;
}
