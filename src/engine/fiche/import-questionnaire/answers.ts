import { isObject, list, own, systemId, text } from '../../../nomenclature/foreign-json.ts';
import type { Nomenclature } from '../../../nomenclature/nomenclature.ts';
import { equal } from '../equal.ts';
import { kinds } from '../kinds.ts';
import type { Constraints, OptionSource } from '../types.ts';
import type { Attribute } from './definitions.ts';
import type { NotKept } from './report.ts';

type Remark = (code: NotKept, value?: unknown, label?: unknown) => void;

/** The code systems of the answers of an item, or its value set. */
export function systemsOf(item: unknown): readonly string[] {
  const named = text(item, 'answerValueSet');
  const systems = list(item, 'answerOption').flatMap((option) => text(own(option, 'valueCoding'), 'system') ?? []);
  return [...(named === undefined ? [] : [named]), ...new Set(systems)];
}

/**
 * The options of a coded field: the value set of its attribute, shortened to the answers of the model.
 * A code outside the loaded edition stays among them: it is shown and flagged by the engine.
 */
export function optionsOf(item: unknown, { valueSet }: Attribute, nomenclature: Nomenclature | undefined, remark: Remark): OptionSource | undefined {
  if (valueSet === undefined) return undefined;
  if (own(item, 'type') === 'open-choice') remark('open-choice-not-kept');
  const named = text(item, 'answerValueSet');
  const number = named === undefined ? undefined : /(?:JDV)[_-](J\d+)/.exec(named)?.[1];
  if (named !== undefined && number !== valueSet) remark('other-value-set', named);
  const edition = nomenclature?.has(valueSet) ? nomenclature.valueSet(valueSet) : undefined;
  const codes = new Set<string>();
  for (const option of list(item, 'answerOption')) {
    const coding = own(option, 'valueCoding');
    const code = codeOf(coding, valueSet, remark);
    if (code === undefined) { remark('option-not-kept', text(option, 'valueString') ?? own(option, 'valueInteger') ?? text(coding, 'display')); continue; }
    if (!codes.has(code) && edition && !edition.isSelectable(code)) remark('option-outside-value-set', code, text(coding, 'display') ?? edition.describe(code).label);
    codes.add(code);
  }
  return { valueSet, ...(codes.size > 0 && { codes: [...codes] }) };
}

/** The code as a fiche stores it: with its system in J186. */
export function codeOf(coding: unknown, valueSet: Attribute['valueSet'], remark?: Remark): string | undefined {
  const code = text(coding, 'code');
  if (code === undefined || code.length > 200) return undefined;
  if (valueSet !== 'J186') return code;
  const system = text(coding, 'system');
  if (system === undefined) { remark?.('option-without-system', code); return undefined; }
  const qualified = `${systemId(system)}|${code}`;
  return qualified.length > 300 ? undefined : qualified;
}

/** The value of a new fiche: `initial`, or the options selected from the start. Only what the kind can hold. */
export function initialOf(item: unknown, { kind, valueSet }: Attribute, constraints: Constraints, remark: Remark): unknown {
  const selected = list(item, 'answerOption').filter((option) => own(option, 'initialSelected') === true);
  const given = [...list(item, 'initial'), ...selected].filter(isObject);
  if (given.length === 0) return undefined;
  const values = given.map((one) => (own(one, 'valueCoding') !== undefined ? codeOf(own(one, 'valueCoding'), valueSet) : plainValue(one, kind)));
  const value = kind === 'codes' ? [...new Set(values)] : values[0];
  if (values.length > 1 && kind !== 'codes') remark('initial-not-kept', 'more than one');
  if (value === undefined || !readsBack(kind, value, constraints)) { remark('initial-not-kept', value); return undefined; }
  return value;
}

function plainValue(one: unknown, kind: Attribute['kind']): unknown {
  const [value] = ['valueString', 'valueBoolean', 'valueInteger', 'valueDecimal', 'valueDate', 'valueDateTime', 'valueUri'].flatMap((key) => own(one, key) ?? []);
  return kind === 'date' && typeof value === 'string' ? value.slice(0, 10) : value;
}

/** The same test as `parseFormSchema` makes of an initial value. */
function readsBack(kind: Attribute['kind'], value: unknown, constraints: Constraints): boolean {
  const read = kinds[kind].parse(kinds[kind].format(value), constraints);
  return 'value' in read && equal(read.value, value) && value !== undefined;
}
