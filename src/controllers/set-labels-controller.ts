import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { importAgain } from '../nomenclature/import-again.ts';
import type { NomenclatureSource } from '../nomenclature/load.ts';
import type { ValueSetId } from '../nomenclature/value-set-ids.ts';
import type { ValueSet } from '../nomenclature/value-set.ts';

/** Labels of the codes of many value sets, each loaded the first time that one of its codes is shown. */
export class SetLabelsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => NomenclatureSource | undefined;
  readonly #sets = new Map<ValueSetId, ValueSet | undefined>();
  #from: NomenclatureSource | undefined;
  #waiting = 0;
  /** Grows when labels have come: what was drawn with others is drawn again. */
  version = 0;

  /** @param source what the host gives instead of the editions of the package. */
  constructor(host: ReactiveControllerHost, source: () => NomenclatureSource | undefined) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The label; the code itself until its value set is there, and when it is unknown. */
  of(id: ValueSetId, code: string): string {
    const given = this.#source();
    if (given !== this.#from) {
      this.#from = given;
      this.#sets.clear();
      this.version++;
    }
    if (!this.#sets.has(id)) void this.#load(id, given);
    return this.#sets.get(id)?.describe(code).label ?? code;
  }

  async #load(id: ValueSetId, given: NomenclatureSource | undefined): Promise<void> {
    this.#sets.set(id, undefined);
    this.#waiting++;
    try {
      const source = given ?? (await importAgain(() => import('../nomenclature/load.ts'))).officialSource;
      const set = await source.valueSet(id);
      if (this.#from === given) this.#sets.set(id, set);
    } catch {
      // The codes stand for their labels, and it is asked again when the element is drawn for another reason.
      if (this.#from === given) this.#sets.delete(id);
      return;
    } finally {
      this.#waiting--;
      // Value sets come together: the element is drawn once, with the last of them.
      if (this.#waiting === 0) {
        this.version++;
        this.#host.requestUpdate();
      }
    }
  }
}
