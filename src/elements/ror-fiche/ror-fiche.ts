import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { LabelsController } from '../../controllers/labels-controller.ts';
import { LazyController } from '../../controllers/lazy-controller.ts';
import { MessagesController } from '../../controllers/messages-controller.ts';
import { ResourceController } from '../../controllers/resource-controller.ts';
import { loadSurroundings } from '../../controllers/surroundings.ts';
import { wordsOf } from '../../controllers/words-controller.ts';
import type { FicheShown } from '../../documents/fiche-document.ts';
import type { NoeudRepertoire } from '../../domain/noeud.ts';
import { interpret } from '../../engine/fiche/interpret.ts';
import { loadFormSchema } from '../../engine/fiche/load-schema.ts';
import { describeOption } from '../../engine/fiche/options.ts';
import type { FormView, SectionView } from '../../engine/fiche/types.ts';
import { ficheLue } from '../../i18n/fr/fiche-lue.ts';
import { officialSource, type NomenclatureSource } from '../../nomenclature/load.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import type { Tuiles } from '../../ui/carte.ts';
import { heading } from '../../ui/heading.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorDossierOpenEvent } from '../ror-dossier/events.ts';
import { renderSupport, type Support } from '../ror-fiche-form/ror-fiche-form.ailleurs.ts';
import { RorAnomalieDemandeEvent } from '../ror-signalement/events.ts';
import { LieuMap } from './lieu-map.ts';
import { contactsAsText, PRACTICAL } from './contacts.ts';
import { RorDossierDemandeEvent } from './events.ts';
import { ExportPdf } from './export-pdf.ts';
import { toggleFavori } from './favori.ts';
import { printStyles } from './print.styles.ts';
import { PrintView } from './print-view.ts';
import { situationOf, type Lue, type Situation } from './lue.ts';
import { Minute } from './minute.ts';
import { RorFicheOpenEvent } from './open-event.ts';
import { linesOf, renderLines, type Mots } from './ror-fiche.blocs.ts';
import { renderChildren } from './ror-fiche.children.ts';
import { renderBanner, renderHeader } from './ror-fiche.header.ts';
import { renderLieu, type AutreCarte } from './ror-fiche.lieu.ts';
import { styles } from './ror-fiche.styles.ts';
import { Corrections } from './corrections.ts';

interface Enfants { readonly parentId: string; readonly noeuds: readonly NoeudRepertoire[]; readonly suite: string | null }
/** A block as it is drawn. */
interface Bloc { readonly id: string; readonly titre: string; readonly corps: unknown; readonly ailleurs: boolean; readonly corrigeable: boolean }

/**
 * One published fiche of the répertoire: what it says, to whom it says it, where it is, whether it is open, which dossier holds
 * it; and *Modifier un encadré* for those who may.
 *
 * @csspart banner - The message about the dossier that holds the fiche.
 * @csspart header - Name, state and tools.
 * @csspart toolbar - The buttons of the header.
 * @csspart section - One block of the fiche.
 * @csspart correction - The form of the block being corrected.
 * @csspart repercussion - *Répercuter dans le dossier ?*
 * @csspart printed - The fiche as a document, while the page is printed.
 * @fires {RorDossierOpenEvent} ror-dossier-open - The person wants to open the dossier that holds this fiche.
 * @fires {RorDossierDemandeEvent} ror-dossier-demande - The person wants a dossier on this structure, which has none.
 * @fires {RorFicheOpenEvent} ror-fiche-open - The person goes to another fiche, above or below: by its link when the host gives `lien`, else it is shown here.
 * @fires {RorFicheCorrectionEvent} ror-fiche-correction - The person corrected a block; it is in the répertoire.
 * @fires {RorFavorisChangeEvent} ror-favoris-change - The person put the fiche into their favourites, or took it out.
 * @fires {RorAnomalieDemandeEvent} ror-anomalie-demande - The person wants to report an anomaly of this fiche.
 * @fires {RorFicheExportEvent} ror-fiche-export - The fiche is ready as a PDF file. Cancelable.
 */
