import { nothing, type LitElement } from 'lit';
import type { Caller } from '../../controllers/contexts.ts';
import type { Cible } from './cible.ts';
import type { Actions } from './ror-search.actions.ts';
import type { Export } from './ror-search.export.ts';
import type { Session } from './session.ts';
import type { Mots } from './types.ts';

interface Ports {
  readonly client: () => Caller;
  readonly mots: () => Mots;
  readonly lecture: () => boolean;
  readonly ouvrir: (cible: Cible) => void;
  readonly signaler: (cible: Cible) => void;
  readonly say: (message: string) => void;
  readonly panne: (message: string) => void;
}

/** What most pages that search never use: the account, the menu of a result, the export. Each comes when it is first wanted. */
export class ALaDemande {
  readonly #host: LitElement;
  readonly #ports: Ports;
  #session: Session | undefined;
  #actions: Actions | undefined;
  export: Export | undefined;

  constructor(host: LitElement, ports: Ports) {
    this.#host = host;
    this.#ports = ports;
  }

  get session(): Session | undefined {
    return this.#ports.lecture() ? undefined : this.#session;
  }

  /** Another client, so perhaps another person. */
  oublierSession(): void {
    this.#session?.forget();
  }

  ouvrirSession(): void {
    if (this.#session) return this.#session.lister();
    // Without it, one is as without an account that keeps anything.
    void import('./session.ts').then(({ Session }) => { this.#session ??= new Session(this.#host, this.#ports.client); }, () => undefined);
  }

  /** @returns whether it is there. */
  async ouvrirExport(): Promise<boolean> {
    const module = this.export ? undefined : await this.#charger(import('./ror-search.export.ts'));
    this.export ??= module && new module.Export(this.#host, this.#ports.say);
    return this.export !== undefined;
  }

  get onPress(): unknown {
    return this.#actions?.onPress ?? nothing;
  }

  async montrerActions(click: MouseEvent, cible: Cible, at: HTMLElement): Promise<void> {
    const { lecture, mots, ouvrir, panne, say, signaler } = this.#ports;
    const module = this.#actions ? undefined : await this.#charger(import('./ror-search.actions.ts'));
    this.#actions ??= module && new module.Actions(this.#host, {
      lecture, mots, ouvrir, signaler, favoris: () => this.session?.favoris, estFavori: (id) => this.session?.favorisConnus?.has(id),
      dire: (dit, done) => {
        say(dit);
        panne(done ? '' : dit);
      },
    });
    this.#actions?.montrer(click, cible, at);
  }

  renderMenu(): unknown {
    return this.#actions?.render() ?? nothing;
  }

  #charger<T>(module: Promise<T>): Promise<T | undefined> {
    return module.catch(() => {
      this.#ports.panne(this.#ports.mots().moduleEnPanne);
      return undefined;
    });
  }
}
