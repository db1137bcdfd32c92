/** Why a part of a foreign file was not taken as it stands. Data; whoever shows it words it. */
export type ProblemCode =
  /** Not an object of a known shape: nothing could be read. */
  | 'not-readable'
  | 'no-id' | 'no-edition' | 'no-concepts'
  | 'code-missing' | 'duplicate-code'
  /** Kept, with its code as label. */
  | 'label-missing'
  /** Kept, its end is cut. */
  | 'text-too-long'
  /** Several systems are declared and this code names none; kept without system. */
  | 'system-missing'
  /** A whole system, a filter or another value set is named without its codes. */
  | 'codes-not-listed'
  /** A heading that nobody may choose. */
  | 'abstract'
  | 'too-deep' | 'too-many';

export interface ImportProblem {
  /** Where, as keys from the root: `compose.include.0.concept.12`; empty for the whole file. */
  readonly path: string;
  readonly code: ProblemCode;
  /** What stood there, when it is short. */
  readonly value?: string;
}

/** What is wrong in a file, bounded: a file of a million faults says so once. */
export class Problems {
  static readonly #MOST = 1_000;
  readonly found: ImportProblem[] = [];

  add(path: string, code: ProblemCode, value?: unknown): void {
    if (this.found.length > Problems.#MOST) return;
    const short = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : undefined;
    this.found.push(this.found.length === Problems.#MOST
      ? { path: '', code: 'too-many' }
      : { path, code, ...(short !== undefined && { value: short }) });
  }
}
