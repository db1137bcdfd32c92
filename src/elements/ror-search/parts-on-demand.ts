import { nothing, type CSSResult, type LitElement, type TemplateResult } from 'lit';
import type { Caller } from '../../controllers/contexts.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { importAgain } from '../../nomenclature/import-again.ts';
import { adopt } from '../../ui/adopt.ts';
import type { Target } from './target.ts';
import type { CadreProps, Contenu, ResultDialog } from './result-dialog.ts';
import type { Actions } from './ror-search.actions.ts';
import type { Session } from './session.ts';
import type { Mots, VueRecherche } from './types.ts';

interface Ports {
  readonly client: () => Caller;
  readonly mots: () => Mots;
  readonly donnes: () => Partial<Catalogue> | undefined;
  readonly lecture: () => boolean;
  readonly ouvrir: (cible: Target) => void;
  readonly say: (message: string) => void;
  readonly panne: (message: string) => void;
}

const DIALOGS: Readonly<Record<'comparer' | 'enregistrees' | 'exporter', () => Promise<{ readonly ouvrir: (host: LitElement) => Contenu }>>> = {
  comparer: () => import('./ror-search.compare.ts'), enregistrees: () => import('./ror-search.saved.ts'), exporter: () => import('./ror-search.export.ts'),
};

const VIEWS = { tableau: () => import('./ror-search.table.ts'), carte: () => import('./ror-search.carte.ts') };
export type VueDemandee = keyof typeof VIEWS;
type ModuleDeVue<V extends VueDemandee> = Awaited<ReturnType<typeof VIEWS[V]>>;

/**
 * What most pages that search never use: the account, the menu of a result, the windows, the table and the map. Each
 * comes when it is first wanted; what does not come is said, the list stays, and it is asked again with the next press.
 */
export class PartsOnDemand {
  readonly #host: LitElement;
  readonly #ports: Ports;
  /** Views that came; null for one that did not. */
  readonly #views = new Map<VueDemandee, { readonly styles: CSSResult } | null | undefined>();
  #session: Session | undefined;
  #actions: Actions | undefined;
  #dialog: ResultDialog | undefined;

  constructor(host: LitElement, ports: Ports) {
    this.#host = host;
    this.#ports = ports;
  }

  get session(): Session | undefined {
    return this.#ports.lecture() ? undefined : this.#session;
  }

  /** Another client, so perhaps another person. */
  forgetSession(): void {
    this.#session?.forget();
  }

  openSession(): void {
    if (this.#session) return this.#session.list();
    // Without it, one is as without an account that keeps anything.
    void importAgain(() => import('./session.ts')).then(({ Session }) => { this.#session ??= new Session(this.#host, this.#ports.client); }, () => undefined);
  }

  /** How the results can be shown now: the list for a value that is unknown, and for a view that does not come. */
  viewFor(donnee: VueRecherche): VueRecherche {
    return Object.hasOwn(VIEWS, donnee) && this.#views.get(donnee as VueDemandee) !== null ? donnee : 'liste';
  }

  /** The view; undefined until it is there. */
  view<V extends VueDemandee>(nom: V): ModuleDeVue<V> | undefined {
    if (!this.#views.has(nom)) {
      this.#views.set(nom, undefined);
      void this.#load<{ readonly styles: CSSResult }>(VIEWS[nom]).then((module) => {
        if (module) adopt(this.#host.renderRoot, module.styles);
        this.#views.set(nom, module ?? null);
        this.#host.requestUpdate();
      });
    }
    return (this.#views.get(nom) ?? undefined) as ModuleDeVue<V> | undefined;
  }

  /** The person wants a view: one that did not come is asked again. */
  askAgain(nom: VueRecherche): void {
    if (this.#views.get(nom as VueDemandee) !== null) return;
    this.#views.delete(nom as VueDemandee);
    this.#host.requestUpdate();
  }

  async openDialog(nom: keyof typeof DIALOGS): Promise<void> {
    const modules = await this.#load(() => Promise.all([importAgain(() => import('./result-dialog.ts')), importAgain(DIALOGS[nom])]));
    if (!modules) return;
    const [{ ResultDialog }, { ouvrir }] = modules;
    this.#dialog ??= new ResultDialog(this.#host);
    this.#dialog.open(ouvrir(this.#host));
  }

  closeDialog(): void {
    this.#dialog?.close();
  }

  renderDialog(props: () => CadreProps): TemplateResult | typeof nothing {
    return this.#dialog?.render(props()) ?? nothing;
  }

  get onPress(): unknown {
    return this.#actions?.onPress ?? nothing;
  }

  async showActions(click: MouseEvent, cible: Target, at: HTMLElement): Promise<void> {
    const { donnes, lecture, mots, ouvrir, panne, say } = this.#ports;
    const module = this.#actions ? undefined : await this.#load(() => import('./ror-search.actions.ts'));
    this.#actions ??= module && new module.Actions(this.#host, {
      donnes, lecture, mots, ouvrir, favoris: () => this.session?.favoris, estFavori: (id) => this.session?.knownFavoris?.has(id),
      dire: (dit, done) => {
        say(dit);
        panne(done ? '' : dit);
      },
    });
    this.#actions?.show(click, cible, at);
  }

  renderMenu(): unknown {
    return this.#actions?.render() ?? nothing;
  }

  #load<T>(load: () => Promise<T>): Promise<T | undefined> {
    return importAgain(load).then((loaded) => {
      this.#ports.panne('');
      return loaded;
    }, () => {
      const { moduleEnPanne } = this.#ports.mots();
      this.#ports.panne(moduleEnPanne);
      this.#ports.say(moduleEnPanne);
      return undefined;
    });
  }
}
