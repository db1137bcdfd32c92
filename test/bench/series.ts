/** Figures of one contender, gathered over the repetitions. */
import type { Cost, Memory, Site } from './pages.ts';
import { ratio, spread } from './report.ts';

export interface PageOptions {
  /** New browsers per figure. */
  readonly repetitions: number;
  /** Whether the profiler says where the time goes; it slows everything down. */
  readonly profiling: boolean;
}

export class Series {
  readonly #samples = new Map<string, number[]>();

  add(what: string, ...values: readonly number[]): void {
    this.#samples.set(what, [...this.get(what), ...values]);
  }

  get(what: string): readonly number[] {
    return this.#samples.get(what) ?? [];
  }

  cost(what: string, { ms, cpu }: Cost): void {
    this.add(`${what} ms`, ms);
    this.add(`${what} cpu`, cpu);
  }

  fetched(what: string, { files, kilobytes }: ReturnType<Site['served']>): void {
    this.add(`${what} files`, files);
    this.add(`${what} kB`, kilobytes);
  }

  grown(what: string, before: Memory, after: Memory): void {
    this.add(`${what} MB`, after.megabytes - before.megabytes);
    this.add(`${what} elements`, after.elements - before.elements);
  }
}

/** A row of the table: ours, the floor, how many times the floor. */
export const compared = (ours: Series, floor: Series) =>
  (title: string, what: string, show: (sample: readonly number[]) => string = spread): readonly string[] => {
    const [mine, least] = [ours.get(what), floor.get(what)];
    return least.length > 0 ? [title, show(mine), show(least), ratio(mine, least)] : [title, show(mine), '–', '–'];
  };
