import { isObject, list, own, text } from '../../../nomenclature/foreign-json.ts';
import type { Condition } from '../types.ts';
import { codeOf } from './answers.ts';
import type { Attribute } from './definitions.ts';

/** No answer makes it hold: a hidden item is in the form, with its initial value, and never shown. */
export const NEVER: Condition = { any: [] };

/**
 * The `enableWhen` of an item as a condition; what can't be said in the schema language is handed to
 * `lost`, and the item is then shown: asking too much hides nothing.
 */
export function enabledWhen(item: unknown, byLinkId: ReadonlyMap<string, Attribute>, lost: (value: string | undefined) => void): Condition | undefined {
  const parts = list(item, 'enableWhen');
  if (parts.length === 0) return undefined;
  const read = parts.map((part) => one(part, byLinkId));
  const understood = read.filter((condition) => condition !== undefined);
  read.forEach((condition, at) => { if (condition === undefined) lost(text(parts[at], 'question')); });
  const any = own(item, 'enableBehavior') === 'any';
  // Without one of its parts, "any" would hide what that part shows; "all" only asks for less.
  if (understood.length === 0 || (any && understood.length < read.length)) return undefined;
  const [first] = understood;
  return understood.length === 1 ? first : any ? { any: understood } : { all: understood };
}

function one(part: unknown, byLinkId: ReadonlyMap<string, Attribute>): Condition | undefined {
  const attribute = byLinkId.get(text(part, 'question') ?? '');
  if (!attribute || !isObject(part)) return undefined;
  const { path, kind, valueSet } = attribute;
  const operator = own(part, 'operator');
  const answer = own(part, 'answerBoolean');
  if (operator === 'exists' && typeof answer === 'boolean') return { path, filled: answer };
  const wanted = own(part, 'answerCoding') !== undefined ? codeOf(own(part, 'answerCoding'), valueSet) : text(part, 'answerString');
  // Conditions compare texts: yes/no, numbers and dates are not among what they can ask.
  if (wanted === undefined || wanted.length > 300 || !(kind === 'code' || kind === 'codes' || kind === 'texte')) return undefined;
  if (operator === '=') return { path, in: [wanted] };
  // Of several answers, "one is not" and "none is" differ.
  return operator === '!=' && kind !== 'codes' ? { all: [{ path, filled: true }, { not: { path, in: [wanted] } }] } : undefined;
}
