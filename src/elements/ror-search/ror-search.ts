import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Geocodeur, Itineraires } from '../../client/ports-recherche.ts';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { SetLabelsController } from '../../controllers/set-labels-controller.ts';
import { LieuController } from '../../controllers/lieu-controller.ts';
import { RechercheController } from '../../controllers/recherche-controller.ts';
import { SuggestionsController } from '../../controllers/suggestions-controller.ts';
import { WordsController } from '../../controllers/words-controller.ts';
import type { Criteres, Tri } from '../../engine/recherche/criteres.ts';
import { criteresGiven } from '../../engine/recherche/given.ts';
import type { PageResultats, SuggestionQuoi } from '../../engine/recherche/resultats.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { recherche } from '../../i18n/fr/recherche.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { importAgain } from '../../nomenclature/import-again.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import type { Tuiles } from '../../ui/carte.ts';
import { comboboxFieldStyles } from '../../ui/combobox-field.styles.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { adopt } from '../../ui/adopt.ts';
import { LaterCombobox } from '../../ui/later-combobox.ts';
import { NearView } from '../../ui/near-view.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorFicheOpenEvent } from '../ror-fiche/open-event.ts';
import { PartsOnDemand } from './parts-on-demand.ts';
import { targetOf, type Target } from './target.ts';
import { withSuggestion, withTexte, sensible } from './criteres.ts';
import { RorCriteresChangeEvent } from './events.ts';
import { renderFields } from './ror-search.fields.ts';
import { renderHeader, renderChips, summary, renderNothingFound } from './ror-search.header.ts';
import { OPEN_AT_START, renderPanel } from './ror-search.facettes.ts';
import { lieuError, lieuLabel } from './labels.ts';
import { renderList, firstOffres } from './ror-search.list.ts';
import { resultsStyles } from './results.styles.ts';
import { styles } from './ror-search.styles.ts';
import { MOST_COMPARED, type Compare, type Contexte, type Exporteur, type VueRecherche } from './types.ts';

const own: Pick<Catalogue, 'recherche' | 'commun'> = { recherche, commun };
const NONE: Criteres = {};

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
 * @fires {RorRechercheExportEvent} ror-recherche-export - The file of all the results is ready. Cancelable: a page that keeps it cancels the download.
 * @fires {RorFicheOpenEvent} ror-fiche-open - The person wants to read the fiche of a result.
 * @fires {RorAnomalieDemandeEvent} ror-anomalie-demande - The person wants to report an anomaly about a result.
 */
