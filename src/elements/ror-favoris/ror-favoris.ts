import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { FavorisController } from '../../controllers/favoris-controller.ts';
import { WordsController } from '../../controllers/words-controller.ts';
import type { ListeFavoris } from '../../domain/favoris.ts';
import type { CommandeFavoris, RefusFavoris } from '../../engine/favoris/commandes.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { echecs } from '../../i18n/fr/echecs.ts';
import { favoris } from '../../i18n/fr/favoris.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { heading } from '../../ui/heading.ts';
import { icons } from '../../ui/icons.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorFicheOpenEvent } from '../ror-fiche/open-event.ts';
import { RorFavorisChangeEvent } from './events.ts';
import { type Mots, type Noeud, nomDe, type Question, renderQuestion } from './ror-favoris.dialogs.ts';
import { styles } from './ror-favoris.styles.ts';

/** What was just taken out, and can be put back. */
interface Retire {
  readonly noeud: Noeud;
  readonly listeId: string;
  readonly texte: string;
}

/**
 * The person's lists of favourites: create, rename, delete, sort favourites into them, open one.
 *
 * @csspart liste - One list.
 * @fires {RorFavorisChangeEvent} ror-favoris-change - The person changed their lists.
 * @fires {RorFicheOpenEvent} ror-fiche-open - The person wants to read the fiche of a favourite.
 */
