import { html, nothing, type TemplateResult } from 'lit';
import type { ValueWords } from '../../engine/fiche/value-in-words.ts';
import type { Catalogue, Messages } from '../../i18n/messages.ts';
import type { Caller } from '../../controllers/contexts.ts';
import type { Support } from '../ror-fiche-form/ror-fiche-form.ailleurs.ts';
import type { Correction, EnSuspens } from './correction.ts';
import type { Lue } from './lue.ts';

interface Page {
  readonly client: () => Caller;
  readonly messages: () => Messages;
  readonly dire: (message: string) => void;
  readonly lue: () => Lue | undefined;
  readonly adopter: ConstructorParameters<typeof Correction>[0]['adopter'];
  readonly mener: (encadre: string) => void;
}

type Element = HTMLElement & { requestUpdate(): void; readonly updateComplete: Promise<boolean>; readonly renderRoot: HTMLElement | DocumentFragment; readonly support: Support | undefined; readonly noeudId: string | null };

/**
 * What the person types into blocks: one block is open at a time, and what was left unsaved, here or in a fiche seen before, is
 * kept and told. The form itself is loaded with the first correction.
 */
export class Saisies {
  readonly #element: Element;
  readonly #page: Page;
  readonly #suspens = new Map<string, EnSuspens & { readonly nom: string }>();
  #correction: Correction | undefined;
  #attendu: string | undefined;
  #echec = false;

  constructor(element: Element, page: Page) {
    this.#element = element;
    this.#page = page;
  }

  get modifiees(): boolean {
    return this.#suspens.size > 0 || (this.#element.renderRoot?.querySelector('ror-fiche-form')?.modified ?? false);
  }

  ouvert(encadre: string): boolean {
    return this.#correction?.encadre === encadre || this.#attendu === encadre;
  }

  ouvrir(lue: Lue, encadre: string, reprise?: EnSuspens): void {
    const { id } = lue.noeud;
    // One block at a time: what was typed into the other one is kept.
    this.laisser(id);
    this.#attendu = encadre;
    this.#echec = false;
    this.#element.requestUpdate();
    void this.#charger().then((correction) => {
      if (this.#attendu !== encadre || this.#page.lue()?.noeud.id !== id) return;
      this.#attendu = undefined;
      correction.ouvrir(this.#page.lue()!, encadre, reprise);
    }, () => {
      this.#echec = true;
      this.#element.requestUpdate();
    });
  }

  async #charger(): Promise<Correction> {
    if (this.#correction) return this.#correction;
    const { Correction } = await import('./correction.ts');
    this.#correction ??= new Correction({ element: this.#element, ...this.#page });
    return this.#correction;
  }

  /** The fiche of this node goes: what is typed and not saved is kept. */
  laisser(noeudId: string | null): void {
    this.#attendu = undefined;
    const laissee = this.#correction?.laisser();
    if (noeudId !== this.#element.noeudId) this.#correction?.repercussion.oublier();
    if (!laissee || noeudId === null) return;
    this.#suspens.set(noeudId, { ...laissee, nom: laissee.fiche.nom });
  }

  render(lue: Lue, titre: string, level: number, { corriger: mots }: Catalogue['ficheLue']): TemplateResult {
    if (this.#correction?.encadre) return this.#correction.render(lue, { titre, level, support: this.#element.support });
    return this.#echec ? html`<div class="banner danger" role="alert"><p>${mots.echec}</p><button type="button" class="button small" @click=${() => { if (this.#attendu) this.ouvrir(lue, this.#attendu); }}>${this.#page.messages().commun.reessayer}</button></div>`
      : html`<p class="soft" role="status">${mots.chargement}</p>`;
  }

  /** What was typed and left, wherever it was. */
  renderSuspens({ corriger: mots }: Catalogue['ficheLue'], aller: (noeudId: string, nom: string) => void): unknown {
    return [...this.#suspens].map(([noeudId, { titre, nom }]) => html`<div class="banner warning suspens" role="status">
      <p>${mots.enSuspens(titre, nom)}</p>
      <button type="button" class="button small" @click=${() => { this.#reprendre(noeudId, aller); }}>${mots.reprendre}</button>
      <button type="button" class="button small quiet" @click=${() => { this.#suspens.delete(noeudId); this.#element.requestUpdate(); }}>${mots.abandonner}</button></div>`);
  }

  renderRepercussion(lue: Lue, level: number, valeurs: ValueWords): unknown {
    return this.#correction?.repercussion.render(lue, level, valeurs) ?? nothing;
  }

  #reprendre(noeudId: string, aller: (noeudId: string, nom: string) => void): void {
    const gardee = this.#suspens.get(noeudId);
    const lue = this.#page.lue();
    if (!gardee || lue?.noeud.id !== noeudId) return aller(noeudId, gardee?.nom ?? '');
    this.#suspens.delete(noeudId);
    this.ouvrir(lue, gardee.encadre, gardee);
  }
}
