import type { Contenu } from '../../../src/domain/fiche.ts';
import type { Facette } from '../../../src/engine/recherche/champs.ts';
import { criteresDonnes, sansCritere, type Critere, type Tri } from '../../../src/engine/recherche/criteres.ts';
import type { FermeturePlaces } from '../../../src/engine/recherche/places.ts';
import type { Planning } from '../../../src/engine/planning/planning.ts';
import type { Requeteur } from '../database/database.ts';
import { conditions, estListe, FACETTES_RESTREINTES, NOMS_FACETTES, Parametres, type Conditions, type Question } from './recherche-conditions.ts';

/** Where a page begins: after this establishment. */
export interface CurseurResultats {
  readonly rang: readonly [number, number];
  readonly cle: string;
  readonly no: string;
}

export interface OffreLue {
  readonly id: string;
  readonly nom: string;
  readonly contenu: Contenu;
  readonly codes: readonly string[];
  readonly planning: Planning | null;
  readonly zone: string | null;
  readonly fermetures: readonly FermeturePlaces[];
}

export interface StructureLue extends CurseurResultats {
  readonly id: string;
  readonly nom: string;
  readonly commune: string | null;
  readonly departement: string | null;
  readonly contenu: Contenu;
  readonly km: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: 'adresse' | 'commune' | null;
  readonly nombre: number;
  readonly offres: readonly OffreLue[];
}

export interface ResultatsLus {
  readonly nombreEtablissements: number;
  readonly nombreOffres: number;
  readonly ouverts: number;
  readonly avecPlaces: number;
  readonly facettes: Readonly<Partial<Record<Facette, readonly { readonly code: string; readonly nombre: number }[]>>>;
  readonly page: readonly StructureLue[];
}

/** How much of what was found is read: establishments of a page, offers of each. */
export interface Etendue {
  readonly taille: number;
  readonly offres: number;
}

const et = (clauses: readonly string[]): string => (clauses.length > 0 ? clauses.join(' and ') : 'true');
const facettesDe = ({ facettes }: Conditions, sauf?: Facette): string => et(NOMS_FACETTES.flatMap((facette) => (facette === sauf || !facettes[facette] ? [] : [`c.f_${facette}`])));

const RANGS: Readonly<Record<Tri, string>> = {
  // What answers best; then the nearest, or the one with the most to offer.
  pertinence: '-h.note::float8 as r1, coalesce(h.km, -h.n)::float8 as r2',
  distance: `coalesce(h.km, 1e9)::float8 as r1, 0::float8 as r2`,
  // An estimate never decreases with the distance (REC-9).
  duree: `coalesce(h.km, 1e9)::float8 as r1, 0::float8 as r2`,
  nom: '0::float8 as r1, 0::float8 as r2',
};
/** What reads the name of every establishment that was found; the others read those of their page alone. */
const PAR_NOM: ReadonlySet<Tri> = new Set(['nom']);

