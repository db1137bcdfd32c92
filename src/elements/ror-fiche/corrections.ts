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
export class Corrections {
  readonly #element: Element;
  readonly #page: Page;
  readonly #unfinished = new Map<string, EnSuspens & { readonly nom: string }>();
  #correction: Correction | undefined;
  #awaited: string | undefined;
  #failure = false;

  constructor(element: Element, page: Page) {
    this.#element = element;
    this.#page = page;
  }

  get modified(): boolean {
    return this.#unfinished.size > 0 || (this.#element.renderRoot?.querySelector('ror-fiche-form')?.modified ?? false);
  }

  isOpen(encadre: string): boolean {
    return this.#correction?.encadre === encadre || this.#awaited === encadre;
  }

  open(lue: Lue, encadre: string, reprise?: EnSuspens): void {
    const { id } = lue.noeud;
    // One block at a time: what was typed into the other one is kept.
    this.leave(id);
    this.#awaited = encadre;
    this.#failure = false;
    this.#element.requestUpdate();
    void this.#load().then((correction) => {
      if (this.#awaited !== encadre || this.#page.lue()?.noeud.id !== id) return;
      this.#awaited = undefined;
      correction.open(this.#page.lue()!, encadre, reprise);
    }, () => {
      this.#failure = true;
      this.#element.requestUpdate();
    });
  }

  async #load(): Promise<Correction> {
    if (this.#correction) return this.#correction;
    const { Correction } = await import('./correction.ts');
    this.#correction ??= new Correction({ element: this.#element, ...this.#page });
    return this.#correction;
  }

  /** The fiche of this node goes: what is typed and not saved is kept. */
  leave(noeudId: string | null): void {
    this.#awaited = undefined;
    const laissee = this.#correction?.leave();
    if (noeudId !== this.#element.noeudId) this.#correction?.repercussion.forget();
    if (!laissee || noeudId === null) return;
    this.#unfinished.set(noeudId, { ...laissee, nom: laissee.fiche.nom });
  }

  render(lue: Lue, titre: string, level: number, { corriger: mots }: Catalogue['ficheLue']): TemplateResult {
    if (this.#correction?.encadre) return this.#correction.render(lue, { titre, level, support: this.#element.support });
    return this.#failure ? html`<div class="banner danger" role="alert"><p>${mots.echec}</p><button type="button" class="button small" @click=${() => { if (this.#awaited) this.open(lue, this.#awaited); }}>${this.#page.messages().commun.reessayer}</button></div>`
      : html`<p class="soft" role="status">${mots.chargement}</p>`;
  }

  /** What was typed and left, wherever it was. */
  renderUnfinished({ corriger: mots }: Catalogue['ficheLue'], aller: (noeudId: string, nom: string) => void): unknown {
    return [...this.#unfinished].map(([noeudId, { titre, nom }]) => html`<div class="banner warning suspens" role="status">
      <p>${mots.enSuspens(titre, nom)}</p>
      <button type="button" class="button small" @click=${() => { this.#resume(noeudId, aller); }}>${mots.reprendre}</button>
      <button type="button" class="button small quiet" @click=${() => { this.#unfinished.delete(noeudId); this.#element.requestUpdate(); }}>${mots.abandonner}</button></div>`);
  }

  renderRepercussion(lue: Lue, level: number, valeurs: ValueWords): unknown {
    return this.#correction?.repercussion.render(lue, level, valeurs) ?? nothing;
  }

  #resume(noeudId: string, aller: (noeudId: string, nom: string) => void): void {
    const gardee = this.#unfinished.get(noeudId);
    const lue = this.#page.lue();
    if (!gardee || lue?.noeud.id !== noeudId) return aller(noeudId, gardee?.nom ?? '');
    this.#unfinished.delete(noeudId);
    this.open(lue, gardee.encadre, gardee);
  }
}
