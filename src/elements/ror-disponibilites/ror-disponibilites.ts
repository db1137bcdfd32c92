import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { today } from '../../controllers/today.ts';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { LabelsController } from '../../controllers/labels-controller.ts';
import { PlacesController } from '../../controllers/places-controller.ts';
import { WordsController } from '../../controllers/words-controller.ts';
import type { PlacesUnite } from '../../engine/recherche/resultats.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { disponibilites } from '../../i18n/fr/disponibilites.ts';
import { echecs } from '../../i18n/fr/echecs.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { heading } from '../../ui/heading.ts';
import { pivotTableStyles } from '../../ui/pivot-table.styles.ts';
import { Press } from '../../ui/press.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorPlacesChangeEvent } from './events.ts';
import { styles } from './ror-disponibilites.styles.ts';
import { renderUnite } from './ror-disponibilites.unite.ts';
import { read, saisieOf, type ChampFermeture, type Saisie } from './saisie.ts';
import type { Libelles, Mots } from './types.ts';

const RIEN: ReadonlySet<string> = new Set();

/**
 * Beds and places of the units that the person answers for (*responsable de disponibilités en lits*): installed, available
 * by gender, closed, additional, and the planned closings. What is written is in the search at once.
 *
 * @csspart etablissement - The units of one établissement.
 * @csspart unite - One unit.
 * @fires {RorPlacesChangeEvent} ror-places-change - The person wrote the beds and places of a unit.
 */