/** One page, the counts of each facet without itself (REC-2), and the numbers of what was found, in one statement. */
export async function chercherOffres(tx: Requeteur, question: Question, tri: Tri, { taille, offres }: Etendue, suite: CurseurResultats | null): Promise<ResultatsLus> {
  const p = new Parametres();
  const c = conditions(question, p);
  const libre = c.libre();
  const { criteres, centre, texte, regard } = question;
  const nommes = PAR_NOM.has(tri) || (tri === 'pertinence' && texte !== null);
  const ouverture = criteres.ouvert ? 'g.ouvert' : 'true';
  const places = criteres.places ? 'g.libre' : 'true';
  const comptees = suite ? [] : NOMS_FACETTES.filter((facette) => !regard.restreint || !FACETTES_RESTREINTES.has(facette));
  const apres = suite
    ? `where (r1, r2, cle, no) > (${p.ajouter(suite.rang[0], 'float8')}, ${p.ajouter(suite.rang[1], 'float8')}, ${p.ajouter(suite.cle, 'text')} collate "C", ${p.ajouter(suite.no, 'bigint')})` : '';
  const sql = `with ${[
    ...c.avec,
    `grains as materialized (select o.structure, o.classe, ${c.ouvert()} as ouvert, ${libre} as libre, 1 as n, ${centre ? 'k.km' : 'null::float8'} as km, ${texte ? 'm.note' : '0::real'} as note
      from ${c.de} where ${et(c.ou)})`,
    `sommes as materialized (select g.classe, coalesce(sum(n) filter (where ${ouverture} and ${places}), 0)::int as n,
      coalesce(sum(n) filter (where g.ouvert and ${places}), 0)::int as ouverts, coalesce(sum(n) filter (where g.libre and ${ouverture}), 0)::int as libres from grains g group by 1)`,
    `classes as materialized (select c.*, s.n, s.ouverts, s.libres${NOMS_FACETTES.map((facette) => (c.facettes[facette] ? `, ${coalesced(c.facettes[facette])} as f_${facette}` : '')).join('')}
      from sommes s join recherche_classe c on c.no = s.classe)`,
    `trouves as materialized (select g.structure, sum(g.n)::int as n, min(g.km) as km, max(g.note) as note from grains g${Object.keys(c.facettes).length > 0 ? ` join classes c on c.no = g.classe and ${facettesDe(c)}` : ''}
      where ${ouverture} and ${places} group by 1)`,
    `rangs as (select h.structure as no, ${nommes ? 's.cle' : `''::text collate "C"`} as cle, h.n, h.km, ${tri === 'pertinence' && texte ? '-(h.note + case when s.mots @@ r.q then 4 else 0 end)::float8 as r1, coalesce(h.km, -h.n)::float8 as r2' : RANGS[tri]} from trouves h${nommes ? ' join recherche_nom s on s.no = h.structure' : ''}${texte ? ', requete r' : ''})`,
    `page as materialized (select * from rangs ${apres} order by r1, r2, cle, no limit ${p.ajouter(taille + 1, 'int')})`,
    `offres as materialized (select o.no, o.structure, o.horaire, row_number() over (partition by o.structure order by ${texte ? 'm.note desc, ' : ''}${centre ? 'k.km, ' : ''}o.no) as rang
      from ${c.de} join recherche_classe c on c.no = o.classe where o.structure in (select no from page) and ${et([...c.ou, ...Object.values(c.facettes), ...(criteres.ouvert ? [c.ouvert()] : []), ...(criteres.places ? [libre] : [])])})`,
    `lues as (select o.structure, jsonb_agg(jsonb_build_object('id', n.id, 'nom', n.nom, 'contenu', n.contenu, 'codes', to_jsonb(u.codes), 'planning', h.planning, 'zone', h.zone, 'fermetures',
        coalesce((select jsonb_agg(jsonb_build_object('debut', f.debut, 'fin', f.fin, 'nombre', f.nombre)) from fermeture_places f where f.noeud_id = n.id), '[]'::jsonb)) order by o.rang) as offres
      from offres o join recherche_unite u on u.no = o.no join noeud n on n.id = u.id left join recherche_horaire h on h.no = o.horaire where o.rang <= ${p.ajouter(offres, 'int')} group by 1)`,
  ].join(',\n')}
  select (select count(*)::int from trouves) as "nombreEtablissements", (select coalesce(sum(n), 0)::int from trouves) as "nombreOffres",
    (select coalesce(sum(ouverts), 0)::int from classes c where ${facettesDe(c)}) as ouverts, (select coalesce(sum(libres), 0)::int from classes c where ${facettesDe(c)}) as "avecPlaces",
    jsonb_build_object(${comptees.map((facette) => `'${facette}', ${compte(facette, facettesDe(c, facette))}`).join(',\n')}) as facettes,
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'nom', g.nom, 'commune', s.commune, 'departement', s.departement, 'contenu', g.contenu, 'km', a.km, 'latitude', l.latitude, 'longitude', l.longitude,
        'precision', l.precision, 'nombre', a.n, 'rang', jsonb_build_array(a.r1, a.r2), 'cle', a.cle, 'no', a.no::text, 'offres', coalesce(x.offres, '[]'::jsonb)) order by a.r1, a.r2, a.cle, a.no)
      from page a join recherche_nom s on s.no = a.no join noeud g on g.id = s.id left join recherche_lieu l on l.no = s.lieu left join lues x on x.structure = a.no), '[]'::jsonb) as page`;
  const [row] = await tx.query<ResultatsLus>(sql, p.valeurs);
  return row!;
}

