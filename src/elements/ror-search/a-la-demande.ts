import { nothing, type CSSResult, type LitElement, type TemplateResult } from 'lit';
import type { Caller } from '../../controllers/contexts.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { importAgain } from '../../nomenclature/import-again.ts';
import { adopt } from '../../ui/adopt.ts';
import type { Cible } from './cible.ts';
import type { CadreProps, Contenu, Fenetre } from './fenetre.ts';
import type { Actions } from './ror-search.actions.ts';
import type { Session } from './session.ts';
import type { Mots, VueRecherche } from './types.ts';

interface Ports {
  readonly client: () => Caller;
  readonly mots: () => Mots;
  readonly donnes: () => Partial<Catalogue> | undefined;
  readonly lecture: () => boolean;
  readonly ouvrir: (cible: Cible) => void;
  readonly say: (message: string) => void;
  readonly panne: (message: string) => void;
}

const FENETRES: Readonly<Record<'comparer' | 'enregistrees' | 'exporter', () => Promise<{ readonly ouvrir: (host: LitElement) => Contenu }>>> = {
  comparer: () => import('./ror-search.comparer.ts'), enregistrees: () => import('./ror-search.enregistrees.ts'), exporter: () => import('./ror-search.export.ts'),
};

const VUES = { tableau: () => import('./ror-search.tableau.ts'), carte: () => import('./ror-search.carte.ts') };
export type VueDemandee = keyof typeof VUES;
type ModuleDeVue<V extends VueDemandee> = Awaited<ReturnType<typeof VUES[V]>>;

/**
 * What most pages that search never use: the account, the menu of a result, the windows, the table and the map. Each
 * comes when it is first wanted; what does not come is said, the list stays, and it is asked again with the next press.
 */
export class ALaDemande {
  readonly #host: LitElement;
  readonly #ports: Ports;
  /** Views that came; null for one that did not. */
  readonly #vues = new Map<VueDemandee, { readonly styles: CSSResult } | null | undefined>();
  #session: Session | undefined;
  #actions: Actions | undefined;
  #fenetre: Fenetre | undefined;

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
    void importAgain(() => import('./session.ts')).then(({ Session }) => { this.#session ??= new Session(this.#host, this.#ports.client); }, () => undefined);
  }

  /** How the results can be shown now: the list for a value that is unknown, and for a view that does not come. */
  vueDe(donnee: VueRecherche): VueRecherche {
    return Object.hasOwn(VUES, donnee) && this.#vues.get(donnee as VueDemandee) !== null ? donnee : 'liste';
  }

  /** The view; undefined until it is there. */
  vue<V extends VueDemandee>(nom: V): ModuleDeVue<V> | undefined {
    if (!this.#vues.has(nom)) {
      this.#vues.set(nom, undefined);
      void this.#charger<{ readonly styles: CSSResult }>(VUES[nom]).then((module) => {
        if (module) adopt(this.#host, module.styles);
        this.#vues.set(nom, module ?? null);
        this.#host.requestUpdate();
      });
    }
    return (this.#vues.get(nom) ?? undefined) as ModuleDeVue<V> | undefined;
  }

  /** The person wants a view: one that did not come is asked again. */
  redemander(nom: VueRecherche): void {
    if (this.#vues.get(nom as VueDemandee) !== null) return;
    this.#vues.delete(nom as VueDemandee);
    this.#host.requestUpdate();
  }

  async ouvrirFenetre(nom: keyof typeof FENETRES): Promise<void> {
    const modules = await this.#charger(() => Promise.all([importAgain(() => import('./fenetre.ts')), importAgain(FENETRES[nom])]));
    if (!modules) return;
    const [{ Fenetre }, { ouvrir }] = modules;
    this.#fenetre ??= new Fenetre(this.#host);
    this.#fenetre.ouvrir(ouvrir(this.#host));
  }

  fermerFenetre(): void {
    this.#fenetre?.fermer();
  }

  renderFenetre(props: () => CadreProps): TemplateResult | typeof nothing {
    return this.#fenetre?.render(props()) ?? nothing;
  }

  get onPress(): unknown {
    return this.#actions?.onPress ?? nothing;
  }

  async montrerActions(click: MouseEvent, cible: Cible, at: HTMLElement): Promise<void> {
    const { donnes, lecture, mots, ouvrir, panne, say } = this.#ports;
    const module = this.#actions ? undefined : await this.#charger(() => import('./ror-search.actions.ts'));
    this.#actions ??= module && new module.Actions(this.#host, {
      donnes, lecture, mots, ouvrir, favoris: () => this.session?.favoris, estFavori: (id) => this.session?.favorisConnus?.has(id),
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

  #charger<T>(load: () => Promise<T>): Promise<T | undefined> {
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