export class RorDisponibilites extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, fieldStyles, pivotTableStyles, styles];

  /** Client to use; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** Level of the first heading inside the element, 2 to 4; établissements and units are below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Only shows what was counted. */
  @property({ type: Boolean, reflect: true }) lecture = false;

  readonly #words = new WordsController<Mots>(this, { commun, disponibilites, echecs });
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #press = new Press(this);
  readonly #places = new PlacesController(this, () => this.#client.require());
  readonly #labels: Libelles = {
    nature: new LabelsController(this, () => import('../../nomenclature/data/J187.json')),
    statut: new LabelsController(this, () => import('../../nomenclature/data/J188.json')),
    genre: new LabelsController(this, () => import('../../nomenclature/data/J190.json')),
    fermeture: new LabelsController(this, () => import('../../nomenclature/data/J191.json')),
    supplement: new LabelsController(this, () => import('../../nomenclature/data/J192.json')),
    affectation: new LabelsController(this, () => import('../../nomenclature/data/J195.json')),
  };

  @state() private ouvertes: ReadonlySet<string> = new Set();
  /** What is typed and not written, by unit. */
  @state() private saisies: ReadonlyMap<string, Saisie> = new Map();
  /** Fields that the person has left, by unit. */
  @state() private quittes: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  /** Why the last writing failed, by unit. */
  @state() private echecs: ReadonlyMap<string, string> = new Map();

  #focus: string | undefined;
  #added = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#places.unites) void this.recharger();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('client') && this.hasUpdated) return;
    this.#places.forget();
    this.saisies = new Map();
    this.quittes = new Map();
    this.echecs = new Map();
    void this.recharger();
  }

  protected override updated(): void {
    const wanted = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!wanted) return;
    this.#focus = undefined;
    wanted.focus();
  }

  /** Whether something typed was not written yet. */
  get unsaved(): boolean {
    return this.saisies.size > 0;
  }

  /** Reads the units again; what is typed stays. Resolves when it has ended, in whatever way. */
  async recharger(): Promise<void> {
    if (!this.isConnected || this.#client.awaited) return;
    await this.#places.list();
  }

  #type(unite: PlacesUnite, change: (saisie: Saisie) => Saisie): void {
    this.saisies = new Map(this.saisies).set(unite.id, change(this.saisies.get(unite.id) ?? saisieOf(unite)));
  }

  #fermeture(unite: PlacesUnite, cle: string, champ: ChampFermeture, texte: string): void {
    this.#type(unite, (saisie) => ({ ...saisie, fermetures: saisie.fermetures.map((one) => (one.cle === cle ? { ...one, [champ]: texte } : one)) }));
  }

  #add(unite: PlacesUnite): void {
    const cle = `nouvelle-${++this.#added}`;
    this.#type(unite, (saisie) => ({ ...saisie, fermetures: [...saisie.fermetures, { cle, debut: '', fin: '', nombre: '', type: '', commentaire: '' }] }));
    this.#announcer.say(this.#words.current.disponibilites.ajoutee);
    this.#focus = `#${CSS.escape(cle)}-debut`;
  }

  #remove(unite: PlacesUnite, cle: string): void {
    const rang = (this.saisies.get(unite.id) ?? saisieOf(unite)).fermetures.findIndex((one) => one.cle === cle) + 1;
    this.#type(unite, (saisie) => ({ ...saisie, fermetures: saisie.fermetures.filter((one) => one.cle !== cle) }));
    this.#announcer.say(this.#words.current.disponibilites.retiree(rang));
    this.#focus = `#ajouter-${CSS.escape(unite.id)}`;
  }

  #forget(id: string): void {
    for (const nom of ['saisies', 'quittes', 'echecs'] as const) {
      const suite = new Map<string, never>(this[nom] as ReadonlyMap<string, never>);
      suite.delete(id);
      this[nom] = suite;
    }
  }

  #giveUp(unite: PlacesUnite): void {
    this.#forget(unite.id);
    this.#announcer.say(this.#words.current.disponibilites.abandonnee);
    this.#focus = `#unite-${CSS.escape(unite.id)}`;
  }

  async #save(unite: PlacesUnite): Promise<void> {
    if (this.#places.saving !== undefined) return;
    const { disponibilites: mots, echecs: pannes } = this.#words.current;
    this.#type(unite, (saisie) => ({ ...saisie, tentee: true }));
    const { capacites, fermetures, erreurs } = read(unite, this.saisies.get(unite.id)!);
    if (erreurs.size > 0) {
      this.#announcer.say(mots.aCorriger(erreurs.size));
      this.#focus = `#saisie-${CSS.escape(unite.id)} [aria-invalid=true]`;
      return;
    }
    const failure = await this.#places.save(unite, { capacites: [...capacites], fermetures: fermetures.map((one) => ({ ...one })) });
    if (failure) {
      this.echecs = new Map(this.echecs).set(unite.id, failure.kind === 'stale' ? mots.perime : pannes[failure.kind]);
      return;
    }
    this.#forget(unite.id);
    this.#announcer.say(mots.enregistre(unite.nom));
    const version = this.#places.unites?.find(({ id }) => id === unite.id)?.version ?? unite.version;
    this.dispatchEvent(new RorPlacesChangeEvent(unite.id, version));
  }

  #renderUnite(unite: PlacesUnite, jour: string): TemplateResult {
    const { id } = unite;
    const saisie = (this.lecture ? undefined : this.saisies.get(id)) ?? saisieOf(unite);
    return renderUnite({
      mots: this.#words.current, libelles: this.#labels, unite, saisie, consultation: this.lecture, ouverte: this.ouvertes.has(id), change: this.saisies.has(id), lecture: read(unite, saisie),
      quittes: this.quittes.get(id) ?? RIEN, enCours: this.#places.saving === id, echec: this.echecs.get(id) ?? '', age: daysSince(unite.dateMiseJour, jour),
      titre: (contenu) => heading(this.headingLevel + 2, contenu),
      onOuvrir: (voulu) => { this.ouvertes = new Set([...this.ouvertes, id].filter((one) => voulu || one !== id)); },
      onTexte: (cle, texte) => { this.#type(unite, (avant) => ({ ...avant, textes: new Map(avant.textes).set(cle, texte) })); },
      onQuitter: (cle) => { this.#press.after(() => { this.quittes = new Map(this.quittes).set(id, new Set([...(this.quittes.get(id) ?? RIEN), cle])); }); },
      onFermeture: (cle, champ, texte) => { this.#fermeture(unite, cle, champ, texte); },
      onAjouter: () => { this.#add(unite); }, onRetirer: (cle) => { this.#remove(unite, cle); },
      onEnregistrer: () => { void this.#save(unite); }, onAbandonner: () => { this.#giveUp(unite); },
    });
  }

  #renderList(unites: readonly PlacesUnite[]): TemplateResult {
    const { disponibilites: mots } = this.#words.current;
    if (unites.length === 0) return html`<div class="vide"><p><strong>${mots.aucune}</strong></p><p>${mots.aucuneAide}</p></div>`;
    const groupes = new Map<string, PlacesUnite[]>();
    for (const unite of unites) groupes.set(unite.etablissement.id, [...(groupes.get(unite.etablissement.id) ?? []), unite]);
    const jour = today();
    return html`${repeat(groupes, ([id]) => id, ([, siennes]) => html`<section class="etablissement" part="etablissement">
      ${heading(this.headingLevel + 1, siennes[0]!.etablissement.nom)}
      <ul class="unites">${repeat(siennes, ({ id }) => id, (unite) => this.#renderUnite(unite, jour))}</ul>
    </section>`)}
    ${this.#places.suite === null ? nothing : html`<button type="button" class="button" @click=${() => this.#places.list(true)}>${mots.suite}</button>`}`;
  }

  protected override render(): TemplateResult {
    const { commun: { chargement, reessayer }, disponibilites: mots, echecs: pannes } = this.#words.current;
    const { loading, readFailure: failure, unites } = this.#places;
    return html`${heading(this.headingLevel, mots.titre, { id: 'titre', focusable: true })}
      <p class="soft aide">${this.lecture ? mots.aideLecture : mots.aide}</p>
      ${failure ? html`<div class="banner danger" role="alert"><p>${pannes[failure.kind]}</p><button type="button" class="button small" @click=${() => this.recharger()}>${reessayer}</button></div>` : nothing}
      ${unites ? this.#renderList(unites) : loading || this.#client.awaited ? html`<p class="loading">${chargement}</p>` : nothing}
      ${this.#announcer.render()}`;
  }
}

/** Days of the calendar of the région between the last count and today. */
function daysSince(iso: string | null, jour: string): number | undefined {
  if (iso === null || Number.isNaN(Date.parse(iso))) return undefined;
  return Math.round((Date.parse(jour) - Date.parse(today('Europe/Paris', new Date(iso)))) / 86_400_000);
}

declare global {
  interface HTMLElementTagNameMap { 'ror-disponibilites': RorDisponibilites }
}