export class RorSearch extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, fieldStyles, comboboxFieldStyles, styles, resultsStyles];

  /** What is searched. The element replaces this object when the person changes it; setting it searches. */
  @property({ attribute: false }) criteres: Criteres = NONE;

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

  /** Makes a file of all the results instead of the dialog of the element. */
  @property({ attribute: false }) exporter: Exporteur | undefined;

  readonly #words = new WordsController(this, own);
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #near = new NearView(this);
  readonly #parts = new PartsOnDemand(this, {
    client: () => this.#client.require(), mots: () => this.#words.current.recherche, donnes: () => this.#words.given, lecture: () => this.lecture, say: this.#announcer.say,
    ouvrir: (cible) => { this.#open(cible); },
    panne: (dit) => { this.panne = dit; },
  });
  readonly #fields = new LaterCombobox(this, async () => {
    const { combobox, comboboxListStyles } = await importAgain(() => import('../../ui/combobox-list.ts'));
    adopt(this.renderRoot, comboboxListStyles);
    return { combobox };
  }, () => { this.#announcer.say(this.#words.current.recherche.suggestionsEnPanne); });
  readonly #labels = new SetLabelsController(this, () => this.source);
  readonly #lieu = new LieuController(this, {
    client: () => this.#client.require(), geocodeur: () => this.geocodeur, onSuggestions: (nombre) => { this.#announcer.say(this.#words.current.recherche.suggestions(nombre)); },
    onOu: (voulu) => {
      const { ou, ...reste } = this.#criteres;
      if (voulu || ou) this.#change({ ...reste, ...(voulu && { ou: voulu }) });
    },
    onErreur: () => { this.#announcer.say(this.#lieuError); },
  });
  readonly #quoi = new SuggestionsController<SuggestionQuoi>(this, {
    load: async (texte, signal) => (await this.#client.require().call('suggererQuoi', { texte: texte.slice(0, 200), ...this.#point() }, { signal })).suggestions,
    onDone: ({ length }) => { this.#announcer.say(this.#words.current.recherche.suggestions(length)); },
  });
  readonly #recherche = new RechercheController(this, { client: () => this.#client.require(), itineraires: () => this.itineraires, onPage: (page, suite) => { this.#onPage(page, suite); } });

  @state() private ouverts: ReadonlySet<string> = new Set();
  @state() private etendues: ReadonlySet<string> = new Set();
  @state() private compares: ReadonlyMap<string, Compare> = new Map();
  @state() private facettesOuvertes: ReadonlySet<string> = new Set<string>(OPEN_AT_START);
  @state() private filtres = false;
  @state() private choisi: string | null = null;
  /** What failed and is neither the search nor a field. */
  @state() private panne = '';

  #exporting: AbortController | undefined;
  #focus: (() => HTMLElement | null | undefined) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#exporting?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has('client') || changed.has('lecture'))) {
      this.#parts.forgetSession();
      this.#lieu.suggestions.forget();
      this.#quoi.forget();
    }
    if (changed.has('geocodeur')) this.#lieu.suggestions.forget();
    if (changed.has('deplies')) this.#unfoldAll(this.deplies);
    if (this.#client.awaited) return;
    if (!this.lecture && this.#client.current && (!this.hasUpdated || changed.has('client') || changed.has('lecture'))) this.#parts.openSession();
    if (!changed.has('criteres') && !changed.has('client')) return;
    if (criteresGiven(this.#criteres).length > 0) void this.#recherche.run(this.#criteres);
    else if (changed.has('criteres') || !this.#recherche.page) this.#recherche.clear();
  }

  protected override updated(): void {
    const focus = this.#focus;
    this.#focus = undefined;
    focus?.()?.focus();
  }

  /** Searches again, as it stands: what others changed meanwhile shows. Resolves when it has ended, in whatever way. */
  async rechercher(): Promise<void> {
    await this.#recherche.run(this.#criteres);
  }

  /** A host may give anything; what is no object asks nothing. */
  get #criteres(): Criteres {
    const given: unknown = this.criteres;
    return typeof given === 'object' && given !== null ? (given) : NONE;
  }

  get #contexte(): Contexte {
    return {
      mots: this.#words.current.recherche, libelles: this.#labels, criteres: this.#criteres, etablissements: this.#recherche.etablissements,
      instant: this.#recherche.page?.instant ?? '', deplies: this.ouverts, compares: this.compares, headingLevel: this.headingLevel,
      favoris: this.#parts.session?.knownFavoris, pres: this.#near,
    };
  }

  get #lieuName(): string {
    const { ou } = this.#criteres;
    return ou ? lieuLabel(ou, this.#lieu.nameOf(ou), this.#recherche.page, this.#labels) : '';
  }

  #point({ ou } = this.#criteres): { lat?: string; lon?: string } {
    const point = ou?.genre === 'point' ? ou : ou && this.#recherche.page?.lieu;
    return point ? { lat: point.latitude.toFixed(5), lon: point.longitude.toFixed(5) } : {};
  }

  get #lieuError(): string {
    return lieuError(this.#lieu.error, this.#words.current.recherche);
  }

  /** The person changed the search. */
  #change(criteres: Criteres): void {
    this.#lieu.forgetError();
    this.panne = '';
    const suite = sensible(criteres);
    this.criteres = suite;
    this.dispatchEvent(new RorCriteresChangeEvent(suite));
  }

  readonly #onQuoi = (suggestion: SuggestionQuoi): void => { this.#change(withSuggestion(this.#criteres, suggestion)); };

  readonly #onTexte = (donne: string): void => {
    const suite = withTexte(this.#criteres, donne);
    if (suite) this.#change(suite);
  };

  readonly #onRechercher = (event: Event): void => {
    event.preventDefault();
    // What is still being typed counts; and without anything new, the same is searched again.
    const avant = this.criteres;
    for (const id of ['ou', 'quoi']) this.renderRoot.querySelector(`#${id}`)?.dispatchEvent(new Event('settle'));
    if (this.criteres === avant) void this.rechercher();
  };

  #onPage(page: PageResultats, suite: boolean): void {
    const { recherche: mots } = this.#words.current;
    if (this.deplies) this.ouverts = new Set([...this.ouverts, ...page.etablissements.map(({ id }) => id)]);
    if (!suite) this.#near.begin(firstOffres(page.etablissements, this.ouverts));
    // The button goes below what it brought, or away: who pressed it goes on with what is new.
    else if (this.shadowRoot?.activeElement?.matches('.suite')) this.#focusOn(`.lien[data-id="${CSS.escape(page.etablissements[0]?.id ?? '')}"]`);
    this.#announcer.say(suite ? mots.suiteRecue(page.etablissements.length) : `${summary({ mots }, page)}.`);
  }

  #unfoldAll(voulu: boolean): void {
    this.ouverts = new Set(voulu ? this.#recherche.etablissements.map(({ id }) => id) : []);
  }

  #toggle(id: string): void {
    const suite = new Set(this.ouverts);
    if (!suite.delete(id)) suite.add(id);
    this.ouverts = suite;
  }

  #compare(cible: Target, voulu: boolean): void {
    const { recherche: mots } = this.#words.current;
    const suite = new Map(this.compares);
    if (!voulu) suite.delete(cible.id);
    else if (cible.offre && suite.size < MOST_COMPARED) suite.set(cible.id, { offre: cible.offre, etablissement: cible.etablissement });
    else this.#announcer.say(mots.comparerPlein);
    if (suite.size !== this.compares.size) this.#announcer.say(mots.comparerSelection(suite.size));
    this.compares = suite;
    if (suite.size === 0) this.#parts.closeDialog();
    // A box that stays unticked for want of room must look so.
    this.requestUpdate();
  }

  #targetOf(id: string): Target | undefined {
    const compare = this.compares.get(id);
    return targetOf(id, this.#recherche.etablissements) ?? (compare && { id, nom: compare.offre.nom, ...compare });
  }

  /** One listener for all that is pressed in the results. */
  readonly #onClick = (event: MouseEvent): void => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-do]');
    const id = pressed?.dataset['id'] ?? '';
    const cible = pressed && this.#targetOf(id);
    if (!cible) return;
    switch (pressed.dataset['do']) {
      case 'deplier': return this.#toggle(id);
      case 'ouvrir': return this.#open(cible);
      case 'decomparer': return this.#compare(cible, false);
      case 'comparer': {
        const box = pressed as HTMLInputElement;
        this.#compare(cible, box.checked);
        box.checked = this.compares.has(id);
        return;
      }
      case 'actions': void this.#parts.showActions(event, cible, pressed);
    }
  };

  #open({ id, nom }: Target): void {
    this.#parts.closeDialog();
    this.dispatchEvent(new RorFicheOpenEvent({ noeudId: id, nom }));
  }

  async #export(): Promise<void> {
    if (!this.exporter) return this.#parts.openDialog('exporter');
    const { exportEnPanne } = this.#words.current.recherche;
    this.#exporting?.abort();
    const { signal } = (this.#exporting = new AbortController());
    await Promise.resolve().then(() => this.exporter?.(this.#criteres, { signal })).catch(() => { if (!signal.aborted) this.panne = exportEnPanne; });
  }

  readonly #onExtend = (facette: string): void => {
    const suite = new Set(this.etendues);
    if (!suite.delete(facette)) suite.add(facette);
    this.etendues = suite;
  };

  readonly #onOpenFacette = (facette: string, ouverte: boolean): void => {
    if (this.facettesOuvertes.has(facette) === ouverte) return;
    this.facettesOuvertes = new Set([...this.facettesOuvertes, facette].filter((one) => ouverte || one !== facette));
  };

  #renderView(contexte: Contexte, vue: VueRecherche): unknown {
    const attente = html`<p class="second">${this.#words.current.commun.chargement}</p>`;
    if (vue === 'tableau') return this.#parts.view(vue)?.renderTable(contexte) ?? attente;
    if (vue !== 'carte') return renderList(contexte);
    const onChoisir = (id: string): void => {
      this.choisi = id;
      this.#focusOn(`#point-${CSS.escape(id)} .lien`);
    };
    return this.#parts.view(vue)?.renderMap(contexte, { tuiles: this.tuiles, depart: this.#recherche.page?.lieu, choisi: this.choisi, onChoisir, donnes: this.#words.given }) ?? attente;
  }

  /** Where the focus goes once it is drawn. */
  #focusOn(selector: string): void {
    this.#focus = () => this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #renderResults(contexte: Contexte, page: PageResultats): TemplateResult {
    const { recherche: mots } = this.#words.current;
    const { itinerairesDown: itinerairesEnPanne, suite, readingMore: suiteEnCours, etablissements } = this.#recherche;
    const avertissements = [itinerairesEnPanne ? mots.itinerairesEnPanne : '', this.panne].filter(Boolean);
    const vue = this.#parts.viewFor(this.vue);
    return html`${renderHeader(contexte, {
      page, vue, avertissements, onVue: (voulue) => {
        this.#parts.askAgain(voulue);
        this.vue = voulue;
      }, onTri: (tri: Tri) => { this.#change({ ...this.#criteres, tri }); },
      onDeplier: (tout) => { this.#unfoldAll(tout); },
      onExporter: () => { void this.#export(); }, onComparer: () => { void this.#parts.openDialog('comparer'); }, onVider: () => {
        this.compares = new Map();
        this.#focusOn('#resultats');
      },
    })}
    ${page.nombreEtablissements === 0 ? renderNothingFound(contexte, page, this.#lieuName, (criteres) => {
      this.#change(criteres);
      this.#focusOn('#resultats');
    }) : this.#renderView(contexte, vue)}
    ${suite === null ? nothing : html`<button type="button" class="button suite" aria-disabled=${suiteEnCours ? 'true' : nothing} @click=${() => this.#recherche.more()}>${mots.suite(etablissements.length, page.nombreEtablissements)}</button>`}`;
  }

  protected override render(): TemplateResult {
    const { recherche: mots, commun: { reessayer, fermer } } = this.#words.current;
    const contexte = this.#contexte;
    const { criteres } = contexte;
    const { status, failure, page } = this.#recherche;
    const lieu = this.#lieuName;
    const nombre = criteresGiven(criteres).filter(({ nom }) => nom !== 'quoi' && nom !== 'texte' && nom !== 'ou').length;
    const kept = this.#parts.session?.recherches.liste;
    const nouvelles = kept?.reduce((sum, one) => sum + one.nouvelles, 0) ?? 0;
    return html`
      ${renderFields({
        mots, combobox: this.#fields, ou: this.#lieu, quoi: this.#quoi, lieu, texte: criteres.texte ?? '', erreur: this.#lieuError, onQuoi: this.#onQuoi, onTexte: this.#onTexte, onRechercher: this.#onRechercher,
      })}
      <div class="barre">${renderChips(contexte, {
        lieu, onEffacer: () => {
          this.#change({});
          this.#focusOn('#quoi');
        }, onRetirer: (suite, dit, at) => {
          this.#change(suite);
          this.#announcer.say(dit);
          this.#focus = () => [...this.renderRoot.querySelectorAll<HTMLElement>('.jeton')].at(Math.min(at, this.renderRoot.querySelectorAll('.jeton').length - 1)) ?? this.renderRoot.querySelector<HTMLElement>('#quoi');
        },
      })}${!kept ? nothing : html`<button type="button" class="button quiet small" @click=${() => this.#parts.openDialog('enregistrees')}>${nouvelles > 0 ? mots.mesRecherchesNouvelles(nouvelles) : mots.mesRecherches}</button>`}</div>
      ${this.#fields.failed ? html`<p class="note">${mots.suggestionsEnPanne}</p>` : nothing}
      ${this.#lieu.down ? html`<p class="note">${mots.geocodeurEnPanne}</p>` : nothing}
      ${status === 'echec' && failure ? html`<div class="banner danger" role="alert"><p>${mots.echecs[failure.kind]}</p>
        <button type="button" class="button small" @click=${() => this.rechercher()}>${reessayer}</button></div>` : nothing}
      ${page ? html`<div class="corps">
        ${renderPanel(contexte, {
          page, lecture: this.lecture, etendues: this.etendues, ouvertes: this.facettesOuvertes, montre: this.filtres, nombre, onOuvrir: this.#onOpenFacette, onEtendre: this.#onExtend,
          onMontrer: () => { this.filtres = !this.filtres; }, onChange: (suite) => { this.#change(suite); },
        })}
        <section class="resultats" aria-label=${mots.resultats} aria-busy=${status === 'chargement' ? 'true' : nothing} @click=${this.#onClick} @pointerdown=${this.#parts.onPress}>${this.#renderResults(contexte, page)}</section>
      </div>` : status === 'chargement' ? html`<p class="invitation">${mots.recherche}</p>` : status === 'repos' ? html`<p class="invitation">${mots.invitation}</p>` : nothing}
      ${this.#parts.renderDialog(() => ({
        contexte, lieu, fermer, donnes: this.#words.given, source: this.source, session: this.#parts.session, client: () => this.#client.require(),
        say: this.#announcer.say, onClick: this.#onClick, annonce: this.#announcer.render(), lancer: (suite) => {
          this.#parts.closeDialog();
          this.#change(suite);
        },
      }))}
      ${this.#parts.renderMenu()}${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-search': RorSearch }
}
