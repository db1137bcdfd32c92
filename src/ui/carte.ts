import type { Catalogue } from '../i18n/messages.ts';

/** One place on a map, in degrees of WGS 84. */
export interface PointDeCarte {
  readonly id: string;
  /** Name of the place: what a screen reader says of it, and the tooltip. */
  readonly nom: string;
  readonly latitude: number;
  readonly longitude: number;
  /** A few characters in the mark, for instance the number of the result. */
  readonly repere?: string;
}

/** Where a map takes its background from: the choice of the host page, whose policy (`img-src`) must allow it. */
export interface Tuiles {
  /** `https://…/{z}/{x}/{y}.png` */
  readonly url: string;
  /** Whom to name, as text. */
  readonly attribution: string;
  /** Deepest zoom of the source; default 19. */
  readonly zoomMax?: number;
}

export interface Vue { readonly nord: number; readonly sud: number; readonly est: number; readonly ouest: number }

export interface OptionsDeCarte {
  readonly points: readonly PointDeCarte[];
  /** Without: the places relative to each other, on a plain background. */
  readonly tuiles?: Tuiles | undefined;
  /** Where distances are measured from: a ring, that is no choice. */
  readonly depart?: { readonly nom: string; readonly latitude: number; readonly longitude: number } | null | undefined;
  /** Id of the chosen place. */
  readonly choisi?: string | null | undefined;
  /** The person chose a place on the map. */
  readonly onChoisir?: ((id: string) => void) | undefined;
  /** The person moved the map. */
  readonly onDeplacer?: ((vue: Vue) => void) | undefined;
  /** Words of another language. */
  readonly mots?: Catalogue['carte'] | undefined;
}

export interface Carte {
  /** Shows something else; the view stays unless the places are others. */
  update(options: OptionsDeCarte): void;
  close(): void;
}

/** Draws a map into an empty element, which gives it its size. The library comes with the first map. Fails when it cannot be loaded. */
export async function ouvrirCarte(element: HTMLElement, options: OptionsDeCarte): Promise<Carte> {
  const { CarteLeaflet } = await import('./carte-leaflet.ts');
  return new CarteLeaflet(element, options);
}

/** Whether these can be shown on a map. */
export const estSituable = (latitude: unknown, longitude: unknown): boolean =>
  typeof latitude === 'number' && typeof longitude === 'number' && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 && !(latitude === 0 && longitude === 0);
