import type { Contenu } from '../../domain/fiche.ts';
import { usualCodes } from './code-list.ts';
import { isEmptyValue } from './equal.ts';
import { readPath, type Slices } from './paths.ts';
import type { Condition, FicheContext } from './types.ts';

/** Whether a condition holds for what is filled and for what surrounds the fiche (FIC-20). */
export function holds(condition: Condition, contenu: Contenu, context: FicheContext, slices: Slices = {}): boolean {
  const inner = (part: Condition) => holds(part, contenu, context, slices);
  if ('all' in condition) return condition.all.every(inner);
  if ('any' in condition) return condition.any.some(inner);
  if ('not' in condition) return !inner(condition.not);
  if ('categorieEG' in condition) return context.categorieEG !== undefined && condition.categorieEG.includes(context.categorieEG);
  if ('handicap' in condition) return isHandicap(context) === condition.handicap;
  if ('usualOf' in condition) {
    return usualCodes(condition.valueSet, readPath(contenu, condition.usualOf, slices), context).length > 0;
  }
  const value = readPath(contenu, condition.path, slices);
  if ('filled' in condition) return isEmptyValue(value) !== condition.filled;
  return (Array.isArray(value) ? value : [value]).some((item) => typeof item === 'string' && condition.in.includes(item));
}

/** The paths that a condition reads. */
export function conditionPaths(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(conditionPaths);
  if ('any' in condition) return condition.any.flatMap(conditionPaths);
  if ('not' in condition) return conditionPaths(condition.not);
  if ('path' in condition) return [condition.path];
  return 'usualOf' in condition ? [condition.usualOf] : [];
}

const isHandicap = ({ associations, categorieEG }: FicheContext): boolean =>
  categorieEG !== undefined && (associations.categorieEG(categorieEG)?.handicap ?? false);
