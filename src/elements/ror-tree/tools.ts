import { html, nothing, type CSSResult, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ArborescenceController } from '../../controllers/arborescence-controller.ts';
import { placer } from '../../controllers/montrer-noeud.ts';
import { TreeSearchController, type Cible } from '../../controllers/tree-search-controller.ts';
import { DOMAINES, GROUPEMENTS } from '../../domain/domaines.ts';
import type { Domaine, Par } from '../../domain/noeud.ts';
import { DOMAINES_TICKED, toggle } from '../../engine/arborescence/domaines.ts';
import { highlight, neighbour } from '../../engine/arborescence/find.ts';
import { arbreOutils } from '../../i18n/fr/arbre-outils.ts';
import type { Mots } from './words.ts';
import type { Announcer } from '../../ui/announcer.ts';
import { icons } from '../../ui/icons.ts';
import { toolsStyles } from './tools.styles.ts';
import type { Trouvailles } from './ror-tree.row.ts';
import { reason } from './ror-tree.row.ts';
import type { NoeudArbre } from './types.ts';

/** What the filters and the search need of the tree. */
export interface OutilsHost extends ReactiveControllerHost {
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly messages: Mots;
  readonly announcer: Announcer;
  readonly repertoire: boolean;
  readonly par: Par;
  readonly domaines: readonly Domaine[];
  readonly texte: string;
  /** Name of the tree, so that the searches of two of them are told apart. */
  readonly label: string | null;
  readonly cible: Cible<NoeudArbre>;
  /** The person filters or searches otherwise. */
  changer(change: { readonly par?: Par; readonly domaines?: readonly Domaine[]; readonly texte?: string }): void;
  /** Brings a match into view, opening what stands above it; `focus`: and moves the focus there. */
  montrer(id: string, focus: boolean): void;
}

/** The filters and the search of a tree; loaded apart, as a list of the host may have neither. */
export class TreeTools {
  static readonly styles: CSSResult = toolsStyles;
  readonly recherche: TreeSearchController<NoeudArbre>;
  /** Matches are marked among all rows rather than shown alone. */
  highlighted = false;
  current: string | undefined;
  readonly #host: OutilsHost;
  #asked = '';
  #ids: ReadonlySet<string> = new Set();
  #for: readonly string[] = [];

  constructor(host: OutilsHost) {
    this.#host = host;
    this.recherche = new TreeSearchController<NoeudArbre>(host, () => this.#onDone());
  }

  get #words(): typeof arbreOutils {
    return (this.#host.messages.arbreOutils ?? arbreOutils) as typeof arbreOutils;
  }

  /** Follows the text, the filters and the client of the tree. */
  follow(force = false): void {
    const { texte, par, domaines, repertoire } = this.#host;
    const demande = texte.trim() === '' ? '' : JSON.stringify([texte, repertoire, par, domaines]);
    if (demande === this.#asked && !(force && demande)) return;
    this.#asked = demande;
    this.current = undefined;
    this.recherche.search(texte, this.#host.cible, force);
  }

  /** What the rows mark. */
  get findings(): Trouvailles | undefined {
    const { found: trouves, texte, status: etat } = this.recherche;
    if (etat === 'repos' || etat === 'court' || trouves.length === 0) return undefined;
    if (this.#for !== trouves) {
      this.#for = trouves;
      this.#ids = new Set(trouves);
    }
    return { morceaux: (nom) => highlight(nom, texte), ids: this.#ids, mot: this.#words.trouve };
  }

  /** Ctrl + F comes to the search; pressed again there, it is the browser's own. F3 goes on. */
  readonly onShortcut = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const find = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const inBox = (event.target as Element).id === 'recherche';
    if (find && !inBox) this.open();
    else if (event.key === 'F3' && !inBox && this.findings) this.goTo(event.shiftKey ? -1 : 1, true);
    else return;
    event.preventDefault();
  };

  /** Places a match that no page has brought yet in the whole tree (ARB-22). */
  place(id: string, { tout, acces }: Pick<ArborescenceController<NoeudArbre>, 'tout' | 'acces'>): void {
    const found = this.recherche.place(id);
    if (found) placer(tout, acces, found.noeud, found.chemin);
  }

  /** What is shown instead of the whole tree. */
  get filter(): TreeSearchController<NoeudArbre>['arbre'] {
    return this.highlighted || this.recherche.found.length === 0 ? undefined : this.recherche.arbre;
  }

  open(): void {
    const box = this.#box;
    box?.focus();
    box?.select();
  }

  /** Goes to the next match, or the one before. */
  goTo(pas: 1 | -1, focus: boolean): void {
    const id = neighbour(this.recherche.found, this.current, pas);
    if (id === undefined) return;
    this.current = id;
    this.#host.montrer(id, focus);
    this.#host.requestUpdate();
  }

  get #box(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('#recherche');
  }

  /** What was found is said once, when the person pauses. */
  #onDone(): void {
    const { nombre, truncated: tronque, failure, horsDomaines, found: trouves } = this.recherche;
    const words = this.#words;
    const [hors] = horsDomaines;
    this.#host.announcer.say(failure ? reason(this.#host.messages.arbre.echecs, failure.kind)
      : `${words.resultats(nombre, tronque)}${hors ? `. ${words.hors(hors.nombre, hors.domaine)}` : ''}.`);
    if (this.highlighted && this.current === undefined && trouves[0] !== undefined) this.goTo(1, false);
  }

