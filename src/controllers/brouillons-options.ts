import type { ReactiveController } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import type { Refus } from '../engine/dossier/refus.ts';
import { brouillonsContext, type OptionsBrouillons } from './contexts.ts';
import { ContextReader, type ElementHost } from './context-reader.ts';

/** What an element lets its host decide about what is typed and not saved. */
export interface BrouillonsHost extends ElementHost {
  addController(controller: ReactiveController): void;
  drafts: 'on' | 'off';
  compte?: string | undefined;
}

export interface GardeHost extends BrouillonsHost {
  readonly isConnected: boolean;
  autosave: 'on' | 'off';
  guard: 'on' | 'off';
  dossierId?: string | undefined;
  readonly readonly: boolean;
  readonly modified: boolean;
  readonly busy: boolean;
  readonly failure: Pick<RorClientError, 'kind'> | undefined;
  readonly refus: Refus | undefined;
}

/** Whether and for whom drafts are kept: the element's own word, else that of the provider around; `off` of either wins. */
export class BrouillonsOptions {
  readonly #host: BrouillonsHost;
  readonly #context: ContextReader<OptionsBrouillons | undefined>;

  constructor(host: BrouillonsHost, onChange: () => void) {
    this.#host = host;
    this.#context = new ContextReader<OptionsBrouillons | undefined>(host, brouillonsContext, onChange);
  }

  /** The account that drafts belong to; undefined: none are kept on the device. */
  get compte(): string | undefined {
    return this.off ? undefined : this.#host.compte ?? this.#context.value?.compte;
  }

  get off(): boolean {
    return this.#host.drafts === 'off' || this.#context.value?.drafts === 'off';
  }

  /** The server that they are for: a page may speak to several. */
  get portee(): string {
    return this.#context.value?.portee ?? '';
  }
}
