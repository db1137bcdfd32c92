import { words } from './text.ts';
import type { Concept, ValueSet } from './value-set.ts';

/** Code → the code that takes its place, as an edition declares it. */
export type Replacements = Readonly<Record<string, string>>;

/** The code to put in the place of one that left: said by the edition, or found by its label. A proposal, never applied by itself. */
export interface Replacement {
  readonly code: string;
  readonly label: string;
  readonly reason: 'declared' | 'same-label';
}

type Proposer = (code: string, label: string, system?: string) => Replacement | undefined;

const proposers = new WeakMap<ValueSet, Proposer>();

/** What takes the place of a code that this edition does not offer, when it says so or when one code alone has the same words. */
export function replacementOf(valueSet: ValueSet, code: string): Replacement | undefined {
  const concept = valueSet.get(code);
  if (valueSet.isSelectable(code)) return undefined;
  let propose = proposers.get(valueSet);
  if (!propose) proposers.set(valueSet, propose = proposer(valueSet, valueSet.replacedBy));
  return propose(code, concept?.label ?? '', concept?.system);
}

/** Declared successors first, followed to one that can be chosen; else the only code of the same words, in the same system if several. */
export function proposer(after: ValueSet, replacedBy: Replacements): Proposer {
  const successors = new Map(Object.entries(replacedBy));
  const byLabel = new Map<string, Concept[]>();
  for (const concept of after.concepts) byLabel.set(key(concept.label), [...(byLabel.get(key(concept.label)) ?? []), concept]);
  const declared = (code: string): Concept | undefined => {
    const seen = new Set([code]);
    let next = successors.get(code);
    while (next !== undefined && !seen.has(next) && !after.isSelectable(next)) {
      seen.add(next);
      next = successors.get(next);
    }
    return next !== undefined && after.isSelectable(next) ? after.get(next) : undefined;
  };
  return (code, label, system) => {
    const successor = declared(code);
    if (successor) return { code: successor.code, label: successor.label, reason: 'declared' };
    const same = (key(label) === '' ? [] : byLabel.get(key(label)) ?? []).filter((concept) => concept.code !== code);
    const [found, ...others] = same.length > 1 ? same.filter((concept) => concept.system === system) : same;
    return found && others.length === 0 ? { code: found.code, label: found.label, reason: 'same-label' } : undefined;
  };
}

const key = (label: string): string => words(label).join(' ');