  readonly #onInput = (event: Event): void => this.#host.changer({ texte: (event.target as HTMLInputElement).value });

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === 'F3') this.goTo(event.shiftKey ? -1 : 1, event.key === 'Enter' && event.ctrlKey);
    else if (event.key === 'ArrowDown') this.goTo(1, true);
    else if (event.key === 'Escape' && this.#host.texte) this.#host.changer({ texte: '' });
    else return;
    event.preventDefault();
  };

  readonly #clear = (): void => {
    this.#host.changer({ texte: '' });
    this.#box?.focus();
  };

  readonly #reset = (): void => {
    this.highlighted = false;
    this.#host.changer({ par: 'departement', domaines: DOMAINES_TICKED, texte: '' });
    this.#host.announcer.say(this.#words.reinitialise);
  };

  #tick(domaine: Domaine): void {
    this.#host.changer({ domaines: toggle(this.#host.domaines, domaine) });
  }

  /** Ticks a box where matches are hidden, keeping the search. */
  #display(domaine: Domaine): void {
    this.#tick(domaine);
    this.#host.announcer.say(this.#words.domaineAffiche(domaine));
    this.#box?.focus();
  }

  render(): TemplateResult {
    return html`<div class="tools" part="tools">${this.#renderSearch()}${this.#host.repertoire ? this.#renderFilters() : nothing}</div>`;
  }

  #renderSearch(): TemplateResult {
    const words = this.#words;
    const { texte, repertoire } = this.#host;
    return html`<div class="find" role="search" aria-label=${this.#host.label || nothing}>
      <label class="label" for="recherche">${repertoire ? words.rechercher : words.rechercherListe}</label>
      <div class="box">${icons.search}<input id="recherche" type="text" inputmode="search" enterkeyhint="search" autocomplete="off" spellcheck="false" maxlength="200" aria-describedby="recherche-aide"
        .value=${live(texte)} @input=${this.#onInput} @keydown=${this.#onKeydown}>
        ${texte ? html`<button type="button" class="clear" aria-label=${words.effacer} title=${words.effacer} @click=${this.#clear}>${icons.cross}</button>` : nothing}</div>
      <p class="hint" id="recherche-aide">${words.aide}</p>
      ${this.#renderResults()}
    </div>`;
  }

  #renderResults(): TemplateResult | typeof nothing {
    const words = this.#words;
    const { status: etat, nombre, truncated: tronque, found: trouves, suite, horsDomaines, failure } = this.recherche;
    if (etat === 'repos') return nothing;
    if (etat === 'court') return html`<p class="count">${words.court}</p>`;
    if (etat === 'echec') return html`<p class="count failed">${reason(this.#host.messages.arbre.echecs, failure?.kind ?? 'server')}
      <button type="button" class="button small" @click=${() => this.follow(true)}>${this.#host.messages.commun.reessayer}</button></p>`;
    const rang = this.current === undefined ? 0 : trouves.indexOf(this.current) + 1;
    return html`<div class="results">
      <p class="count">${etat === 'en-cours' ? words.enCours : html`<strong>${words.resultats(nombre, tronque)}</strong>${rang > 0 ? html` · ${words.rang(rang, trouves.length)}`
        : trouves.length > 0 && trouves.length < nombre ? html` · ${words.affiches(trouves.length)}` : nothing}`}</p>
      ${trouves.length > 0 ? html`<span class="steps">
        <button type="button" class="step" aria-label=${words.precedent} title=${words.precedent} @click=${() => this.goTo(-1, false)}><span class="up">${icons.chevron}</span></button>
        <button type="button" class="step" aria-label=${words.suivant} title=${words.suivant} @click=${() => this.goTo(1, false)}>${icons.chevron}</button></span>
      <span class="modes" role="group" aria-label=${words.mode}>${([false, true] as const).map((surligne) => html`<button type="button" class="mode" aria-pressed=${this.highlighted === surligne}
        @click=${() => this.#present(surligne)}>${surligne ? words.surligner : words.filtrer}</button>`)}</span>` : nothing}
      ${suite !== null && etat === 'faite' ? html`<button type="button" class="button small" @click=${() => void this.recherche.more()}>${words.plus}</button>` : nothing}
      ${etat === 'faite' && this.#host.repertoire ? horsDomaines.map(({ domaine, nombre: hors }) => html`<p class="outside"><span>${words.hors(hors, domaine)} –</span>
        <button type="button" class="link" @click=${() => this.#display(domaine)}>${words.afficherDomaine}<span class="visually-hidden"> ${domaine}</span></button></p>`) : nothing}
    </div>`;
  }

  #present(surligne: boolean): void {
    this.highlighted = surligne;
    const id = this.current ?? this.recherche.found[0];
    this.#host.requestUpdate();
    if (!surligne || id === undefined) return;
    this.current = id;
    // Once the whole tree is shown again.
    void this.#host.updateComplete.then(() => this.#host.montrer(id, false));
  }

  #renderFilters(): TemplateResult {
    const words = this.#words;
    const { domaines, par, messages: { arbre } } = this.#host;
    return html`<div class="filters" part="filters">
      <fieldset><legend class="label">${words.afficherLesStructures}</legend>
        <div class="domains">${DOMAINES.map((domaine) => html`<label class="domain" title=${words.domaines[domaine]}><input type="checkbox" .checked=${live(domaines.includes(domaine))}
          @change=${() => this.#tick(domaine)}><span>${domaine}</span></label>`)}</div>
        ${domaines.includes('MSS') ? nothing : html`<p class="hint mss">${domaines.length === 0 ? words.sansDomaine : words.sansMSS}
          <button type="button" class="link" @click=${() => this.#tick('MSS')}>${words.afficherMSS}</button></p>`}
      </fieldset>
      <p class="by"><label class="label" for="par">${words.afficherPar}</label>
        <span class="choice"><select id="par" @change=${(event: Event) => this.#host.changer({ par: (event.target as HTMLSelectElement).value as Par })}>${GROUPEMENTS.map((each) => html`
          <option value=${each} .selected=${live(each === par)}>${words.par[each]}</option>`)}</select>${icons.chevron}</span>
        <button type="button" class="button small" @click=${this.#reset}>${words.reinitialiser}</button></p>
      <details class="legend"><summary>${words.legende}</summary><dl>${Object.entries(arbre.codes).filter(([code]) => code !== 'S' && code !== 'DC').map(([code, nom]) => html`<div><dt>${code}</dt><dd>${nom}</dd></div>`)}</dl></details>
    </div>`;
  }
}
