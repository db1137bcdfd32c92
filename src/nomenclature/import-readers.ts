import { dayOf, isObject, list, own, text } from './foreign-json.ts';
import type { Problems } from './import-problem.ts';

/** A concept as read, before it becomes a row. */
export interface RawConcept {
  readonly path: string;
  readonly code: unknown;
  readonly label: string | undefined;
  readonly system: string | undefined;
  readonly definition?: string | undefined;
  readonly retired?: boolean;
  /** Last day of a retired code, when the file says it. */
  readonly until?: string | undefined;
  readonly replacedBy?: string | undefined;
  /** Other columns: families, and what else the project's own files say. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** Beyond, a file is an attack or a mistake: the largest value set has 1,305 codes. */
const MOST = 100_000;
const DEPTH = 40;
const REPLACED_BY = ['replacedBy', 'replaced-by', 'successor', 'replacement', 'remplacePar'];
const DEPRECATED = 'http://hl7.org/fhir/StructureDefinition/valueset-deprecated';
const DEFINITION = 'http://hl7.org/fhir/StructureDefinition/valueset-concept-definition';

/** Every element of a list and of the lists under it (`key`), in their order, without recursion: depth and number are bounded. */
function* walk(roots: readonly unknown[], path: string, key: string, problems: Problems): Generator<readonly [item: unknown, path: string]> {
  const waiting = [{ items: roots, at: 0, path }];
  for (let seen = 0; waiting.length > 0;) {
    const level = waiting.at(-1);
    if (!level || level.at >= level.items.length) { waiting.pop(); continue; }
    if (++seen > MOST) return problems.add(`${level.path}.${level.at}`, 'too-many');
    const item = level.items[level.at];
    const here = `${level.path}.${level.at++}`;
    yield [item, here];
    const under = list(item, key);
    if (under.length === 0) continue;
    if (waiting.length > DEPTH) problems.add(here, 'too-deep');
    else waiting.push({ items: under, at: 0, path: `${here}.${key}` });
  }
}

/** The concepts of a FHIR R4 CodeSystem; those it marks inactive, retired or ended before `edition` are retired. */
export function readCodeSystem(json: unknown, edition: string | undefined, problems: Problems): RawConcept[] {
  const system = text(json, 'url');
  return [...walk(list(json, 'concept'), 'concept', 'concept', problems)].flatMap(([item, path]) => {
    const marks = readProperties(item, edition);
    if (marks.abstract) { problems.add(path, 'abstract', own(item, 'code')); return []; }
    return [{ path, code: own(item, 'code'), label: text(item, 'display'), system, definition: text(item, 'definition'), ...marks }];
  });
}

/**
 * The concepts of a FHIR R4 ValueSet: its expansion when it has one, else its `compose`. A system that
 * it takes whole is read from `codeSystems` (by URL); a filter or another value set can't be, and is reported.
 */
export function readFhirValueSet(json: unknown, edition: string | undefined, codeSystems: ReadonlyMap<string, unknown>, problems: Problems): RawConcept[] {
  const contained = list(own(json, 'expansion'), 'contains');
  if (contained.length > 0) {
    return [...walk(contained, 'expansion.contains', 'contains', problems)].flatMap(([item, path]) => {
      const { abstract, ...marks } = readProperties(item, edition);
      if (abstract || own(item, 'abstract') === true) { problems.add(path, 'abstract', own(item, 'code')); return []; }
      const retired = marks.retired || own(item, 'inactive') === true;
      return [{ path, code: own(item, 'code'), label: text(item, 'display'), system: text(item, 'system'), ...marks, retired }];
    });
  }
  const compose = own(json, 'compose');
  const excluded = new Set(list(compose, 'exclude').flatMap((part, at) => readPart(part, `compose.exclude.${at}`, edition, codeSystems, problems))
    .map(({ system, code }) => `${system ?? ''}|${String(code)}`));
  return list(compose, 'include').flatMap((part, at) => readPart(part, `compose.include.${at}`, edition, codeSystems, problems))
    .filter(({ system, code }) => !excluded.has(`${system ?? ''}|${String(code)}`));
}

function readPart(part: unknown, path: string, edition: string | undefined, codeSystems: ReadonlyMap<string, unknown>, problems: Problems): RawConcept[] {
  const system = text(part, 'system');
  const whole = system === undefined ? undefined : codeSystems.get(system);
  const listed = list(part, 'concept');
  if (list(part, 'filter').length > 0 || list(part, 'valueSet').length > 0) problems.add(path, 'codes-not-listed', system);
  else if (listed.length === 0 && whole === undefined) problems.add(path, 'codes-not-listed', system);
  else if (listed.length === 0) return readCodeSystem(whole, edition, problems);
  if (listed.length === 0) return [];
  const known = new Map(whole === undefined ? [] : readCodeSystem(whole, edition, problems).map((concept) => [concept.code, concept] as const));
  return [...walk(listed, `${path}.concept`, '', problems)].map(([item, at]) => {
    const code = own(item, 'code');
    const from = known.get(code);
    const retired = extension(item, DEPRECATED)?.['valueBoolean'] === true || from?.retired === true;
    return {
      ...from, path: at, code, system, retired, label: text(item, 'display') ?? from?.label,
      definition: text(extension(item, DEFINITION), 'valueString') ?? from?.definition,
    };
  });
}

const extension = (item: unknown, url: string) => list(item, 'extension').filter(isObject).find((one) => own(one, 'url') === url);

/** What the properties of a concept say of its life. The clock is the edition's own day. */
function readProperties(item: unknown, edition: string | undefined) {
  const values = new Map(list(item, 'property').map((property) => [own(property, 'code'), valueOf(property)]));
  const end = dayOf(asText(values.get('dateFin') ?? values.get('deprecationDate') ?? values.get('retirementDate')));
  const ended = end !== undefined && edition !== undefined && end <= edition;
  const status = asText(values.get('status'));
  const retired = ended || yes(values.get('inactive')) || status === 'retired' || status === 'deprecated' || status === 'inactive';
  const replacedBy = REPLACED_BY.map((name) => asText(values.get(name))).find((code) => code !== undefined);
  return { abstract: yes(values.get('notSelectable')) || yes(values.get('abstract')), retired, until: end, replacedBy };
}

const asText = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
const yes = (value: unknown): boolean => value === true || value === 'true';

function valueOf(property: unknown): unknown {
  if (!isObject(property)) return undefined;
  return ['valueCode', 'valueString', 'valueBoolean', 'valueDateTime'].map((key) => own(property, key)).find((value) => value !== undefined)
    ?? own(own(property, 'valueCoding'), 'code');
}

const KNOWN_KEYS = new Set(['code', 'display', 'label', 'system', 'systemOid', 'definition', 'retired', 'inactive', ...REPLACED_BY]);
const COLUMN = /^[A-Za-z][\w-]{0,63}$/;

/** The concepts of the project's own reading: `concepts: [{ code, display, system, definition?, familles?, … }]`. */
export function readListed(json: unknown, problems: Problems): RawConcept[] {
  return [...walk(list(json, 'concepts'), 'concepts', '', problems)].map(([item, path]) => ({
    path, code: own(item, 'code'), label: text(item, 'display') ?? text(item, 'label'), system: text(item, 'system'), definition: text(item, 'definition'),
    retired: own(item, 'retired') === true || own(item, 'inactive') === true,
    replacedBy: REPLACED_BY.map((name) => text(item, name)).find((code) => code !== undefined),
    extra: Object.fromEntries((isObject(item) ? Object.keys(item) : []).filter((key) => !KNOWN_KEYS.has(key) && COLUMN.test(key)).slice(0, 20)
      .flatMap((key) => { const cell = cellOf(own(item, key)); return cell === undefined ? [] : [[key, cell]]; })),
  }));
}

/** The concepts of the compact form (`ValueSetData`): rows of texts in the order of `columns`, then the retired ones. */
export function readRows(json: unknown, systems: ReadonlyMap<string, string>, problems: Problems): RawConcept[] {
  const columns = list(json, 'columns').map((column) => (typeof column === 'string' ? column : ''));
  const rows = [...walk(list(json, 'concepts'), 'concepts', '', problems)].map(([row, path]) => {
    const cells = Object.fromEntries(columns.map((column, at) => [column, cellOf(Array.isArray(row) ? row[at] : undefined) ?? '']));
    // A number has lost its leading zeros: only a text is a code.
    const { bare, system } = unqualify(Array.isArray(row) ? row[columns.indexOf('code')] : undefined, own(cells, 'system'), systems);
    return {
      path, code: bare, system, label: text(cells, 'label'), definition: text(cells, 'definition'), replacedBy: text(cells, 'replacedBy'),
      extra: Object.fromEntries(Object.entries(cells).filter(([key, cell]) => cell !== '' && !KNOWN_KEYS.has(key) && COLUMN.test(key))),
    };
  });
  const retired = [...walk(list(json, 'retired'), 'retired', '', problems)].map(([row, path]) => {
    const [code, label, until] = Array.isArray(row) ? (row as readonly unknown[]) : [];
    const { bare, system } = unqualify(code, undefined, systems);
    return { path, code: bare, system, label: asText(label), until: dayOf(asText(until)), retired: true };
  });
  return [...rows, ...retired];
}

function unqualify(code: unknown, system: unknown, systems: ReadonlyMap<string, string>): { bare: unknown; system: string | undefined } {
  const bar = typeof code === 'string' ? code.indexOf('|') : -1;
  const url = bar > 0 && typeof code === 'string' ? systems.get(code.slice(0, bar)) : undefined;
  if (url !== undefined && typeof code === 'string') return { bare: code.slice(bar + 1), system: url };
  return { bare: code, system: typeof system === 'string' ? systems.get(system) : undefined };
}

function cellOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join(';') || undefined : undefined;
}
