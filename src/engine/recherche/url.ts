import type { z } from '../../domain/zod.ts';
import { FACETTES, GENRES, type Facette, type Genre } from './champs.ts';
import { Criteres, Deplacement, Ou, pruned, Quoi, Tri } from './criteres.ts';

/** Pairs of a query, in order; `URLSearchParams` takes and gives them. */
export type Paires = readonly (readonly [nom: string, valeur: string])[];

const facettes = Object.keys(FACETTES) as Facette[];
const noms = ['quoi', 'texte', 'ou', 'distance', 'duree', 'deplacement', 'age', 'ouvert', 'places', 'tri', ...facettes] as const;

/**
 * Criteria as the pairs of a URL query that a person can read and share (REC-7). The host owns its URL: it gives a
 * prefix when its own names could be met, and places the pairs where it likes.
 */
export function versRequete(criteres: Criteres, prefixe = ''): Paires {
  const { quoi = [], texte, ou, distanceMax, dureeMax, deplacement, age, ouvert, places, tri } = criteres;
  const paires: [string, string | undefined][] = [
    ...quoi.map(({ genre, code }): [string, string] => ['quoi', `${genre}:${code}`]),
    ['texte', texte],
    ['ou', ou && writeOu(ou)],
    ['distance', distanceMax?.toString()],
    ['duree', dureeMax?.toString()],
    ['deplacement', deplacement],
    ...facettes.flatMap((facette) => (criteres.facettes?.[facette] ?? []).map((code): [string, string] => [facette, code])),
    ['age', age?.toString()],
    ['ouvert', ouvert ? '1' : undefined],
    ['places', places ? '1' : undefined],
    ['tri', tri],
  ];
  return paires.flatMap(([nom, valeur]) => (valeur === undefined ? [] : [[`${prefixe}${nom}`, valeur] as const]));
}

/**
 * The criteria that a query says. Never throws: what is unknown, wrong or too long is left out, and the rest counts
 * (REC-8). Names without the prefix are the host's and are not read.
 */
export function depuisRequete(paires: Iterable<readonly [string, string]>, prefixe = ''): Criteres {
  const valeurs = new Map<string, string[]>();
  for (const [nom, valeur] of paires) {
    if (!nom.startsWith(prefixe)) continue;
    const court = nom.slice(prefixe.length);
    if (!(noms as readonly string[]).includes(court)) continue;
    valeurs.set(court, [...(valeurs.get(court) ?? []), valeur]);
  }
  const premier = (nom: typeof noms[number]): string | undefined => valeurs.get(nom)?.[0];
  const nombre = (nom: typeof noms[number]): number | undefined => {
    const texte = premier(nom);
    return texte === undefined || texte.trim() === '' ? undefined : Number(texte);
  };
  const lu = {
    quoi: (valeurs.get('quoi') ?? []).flatMap(readQuoi).slice(0, 20),
    texte: premier('texte')?.trim() || undefined,
    ou: readOu(premier('ou')),
    distanceMax: nombre('distance'),
    dureeMax: nombre('duree'),
    deplacement: Deplacement.safeParse(premier('deplacement')).data,
    facettes: Object.fromEntries(facettes.map((facette) => [facette, [...new Set(valeurs.get(facette) ?? [])].filter((code) => code !== '' && code.length <= 120).slice(0, 50)])),
    age: nombre('age'),
    ouvert: premier('ouvert') === '1',
    places: premier('places') === '1',
    tri: Tri.safeParse(premier('tri')).data,
  };
  return pruned(lisibles(lu));
}

/** What each attribute accepts, alone: one wrong value does not take the others away. */
function lisibles(lu: Readonly<Record<string, unknown>>): Criteres {
  const formes: Readonly<Record<string, z.ZodMiniType>> = Criteres.shape;
  return Object.fromEntries(Object.entries(lu).filter(([nom, valeur]) => valeur !== undefined && formes[nom]?.safeParse(valeur).success));
}

function readQuoi(texte: string): readonly Quoi[] {
  const at = texte.indexOf(':');
  const parsed = Quoi.safeParse({ genre: texte.slice(0, at) as Genre, code: texte.slice(at + 1) });
  return parsed.success && parsed.data.genre in GENRES ? [parsed.data] : [];
}

function writeOu(ou: Ou): string {
  if (ou.genre === 'point') return `point:${ou.latitude},${ou.longitude},${ou.libelle}`;
  return `${ou.genre}:${ou.genre === 'structure' ? ou.id : ou.code}`;
}

function readOu(texte: string | undefined): Ou | undefined {
  if (texte === undefined) return undefined;
  const at = texte.indexOf(':');
  const genre = texte.slice(0, at);
  const reste = texte.slice(at + 1);
  if (genre === 'point') {
    const [, latitude, longitude, libelle = ''] = /^(-?\d{1,2}(?:\.\d{1,12})?),(-?\d{1,3}(?:\.\d{1,12})?)(?:,(.*))?$/s.exec(reste) ?? [];
    return Ou.safeParse({ genre, latitude: latitude === undefined ? undefined : Number(latitude), longitude: Number(longitude), libelle }).data;
  }
  return Ou.safeParse(genre === 'structure' ? { genre, id: reste } : { genre, code: reste }).data;
}
