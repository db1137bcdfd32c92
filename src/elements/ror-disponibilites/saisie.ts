import { date } from '../../engine/fiche/kinds/date.ts';
import { gridOf, readGrid, numberOf, type GrillePlaces } from '../../engine/recherche/places-grid.ts';
import type { PlacesUnite } from '../../engine/recherche/resultats.ts';
import type { CapaciteSaisie, FermetureSaisie } from '../../engine/recherche/saisie-places.ts';
import type { Mots } from './types.ts';

export type CodeErreur = keyof Mots['disponibilites']['erreurs'];

/** A closing as it is typed. */
export interface FermetureTapee {
  /** Stays while it is typed, whatever is added or removed before it. */
  readonly cle: string;
  readonly debut: string;
  readonly fin: string;
  readonly nombre: string;
  readonly type: string;
  readonly commentaire: string;
}
export type ChampFermeture = Exclude<keyof FermetureTapee, 'cle'>;

/** What is typed of one unit and not written yet. */
export interface Saisie {
  readonly textes: ReadonlyMap<string, string>;
  readonly fermetures: readonly FermetureTapee[];
  /** Whether the person asked to write it: until then, only what they have left is said to be wrong. */
  readonly tentee: boolean;
}

export const saisieOf = ({ capacites, fermetures }: PlacesUnite): Saisie => ({
  textes: gridOf(capacites).textes, tentee: false,
  fermetures: fermetures.map(({ id, debut, fin, nombre, type, commentaire }) => ({
    cle: id, debut: date.format(debut), fin: fin === null ? '' : date.format(fin), nombre: String(nombre), type: type ?? '', commentaire: commentaire ?? '',
  })),
});

export interface Lecture {
  readonly grille: GrillePlaces;
  readonly capacites: readonly CapaciteSaisie[];
  readonly fermetures: readonly FermetureSaisie[];
  /** By cell of the grid, or by `<cle>.<champ>` of a closing. */
  readonly erreurs: ReadonlyMap<string, CodeErreur>;
}

/** What was typed, read: what can be sent, and what is wrong where. */
export function read(unite: PlacesUnite, { textes, fermetures }: Saisie): Lecture {
  const base = gridOf(unite.capacites);
  const erreurs = new Map<string, CodeErreur>();
  const lisibles: { readonly cle: string; readonly fermeture: FermetureSaisie }[] = [];
  for (const { cle, debut, fin, nombre, type, commentaire } of fermetures) {
    const jour = (champ: 'debut' | 'fin', texte: string): string | undefined => {
      const lu = date.parse(texte, {});
      if ('value' in lu && (lu.value === undefined || typeof lu.value === 'string')) return lu.value;
      erreurs.set(`${cle}.${champ}`, 'date-illisible');
      return undefined;
    };
    const premier = jour('debut', debut);
    const dernier = jour('fin', fin);
    const combien = numberOf(nombre);
    if (premier === undefined && !erreurs.has(`${cle}.debut`)) erreurs.set(`${cle}.debut`, 'debut-requis');
    if (combien === null) erreurs.set(`${cle}.nombre`, 'nombre-illisible');
    else if (combien === undefined || combien === 0) erreurs.set(`${cle}.nombre`, 'nombre-requis');
    if (premier === undefined || erreurs.has(`${cle}.fin`) || !combien) continue;
    const dit = commentaire.trim();
    lisibles.push({ cle, fermeture: { debut: premier, fin: dernier ?? null, nombre: combien, type: type === '' ? null : type, ...(dit !== '' && { commentaire: dit }) } });
  }
  const lue = readGrid(base, textes, lisibles.map(({ fermeture }) => fermeture), unite.capacites);
  for (const [chemin, code] of lue.erreurs) {
    const [, rang = '', champ = ''] = /^fermetures\.(\d+)\.(\w+)$/.exec(chemin) ?? [];
    erreurs.set(champ === '' ? chemin : `${lisibles[Number(rang)]!.cle}.${champ}`, code);
  }
  return { grille: base, capacites: lue.capacites, fermetures: lisibles.map(({ fermeture }) => fermeture), erreurs };
}
