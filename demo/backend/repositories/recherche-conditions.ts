import { FACETTES, type Facette, type Genre } from '../../../src/engine/recherche/champs.ts';
import type { Criteres } from '../../../src/engine/recherche/criteres.ts';
import { porteeKm, type Point } from '../../../src/engine/recherche/trajet.ts';
import type { PleinAcces } from '../../../src/engine/acces/comptes.ts';

/** For whom it is searched. `restreint`: some attributes are not for them (ACC-4, ACC-8), and are nowhere in the search. */
export interface RegardRecherche {
  readonly plein: PleinAcces;
  readonly restreint: boolean;
}

/** What the words of `texte` mean. */
export interface TexteCompris {
  /** The words that count, for names. */
  readonly mots: string;
  /** `genre:code`, likeliest first. */
  readonly codes: readonly string[];
  /** Words that name a commune or are a postal code: they narrow what the codes find. */
  readonly lieux: string;
  /** Some words mean nothing of the vocabulary: the codes count only when no name holds all the words. */
  readonly partiel: boolean;
}

/** Everything that a search needs to be asked of the database. */
export interface Question {
  readonly criteres: Criteres;
  readonly centre: Point | null;
  readonly texte: TexteCompris | null;
  readonly regard: RegardRecherche;
  /** ISO instant, and the day where the region is. */
  readonly instant: string;
  readonly aujourdhui: string;
}

/** What some profiles do not read: neither looked for, nor counted. */
export const GENRES_RESTREINTS: ReadonlySet<Genre> = new Set(['specialisation', 'profession', 'acte', 'competence', 'equipement']);
export const FACETTES_RESTREINTES: ReadonlySet<Facette> = new Set(['specialisation']);

/** The column of `recherche_classe` of the kinds that are also facets: read on few rows. */
const COLONNES: Partial<Readonly<Record<Genre, Facette | 'activite'>>> = { activite: 'activite', 'type-offre': 'type', mode: 'mode', temporalite: 'temporalite', categorie: 'categorie', specialisation: 'specialisation', modalite: 'modalite' };
const LISTES: ReadonlySet<Facette | 'activite'> = new Set(['public', 'specialisation', 'modalite', 'activite']);
export const NOMS_FACETTES = Object.keys(FACETTES) as Facette[];
export const estListe = (facette: Facette): boolean => LISTES.has(facette);

/** The values of a statement: each gives its `$n`. */
export class Parametres {
  readonly valeurs: unknown[] = [];
  ajouter(valeur: unknown, type: string): string {
    this.valeurs.push(valeur);
    return `$${this.valeurs.length}::${type}`;
  }
}

const deClasse = (facette: Facette | 'activite', codes: string): string => (LISTES.has(facette) ? `c.${facette} && ${codes}` : `c.${facette} = any(${codes})`);

/** The parts of a statement that finds offers (`o`): what it needs first, what it joins, what must hold. */
export interface Conditions {
  readonly avec: readonly string[];
  readonly de: string;
  readonly ou: readonly string[];
  /** What the facets ask of `recherche_classe` (`c`). */
  readonly facettes: Readonly<Partial<Record<Facette, string>>>;
  /** Made when they are asked for: a value that no part of a statement uses has no type. */
  readonly ouvert: () => string;
  readonly libre: () => string;
}

/** Haversine, kilometres, as `distanceKm` of the engine. */
const kilometres = (lat: string, lon: string): string =>
  `2 * 6371.0088 * asin(least(1, sqrt(power(sin(radians(l.latitude - ${lat}) / 2), 2) + cos(radians(${lat})) * cos(radians(l.latitude)) * power(sin(radians(l.longitude - ${lon}) / 2), 2))))`;

const KM_PAR_DEGRE = 111.19;

