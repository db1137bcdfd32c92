import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type PartInfo } from 'lit/directive.js';
import { repeat } from 'lit/directives/repeat.js';
import { wordsOf } from '../../controllers/words-controller.ts';
import { rechercheCarte } from '../../i18n/fr/recherche-carte.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { estSituable, ouvrirCarte, type Carte, type OptionsDeCarte, type Tuiles } from '../../ui/carte.ts';
import { renderActionsButton, renderDistance, renderDuree, renderLink } from './cells.ts';
import type { Contexte } from './types.ts';

export { carteStyles as styles } from './carte.styles.ts';

export interface CarteProps {
  readonly tuiles: Tuiles | undefined;
  /** Where it is searched from. */
  readonly depart: { readonly libelle: string; readonly latitude: number; readonly longitude: number } | null | undefined;
  readonly choisi: string | null;
  readonly onChoisir: (id: string) => void;
  /** Words of the host. */
  readonly donnes: Partial<Catalogue> | undefined;
}

/** The map lives in an element of its own that Lit never fills. */
class CarteDirective extends AsyncDirective {
  #carte: Promise<Carte | undefined> | undefined;
  #options!: OptionsDeCarte;
  #note!: string;
  readonly #place = document.createElement('div');

  constructor(part: PartInfo) {
    super(part);
    this.#place.className = 'fond';
  }

  override render(options: OptionsDeCarte, note: string): unknown {
    this.#options = options;
    this.#note = note;
    if (this.#carte) void this.#carte.then((carte) => carte?.update(this.#options));
    else queueMicrotask(() => { this.#open(); });
    return this.#place;
  }

  #open(): void {
    if (!this.isConnected || this.#carte) return;
    this.#carte = ouvrirCarte(this.#place, this.#options).then((carte) => {
      carte.update(this.#options);
      return carte;
    }, () => {
      this.#place.textContent = this.#note;
      return undefined;
    });
  }

  override disconnected(): void {
    void this.#carte?.then((carte) => carte?.close());
    this.#carte = undefined;
  }

  override reconnected(): void {
    queueMicrotask(() => { this.#open(); });
  }
}
const mapOf = directive(CarteDirective);

/** The map, and the same in a list: what a map shows must be within reach of everybody. Loaded when asked. */
export function renderMap(contexte: Contexte, { tuiles, choisi, depart, onChoisir, donnes }: CarteProps): TemplateResult {
  const { etablissements, mots } = contexte;
  const { rechercheCarte: words } = wordsOf(donnes, { rechercheCarte });
  const numeros = new Map(etablissements.map(({ id }, at) => [id, String(at + 1)]));
  const points = etablissements.flatMap(({ id, nom, latitude, longitude }) => (latitude !== null && longitude !== null && estSituable(latitude, longitude)
    ? [{ id, nom, latitude, longitude, repere: numeros.get(id)! }] : []));
  const absents = etablissements.length - points.length;
  return html`<div class="carte-vue">
    ${mapOf({ points, tuiles, choisi, onChoisir, depart: depart && { ...depart, nom: depart.libelle }, mots: donnes?.carte }, words.enPanne)}
    <ol class="legende" aria-label=${words.liste} part="resultats">${repeat(etablissements, ({ id }) => id, (one) => html`<li id="point-${one.id}" class=${one.id === choisi ? 'choisi' : nothing} tabindex="-1">
      <span class="numero" aria-hidden="true">${numeros.get(one.id)}</span>
      <div class="titre">${renderLink(one.id, one.nom)}
        <p class="second">${[one.commune, one.distanceKm === null ? null : renderDistance(one, mots)].filter(Boolean).join(' · ')}${one.duree ? html` · ${renderDuree(one, contexte)}` : nothing} · ${mots.unites(one.nombreOffres)}${one.precision === 'commune' ? html` · ${words.approchee}` : nothing}</p></div>
      ${renderActionsButton(one.id, one.nom, mots)}
    </li>`)}</ol>
    ${depart ? html`<p class="second">${words.cercle(depart.libelle)}</p>` : nothing}
    ${absents > 0 ? html`<p class="second">${words.sansPosition(absents)}</p>` : nothing}
  </div>`;
}
