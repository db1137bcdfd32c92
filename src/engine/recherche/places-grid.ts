import type { CapacitePriseCharge } from '../../domain/lieu-realisation-offre.ts';
import { DISPONIBLE, INSTALLE } from './places.ts';
import { placesErrors, type CapaciteSaisie, type CodeErreurPlaces, type FermetureSaisie } from './saisie-places.ts';

/** JDV_J189: now; JDV_J195: none. */
const COURANT = '01';
const SANS_AFFECTATION = '01';
/** JDV_J187: bed, place. */
const NATURES = ['01', '02'];
/** What is always asked (JDV_J188 and JDV_J190): installed, available by gender, closed, additional. */
const COLONNES: readonly ColonnePlaces[] = [
  colonne({ statutCapacite: INSTALLE }), colonne({ statutCapacite: DISPONIBLE, genreCapaciteDispo: '01' }), colonne({ statutCapacite: DISPONIBLE, genreCapaciteDispo: '02' }),
  colonne({ statutCapacite: DISPONIBLE, genreCapaciteDispo: '03' }), colonne({ statutCapacite: '05' }), colonne({ statutCapacite: '06' }),
];
const NOMBRE_MAX = 10_000;

type Attributs = Pick<CapaciteSaisie, 'statutCapacite' | 'genreCapaciteDispo' | 'typeFermetureCapacite' | 'typeLitsSupplementaire'>;

/** A column of the grid: a status, and what tells its kinds apart. */
export interface ColonnePlaces {
  readonly cle: string;
  readonly attributs: Attributs;
}

/** A row: beds or places, kept for whom; `rang` tells the places of a unit apart that say the same, from 0. */
export interface LignePlaces {
  readonly cle: string;
  readonly nature: string;
  readonly affectation: string;
  readonly rang: number;
}

export interface GrillePlaces {
  readonly lignes: readonly LignePlaces[];
  readonly colonnes: readonly ColonnePlaces[];
  /** Texts of the cells, by `cellKey`. */
  readonly textes: ReadonlyMap<string, string>;
  /** Counts that the grid does not show, and keeps. */
  readonly gardees: readonly CapaciteSaisie[];
}

export const cellKey = (ligne: string, colonne: string): string => `${ligne}/${colonne}`;

function colonne({ statutCapacite, genreCapaciteDispo, typeFermetureCapacite, typeLitsSupplementaire }: Attributs): ColonnePlaces {
  return {
    cle: [statutCapacite, genreCapaciteDispo, typeFermetureCapacite, typeLitsSupplementaire].map((code) => code ?? '').join('|'),
    attributs: {
      statutCapacite, ...(genreCapaciteDispo !== undefined && { genreCapaciteDispo }), ...(typeFermetureCapacite !== undefined && { typeFermetureCapacite }),
      ...(typeLitsSupplementaire !== undefined && { typeLitsSupplementaire }),
    },
  };
}

const ligne = (nature: string, affectation: string, rang: number): LignePlaces => ({ cle: `${nature}|${affectation}|${rang}`, nature, affectation, rang });
const byCle = (a: { readonly cle: string }, b: { readonly cle: string }): number => (a.cle < b.cle ? -1 : a.cle > b.cle ? 1 : 0);

/** PLC-10: the counts of a unit as a grid; forecasts and counts of a crisis are kept beside it. */
export function gridOf(capacites: readonly CapacitePriseCharge[]): GrillePlaces {
  const lignes = new Map(NATURES.map((nature) => ligne(nature, SANS_AFFECTATION, 0)).map((one) => [one.cle, one]));
  const colonnes = new Map(COLONNES.map((one) => [one.cle, one]));
  const textes = new Map<string, string>();
  const gardees: CapaciteSaisie[] = [];
  for (const { dateMAJCapacite: _date, typeSourceCapacite: _source, ...capacite } of capacites) {
    if (capacite.temporaliteCapacite !== COURANT || capacite.typeCrise !== undefined) {
      gardees.push(capacite);
      continue;
    }
    const une = colonne(capacite);
    colonnes.set(une.cle, une);
    let rang = 0;
    while (textes.has(cellKey(ligne(capacite.natureCapacite, capacite.affectationTemporaire, rang).cle, une.cle))) rang++;
    const sa = ligne(capacite.natureCapacite, capacite.affectationTemporaire, rang);
    lignes.set(sa.cle, sa);
    textes.set(cellKey(sa.cle, une.cle), String(capacite.nombreCapacite));
  }
  return { lignes: [...lignes.values()].sort(byCle), colonnes: [...colonnes.values()].sort(byCle), textes, gardees };
}

/** A number of beds as typed; undefined = not said; null = cannot be read. */
export function numberOf(texte: string): number | undefined | null {
  const net = texte.trim();
  if (net === '') return undefined;
  return /^\d{1,5}$/.test(net) && Number(net) <= NOMBRE_MAX ? Number(net) : null;
}

export interface SaisieLue {
  readonly capacites: readonly CapaciteSaisie[];
  /** What is wrong, by cell (`cellKey`) or by closing (`fermetures.<rang>.<champ>`). */
  readonly erreurs: ReadonlyMap<string, CodeErreurPlaces | 'nombre-illisible'>;
}

/**
 * PLC-10: the counts that the grid says, those of the first place first, then the ones that it keeps; and what the rules
 * of an entry refuse (PLC-3 to PLC-7), where the person typed it.
 * @param avant the counts before, which tell how many places there are.
 */
export function readGrid({ lignes, colonnes, gardees }: GrillePlaces, textes: ReadonlyMap<string, string>, fermetures: readonly FermetureSaisie[], avant: readonly CapacitePriseCharge[]): SaisieLue {
  const capacites: CapaciteSaisie[] = [];
  const cles: string[] = [];
  const erreurs = new Map<string, CodeErreurPlaces | 'nombre-illisible'>();
  for (const { cle, nature, affectation } of [...lignes].sort((a, b) => a.rang - b.rang)) {
    for (const { cle: colonne, attributs } of colonnes) {
      const ou = cellKey(cle, colonne);
      const nombre = numberOf(textes.get(ou) ?? '');
      if (nombre === null) erreurs.set(ou, 'nombre-illisible');
      if (nombre === undefined || nombre === null) continue;
      capacites.push({ affectationTemporaire: affectation, natureCapacite: nature, temporaliteCapacite: COURANT, nombreCapacite: nombre, ...attributs });
      cles.push(ou);
    }
  }
  capacites.push(...gardees);
  const offre = { lieuRealisationOffre: avant.map((capacite) => ({ capacitePriseCharge: [capacite] })) };
  for (const { chemin, code } of placesErrors(capacites, fermetures, offre, () => true)) {
    const [quoi, rang = ''] = chemin.split('.');
    erreurs.set(quoi === 'capacites' ? cles[Number(rang)] ?? chemin : chemin, code);
  }
  return { capacites, erreurs };
}
