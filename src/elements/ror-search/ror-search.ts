import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Geocodeur, Itineraires } from '../../client/ports-recherche.ts';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { FavorisController } from '../../controllers/favoris-controller.ts';
import { LazyController } from '../../controllers/lazy-controller.ts';
import { LibellesController } from '../../controllers/libelles-controller.ts';
import { LieuController } from '../../controllers/lieu-controller.ts';
import { RechercheController } from '../../controllers/recherche-controller.ts';
import { RecherchesController } from '../../controllers/recherches-controller.ts';
import { SuggestionsController } from '../../controllers/suggestions-controller.ts';
import { WordsController } from '../../controllers/words-controller.ts';
import type { Criteres, Tri } from '../../engine/recherche/criteres.ts';
import { criteresDonnes, pruned, situe } from '../../engine/recherche/donnes.ts';
import type { PageResultats, SuggestionQuoi } from '../../engine/recherche/resultats.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { recherche } from '../../i18n/fr/recherche.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import type { Tuiles } from '../../ui/carte.ts';
import { comboboxStyles } from '../../ui/combobox.styles.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { Menu } from '../../ui/menu.ts';
import { menuStyles } from '../../ui/menu.styles.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorFicheOpenEvent } from '../ror-fiche/open-event.ts';
import { RorAnomalieDemandeEvent } from '../ror-signalement/events.ts';
import { RorCriteresChangeEvent } from './events.ts';
import { agir, cibleDe, entrees, type Cible } from './ror-search.actions.ts';
import { champs } from './ror-search.champs.ts';
import { entete, jetons, phrase, rien } from './ror-search.entete.ts';
import { facettes } from './ror-search.facettes.ts';
import { liste } from './ror-search.liste.ts';
import { resultatsStyles } from './resultats.styles.ts';
import { styles } from './ror-search.styles.ts';
import { COMPARES_MAX, type Compare, type Contexte, type Exporteur, type VueRecherche } from './types.ts';

const own: Pick<Catalogue, 'recherche' | 'commun'> = { recherche, commun };
type Fenetre = 'comparer' | 'enregistrees';
const RIEN: Criteres = {};

/**
 * The search of an offer: where and what, filters with counts, results by établissement as a list, a table or a map.
 * What is searched is its property `criteres`; the address of the page is the host's (`versRequete`, `depuisRequete`).
 *
 * @csspart champs - The two fields.
 * @csspart criteres - The criteria that can be taken back.
 * @csspart filtres - The filters.
 * @csspart resultats - The results, however they are shown.
 * @csspart resultat - One établissement.
 * @csspart comparer - The bar of what is compared.
 * @csspart menu - The menu of actions.
 * @fires {RorCriteresChangeEvent} ror-criteres-change - The person changed what is searched.
 * @fires {RorFicheOpenEvent} ror-fiche-open - The person wants to read the fiche of a result.
 * @fires {RorAnomalieDemandeEvent} ror-anomalie-demande - The person wants to report an anomaly about a result.
 */
