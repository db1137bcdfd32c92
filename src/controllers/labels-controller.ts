import type { ReactiveController } from 'lit';
import type { ValueSetData } from '../nomenclature/value-set.ts';
import type { ElementHost } from './context-reader.ts';

/** Labels of one small value set, loaded the first time that one is wanted; the code stands for a label that is not there. */
export class LabelsController implements ReactiveController {
  readonly #host: ElementHost;
  readonly #load: () => Promise<{ readonly default: ValueSetData }>;
  #labels: ReadonlyMap<string, string> | undefined;
  #loading = false;

  constructor(host: ElementHost, load: () => Promise<{ readonly default: ValueSetData }>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The official label; asks for the value set when it is not there yet. */
  of(code: string): string {
    if (!this.#labels && !this.#loading) void this.#fetch();
    return this.#labels?.get(code) ?? code;
  }

  /** Codes and labels in the order of the value set; none until they are there. */
  get entries(): readonly (readonly [code: string, label: string])[] {
    if (!this.#labels && !this.#loading) void this.#fetch();
    return [...(this.#labels ?? [])];
  }

  async #fetch(): Promise<void> {
    this.#loading = true;
    try {
      const { columns, concepts } = (await this.#load()).default;
      const [code, label] = [columns.indexOf('code'), columns.indexOf('label')];
      this.#labels = new Map(concepts.map((row) => [row[code] ?? '', row[label] ?? '']));
      this.#host.requestUpdate();
    } catch {
      this.#loading = false; // Asked again at the next drawing.
    }
  }
}
