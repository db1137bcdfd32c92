import type { Problem } from '../../src/contract/problem.ts';
import { ProblemError, problem } from '../../src/contract/problem.ts';
import type { z } from '../../src/domain/zod.ts';

type Champ = NonNullable<Problem['champs']>[number];

/** Levels of objects and lists that an input may hold; the deepest object of the exposure model has seven. */
const PROFONDEUR = 40;

/** Text that PostgreSQL can't store: the NUL character, and halves of a surrogate pair. */
const INSTOCKABLE = /[\0\p{Cs}]/u;

/**
 * What no schema says of an input, found without recursion: text that can't be stored, and nesting that would
 * exhaust the stack of whoever walks it.
 */
export function checkStorable(input: unknown): Champ[] {
  const champs: Champ[] = [];
  const todo: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: input, path: [] }];
  for (let step = todo.pop(); step; step = todo.pop()) {
    const { value, path } = step;
    if (typeof value === 'string') {
      if (INSTOCKABLE.test(value)) champs.push({ chemin: path.join('.'), attendu: 'text without NUL character or lone surrogate' });
    } else if (typeof value === 'object' && value !== null) {
      if (path.length >= PROFONDEUR) {
        champs.push({ chemin: path.join('.'), attendu: `at most ${PROFONDEUR} levels` });
        continue;
      }
      for (const [key, inner] of Object.entries(value)) {
        if (INSTOCKABLE.test(key) || key === '__proto__') champs.push({ chemin: path.join('.'), attendu: 'a storable name of attribute' });
        else if (typeof inner === 'string' || typeof inner === 'object') todo.push({ value: inner, path: [...path, key] });
      }
    }
    if (champs.length >= 20) break;
  }
  return champs;
}

/** The field and the expectation of each issue of zod; of a union, those of the option that comes nearest. */
function champsDe(issues: readonly z.core.$ZodIssue[], prefix: readonly PropertyKey[] = []): Champ[] {
  return issues.flatMap((issue): Champ[] => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length);
      return champsDe(nearest ?? [], path);
    }
    return [{ chemin: path.map(String).join('.'), attendu: expectation(issue) }];
  });
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': return issue.expected;
    case 'too_big': return `at most ${String(issue.maximum)}`;
    case 'too_small': return `at least ${String(issue.minimum)}`;
    case 'invalid_format': return 'pattern' in issue && issue.pattern ? `${issue.format} ${issue.pattern}` : issue.format;
    case 'invalid_value': return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union': return 'one of the known variants';
    default: return issue.message ?? issue.code;
  }
}

export const badRequest = (title: string, champs: readonly Champ[] = []): ProblemError =>
  new ProblemError(problem('requete-invalide', title, champs.length > 0 ? { champs: champs.slice(0, 20) } : {}));

/**
 * The input, as its schema reads it.
 * @throws ProblemError `requete-invalide` that names the fields.
 */
export function readInput<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const unstorable = checkStorable(input);
  if (unstorable.length > 0) throw badRequest('the input can’t be stored', unstorable);
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw badRequest('the input does not match the contract', champsDe(parsed.error.issues));
  return parsed.data;
}
