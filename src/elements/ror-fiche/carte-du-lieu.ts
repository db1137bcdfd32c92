import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ouvrirCarte, type Carte, type PointDeCarte, type Tuiles } from '../../ui/carte.ts';

interface Voulue {
  readonly point: PointDeCarte;
  readonly tuiles: Tuiles;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The map of the place, loaded once its frame comes into sight. */
export class CarteDuLieu implements ReactiveController {
  /** It could not be loaded. */
  absente = false;
  readonly #host: Host;
  readonly #voulue: () => Voulue | undefined;
  readonly #veille = new IntersectionObserver((entrees) => { if (entrees.some(({ isIntersecting }) => isIntersecting)) void this.#ouvrir(); }, { rootMargin: '200px' });
  #cadre: HTMLElement | undefined;
  #carte: Carte | undefined;

  constructor(host: Host, voulue: () => Voulue | undefined) {
    this.#host = host;
    this.#voulue = voulue;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#fermer();
  }

  hostUpdated(): void {
    const cadre = this.#host.renderRoot.querySelector<HTMLElement>('#carte') ?? undefined;
    const voulue = this.#voulue();
    if (cadre !== this.#cadre) {
      this.#fermer();
      this.#cadre = cadre;
      if (cadre) this.#veille.observe(cadre);
    }
    if (voulue) this.#carte?.update({ points: [voulue.point], tuiles: voulue.tuiles, choisi: voulue.point.id });
  }

  async #ouvrir(): Promise<void> {
    const cadre = this.#cadre;
    const voulue = this.#voulue();
    if (!cadre || !voulue || this.#carte) return;
    this.#veille.unobserve(cadre);
    try {
      const carte = await ouvrirCarte(cadre, { points: [voulue.point], tuiles: voulue.tuiles, choisi: voulue.point.id });
      if (this.#cadre === cadre) this.#carte = carte;
      else carte.close();
      this.absente = false;
    } catch {
      this.absente = true;
      this.#host.requestUpdate();
    }
  }

  #fermer(): void {
    this.#carte?.close();
    this.#carte = undefined;
    if (this.#cadre) this.#veille.unobserve(this.#cadre);
    this.#cadre = undefined;
    this.absente = false;
  }
}
