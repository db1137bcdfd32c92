import type { Deplacement } from './criteres.ts';

/** Degrees WGS84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the Earth, kilometres. */
const RAYON_KM = 6371.0088;
const radians = (degres: number): number => (degres * Math.PI) / 180;

/** Kilometres as the crow flies, on a sphere: within 0.5 % of the ellipsoid. */
export function distanceKm(a: Point, b: Point): number {
  const latitude = radians(b.latitude - a.latitude);
  const longitude = radians(b.longitude - a.longitude);
  const h = Math.sin(latitude / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * RAYON_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

interface Allure {
  /** How much longer the way is than the straight line. */
  readonly detour: number;
  /** Kilometres an hour by distance: over the first, the second… A long way goes by faster roads. */
  readonly vitesses: readonly (readonly [jusquaKm: number, kmh: number])[];
  /** Minutes spent whatever the distance: to leave, to park. */
  readonly fixe: number;
}

/** Usual figures of Île-de-France, by day: an estimate is always shown as one (REC-9). */
const ALLURES: Readonly<Record<Deplacement, Allure>> = {
  voiture: { detour: 1.35, vitesses: [[5, 22], [15, 32], [40, 50], [Number.POSITIVE_INFINITY, 75]], fixe: 5 },
  velo: { detour: 1.3, vitesses: [[Number.POSITIVE_INFINITY, 15]], fixe: 2 },
  marche: { detour: 1.25, vitesses: [[Number.POSITIVE_INFINITY, 4.8]], fixe: 0 },
};

/** Minutes estimated from a distance as the crow flies, rounded up; grows with the distance. */
export function estimatedDuree(km: number, deplacement: Deplacement = 'voiture'): number {
  const { detour, vitesses, fixe } = ALLURES[deplacement];
  let reste = Math.max(0, km) * detour;
  let debut = 0;
  let heures = 0;
  for (const [jusqua, kmh] of vitesses) {
    const troncon = Math.min(reste, jusqua - debut);
    heures += troncon / kmh;
    reste -= troncon;
    debut = jusqua;
    if (reste <= 0) break;
  }
  return Math.ceil(heures * 60 + fixe - 1e-9);
}

/** Kilometres as the crow flies beyond which the estimate is over these minutes: what bounds a search by travel time. */
export function reachKm(minutes: number, deplacement: Deplacement = 'voiture'): number {
  let bas = 0;
  let haut = 1_000;
  for (let pas = 0; pas < 40; pas += 1) {
    const milieu = (bas + haut) / 2;
    if (estimatedDuree(milieu, deplacement) <= minutes) bas = milieu;
    else haut = milieu;
  }
  return bas;
}
