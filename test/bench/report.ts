/** Figures as text: medians, a table, the machine that they were taken on. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** The value that `part` (0 to 1) of the sample does not exceed. */
export function quantile(sample: readonly number[], part: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * part) - 1))] ?? NaN;
}

export function median(sample: readonly number[]): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** Three significant figures, never more than a reader can use. */
export const round = (value: number): string =>
  (Number.isNaN(value) ? '–' : Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3))));

/** `median (min–max)`; the median alone of a single value. */
export const spread = (sample: readonly number[]): string =>
  (sample.length < 2 ? round(median(sample)) : `${round(median(sample))} (${round(Math.min(...sample))}–${round(Math.max(...sample))})`);

/** `median / p95` of a sample that is large enough to have one. */
export const percentiles = (sample: readonly number[]): string => `${round(median(sample))} / ${round(quantile(sample, 0.95))}`;

/** How many times the floor. */
export const ratio = (value: readonly number[], floor: readonly number[]): string => `×${round(median(value) / median(floor))}`;

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a reader must know of these figures. */
  readonly notes?: readonly string[];
}

export function markdown({ title, head, rows, notes = [] }: Table): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [`### ${title}`, '', line(first), rule, ...rest.map(line), '', ...notes.map((note) => `- ${note}`), ...(notes.length > 0 ? [''] : [])].join('\n');
}

function commit(): string {
  try {
    const git = (...args: readonly string[]): string => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return `commit ${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'src', 'demo') ? ' with changes' : ''}`;
  } catch {
    return 'no commit';
  }
}

/** What the figures depend on. The load says whether somebody else was using the machine. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return [`${cpus().length} × ${model}`, `${Math.round(totalmem() / 2 ** 30)} GiB`, `${process.platform} ${process.arch}`, `Node ${process.versions.node}`, commit()].join(', ');
}

/** Processes that wait for a processor, over one minute: above the number of processors, figures are too high. */
export const load = (): string => loadavg()[0]?.toFixed(1) ?? '?';

/** What is under way, apart from the tables, so that these can be kept alone. */
export const say = (text: string): void => { process.stderr.write(`${text}\n`); };
