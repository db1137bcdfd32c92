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
import { criteresDonnes } from '../../engine/recherche/donnes.ts';
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
import { ALaDemande } from './a-la-demande.ts';
import { cibleDe, type Cible } from './cible.ts';
import { avecSuggestion, avecTexte, sensees } from './criteres.ts';
import { RorCriteresChangeEvent } from './events.ts';
import { champs } from './ror-search.champs.ts';
import { entete, jetons, phrase, rien } from './ror-search.entete.ts';
import { OUVERTES, volet } from './ror-search.facettes.ts';
import { erreurDeLieu, libelleLieu } from './libelles.ts';
import { liste, premiers } from './ror-search.liste.ts';
import { resultatsStyles } from './resultats.styles.ts';
import { styles } from './ror-search.styles.ts';
import { COMPARES_MAX, type Compare, type Contexte, type Exporteur, type VueRecherche } from './types.ts';

const own: Pick<Catalogue, 'recherche' | 'commun'> = { recherche, commun };
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
 * @fires {RorRechercheExportEvent} ror-recherche-export - The file of all the results is ready. Cancelable: a page that keeps it cancels the download.
 * @fires {RorFicheOpenEvent} ror-fiche-open - The person wants to read the fiche of a result.
 * @fires {RorAnomalieDemandeEvent} ror-anomalie-demande - The person wants to report an anomaly about a result.
 */