export class RorSearch extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, fieldStyles, comboboxStyles, menuStyles, styles, resultatsStyles];

  /** What is searched. The element replaces this object when the person changes it; setting it searches. */
  @property({ attribute: false }) criteres: Criteres = RIEN;

  /** Client to search with; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** How the results are shown; an unknown value counts as `liste`. */
  @property() vue: VueRecherche = 'liste';

  /** For a page without a session: no favourites, no kept searches, no report of anomalies. */
  @property({ type: Boolean, reflect: true }) lecture = false;

  /** Opens every établissement. */
  @property({ type: Boolean }) deplies = false;

  /** Level of the title of the results, 2 to 5; names of établissements are one below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Where places come from besides the server (`geocodeurAdresse`). */
  @property({ attribute: false }) geocodeur: Geocodeur | undefined;

  /** Who measures travel times (`itinerairesOsrm`); without one they are estimates of the server, and shown as such. */
  @property({ attribute: false }) itineraires: Itineraires | undefined;

  /** Background of the map; the policy of the page must allow it. */
  @property({ attribute: false }) tuiles: Tuiles | undefined;

  /** Labels of the codes, when they are not those of the package. */
  @property({ attribute: false }) source: NomenclatureSource | undefined;

  /** Makes a file of all the results; without it there is no button for that. */
  @property({ attribute: false }) exporter: Exporteur | undefined;

  readonly #mots = new WordsController(this, own);
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #menu = new Menu(this);
  readonly #lazy = new LazyController(this);
  readonly #libelles = new LibellesController(this, () => this.source);
  readonly #favoris = new FavorisController(this, () => this.#client.require());
  readonly #recherches = new RecherchesController(this, () => this.#client.require());
  readonly #lieu = new LieuController(this, {
    client: () => this.#client.require(), geocodeur: () => this.geocodeur, onSuggestions: (nombre) => { this.#announcer.say(this.#mots.current.recherche.suggestions(nombre)); },
    onOu: (voulu) => {
      const { ou, ...reste } = this.#criteres;
      if (voulu || ou) this.#changer({ ...reste, ...(voulu && { ou: voulu }) });
    },
    onErreur: () => { this.#announcer.say(this.#erreurLieu); },
  });
  readonly #quoi = new SuggestionsController<SuggestionQuoi>(this, {
    load: async (texte, signal) => (await this.#client.require().call('suggererQuoi', { texte: texte.slice(0, 200), ...this.#point() }, { signal })).suggestions,
    onDone: ({ length }) => { this.#announcer.say(this.#mots.current.recherche.suggestions(length)); },
  });
  readonly #recherche = new RechercheController(this, { client: () => this.#client.require(), itineraires: () => this.itineraires, onPage: (page, suite) => { this.#onPage(page, suite); } });

  @state() private ouverts: ReadonlySet<string> = new Set();
  @state() private etendues: ReadonlySet<string> = new Set();
  @state() private compares: ReadonlyMap<string, Compare> = new Map();
  @state() private filtres = false;
  @state() private fenetre: Fenetre | undefined;
  @state() private choisi: string | null = null;
  /** What failed and is neither the search nor a field. */
  @state() private panne = '';
  @query('dialog') private dialogue!: HTMLDialogElement | null;

  #exporting: AbortController | undefined;
  #focus: (() => HTMLElement | null | undefined) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#exporting?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has('client') || changed.has('lecture'))) {
      this.#favoris.forget();
      this.#recherches.forget();
      this.#lieu.suggestions.oublier();
      this.#quoi.oublier();
    }
    if (changed.has('geocodeur')) this.#lieu.suggestions.oublier();
    if (changed.has('deplies')) this.ouverts = this.deplies ? new Set(this.#recherche.etablissements.map(({ id }) => id)) : new Set();
    if (this.#client.awaited) return;
    if (!this.lecture && this.#client.current && (!this.hasUpdated || changed.has('client') || changed.has('lecture'))) {
      void this.#favoris.lister();
      void this.#recherches.lister();
    }
    if (!changed.has('criteres') && !changed.has('client')) return;
    if (criteresDonnes(this.#criteres).length > 0) void this.#recherche.lancer(this.#criteres);
    else if (changed.has('criteres') || !this.#recherche.page) this.#recherche.effacer();
  }

  protected override updated(): void {
    const dialogue = this.dialogue;
    if (this.fenetre && dialogue && !dialogue.open && dialogue.querySelector('h2')) {
      dialogue.showModal();
      dialogue.querySelector<HTMLElement>('h2')?.focus();
    }
    const focus = this.#focus;
    this.#focus = undefined;
    focus?.()?.focus();
  }

  /** Searches again, as it stands: what others changed meanwhile shows. Resolves when it has ended, in whatever way. */
  async rechercher(): Promise<void> {
    await this.#recherche.lancer(this.#criteres);
  }

  /** A host may give anything; what is no object asks nothing. */
  get #criteres(): Criteres {
    const given: unknown = this.criteres;
    return typeof given === 'object' && given !== null ? (given) : RIEN;
  }

  get #contexte(): Contexte {
    return {
      mots: this.#mots.current.recherche, libelles: this.#libelles, criteres: this.#criteres, etablissements: this.#recherche.etablissements,
      instant: this.#recherche.page?.instant ?? '', deplies: this.ouverts, compares: this.compares, headingLevel: this.headingLevel,
      favoris: this.#favoris.listes && new Set(this.#favoris.listes.flatMap(({ noeuds }) => noeuds.map(({ id }) => id))),
    };
  }

  /** Where it is searched, in words: what the person chose, else what the server calls it. */
  get #nomDuLieu(): string {
    const { ou } = this.#criteres;
    if (!ou) return '';
    const choisi = this.#lieu.nomDe(ou);
    if (choisi !== undefined || ou.genre === 'point') return choisi ?? (ou as { readonly libelle: string }).libelle;
    if (ou.genre === 'departement') return this.#libelles.de('COG_departements', ou.code);
    return this.#recherche.page?.lieu?.libelle ?? (ou.genre === 'structure' ? ou.id : ou.code);
  }

  #point(): { lat?: string; lon?: string } {
    const { ou } = this.#criteres;
    const point = ou?.genre === 'point' ? ou : ou && this.#recherche.page?.lieu;
    return point ? { lat: point.latitude.toFixed(5), lon: point.longitude.toFixed(5) } : {};
  }

  get #erreurLieu(): string {
    const { erreur } = this.#lieu;
    const { lieuInconnu, positionRefusee } = this.#mots.current.recherche;
    return erreur === undefined ? '' : erreur.code === 'inconnu' ? lieuInconnu(erreur.texte) : positionRefusee;
  }

  /** The person changed the search. */
  #changer(criteres: Criteres): void {
    this.#lieu.oublierErreur();
    this.panne = '';
    const suite = pruned(criteres);
    // What needs a place has no sense without one (REC-5).
    if (!situe(suite.ou)) for (const nom of ['distanceMax', 'dureeMax', 'deplacement'] as const) delete suite[nom];
    this.criteres = suite;
    this.dispatchEvent(new RorCriteresChangeEvent(suite));
  }

  readonly #onQuoi = (suggestion: SuggestionQuoi): void => {
    const { texte, ...reste } = this.#criteres;
    if (suggestion.genre === 'structure') return this.#changer({ ...reste, texte: suggestion.label.slice(0, 200) });
    const { genre, code } = suggestion;
    const autres = (reste.quoi ?? []).filter((one) => one.genre !== genre || one.code !== code);
    this.#changer({ ...reste, quoi: [...autres, { genre, code }].slice(-20) });
  };

  readonly #onTexte = (donne: string): void => {
    const { texte, ...reste } = this.#criteres;
    const voulu = donne.trim().slice(0, 200);
    if (voulu !== (texte ?? '')) this.#changer({ ...reste, ...(voulu !== '' && { texte: voulu }) });
  };

  readonly #onRechercher = (event: Event): void => {
    event.preventDefault();
    // What is still being typed counts; and without anything new, the same is searched again.
    const avant = this.criteres;
    for (const id of ['ou', 'quoi']) this.renderRoot.querySelector(`#${id}`)?.dispatchEvent(new Event('settle'));
    if (this.criteres === avant) void this.rechercher();
  };

  #onPage(page: PageResultats, suite: boolean): void {
    const { recherche: mots } = this.#mots.current;
    if (this.deplies) this.ouverts = new Set([...this.ouverts, ...page.etablissements.map(({ id }) => id)]);
    this.#announcer.say(suite ? mots.suiteRecue(page.etablissements.length) : `${phrase({ mots }, page)}.`);
  }

  #basculer(id: string): void {
    const suite = new Set(this.ouverts);
    if (!suite.delete(id)) suite.add(id);
    this.ouverts = suite;
  }

  #comparer(cible: Cible, voulu: boolean): void {
    const { recherche: mots } = this.#mots.current;
    const suite = new Map(this.compares);
    if (!voulu) suite.delete(cible.id);
    else if (cible.offre && suite.size < COMPARES_MAX) suite.set(cible.id, { offre: cible.offre, etablissement: cible.etablissement });
    else this.#announcer.say(mots.comparerPlein);
    if (suite.size !== this.compares.size) this.#announcer.say(mots.comparerSelection(suite.size));
    this.compares = suite;
    if (suite.size === 0 && this.fenetre === 'comparer') this.dialogue?.close();
    // A box that stays unticked for want of room must look so.
    this.requestUpdate();
  }

  #cible(id: string): Cible | undefined {
    const compare = this.compares.get(id);
    return cibleDe(id, this.#recherche.etablissements) ?? (compare && { id, nom: compare.offre.nom, ...compare });
  }

  /** One listener for all that is pressed in the results. */
  readonly #onClick = (event: MouseEvent): void => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-do]');
    const id = pressed?.dataset['id'] ?? '';
    const cible = pressed && this.#cible(id);
    if (!cible) return;
    switch (pressed.dataset['do']) {
      case 'deplier': return this.#basculer(id);
      case 'ouvrir': return this.#ouvrir(cible);
      case 'decomparer': return this.#comparer(cible, false);
      case 'comparer': {
        const box = pressed as HTMLInputElement;
        this.#comparer(cible, box.checked);
        box.checked = this.compares.has(id);
        return;
      }
      case 'actions': if (!this.#menu.closedBy(event, id)) this.#actions(cible, pressed);
    }
  };

  #ouvrir({ id, nom }: Cible): void {
    this.dialogue?.close();
    this.dispatchEvent(new RorFicheOpenEvent({ noeudId: id, nom }));
  }

  #actions(cible: Cible, at: HTMLElement): void {
    const { recherche: mots } = this.#mots.current;
    void this.#menu.open({
      label: mots.actionsDe(cible.nom), opener: cible.id, at: at.getBoundingClientRect(), entries: entrees(cible, { favori: this.#contexte.favoris?.has(cible.id), lecture: this.lecture }, mots),
      returnTo: () => this.renderRoot.querySelector<HTMLElement>(`[data-do="actions"][data-id="${CSS.escape(cible.id)}"]`),
      onChoose: (action) => { void this.#agir(action, cible); },
    });
  }

  async #agir(action: string, cible: Cible): Promise<void> {
    if (action === 'ouvrir') return this.#ouvrir(cible);
    if (action === 'signaler') return void this.dispatchEvent(new RorAnomalieDemandeEvent({ noeudId: cible.id, nom: cible.nom }));
    const { done, dit } = await agir(action, cible, { favori: this.#contexte.favoris?.has(cible.id) ?? false, favoris: this.#favoris }, this.#mots.current.recherche);
    this.#announcer.say(dit);
    this.panne = done ? '' : dit;
  }

  async #exporter(): Promise<void> {
    const { exportEnPanne } = this.#mots.current.recherche;
    this.#exporting?.abort();
    const { signal } = (this.#exporting = new AbortController());
    await Promise.resolve().then(() => this.exporter?.(this.#criteres, { signal })).catch(() => { if (!signal.aborted) this.panne = exportEnPanne; });
  }

  #renderVue(contexte: Contexte): unknown {
    const { recherche: mots, commun: { chargement } } = this.#mots.current;
    if (this.vue === 'tableau') return this.#lazy.get('tableau', () => import('./ror-search.tableau.ts'))?.tableau(contexte) ?? html`<p class="second">${chargement}</p>`;
    if (this.vue !== 'carte') return liste(contexte);
    const onChoisir = (id: string): void => {
      this.choisi = id;
      this.#focus = () => this.renderRoot.querySelector<HTMLElement>(`#point-${CSS.escape(id)} .lien`);
    };
    return this.#lazy.get('carte', () => import('./ror-search.carte.ts'))?.carte(contexte, { tuiles: this.tuiles, choisi: this.choisi, onChoisir, donnes: this.#mots.given }) ?? html`<p class="second">${mots.recherche}</p>`;
  }

  #renderResultats(contexte: Contexte, page: PageResultats): TemplateResult {
    const { recherche: mots } = this.#mots.current;
    const { itinerairesEnPanne, suite, suiteEnCours, etablissements } = this.#recherche;
    const avertissements = [itinerairesEnPanne ? mots.itinerairesEnPanne : '', this.panne].filter(Boolean);
    return html`${entete(contexte, {
      page, vue: this.vue, avertissements, exportable: this.exporter !== undefined,
      onVue: (vue) => { this.vue = vue; }, onTri: (tri: Tri) => { this.#changer({ ...this.#criteres, tri }); },
      onDeplier: (tout) => { this.ouverts = new Set(tout ? etablissements.map(({ id }) => id) : []); },
      onExporter: () => { void this.#exporter(); }, onComparer: () => { this.fenetre = 'comparer'; }, onVider: () => {
        this.compares = new Map();
        this.#focus = () => this.renderRoot.querySelector<HTMLElement>('#resultats');
      },
    })}
    ${page.nombreEtablissements === 0 ? rien(contexte, page, this.#nomDuLieu, (criteres) => { this.#changer(criteres); }) : this.#renderVue(contexte)}
    ${suite === null ? nothing : html`<button type="button" class="button suite" aria-disabled=${suiteEnCours ? 'true' : nothing} @click=${() => this.#recherche.plus()}>${mots.suite(etablissements.length, page.nombreEtablissements)}</button>`}`;
  }

  #renderFenetre(contexte: Contexte): unknown {
    const headingId = 'fenetre-titre';
    const donnes = this.#mots.given;
    if (this.fenetre === 'comparer') return this.#lazy.get('comparer', () => import('./ror-search.comparer.ts'))?.comparer(contexte, donnes, headingId);
    return this.fenetre && this.#lazy.get('enregistrees', () => import('./ror-search.enregistrees.ts'))?.enregistrees({
      recherches: this.#recherches, criteres: this.#criteres, donnes, headingId, say: this.#announcer.say,
      propose: criteresDonnes(this.#criteres).length > 0 ? this.#nomDuLieu : '',
      onLancer: (criteres) => {
        this.dialogue?.close();
        this.#changer(criteres);
      },
    });
  }

  protected override render(): TemplateResult {
    const { recherche: mots, commun: { reessayer, fermer } } = this.#mots.current;
    const contexte = this.#contexte;
    const { criteres } = contexte;
    const { status, failure, page } = this.#recherche;
    const lieu = this.#nomDuLieu;
    const nombre = criteresDonnes(criteres).filter(({ nom }) => nom !== 'quoi' && nom !== 'texte' && nom !== 'ou').length;
    const nouvelles = this.#recherches.liste?.reduce((sum, one) => sum + one.nouvelles, 0) ?? 0;
    return html`
      ${champs({
        mots, ou: this.#lieu, quoi: this.#quoi, lieu, texte: criteres.texte ?? '', erreur: this.#erreurLieu, onQuoi: this.#onQuoi, onTexte: this.#onTexte, onRechercher: this.#onRechercher,
      })}
      <div class="barre">${jetons(contexte, {
        lieu, onEffacer: () => {
          this.#changer({});
          this.#focus = () => this.renderRoot.querySelector<HTMLElement>('#quoi');
        }, onRetirer: (suite, dit, at) => {
          this.#changer(suite);
          this.#announcer.say(dit);
          this.#focus = () => [...this.renderRoot.querySelectorAll<HTMLElement>('.jeton')].at(Math.min(at, this.renderRoot.querySelectorAll('.jeton').length - 1)) ?? this.renderRoot.querySelector<HTMLElement>('#quoi');
        },
      })}${this.lecture || !this.#recherches.liste ? nothing : html`<button type="button" class="button quiet small" @click=${() => { this.fenetre = 'enregistrees'; }}>${nouvelles > 0 ? mots.mesRecherchesNouvelles(nouvelles) : mots.mesRecherches}</button>`}</div>
      ${this.#lieu.enPanne ? html`<p class="note">${mots.geocodeurEnPanne}</p>` : nothing}
      ${status === 'echec' && failure ? html`<div class="banner danger" role="alert"><p>${mots.echecs[failure.kind]}</p>
        <button type="button" class="button small" @click=${() => this.rechercher()}>${reessayer}</button></div>` : nothing}
      ${page ? html`<div class="corps">
        <section class="filtres ${this.filtres ? 'montres' : ''}" aria-label=${mots.affiner} part="filtres">
          <button type="button" class="button bascule" aria-expanded=${this.filtres} aria-controls="filtres" @click=${() => { this.filtres = !this.filtres; }}>${this.filtres ? mots.masquerFiltres : mots.affinerCompte(nombre)}</button>
          <div id="filtres">${facettes(contexte, { page, etendues: this.etendues, onChange: (suite) => { this.#changer(suite); }, onEtendre: (facette) => {
            const suite = new Set(this.etendues);
            if (!suite.delete(facette)) suite.add(facette);
            this.etendues = suite;
          } })}</div>
        </section>
        <section class="resultats" aria-label=${mots.resultats} aria-busy=${status === 'chargement' ? 'true' : nothing} @click=${this.#onClick} @pointerdown=${this.#menu.onPress}>${this.#renderResultats(contexte, page)}</section>
      </div>` : status === 'chargement' ? html`<p class="invitation">${mots.recherche}</p>` : status === 'repos' ? html`<p class="invitation">${mots.invitation}</p>` : nothing}
      <dialog aria-labelledby="fenetre-titre" @click=${this.#onClick} @close=${() => { this.fenetre = undefined; }}>
        ${this.#renderFenetre(contexte)}
        <form method="dialog" class="fin"><button class="button">${fermer}</button></form>
      </dialog>
      ${this.#menu.render()}${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-search': RorSearch }
}