export class RorFavoris extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, fieldStyles, styles];

  /** Client to use; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** Level of the first heading inside the element, 2 to 4. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  readonly #words = new WordsController<Mots>(this, { favoris, commun, echecs });
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #favoris = new FavorisController(this, () => this.#client.require());

  @state() private question: Question | undefined;
  @state() private nom = '';
  @state() private retire: Retire | undefined;
  /** Boxes just ticked or unticked, whose answer is awaited: they stay as the person left them. */
  @state() private cochees: ReadonlyMap<string, boolean> = new Map();

  @query('dialog') private dialog!: HTMLDialogElement;

  #focusNext: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.recharger();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('client') && this.hasUpdated) return;
    if (this.hasUpdated) {
      this.#favoris.forget();
      this.retire = this.question = undefined;
    }
    void this.recharger();
  }

  protected override updated(): void {
    if (this.question && !this.dialog.open) this.dialog.showModal();
    if (!this.question && this.dialog.open) this.dialog.close();
    const next = this.#focusNext && !this.question && this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focusNext)}`);
    if (!next) return;
    this.#focusNext = undefined;
    next.focus();
  }

  /** Reads the lists again: they were changed elsewhere. */
  async recharger(): Promise<void> {
    if (this.isConnected && !this.#client.awaited) await this.#favoris.list();
  }

  /** Asks into which lists a node goes; for a host that offers it beside a fiche or a row. */
  async ranger(noeud: Noeud): Promise<void> {
    if (!this.#favoris.listes) await this.recharger();
    this.#ask({ type: 'ranger', noeud });
  }

  // --- Acts ----------------------------------------------------------------------------------------------------------

  #ask(question: Question): void {
    this.#favoris.settle();
    this.nom = question.type === 'renommer' ? question.liste.nom : '';
    this.question = question;
  }

  readonly #close = (): void => { this.question = undefined; };

  async #change(commande: CommandeFavoris, said: string): Promise<boolean> {
    if (!(await this.#favoris.change(commande))) return false;
    this.#announcer.say(said);
    this.dispatchEvent(new RorFavorisChangeEvent(this.#favoris.listes!));
    return true;
  }

  async #answer(): Promise<void> {
    const { question, nom } = this;
    if (!question || question.type === 'ranger') return;
    const { faits } = this.#words.current.favoris;
    const asked: readonly [CommandeFavoris, string] = question.type === 'creer' ? [{ type: 'creer-liste', nom }, faits.cree(nom.trim())]
      : question.type === 'renommer' ? [{ type: 'renommer-liste', listeId: question.liste.id, nom }, faits.renommee(nom.trim())]
      : [{ type: 'supprimer-liste', listeId: question.liste.id }, faits.supprimee(nomDe(question.liste, this.#words.current))];
    if (!(await this.#change(...asked))) {
      this.renderRoot.querySelector<HTMLElement>('#nom')?.focus();
      return;
    }
    // The list that was just made or renamed; what is deleted has nowhere to come back to.
    this.#focusNext = question.type === 'supprimer' ? 'title' : `liste-${question.type === 'renommer' ? question.liste.id : this.#favoris.listes!.at(-1)!.id}`;
    this.question = undefined;
  }

  /** Makes a list from the dialog that sorts, and puts the node into it. */
  async #createHere(): Promise<void> {
    const { question, nom } = this;
    if (question?.type !== 'ranger' || !(await this.#change({ type: 'creer-liste', nom }, this.#words.current.favoris.faits.cree(nom.trim())))) return;
    this.nom = '';
    await this.#check(question.noeud, this.#favoris.listes!.at(-1)!, true);
  }

  async #check(noeud: Noeud, liste: ListeFavoris, dedans: boolean): Promise<void> {
    const { faits } = this.#words.current.favoris;
    const nom = nomDe(liste, this.#words.current);
    this.cochees = new Map(this.cochees).set(liste.id, dedans);
    await this.#change({ type: dedans ? 'ajouter' : 'retirer', listeId: liste.id, noeudId: noeud.id }, dedans ? faits.ajoute(noeud.nom, nom) : faits.retire(noeud.nom, nom));
    this.cochees = new Map([...this.cochees].filter(([id]) => id !== liste.id));
  }

  async #takeOut(noeud: Noeud, liste: ListeFavoris): Promise<void> {
    const rang = liste.noeuds.findIndex(({ id }) => id === noeud.id);
    const texte = this.#words.current.favoris.faits.retire(noeud.nom, nomDe(liste, this.#words.current));
    if (!(await this.#change({ type: 'retirer', listeId: liste.id, noeudId: noeud.id }, texte))) return;
    this.retire = { noeud, listeId: liste.id, texte };
    const left = this.#favoris.listes?.find(({ id }) => id === liste.id)?.noeuds ?? [];
    const next = left[Math.min(rang, left.length - 1)];
    this.#focusNext = next ? `fav-${liste.id}-${next.id}` : `liste-${liste.id}`;
  }

  readonly #putBack = async (): Promise<void> => {
    const { noeud, listeId } = this.retire!;
    const liste = this.#favoris.listes?.find(({ id }) => id === listeId);
    if (!(await this.#change({ type: 'ajouter', listeId, noeudId: noeud.id }, this.#words.current.favoris.faits.ajoute(noeud.nom, liste ? nomDe(liste, this.#words.current) : '')))) return;
    this.retire = undefined;
    this.#focusNext = `fav-${listeId}-${noeud.id}`;
  };

  // --- Rendering -----------------------------------------------------------------------------------------------------

  /** Why the last change did not go through. */
  #wrong(): string | undefined {
    const { refus, failure } = this.#favoris;
    const { favoris: words, echecs: failures } = this.#words.current;
    if (refus) return (words.refus[refus.code] as (refus: RefusFavoris) => string)(refus);
    return failure && failures[failure.kind];
  }

  #renderNoeud(noeud: ListeFavoris['noeuds'][number], liste: ListeFavoris): TemplateResult {
    const mots = this.#words.current;
    const { favoris: words } = mots;
    return html`<li class="favori">
      <abbr class="code" title=${words.types[noeud.type]}>${noeud.type}</abbr>
      <button type="button" class="link" id=${`fav-${liste.id}-${noeud.id}`} @click=${() => this.dispatchEvent(new RorFicheOpenEvent({ noeudId: noeud.id, nom: noeud.nom }))}><bdi>${noeud.nom}</bdi></button>
      <span class="favori-acts">
        <button type="button" class="button quiet small" aria-label=${words.rangerNoeud(noeud.nom)} @click=${() => { this.#ask({ type: 'ranger', noeud }); }}>${words.ranger}</button>
        <button type="button" class="button quiet small" aria-label=${words.retirerDe(noeud.nom, nomDe(liste, mots))} @click=${() => void this.#takeOut(noeud, liste)}>${words.retirer}</button>
      </span>
    </li>`;
  }

  #renderListe(liste: ListeFavoris): TemplateResult {
    const mots = this.#words.current;
    const { favoris: words } = mots;
    const nom = nomDe(liste, mots);
    const remove = (): void => {
      // Nothing to lose in an empty list: nothing to ask.
      if (liste.noeuds.length > 0) return this.#ask({ type: 'supprimer', liste });
      this.#focusNext = 'title';
      void this.#change({ type: 'supprimer-liste', listeId: liste.id }, words.faits.supprimee(nom));
    };
    return html`<section class="liste" part="liste">
      <header>
        ${heading(this.headingLevel + 1, html`<bdi>${nom}</bdi>`, { id: `liste-${liste.id}`, focusable: true })}
        <span class="soft">${words.nombre(liste.noeuds.length)}</span>
        <span class="acts">
          <button type="button" class="button quiet small" aria-label=${words.renommerListe(nom)} @click=${() => { this.#ask({ type: 'renommer', liste }); }}>${words.renommer}</button>
          <button type="button" class="button quiet small" aria-label=${words.supprimerListe(nom)} @click=${remove}>${words.supprimer}</button>
        </span>
      </header>
      ${liste.noeuds.length === 0 ? html`<p class="soft">${words.listeVide}</p>` : html`<ul>${repeat(liste.noeuds, ({ id }) => id, (noeud) => this.#renderNoeud(noeud, liste))}</ul>`}
    </section>`;
  }

  #renderListes(listes: readonly ListeFavoris[]): TemplateResult {
    const { favoris: words } = this.#words.current;
    return html`<header class="top">
        ${heading(this.headingLevel, words.titre, { id: 'title', focusable: true })}
        <button type="button" class="button" @click=${() => { this.#ask({ type: 'creer' }); }}>${icons.plus}${words.creer}</button>
      </header>
      ${this.retire ? html`<div class="banner"><p>${this.retire.texte}</p><button type="button" class="button small" @click=${this.#putBack}>${words.remettre}</button></div>` : nothing}
      <p class="error" role="alert">${this.question ? nothing : this.#wrong() ?? nothing}</p>
      ${listes.length === 0 ? html`<div class="empty"><p><strong>${words.vide}</strong></p><p>${words.videAide}</p></div>`
        : html`<div class="listes">${repeat(listes, ({ id }) => id, (liste) => this.#renderListe(liste))}</div>`}`;
  }

  protected override render(): TemplateResult {
    const { listes, readFailure, acting, loading } = this.#favoris;
    const mots = this.#words.current;
    return html`${this.#announcer.render()}
      ${readFailure ? html`<div class="banner danger" role="alert"><p>${mots.echecs[readFailure.kind]}</p>
        <button type="button" class="button small" @click=${() => void this.recharger()}>${mots.commun.reessayer}</button></div>` : nothing}
      ${listes ? this.#renderListes(listes) : loading ? html`<p class="loading" role="status">${mots.commun.chargement}</p>` : nothing}
      <dialog aria-labelledby="question" @close=${this.#close}>${this.#announcer.render()}
        ${renderQuestion(this.question, { listes: listes ?? [], cochees: this.cochees, nom: this.nom, wrong: this.question ? this.#wrong() : undefined, acting, mots, on: {
          repondre: () => void this.#answer(), creerIci: () => void this.#createHere(), fermer: this.#close, ecrire: (nom) => { this.nom = nom; },
          cocher: (liste, dedans) => { if (this.question?.type === 'ranger') void this.#check(this.question.noeud, liste, dedans); },
        } })}
      </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-favoris': RorFavoris }
}
