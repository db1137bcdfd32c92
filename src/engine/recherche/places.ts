import type { Contenu } from '../../domain/fiche.ts';

/** JDV_J188. */
export const INSTALLE = '01';
export const DISPONIBLE = '02';
/** JDV_J189: now, and not a forecast. */
const COURANT = '01';
/** JDV_J193. */
export const SAISIE_MANUELLE = '01';

export interface ComptePlaces {
  /** Null = not said. */
  readonly disponibles: number | null;
  readonly installees: number | null;
  /** ISO instant of the latest count. */
  readonly dateMiseJour: string | null;
}

const objets = (value: unknown): readonly Contenu[] =>
  (Array.isArray(value) ? value.filter((one: unknown): one is Contenu => typeof one === 'object' && one !== null && !Array.isArray(one)) : []);

/** The counts of beds and places of an offer, of all its places. */
export const capacitesOf = (offre: Contenu): readonly Contenu[] => objets(offre['lieuRealisationOffre']).flatMap((lieu) => objets(lieu['capacitePriseCharge']));

/** PLC-1: beds and places installed, and available now, of all the places of an offer together. */
export const countPlaces = (offre: Contenu): ComptePlaces => countOf(capacitesOf(offre));

/** PLC-1: what these counts say together. */
export function countOf(capacites: readonly Contenu[]): ComptePlaces {
  const somme = (statut: string): number | null => {
    const nombres = capacites.flatMap(({ statutCapacite, temporaliteCapacite, nombreCapacite }) =>
      (statutCapacite === statut && (temporaliteCapacite ?? COURANT) === COURANT && typeof nombreCapacite === 'number' ? [nombreCapacite] : []));
    return nombres.length === 0 ? null : nombres.reduce((a, b) => a + b, 0);
  };
  const dates = capacites.flatMap(({ dateMAJCapacite }) => (typeof dateMAJCapacite === 'string' && !Number.isNaN(Date.parse(dateMAJCapacite)) ? [dateMAJCapacite] : []));
  return { disponibles: somme(DISPONIBLE), installees: somme(INSTALLE), dateMiseJour: dates.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null };
}

/** A planned or present closing of beds or places; days, both included; without end until further notice. */
export interface FermeturePlaces {
  readonly debut: string;
  readonly fin: string | null;
  readonly nombre: number;
}

/**
 * PLC-2: beds and places available on a day. A closing that began after the day of the count takes away as many; the
 * count knows of one that had begun already. Never less than none.
 */
export function availablePlaces({ disponibles, dateMiseJour }: Pick<ComptePlaces, 'disponibles' | 'dateMiseJour'>, fermetures: readonly FermeturePlaces[], jour: string): number | null {
  if (disponibles === null) return null;
  const compte = dateMiseJour?.slice(0, 10) ?? '';
  const fermees = fermetures.filter(({ debut, fin }) => debut <= jour && (fin === null || fin >= jour) && debut > compte);
  return Math.max(0, disponibles - fermees.reduce((somme, { nombre }) => somme + nombre, 0));
}
