import type { ReactiveController } from 'lit';
import type { ValueSetData } from '../nomenclature/value-set.ts';
import type { ElementHost } from './context-reader.ts';

/** Labels of one small value set, loaded the first time that one is wanted; the code stands for a label that is not there. */
export class LabelsController implements ReactiveController {
  readonly #host: ElementHost;
  readonly #load: () => Promise<{ readonly default: ValueSetData }>;
  #labels: ReadonlyMap<string, string> | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: ElementHost, load: () => Promise<{ readonly default: ValueSetData }>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The official label; asks for the value set when it is not there yet. */
  of(code: string): string {
    void this.ready;
    return this.#labels?.get(code) ?? code;
  }

  /** Codes and labels in the order of the value set; none until they are there. */
  get entries(): readonly (readonly [code: string, label: string])[] {
    void this.ready;
    return [...(this.#labels ?? [])];
  }

  /** Once they are there, or could not be loaded; never rejects. */
  get ready(): Promise<void> {
    return (this.#loading ??= this.#fetch());
  }

  async #fetch(): Promise<void> {
    try {
      const { columns, concepts } = (await this.#load()).default;
      const [code, label] = [columns.indexOf('code'), columns.indexOf('label')];
      this.#labels = new Map(concepts.map((row) => [row[code] ?? '', row[label] ?? '']));
      this.#host.requestUpdate();
    } catch {
      this.#loading = undefined; // Asked again at the next drawing.
    }
  }
}
