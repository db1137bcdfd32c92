import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { importAgain } from '../../nomenclature/import-again.ts';
import type { Field, FormSchema, KindName } from '../../engine/fiche/types.ts';
import type { Communes } from '../../nomenclature/communes.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import { adopt } from '../../ui/adopt.ts';
import type { FieldKind } from './kinds/kind.ts';

/** What the file of a composite kind gives, once it has what it needs. */
export interface LoadedKind {
  readonly kind: FieldKind;
  readonly styles?: readonly CSSResult[];
  readonly communes?: Communes;
}

type Load = (source: NomenclatureSource) => LoadedKind | Promise<LoadedKind>;

/** Kinds that most forms do without: each comes when a schema in use has it. */
const modules: Partial<Record<KindName, () => Promise<{ readonly load: Load }>>> = {
  liste: () => import('./kinds/liste.ts'),
  textes: () => import('./kinds/textes.ts'),
  adresse: () => import('./kinds/adresse.ts'),
  territoires: () => import('./kinds/territoires.ts'),
  capacites: () => import('./kinds/capacites.ts'),
  reference: () => import('./kinds/reference.ts'),
  horaires: () => import('./kinds/horaires.ts'),
};

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The composite kinds of the schema shown, as they come. */
export class KindsController implements ReactiveController {
  /** Once a kind that speaks of territories is in use. */
  communes: Communes | undefined;
  failed = false;
  readonly #host: Host;
  readonly #onLoad: () => void;
  readonly #kinds = new Map<KindName, FieldKind>();
  readonly #asked = new Set<KindName>();
  #seen: FormSchema | undefined;

  constructor(host: Host, onLoad: () => void) {
    this.#host = host;
    this.#onLoad = onLoad;
    host.addController(this);
  }

  hostConnected(): void {}

  get(kind: KindName): FieldKind | undefined {
    return this.#kinds.get(kind);
  }

  /** Fetches what the schema has and is not there yet. */
  want(source: NomenclatureSource, schema: FormSchema): void {
    if (this.#seen === schema || this.failed) return;
    this.#seen = schema;
    const all = schema.sections.flatMap(({ fields }) => fields.flatMap(kindsOf));
    void Promise.all([...new Set(all)].map((kind) => this.#load(kind, source)));
  }

  retry(): void {
    this.failed = false;
    this.#host.requestUpdate();
  }

  async #load(name: KindName, source: NomenclatureSource): Promise<void> {
    const module = modules[name];
    if (!module || this.#asked.has(name)) return;
    this.#asked.add(name);
    try {
      const { kind, styles = [], communes } = await (await importAgain(module)).load(source);
      this.#kinds.set(name, kind);
      adopt(this.#host.renderRoot, ...styles);
      if (communes) this.communes = communes;
      this.#onLoad();
    } catch {
      this.#asked.delete(name);
      this.#seen = undefined;
      this.failed = true;
    }
    this.#host.requestUpdate();
  }
}

const kindsOf = ({ kind, fields = [] }: Field): readonly KindName[] => [kind, ...fields.flatMap(kindsOf)];
