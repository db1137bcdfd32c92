import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ouvrirCarte, type Carte, type PointDeCarte, type Tuiles } from '../../ui/carte.ts';

interface Voulue {
  readonly point: PointDeCarte;
  readonly tuiles: Tuiles;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The map of the place, loaded once its frame comes into sight. */
export class LieuMap implements ReactiveController {
  /** It could not be loaded. */
  absent = false;
  readonly #host: Host;
  readonly #wanted: () => Voulue | undefined;
  readonly #watch = new IntersectionObserver((entrees) => { if (entrees.some(({ isIntersecting }) => isIntersecting)) void this.#open(); }, { rootMargin: '200px' });
  #frame: HTMLElement | undefined;
  #map: Carte | undefined;

  constructor(host: Host, voulue: () => Voulue | undefined) {
    this.#host = host;
    this.#wanted = voulue;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#close();
  }

  hostUpdated(): void {
    const cadre = this.#host.renderRoot.querySelector<HTMLElement>('#carte') ?? undefined;
    const voulue = this.#wanted();
    if (cadre !== this.#frame) {
      this.#close();
      this.#frame = cadre;
      if (cadre) this.#watch.observe(cadre);
    }
    if (voulue) this.#map?.update({ points: [voulue.point], tuiles: voulue.tuiles, choisi: voulue.point.id });
  }

  async #open(): Promise<void> {
    const cadre = this.#frame;
    const voulue = this.#wanted();
    if (!cadre || !voulue || this.#map) return;
    this.#watch.unobserve(cadre);
    try {
      const carte = await ouvrirCarte(cadre, { points: [voulue.point], tuiles: voulue.tuiles, choisi: voulue.point.id });
      if (this.#frame === cadre) this.#map = carte;
      else carte.close();
      this.absent = false;
    } catch {
      this.absent = true;
      this.#host.requestUpdate();
    }
  }

  #close(): void {
    this.#map?.close();
    this.#map = undefined;
    if (this.#frame) this.#watch.unobserve(this.#frame);
    this.#frame = undefined;
    this.absent = false;
  }
}