export class RorFiche extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, styles, printStyles];

  /** Client to use; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** Node of the répertoire to show; null shows an invitation to choose one. */
  @property({ attribute: 'noeud-id' }) noeudId: string | null = null;

  /** Level of the title of the fiche, 2 to 4; its blocks are one below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Where the background of the map comes from; without it the place is told by its address and its point. */
  @property({ attribute: false }) tuiles: Tuiles | undefined;

  /** Other maps to open the place in, by name. */
  @property({ attribute: false }) ouvrirDans: readonly AutreCarte[] = [];

  /** Address of the page of a node: its names become links, and *Copier le lien* appears. */
  @property({ attribute: false }) lien: ((noeudId: string) => string) | undefined;

  /** Whom to ask for what is not corrected here. */
  @property({ attribute: false }) support: Support | undefined;

  /** Only to be read, whatever the person may correct. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Where value sets come from; by default the editions of the package. */
  @property({ attribute: false }) source: NomenclatureSource = officialSource;

  readonly #messages = new MessagesController(this);
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #lazy = new LazyController(this);
  readonly #fiche = new ResourceController(this, (signal) => this.#read(signal));
  readonly #children = new ResourceController(this, (signal) => this.#readEnfants(signal));
  readonly #types = new LabelsController(this, () => import('../../nomenclature/data/J41.json'));
  readonly #map = new LieuMap(this, () => {
    const point = this.#readFiche && situationOf(this.#readFiche)?.point;
    return point && this.tuiles ? { tuiles: this.tuiles, point: { id: this.#readFiche.noeud.id, nom: this.#readFiche.noeud.nom, ...point } } : undefined;
  });
  readonly #shown = (): FicheShown | undefined => {
    const lue = this.#readFiche;
    return lue && {
      titre: lue.noeud.nom, etat: this.#messages.current.lecture.types[lue.noeud.type], chemin: lue.ancetres.map(({ nom }) => nom), view: this.#viewOf(lue), contenu: lue.contenu, context: lue.context,
      slices: lue.schema.slices, publiee: lue.dateMiseJour, maintenant: new Date().toISOString(), adresse: this.lien ? new URL(this.lien(lue.noeud.id), document.baseURI).href : location.href,
    };
  };
  readonly #export = new ExportPdf(this, { messages: () => this.#messages.current, fiche: this.#shown, say: this.#announcer.say });
  readonly #print = new PrintView(this, () => this.#messages.current, this.#shown);
  readonly #corrections = new Corrections(this, {
    client: () => this.#client.require(), messages: () => this.#messages.current, dire: this.#announcer.say, lue: () => this.#readFiche,
    adopter: ({ contenu, version, dateMiseJour }) => {
      if (!this.#fiche.value) return;
      this.#fiche.value = { ...this.#fiche.value, contenu, version, dateMiseJour, fraicheur: { etat: 'a-jour', jours: 0 } };
      void this.#fiche.run();
    },
    mener: (encadre) => { void this.#lead(`encadre-${encadre}`, 'titre'); },
  });
  #leadsTo = false;
  /** Node whose name the person wants to correct. */
  #toRename: string | null = null;
  #view: { readonly lue: Lue; readonly view: FormView } | undefined;

  constructor() {
    super();
    new Minute(this);
  }

  /** Whether a block holds something that is not saved. */
  get modified(): boolean {
    return this.#corrections.modified;
  }

  /** Reads the fiche again: something of it was changed elsewhere. */
  async reload(): Promise<void> {
    if (this.noeudId !== null && !this.#client.awaited) await this.#fiche.run();
  }

  /** Opens the block that holds the name, once the fiche is there; leads to the title when the name is not corrected here. */
  renommer(): void {
    this.#toRename = this.noeudId;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('noeudId')) {
      this.#corrections.leave(changed.get('noeudId') ?? null);
      this.#children.reset();
    }
    if (changed.has('noeudId') && this.noeudId === null) this.#fiche.reset();
    else if ((changed.has('noeudId') || changed.has('client')) && this.noeudId !== null && !this.#client.awaited) void this.#fiche.run();
    const lue = this.#readFiche;
    if (lue && lue.noeud.nombreEnfants > 0 && this.#children.status === 'idle') queueMicrotask(() => { void this.#children.run(); });
  }

  protected override updated(): void {
    const lue = this.#fiche.status === 'loading' ? undefined : this.#readFiche;
    if (lue && this.#toRename === lue.noeud.id) {
      this.#toRename = null;
      const { names, sections } = lue.schema;
      const bloc = this.readonly ? undefined : sections.find(({ id, fields }) => lue.encadres.includes(id) && fields.some(({ path }) => names.includes(path)));
      if (bloc) this.#corrections.open(lue, bloc.id); else this.#leadsTo = true;
    }
    if (this.#leadsTo && this.#readFiche && this.#fiche.status !== 'loading') {
      this.#leadsTo = false;
      void this.#lead('titre');
    }
  }

  /** What is on screen: never the fiche of another node. */
  get #readFiche(): Lue | undefined {
    const { value, failure } = this.#fiche;
    return value?.noeud.id === this.noeudId && failure?.kind !== 'missing' ? value : undefined;
  }

  async #read(signal: AbortSignal): Promise<Lue> {
    const client = this.#client.require();
    const [answer, acteur] = await Promise.all([client.call('lireNoeud', { noeudId: this.noeudId! }, { signal }), client.call('lireProfil', {}, { signal })]);
    const schema = await loadFormSchema(answer.noeud.type);
    const { etablissement, contenu } = answer;
    const categorie = (etablissement?.contenu ?? contenu)['categorieEG'];
    return { ...answer, acteur, schema, context: { ...(await loadSurroundings(schema, this.source)), role: acteur.role, categorieEG: typeof categorie === 'string' ? categorie : undefined, nomEG: etablissement?.nom } };
  }

  async #readEnfants(signal: AbortSignal): Promise<Enfants> {
    const parentId = this.noeudId!;
    const { value } = this.#children;
    const avant = value?.parentId === parentId ? value : undefined;
    const { noeuds, suite } = await this.#client.require().call('listerNoeuds', { parentId, ...(avant?.suite && { suite: avant.suite }) }, { signal });
    return { parentId, noeuds: [...avant?.noeuds ?? [], ...noeuds], suite };
  }

  #viewOf(lue: Lue): FormView {
    if (this.#view?.lue !== lue) this.#view = { lue, view: interpret(lue.schema, { contenu: lue.contenu, illisibles: {} }, lue.context) };
    return this.#view.view;
  }

  /** Leads to the first of these that is there. */
  async #lead(...ids: readonly string[]): Promise<void> {
    await this.updateComplete;
    ids.map((id) => this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)).find(Boolean)?.focus();
  }

  // --- What the person does ------------------------------------------------------------------------------------------

  /** @param parLien the browser follows the link. */
  #goTo(noeudId: string, nom: string, parLien = false): void {
    this.#leadsTo = true;
    this.dispatchEvent(new RorFicheOpenEvent({ noeudId, nom }));
    if (!parLien) this.noeudId = noeudId;
  }

  async #copy(texte: string, fait: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(texte);
      this.#announcer.say(fait);
    } catch {
      this.#announcer.say(this.#words.ficheLue.copieImpossible);
    }
  }

  async #favori(lue: Lue): Promise<void> {
    const mots = this.#words.ficheLue;
    const favoris = await toggleFavori(this, this.#client.require(), lue);
    if (!favoris) return this.#announcer.say(mots.favoriRefuse);
    if (this.#fiche.value?.noeud.id === lue.noeud.id) this.#fiche.value = { ...this.#fiche.value, favoris };
    this.#announcer.say(favoris.length > 0 ? mots.favoriAjoute(lue.noeud.nom) : mots.favoriRetire(lue.noeud.nom));
    this.requestUpdate();
  }

  // --- Rendering -----------------------------------------------------------------------------------------------------

  get #words(): Mots {
    const messages = this.#messages.current;
    const { formulaire: { oui, non }, lecture } = messages;
    return { ...wordsOf(messages, { ficheLue }), valeurs: { oui, non, retire: lecture.codeRetire, inconnu: lecture.codeInconnu } };
  }

  readonly #renderLink = (id: string, nom: string): TemplateResult => (this.lien
    ? html`<a href=${this.lien(id)} @click=${(event: MouseEvent) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.#goTo(id, nom, true); }}><bdi>${nom}</bdi></a>`
    : html`<button type="button" class="lien" @click=${() => { this.#goTo(id, nom); }}><bdi>${nom}</bdi></button>`);

  /** The names of the communes come when a fiche speaks of some. */
  #withCommunes(lue: Lue): Lue {
    if (!Array.isArray(lue.contenu['zoneIntervention'])) return lue;
    const communes = this.#lazy.get('communes', async () => (await import('../../nomenclature/communes.ts')).loadCommunes());
    if (communes && !lue.context.communes && this.#fiche.value === lue) this.#fiche.value = { ...lue, context: { ...lue.context, communes } };
    return this.#readFiche ?? lue;
  }

  #renderBody(section: SectionView, lue: Lue, situation: Situation | undefined, mots: Mots): unknown {
    const { id } = section.section;
    const lignes = linesOf(section, lue, mots);
    const horaires = id === 'planning' ? this.#horaires(lue) : undefined;
    const semaine = horaires?.hasHoraires(lue.contenu) ? horaires.renderSemaine(lue.contenu['horaire'], this.#messages.current, mots.ficheLue, (type) => this.#types.of(type)) : undefined;
    const separee = lue.noeud.type === 'EG' || lue.noeud.type === 'EJ';
    const partie = id === 'localisation' ? (separee ? 'point' : 'tout') : id === 'adresse' && separee ? 'adresse' : undefined;
    const lieu = situation && partie ? renderLieu(situation, { partie, mots: mots.ficheLue.lieu, avecCarte: this.tuiles !== undefined, carteAbsente: this.#map.absent, ouvrirDans: this.ouvrirDans }) : undefined;
    return lignes.length > 0 || semaine || lieu ? html`${semaine}${lieu}${lignes.length > 0 ? renderLines(lignes) : nothing}` : undefined;
  }

  /** What tells hours, which only units have. */
  #horaires(lue: Lue): typeof import('./ror-fiche.horaires.ts') | undefined {
    return lue.noeud.type === 'UO' ? this.#lazy.get('horaires', () => import('./ror-fiche.horaires.ts')) : undefined;
  }

  #blocs(lue: Lue, mots: Mots): readonly Bloc[] {
    const situation = situationOf(lue);
    return this.#viewOf(lue).sections.flatMap((section): Bloc[] => {
      const { id, title: titre } = section.section;
      const corrigeable = !this.readonly && lue.encadres.includes(id);
      const corps = this.#renderBody(section, lue, situation, mots);
      return corps !== undefined || corrigeable ? [{ id, titre, corps, corrigeable, ailleurs: !this.readonly && lue.encadres.length > 0 && !corrigeable }] : [];
    });
  }

  #renderBloc(lue: Lue, { id, titre, corps, corrigeable, ailleurs }: Bloc, mots: Mots): TemplateResult {
    const level = this.headingLevel + 2;
    const ouvert = this.#corrections.isOpen(id);
    const { corriger } = mots.ficheLue;
    // The form has its own card, with the title of the block.
    if (ouvert) return html`<div class="ouvert" part="section" data-encadre=${id}>${this.#corrections.render(lue, titre, level - 1, mots.ficheLue)}</div>`;
    return html`<section role="group" class="card" part="section" data-encadre=${id} aria-labelledby="bloc-${id}">
      <div class="tete">${heading(level, titre, { id: `bloc-${id}` })}
        ${corrigeable ? html`<button type="button" class="button small quiet" id="encadre-${id}" title=${corriger.encadre(titre)} aria-label=${corriger.encadre(titre)} @click=${() => { this.#corrections.open(lue, id); }}>${corriger.bouton}</button>` : nothing}
      </div>
      ${corps}
      ${ailleurs ? html`<p class="soft">${corriger.ailleurs} ${this.support ? renderSupport(this.support, this.#messages.current.formulaire) : nothing}</p>` : nothing}
    </section>`;
  }

  #renderContent(lue: Lue, mots: Mots): TemplateResult {
    const blocs = this.#blocs(lue, mots);
    const level = this.headingLevel + 1;
    const pleins = blocs.filter(({ id, corps }) => corps !== undefined || this.#corrections.isOpen(id));
    const vides = blocs.filter((bloc) => !pleins.includes(bloc));
    const groupe = (pratique: boolean, titre: string): unknown => {
      const siens = pratique ? PRACTICAL.flatMap((id) => pleins.find((bloc) => bloc.id === id) ?? []) : pleins.filter(({ id }) => !PRACTICAL.includes(id));
      return siens.length > 0 ? html`<div class="groupe ${pratique ? 'pratique' : ''}">${heading(level, titre)}${repeat(siens, ({ id }) => id, (bloc) => this.#renderBloc(lue, bloc, mots))}</div>` : nothing;
    };
    return html`
      ${pleins.length > 0 ? html`<div class="colonnes">${groupe(true, mots.ficheLue.joindre)}${groupe(false, mots.ficheLue.description)}</div>` : html`<p class="empty">${this.#messages.current.lecture.rienDecrit}</p>`}
      ${vides.length > 0 ? html`<section role="group" class="vides" aria-labelledby="vides">${heading(level, mots.ficheLue.corriger.vides, { id: 'vides' })}
        <ul>${vides.map(({ id, titre }) => html`<li><button type="button" class="button small" id="encadre-${id}" aria-label=${mots.ficheLue.corriger.encadre(titre)} @click=${() => { this.#corrections.open(lue, id); }}>${titre}</button></li>`)}</ul></section>` : nothing}`;
  }

  /** What is below; and, for who may, the way to add to it. */
  #renderBelow(lue: Lue, mots: Mots): unknown {
    const { noeud, encadres } = lue;
    const { value, status } = this.#children;
    const enfants = noeud.nombreEnfants > 0 ? renderChildren({
      noeuds: value?.parentId === noeud.id ? value.noeuds : undefined, total: noeud.nombreEnfants, suite: value?.parentId === noeud.id && value.suite !== null, status, level: this.headingLevel + 1,
      mots: mots.ficheLue.enfants, aDecrire: mots.ficheLue.etats['a-decrire'], messages: this.#messages.current, renderLien: this.#renderLink, onSuite: () => { void this.#children.run(); },
    }) : nothing;
    if (this.readonly || encadres.length === 0) return enfants;
    return html`${enfants}<div class="ajouter"><p class="soft">${mots.ficheLue.enfants.ajouter}</p>
      ${noeud.actions.includes('creer-dossier') ? html`<button type="button" class="button small" @click=${() => this.dispatchEvent(new RorDossierDemandeEvent(noeud.id))}>${mots.ficheLue.enfants.creerDossier}</button>` : nothing}</div>`;
  }

  /** Type d'UO, or category of the establishment, as the form words it. */
  #nature({ contenu, context, schema }: Lue): string | undefined {
    const field = schema.sections.flatMap(({ fields }) => fields).find(({ path }) => path === 'typeOffre' || path === 'categorieEG');
    const code = field && contenu[field.path];
    return field && typeof code === 'string' ? describeOption(field, code, contenu, context).label : undefined;
  }

  #renderFiche(lue: Lue): TemplateResult {
    const mots = this.#words;
    const messages = this.#messages.current;
    const horaires = lue.noeud.description === 'decrite' ? this.#horaires(lue) : undefined;
    const statut = horaires?.renderStatut(horaires.statutOf(lue.contenu, lue.etablissement?.contenu, horaires.zoneOf(situationOf(lue)?.commune), Date.now()), messages);
    const contacts = contactsAsText(this.#viewOf(lue), lue, mots.valeurs);
    return html`
      ${renderHeader({
        lue, nature: this.#nature(lue), statut: statut ?? nothing, level: this.headingLevel, mots: mots.ficheLue, lecture: messages.lecture, renderLien: this.#renderLink, exporter: this.#export, avecLien: this.lien !== undefined,
        onFavori: () => void this.#favori(lue),
        onContacts: contacts.length > 0 ? () => void this.#copy(contacts.join('\n'), mots.ficheLue.contactsCopies(contacts.length)) : undefined,
        onLien: () => void this.#copy(new URL(this.lien!(lue.noeud.id), document.baseURI).href, mots.ficheLue.lienCopie),
        onSignaler: () => this.dispatchEvent(new RorAnomalieDemandeEvent({ noeudId: lue.noeud.id, nom: lue.noeud.nom })),
      })}
      ${renderBanner(lue, mots.ficheLue, messages.lecture, (id) => this.dispatchEvent(new RorDossierOpenEvent(id)))}
      ${this.#corrections.renderUnfinished(mots.ficheLue, (id, nom) => { this.#goTo(id, nom); })}
      ${this.#corrections.renderRepercussion(lue, this.headingLevel + 1, mots.valeurs)}
      ${lue.noeud.description === 'a-decrire' ? html`<p class="empty">${messages.lecture.rienDecrit}</p>` : this.#renderContent(lue, mots)}
      ${this.#renderBelow(lue, mots)}`;
  }

  protected override render(): TemplateResult {
    const { echecs, commun, lecture } = this.#messages.current;
    const { status, failure } = this.#fiche;
    const lue = this.#readFiche;
    const mots = this.#words.ficheLue;
    return html`
      ${this.noeudId === null ? html`<p class="empty">${lecture.vide}</p>`
        : failure?.kind === 'missing' ? html`<div class="banner warning" role="alert"><p><strong>${mots.retiree}</strong><br>${mots.retireeAide}</p></div>`
          : status === 'failed' && failure ? html`<div class="banner danger" role="alert"><p>${echecs[failure.kind]}</p>
            <button type="button" class="button small" @click=${() => this.#fiche.run()}>${commun.reessayer}</button></div>` : nothing}
      ${lue ? repeat([lue], ({ noeud }) => noeud.id, () => html`<article aria-labelledby="titre" aria-busy=${status === 'loading' ? 'true' : nothing}>${this.#renderFiche(this.#withCommunes(lue))}</article>`)
        : status === 'loading' ? html`<div class="attente"><p role="status">${commun.chargement}</p><span></span><span></span><span></span></div>` : nothing}
      ${this.#announcer.render()}
      ${this.#print.render(this.headingLevel)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-fiche': RorFiche }
}