export class RorSearch extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, fieldStyles, comboboxFieldStyles, styles, resultatsStyles];

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

  /** Makes a file of all the results instead of the dialog of the element. */
  @property({ attribute: false }) exporter: Exporteur | undefined;

  readonly #mots = new WordsController(this, own);
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #pres = new NearView(this);
  readonly #aLaDemande = new ALaDemande(this, {
    client: () => this.#client.require(), mots: () => this.#mots.current.recherche, donnes: () => this.#mots.given, lecture: () => this.lecture, say: this.#announcer.say,
    ouvrir: (cible) => { this.#ouvrir(cible); },
    panne: (dit) => { this.panne = dit; },
  });
  readonly #champs = new LaterCombobox(this, async () => {
    const { combobox, comboboxListStyles } = await importAgain(() => import('../../ui/combobox-list.ts'));
    adopt(this, comboboxListStyles);
    return { combobox };
  }, () => { this.#announcer.say(this.#mots.current.recherche.suggestionsEnPanne); });
  readonly #libelles = new SetLabelsController(this, () => this.source);
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
  @state() private facettesOuvertes: ReadonlySet<string> = new Set<string>(OUVERTES);
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
      this.#aLaDemande.oublierSession();
      this.#lieu.suggestions.forget();
      this.#quoi.forget();
    }
    if (changed.has('geocodeur')) this.#lieu.suggestions.forget();
    if (changed.has('deplies')) this.#deplierTout(this.deplies);
    if (this.#client.awaited) return;
    if (!this.lecture && this.#client.current && (!this.hasUpdated || changed.has('client') || changed.has('lecture'))) this.#aLaDemande.ouvrirSession();
    if (!changed.has('criteres') && !changed.has('client')) return;
    if (criteresDonnes(this.#criteres).length > 0) void this.#recherche.run(this.#criteres);
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
    return typeof given === 'object' && given !== null ? (given) : RIEN;
  }

  get #contexte(): Contexte {
    return {
      mots: this.#mots.current.recherche, libelles: this.#libelles, criteres: this.#criteres, etablissements: this.#recherche.etablissements,
      instant: this.#recherche.page?.instant ?? '', deplies: this.ouverts, compares: this.compares, headingLevel: this.headingLevel,
      favoris: this.#aLaDemande.session?.favorisConnus, pres: this.#pres,
    };
  }

  get #nomDuLieu(): string {
    const { ou } = this.#criteres;
    return ou ? libelleLieu(ou, this.#lieu.nameOf(ou), this.#recherche.page, this.#libelles) : '';
  }

  #point({ ou } = this.#criteres): { lat?: string; lon?: string } {
    const point = ou?.genre === 'point' ? ou : ou && this.#recherche.page?.lieu;
    return point ? { lat: point.latitude.toFixed(5), lon: point.longitude.toFixed(5) } : {};
  }

  get #erreurLieu(): string {
    return erreurDeLieu(this.#lieu.error, this.#mots.current.recherche);
  }

  /** The person changed the search. */
  #changer(criteres: Criteres): void {
    this.#lieu.forgetError();
    this.panne = '';
    const suite = sensees(criteres);
    this.criteres = suite;
    this.dispatchEvent(new RorCriteresChangeEvent(suite));
  }

  readonly #onQuoi = (suggestion: SuggestionQuoi): void => { this.#changer(avecSuggestion(this.#criteres, suggestion)); };

  readonly #onTexte = (donne: string): void => {
    const suite = avecTexte(this.#criteres, donne);
    if (suite) this.#changer(suite);
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
    if (!suite) this.#pres.begin(premiers(page.etablissements, this.ouverts));
    // The button goes below what it brought, or away: who pressed it goes on with what is new.
    else if (this.shadowRoot?.activeElement?.matches('.suite')) this.#versElement(`.lien[data-id="${CSS.escape(page.etablissements[0]?.id ?? '')}"]`);
    this.#announcer.say(suite ? mots.suiteRecue(page.etablissements.length) : `${phrase({ mots }, page)}.`);
  }

  #deplierTout(voulu: boolean): void {
    this.ouverts = new Set(voulu ? this.#recherche.etablissements.map(({ id }) => id) : []);
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
    if (suite.size === 0) this.#aLaDemande.fermerFenetre();
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
      case 'actions': void this.#aLaDemande.montrerActions(event, cible, pressed);
    }
  };

  #ouvrir({ id, nom }: Cible): void {
    this.#aLaDemande.fermerFenetre();
    this.dispatchEvent(new RorFicheOpenEvent({ noeudId: id, nom }));
  }

  async #exporter(): Promise<void> {
    if (!this.exporter) return this.#aLaDemande.ouvrirFenetre('exporter');
    const { exportEnPanne } = this.#mots.current.recherche;
    this.#exporting?.abort();
    const { signal } = (this.#exporting = new AbortController());
    await Promise.resolve().then(() => this.exporter?.(this.#criteres, { signal })).catch(() => { if (!signal.aborted) this.panne = exportEnPanne; });
  }

  readonly #onEtendre = (facette: string): void => {
    const suite = new Set(this.etendues);
    if (!suite.delete(facette)) suite.add(facette);
    this.etendues = suite;
  };

  readonly #onOuvrirFacette = (facette: string, ouverte: boolean): void => {
    if (this.facettesOuvertes.has(facette) === ouverte) return;
    this.facettesOuvertes = new Set([...this.facettesOuvertes, facette].filter((one) => ouverte || one !== facette));
  };

  #renderVue(contexte: Contexte, vue: VueRecherche): unknown {
    const attente = html`<p class="second">${this.#mots.current.commun.chargement}</p>`;
    if (vue === 'tableau') return this.#aLaDemande.vue(vue)?.tableau(contexte) ?? attente;
    if (vue !== 'carte') return liste(contexte);
    const onChoisir = (id: string): void => {
      this.choisi = id;
      this.#versElement(`#point-${CSS.escape(id)} .lien`);
    };
    return this.#aLaDemande.vue(vue)?.carte(contexte, { tuiles: this.tuiles, depart: this.#recherche.page?.lieu, choisi: this.choisi, onChoisir, donnes: this.#mots.given }) ?? attente;
  }

  /** Where the focus goes once it is drawn. */
  #versElement(selector: string): void {
    this.#focus = () => this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #renderResultats(contexte: Contexte, page: PageResultats): TemplateResult {
    const { recherche: mots } = this.#mots.current;
    const { itinerairesDown: itinerairesEnPanne, suite, readingMore: suiteEnCours, etablissements } = this.#recherche;
    const avertissements = [itinerairesEnPanne ? mots.itinerairesEnPanne : '', this.panne].filter(Boolean);
    const vue = this.#aLaDemande.vueDe(this.vue);
    return html`${entete(contexte, {
      page, vue, avertissements, onVue: (voulue) => {
        this.#aLaDemande.redemander(voulue);
        this.vue = voulue;
      }, onTri: (tri: Tri) => { this.#changer({ ...this.#criteres, tri }); },
      onDeplier: (tout) => { this.#deplierTout(tout); },
      onExporter: () => { void this.#exporter(); }, onComparer: () => { void this.#aLaDemande.ouvrirFenetre('comparer'); }, onVider: () => {
        this.compares = new Map();
        this.#versElement('#resultats');
      },
    })}
    ${page.nombreEtablissements === 0 ? rien(contexte, page, this.#nomDuLieu, (criteres) => {
      this.#changer(criteres);
      this.#versElement('#resultats');
    }) : this.#renderVue(contexte, vue)}
    ${suite === null ? nothing : html`<button type="button" class="button suite" aria-disabled=${suiteEnCours ? 'true' : nothing} @click=${() => this.#recherche.more()}>${mots.suite(etablissements.length, page.nombreEtablissements)}</button>`}`;
  }

  protected override render(): TemplateResult {
    const { recherche: mots, commun: { reessayer, fermer } } = this.#mots.current;
    const contexte = this.#contexte;
    const { criteres } = contexte;
    const { status, failure, page } = this.#recherche;
    const lieu = this.#nomDuLieu;
    const nombre = criteresDonnes(criteres).filter(({ nom }) => nom !== 'quoi' && nom !== 'texte' && nom !== 'ou').length;
    const kept = this.#aLaDemande.session?.recherches.liste;
    const nouvelles = kept?.reduce((sum, one) => sum + one.nouvelles, 0) ?? 0;
    return html`
      ${champs({
        mots, combobox: this.#champs, ou: this.#lieu, quoi: this.#quoi, lieu, texte: criteres.texte ?? '', erreur: this.#erreurLieu, onQuoi: this.#onQuoi, onTexte: this.#onTexte, onRechercher: this.#onRechercher,
      })}
      <div class="barre">${jetons(contexte, {
        lieu, onEffacer: () => {
          this.#changer({});
          this.#versElement('#quoi');
        }, onRetirer: (suite, dit, at) => {
          this.#changer(suite);
          this.#announcer.say(dit);
          this.#focus = () => [...this.renderRoot.querySelectorAll<HTMLElement>('.jeton')].at(Math.min(at, this.renderRoot.querySelectorAll('.jeton').length - 1)) ?? this.renderRoot.querySelector<HTMLElement>('#quoi');
        },
      })}${!kept ? nothing : html`<button type="button" class="button quiet small" @click=${() => this.#aLaDemande.ouvrirFenetre('enregistrees')}>${nouvelles > 0 ? mots.mesRecherchesNouvelles(nouvelles) : mots.mesRecherches}</button>`}</div>
      ${this.#champs.failed ? html`<p class="note">${mots.suggestionsEnPanne}</p>` : nothing}
      ${this.#lieu.down ? html`<p class="note">${mots.geocodeurEnPanne}</p>` : nothing}
      ${status === 'echec' && failure ? html`<div class="banner danger" role="alert"><p>${mots.echecs[failure.kind]}</p>
        <button type="button" class="button small" @click=${() => this.rechercher()}>${reessayer}</button></div>` : nothing}
      ${page ? html`<div class="corps">
        ${volet(contexte, {
          page, lecture: this.lecture, etendues: this.etendues, ouvertes: this.facettesOuvertes, montre: this.filtres, nombre, onOuvrir: this.#onOuvrirFacette, onEtendre: this.#onEtendre,
          onMontrer: () => { this.filtres = !this.filtres; }, onChange: (suite) => { this.#changer(suite); },
        })}
        <section class="resultats" aria-label=${mots.resultats} aria-busy=${status === 'chargement' ? 'true' : nothing} @click=${this.#onClick} @pointerdown=${this.#aLaDemande.onPress}>${this.#renderResultats(contexte, page)}</section>
      </div>` : status === 'chargement' ? html`<p class="invitation">${mots.recherche}</p>` : status === 'repos' ? html`<p class="invitation">${mots.invitation}</p>` : nothing}
      ${this.#aLaDemande.renderFenetre(() => ({
        contexte, lieu, fermer, donnes: this.#mots.given, source: this.source, session: this.#aLaDemande.session, client: () => this.#client.require(),
        say: this.#announcer.say, onClick: this.#onClick, annonce: this.#announcer.render(), lancer: (suite) => {
          this.#aLaDemande.fermerFenetre();
          this.#changer(suite);
        },
      }))}
      ${this.#aLaDemande.renderMenu()}${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-search': RorSearch }
}