/** `prefixe` makes the names of what comes first its own, for several searches in one statement. */
export function conditions({ criteres, centre, texte, regard, instant, aujourdhui }: Question, p: Parametres, prefixe = ''): Conditions {
  const { quoi = [], ou, distanceMax, dureeMax, deplacement, age } = criteres;
  const { partout, entitesGeographiques, departements } = regard.plein;
  const avec: string[] = [];
  const clauses: string[] = [];
  let de = 'recherche_offre o';
  if (!partout) {
    const vus = [
      ...(entitesGeographiques.length > 0 ? [`o.structure in (select hashtextextended(x, 0) from unnest(${p.ajouter(entitesGeographiques, 'text[]')}) x)`] : []),
      ...(departements.length > 0 ? [`o.departement = any(${p.ajouter(departements, 'text[]')})`] : []),
    ];
    clauses.push(`(not o.sensible${vus.map((vu) => ` or ${vu}`).join('')})`);
  }
  if (ou?.genre === 'departement') clauses.push(`o.departement = ${p.ajouter(ou.code, 'text')}`);
  if (age !== undefined) {
    const ans = p.ajouter(age, 'int');
    clauses.push(`coalesce(o.age_min < ${ans} + 1, o.age_fin is not null) and coalesce(o.age_fin > ${ans}, o.age_min is not null)`);
  }
  if (centre) {
    const [lat, lon] = [p.ajouter(centre.latitude, 'float8'), p.ajouter(centre.longitude, 'float8')];
    const portee = Math.min(distanceMax ?? Number.POSITIVE_INFINITY, dureeMax === undefined ? Number.POSITIVE_INFINITY : porteeKm(dureeMax, deplacement));
    const bornes: string[] = [];
    if (Number.isFinite(portee)) {
      const dLat = portee / KM_PAR_DEGRE + 0.001;
      bornes.push(`l.latitude between ${p.ajouter(centre.latitude - dLat, 'float8')} and ${p.ajouter(centre.latitude + dLat, 'float8')}`);
      // Towards a pole, or around the globe, a box says nothing of longitudes.
      const cosinus = Math.cos((Math.min(89.9, Math.abs(centre.latitude) + dLat) * Math.PI) / 180);
      const dLon = portee / (KM_PAR_DEGRE * cosinus) + 0.001;
      if (Math.abs(centre.longitude) + dLon < 180) bornes.push(`l.longitude between ${p.ajouter(centre.longitude - dLon, 'float8')} and ${p.ajouter(centre.longitude + dLon, 'float8')}`);
    }
    avec.push(`${prefixe}points as materialized (select l.no, ${kilometres(lat, lon)} as km from recherche_lieu l${bornes.length > 0 ? ` where ${bornes.join(' and ')}` : ''})`);
    de += ` ${Number.isFinite(portee) ? 'join' : 'left join'} ${prefixe}points k on k.no = o.lieu${Number.isFinite(portee) ? ` and k.km <= ${p.ajouter(portee, 'float8')}` : ''}`;
  }
  const parGenre = new Map<Genre, string[]>();
  for (const { genre, code } of quoi) parGenre.set(genre, [...(parGenre.get(genre) ?? []), code]);
  for (const [genre, codes] of parGenre) {
    const colonne = COLONNES[genre];
    if (regard.restreint && GENRES_RESTREINTS.has(genre)) clauses.push('false');
    else if (colonne) clauses.push(`o.classe in (select c.no from recherche_classe c where ${deClasse(colonne, p.ajouter(codes, 'text[]'))})`);
    else clauses.push(`o.no in (select u.no from recherche_unite u where u.codes && ${p.ajouter(codes.map((code) => `${genre}:${code}`), 'text[]')})`);
  }
  if (texte) {
    avec.push(...textuel(texte, p, prefixe));
    de += ` join ${prefixe}mots m on m.no = o.no`;
  }
  const facettes: Partial<Record<Facette, string>> = {};
  for (const facette of NOMS_FACETTES) {
    const codes = criteres.facettes?.[facette];
    if (codes && codes.length > 0) facettes[facette] = regard.restreint && FACETTES_RESTREINTES.has(facette) ? 'false' : deClasse(facette, p.ajouter(codes, 'text[]'));
  }
  avec.push(`${prefixe}ouvertes as materialized (select no from recherche_horaire where ouvert @> ${p.ajouter(instant, 'timestamptz')})`);
  let fermees = false;
  return {
    avec, de, ou: clauses, facettes,
    ouvert: () => `coalesce(o.horaire in (select no from ${prefixe}ouvertes), false)`,
    libre() {
      if (regard.restreint) return 'false';
      if (!fermees) {
        const jour = p.ajouter(aujourdhui, 'date');
        avec.push(`${prefixe}fermees as materialized (select hashtextextended(f.noeud_id, 0) as no, f.debut, f.nombre from fermeture_places f where f.debut <= ${jour} and (f.fin is null or f.fin >= ${jour}))`);
        fermees = true;
      }
      // PLC-2; nearly no unit has a closing today: the sum is made for those alone.
      return `case when o.disponibles > 0 then case when o.no in (select no from ${prefixe}fermees)
        then o.disponibles > coalesce((select sum(f.nombre) from ${prefixe}fermees f where f.no = o.no and f.debut > o.compte_le), 0) else true end else false end`;
    },
  };
}

/** The offers that the words find, with how well: names that hold them all, then what the words mean. */
function textuel({ mots, codes, lieux, partiel }: TexteCompris, p: Parametres, prefixe: string): string[] {
  const requete = `${prefixe}requete`;
  const parNom = `select u.no, 4::real as note from ${requete} r, recherche_unite u where u.mots @@ r.q`;
  const lieu = lieux === '' ? '' : ` and u.mots @@ requete_recherche(${p.ajouter(lieux, 'text')})`;
  const seuls = partiel ? ` and not exists (select 1 from ${prefixe}noms)` : '';
  const parCode = codes.map((code, rang) => {
    const note = (3.5 - 0.4 * rang).toFixed(1);
    const colonne = COLONNES[code.slice(0, code.indexOf(':')) as Genre];
    if (colonne && lieu === '') return `select o.no, ${note}::real from recherche_offre o where o.classe in (select c.no from recherche_classe c where ${deClasse(colonne, `array[${p.ajouter(code.slice(code.indexOf(':') + 1), 'text')}]`)})${seuls}`;
    return `select u.no, ${note}::real from recherche_unite u where u.codes @> array[${p.ajouter(code, 'text')}]${lieu}${seuls}`;
  });
  return [
    `${requete} as materialized (select requete_recherche(${p.ajouter(mots, 'text')}) as q)`,
    `${prefixe}noms as materialized (${parNom})`,
    `${prefixe}mots as materialized (select no, max(note) as note from (select no, note from ${prefixe}noms${parCode.map((arm) => ` union all ${arm}`).join('')}) t group by no)`,
  ];
}
