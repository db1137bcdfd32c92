import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Fiche } from '../../domain/fiche.ts';
import type { ParsedSchema, SchemaError } from '../../engine/fiche/form-schema.ts';
import { loadFormSchema } from '../../engine/fiche/load-schema.ts';
import { ficheProblem } from '../../engine/fiche/read-saisie.ts';
import { isTrusted, knownSchema } from '../../engine/fiche/schema-cache.ts';
import { prepareOfficial } from '../../nomenclature/load.ts';
import type { FormSchema } from '../../engine/fiche/types.ts';

/** Why nothing can be shown of what the page gave. */
export type Unfit = { readonly fiche: string } | { readonly schema: readonly SchemaError[] } | { readonly error: unknown };

/** The schemas of pages, by what the page gave. */
const read = new WeakMap<object, ParsedSchema>();

/** What reads a schema is heavy, and most pages bring none of their own. */
async function check(given: FormSchema): Promise<void> {
  const { readPlainSchema } = await import('../../engine/fiche/read-plain-schema.ts');
  try {
    const plain = readPlainSchema(given);
    read.set(given, plain ? { schema: plain } : (await import('../../engine/fiche/form-schema.ts')).readFormSchema(given));
  } catch (error) {
    // What no JSON holds: an object inside itself, a property that throws.
    read.set(given, { errors: [{ at: '', message: String(error) }] });
  }
}

/**
 * The schema of the fiche shown: that of the page, once it was checked, else the project's own for the level, which
 * comes when it is needed.
 */
export class SchemaController implements ReactiveController {
  failed = false;
  unfit: Unfit | undefined;
  readonly #host: ReactiveControllerHost;
  #asked: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The fiche, when it is one. */
  fit(fiche: Fiche | undefined): Fiche | undefined {
    const problem = fiche === undefined || fiche === null ? undefined : ficheProblem(fiche);
    this.unfit = problem === undefined ? undefined : { fiche: problem };
    return problem === undefined ? fiche ?? undefined : undefined;
  }

  /** The schema to show this fiche by; undefined while it is on its way, and when it can't be used. */
  want(given: FormSchema | undefined, fiche: Fiche | undefined): FormSchema | undefined {
    if (!fiche) return undefined;
    if (given === undefined || given === null) {
      const known = knownSchema(fiche.type);
      // The lists are asked for once the form is there: what names their files comes beside it.
      prepareOfficial();
      if (!known) this.#ask(fiche.type, () => loadFormSchema(fiche.type));
      return known;
    }
    if (typeof given === 'object' && isTrusted(given)) return given;
    const found = typeof given === 'object' ? read.get(given) : { errors: [{ at: '', message: 'invalid_type' }] };
    if (found?.errors) this.unfit = { schema: found.errors };
    else if (!found) this.#ask(given, () => check(given));
    return found?.schema;
  }

  retry(): void {
    this.failed = false;
    this.#asked = undefined;
    this.#host.requestUpdate();
  }

  #ask(what: unknown, load: () => Promise<unknown>): void {
    if (this.#asked === what) return;
    this.#asked = what;
    this.failed = false;
    load().then(() => {
      if (this.#asked === what) this.#host.requestUpdate();
    }, () => {
      if (this.#asked !== what) return;
      this.failed = true;
      this.#host.requestUpdate();
    });
  }
}