const coalesced = (clause: string): string => `coalesce(${clause}, false)`;

const compte = (facette: Facette, autres: string): string => {
  const codes = estListe(facette) ? `classes c, unnest(c.${facette}) as v (code)` : `classes c, (select 1) as u`;
  const code = estListe(facette) ? 'v.code' : `c.${facette}`;
  return `(select coalesce(jsonb_agg(jsonb_build_object('code', code, 'nombre', nombre) order by nombre desc, code), '[]'::jsonb)
    from (select ${code} as code, sum(c.n)::int as nombre from ${codes} where c.n > 0 and ${autres} and ${code} is not null group by 1) v)`;
};

/** The most criteria that are looked at one by one. */
const CRITERES = 12;

/** REC-11: how many offers would answer without each criterion, in one statement; those that would give none are left out. */
export async function compterSans(tx: Requeteur, question: Question): Promise<readonly { readonly critere: Critere; readonly nombre: number }[]> {
  const donnes = criteresDonnes(question.criteres).slice(0, CRITERES);
  if (donnes.length === 0) return [];
  const p = new Parametres();
  const parts = donnes.map((critere, rang) => {
    const criteres = sansCritere(question.criteres, critere);
    const { avec, sql } = quiRepondent({ ...question, criteres, texte: criteres.texte === undefined ? null : question.texte, centre: criteres.ou === undefined ? null : question.centre }, p, `s${rang}_`);
    return { avec, sql: `(select count(*)::int ${sql})` };
  });
  const [row] = await tx.query<{ nombres: number[] }>(`with ${parts.flatMap(({ avec }) => avec).join(',\n')} select jsonb_build_array(${parts.map(({ sql }) => sql).join(', ')}) as nombres`, p.valeurs);
  return donnes.flatMap((critere, rang) => {
    const nombre = row?.nombres[rang] ?? 0;
    return nombre > 0 ? [{ critere, nombre }] : [];
  });
}

/** Offers (`o`) that meet all the criteria: what comes first, and the rest of a statement from its `from`. */
function quiRepondent(question: Question, p: Parametres, prefixe = ''): { readonly avec: readonly string[]; readonly sql: string } {
  const c = conditions(question, p, prefixe);
  const clauses = [...c.ou, ...(question.criteres.ouvert ? [c.ouvert()] : []), ...(question.criteres.places ? [c.libre()] : [])];
  const facettes = Object.values(c.facettes);
  if (facettes.length > 0) clauses.push(`o.classe in (select c.no from recherche_classe c where ${et(facettes)})`);
  return { avec: c.avec, sql: `from ${c.de} where ${et(clauses)}` };
}

/** The numbers of all the offers that answer. */
export async function numerosQuiRepondent(tx: Requeteur, question: Question): Promise<readonly string[]> {
  const p = new Parametres();
  const { avec, sql } = quiRepondent(question, p);
  const rows = await tx.query<{ no: string }>(`with ${avec.join(',\n')} select o.no::text as no ${sql} order by o.no`, p.valeurs);
  return rows.map(({ no }) => no);
}

/** How many offers answer each kept search now, and did not when it was last seen; in one statement. */
export async function compterNouvelles(tx: Requeteur, questions: readonly { readonly id: string; readonly question: Question }[]): Promise<ReadonlyMap<string, number>> {
  if (questions.length === 0) return new Map();
  const p = new Parametres();
  const parts = questions.map(({ id, question }, rang) => {
    const { avec, sql } = quiRepondent(question, p, `s${rang}_`);
    return { avec, sql: `(select count(*)::int ${sql} and not exists (select 1 from vues v where v.id = ${p.ajouter(id, 'text')} and v.no = o.no))` };
  });
  const [row] = await tx.query<{ nombres: number[] }>(
    `with vues as materialized (select r.id, v.no from recherche_enregistree r, unnest(r.vues) as v (no) where r.id = any(${p.ajouter(questions.map(({ id }) => id), 'text[]')})),
     ${parts.flatMap(({ avec }) => avec).join(',\n')} select jsonb_build_array(${parts.map(({ sql }) => sql).join(', ')}) as nombres`, p.valeurs,
  );
  return new Map(questions.map(({ id }, rang) => [id, row?.nombres[rang] ?? 0]));
}
