import { estListe, NOTE_DU_NOM, type Colonne, type Exigences } from './recherche-exigences.ts';

/** The values of a statement: each gives its `$n`. */
export class Parametres {
  readonly valeurs: unknown[] = [];
  ajouter(valeur: unknown, type: string): string {
    this.valeurs.push(valeur);
    return `$${this.valeurs.length}::${type}`;
  }
}

/** The parts of a statement that finds offers (`o`): what it needs first, what it joins, what must hold. */
export interface Conditions {
  readonly avec: readonly string[];
  readonly de: string;
  readonly ou: readonly string[];
  /** What the choices of facets ask of a combination; nothing when there is none. */
  readonly facettes: (classe: string) => readonly string[];
  /** Made when they are asked for: a value that no part of a statement uses has no type. */
  readonly ouvert: () => string;
  readonly libre: () => string;
}

/** Haversine, kilometres, as `distanceKm` of the engine, to the millimetre: the memory computes the same (`auMillimetre`). */
const kilometres = (lat: string, lon: string): string =>
  `round(1e6::float8 * 2 * 6371.0088 * asin(least(1, sqrt(power(sin(radians(l.latitude - ${lat}) / 2), 2) + cos(radians(${lat})) * cos(radians(l.latitude)) * power(sin(radians(l.longitude - ${lon}) / 2), 2))))) / 1e6::float8`;

const KM_PAR_DEGRE = 111.19;

/** What a combination (`c`) holds. */
const tient = (colonne: Colonne, codes: string): string => (estListe(colonne) ? `c.${colonne} && ${codes}` : `c.${colonne} = any(${codes})`);
const deClasse = (classe: string, tenus: readonly string[]): string => `${classe} in (select c.no from recherche_classe c where ${tenus.join(' and ')})`;

/** Units (`u`) by their codes; by the words of all their names. */
export const parCodes = (codes: readonly string[], p: Parametres): string => `select u.no from recherche_unite u where u.codes && ${p.ajouter(codes, 'text[]')}`;
export const parMots = (mots: string, p: Parametres): string => `select u.no from recherche_unite u where u.mots @@ (select requete_recherche(${p.ajouter(mots, 'text')}))`;
/** The same by a code where a place is. */
export const parCodeEtLieu = (code: string, lieux: string, p: Parametres): string =>
  `select u.no from recherche_unite u where u.codes @> array[${p.ajouter(code, 'text')}]${lieux === '' ? '' : ` and u.mots @@ (select requete_recherche(${p.ajouter(lieux, 'text')}))`}`;
/** Closings of today. */
export const fermeesLe = (jour: string): string => `from fermeture_places f where f.debut <= ${jour} and (f.fin is null or f.fin >= ${jour})`;

/** `prefixe` makes the names of what comes first its own, for several searches in one statement. */
export function conditions(exigences: Exigences, p: Parametres, prefixe = ''): Conditions {
  const { classes, codes, plein, departement, age, centre, portee, texte, choix, placesDites, instant, aujourdhui } = exigences;
  const avec: string[] = [];
  const clauses: string[] = [];
  let de = 'recherche_offre o';
  if (!plein.partout) {
    const vus = [
      ...(plein.entitesGeographiques.length > 0 ? [`o.structure in (select hashtextextended(x, 0) from unnest(${p.ajouter(plein.entitesGeographiques, 'text[]')}) x)`] : []),
      ...(plein.departements.length > 0 ? [`o.departement = any(${p.ajouter(plein.departements, 'text[]')})`] : []),
    ];
    clauses.push(`(not o.sensible${vus.map((vu) => ` or ${vu}`).join('')})`);
  }
  if (departement !== null) clauses.push(`o.departement = ${p.ajouter(departement, 'text')}`);
  if (age !== null) {
    const ans = p.ajouter(age, 'int');
    clauses.push(`coalesce(o.age_min < ${ans} + 1, o.age_fin is not null) and coalesce(o.age_fin > ${ans}, o.age_min is not null)`);
  }
  if (centre) {
    const [lat, lon] = [p.ajouter(centre.latitude, 'float8'), p.ajouter(centre.longitude, 'float8')];
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
  for (const { colonne, codes: voulus } of classes) clauses.push(deClasse('o.classe', [tient(colonne, p.ajouter(voulus, 'text[]'))]));
  for (const voulus of codes) clauses.push(`o.no in (${parCodes(voulus, p)})`);
  if (texte) {
    avec.push(...textuel(texte, p, prefixe));
    de += ` join ${prefixe}mots m on m.no = o.no`;
  }
  const choisies = choix.map(({ facette, codes: voulus }) => tient(facette, p.ajouter(voulus, 'text[]')));
  avec.push(`${prefixe}ouvertes as materialized (select no from recherche_horaire where ouvert @> ${p.ajouter(instant, 'timestamptz')})`);
  let fermees = false;
  return {
    avec, de, ou: clauses,
    facettes: (classe) => (choisies.length > 0 ? [deClasse(classe, choisies)] : []),
    ouvert: () => `coalesce(o.horaire in (select no from ${prefixe}ouvertes), false)`,
    libre() {
      if (!placesDites) return 'false';
      if (!fermees) avec.push(`${prefixe}fermees as materialized (select hashtextextended(f.noeud_id, 0) as no, f.debut, f.nombre ${fermeesLe(p.ajouter(aujourdhui, 'date'))})`);
      fermees = true;
      // PLC-2; nearly no unit has a closing today: the sum is made for those alone.
      return `case when o.disponibles > 0 then case when o.no in (select no from ${prefixe}fermees)
        then o.disponibles > coalesce((select sum(f.nombre) from ${prefixe}fermees f where f.no = o.no and f.debut > coalesce(o.compte_le, '-infinity')), 0) else true end else false end`;
    },
  };
}

/** The offers that the words find, with how well: names that hold them all, then what the words mean. */
function textuel({ mots, sens, lieux, partiel }: NonNullable<Exigences['texte']>, p: Parametres, prefixe: string): string[] {
  const seuls = partiel ? ` where not exists (select 1 from ${prefixe}noms)` : '';
  const parSens = sens.map(({ note, code, colonne, valeur }) => {
    const trouvees = colonne ? `select o.no from recherche_offre o where ${deClasse('o.classe', [tient(colonne, `array[${p.ajouter(valeur, 'text')}]`)])}` : parCodeEtLieu(code, lieux, p);
    return ` union all select s.no, ${note}::real from (${trouvees}) s${seuls}`;
  });
  return [
    `${prefixe}noms as materialized (${parMots(mots, p)})`,
    `${prefixe}mots as materialized (select no, max(note) as note from (select no, ${NOTE_DU_NOM}::real as note from ${prefixe}noms${parSens.join('')}) t group by no)`,
  ];
}
