import type { Contenu } from '../../../src/domain/fiche.ts';
import type { Facette } from '../../../src/engine/recherche/champs.ts';
import { criteresDonnes, sansCritere, type Critere, type Tri } from '../../../src/engine/recherche/criteres.ts';
import type { FermeturePlaces } from '../../../src/engine/recherche/places.ts';
import type { Planning } from '../../../src/engine/planning/planning.ts';
import type { Requeteur } from '../database/database.ts';
import { lireSommes, type ClassesConnues, type Comptes } from './recherche-classes.ts';
import { conditions, FACETTES_RESTREINTES, NOMS_FACETTES, Parametres, type Question } from './recherche-conditions.ts';

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

export interface ResultatsLus extends Comptes {
  readonly nombreEtablissements: number;
  readonly nombreOffres: number;
  readonly page: readonly StructureLue[];
}

/** How much of what was found is read: establishments of a page, offers of each. */
export interface Etendue {
  readonly taille: number;
  readonly offres: number;
}

const et = (clauses: readonly string[]): string => (clauses.length > 0 ? clauses.join(' and ') : 'true');

const RANGS: Readonly<Record<Exclude<Tri, 'nom'>, string>> = {
  // What answers best; then the nearest, or the one with the most to offer.
  pertinence: '-h.note::float8 as r1, coalesce(h.km, -h.n)::float8 as r2',
  distance: `coalesce(h.km, 1e9)::float8 as r1, 0::float8 as r2`,
  // An estimate never decreases with the distance (REC-9).
  duree: `coalesce(h.km, 1e9)::float8 as r1, 0::float8 as r2`,
};

/** One page, the counts of each facet without itself (REC-2), and the numbers of what was found: one statement, and the combinations that it names when they are new. */
export async function chercherOffres(tx: Requeteur, connues: ClassesConnues, question: Question, tri: Tri, { taille, offres }: Etendue, suite: CurseurResultats | null): Promise<ResultatsLus> {
  const p = new Parametres();
  const c = conditions(question, p);
  const libre = c.libre();
  const { criteres, centre, texte, regard } = question;
  const ouverture = criteres.ouvert ? 'g.ouvert' : 'true';
  const places = criteres.places ? 'g.libre' : 'true';
  const facettes = Object.values(c.facettes);
  const sql = `with ${[
    ...c.avec,
    `grains as materialized (select o.structure, o.classe, ${c.ouvert()} as ouvert, ${libre} as libre, ${centre ? 'k.km' : 'null::float8'} as km, ${texte ? 'm.note' : '0::real'} as note
      from ${c.de} where ${et(c.ou)})`,
    `sommes as (select g.classe, count(*) filter (where ${ouverture} and ${places}) as n, count(*) filter (where g.ouvert and ${places}) as ouverts, count(*) filter (where g.libre and ${ouverture}) as libres from grains g group by 1)`,
    `trouves as materialized (select g.structure, count(*)::int as n, min(g.km) as km, max(g.note) as note from grains g
      where ${et([ouverture, places, ...(facettes.length > 0 ? [`g.classe in (select c.no from recherche_classe c where ${et(facettes)})`] : [])])} group by 1)`,
    ...pageDe(question, tri, taille, suite, p),
    `offres as materialized (select o.no, o.structure, o.horaire, row_number() over (partition by o.structure order by ${texte ? 'm.note desc, ' : ''}${centre ? 'k.km, ' : ''}o.no) as rang
      from ${c.de} join recherche_classe c on c.no = o.classe where o.structure in (select no from page) and ${et([...c.ou, ...facettes, ...(criteres.ouvert ? [c.ouvert()] : []), ...(criteres.places ? [libre] : [])])})`,
    `lues as (select o.structure, jsonb_agg(jsonb_build_object('id', n.id, 'nom', n.nom, 'contenu', n.contenu, 'codes', to_jsonb(u.codes), 'planning', h.planning, 'zone', h.zone, 'fermetures',
        coalesce((select jsonb_agg(jsonb_build_object('debut', f.debut, 'fin', f.fin, 'nombre', f.nombre)) from fermeture_places f where f.noeud_id = n.id), '[]'::jsonb)) order by o.rang) as offres
      from offres o join recherche_unite u on u.no = o.no join noeud n on n.id = u.id left join recherche_horaire h on h.no = o.horaire where o.rang <= ${p.ajouter(offres, 'int')} group by 1)`,
  ].join(',\n')}
  select (select count(*)::int from trouves) as "nombreEtablissements", (select coalesce(sum(n), 0)::int from trouves) as "nombreOffres",
    (select string_agg(concat_ws(' ', classe, n, ouverts, libres), ',') from sommes where n > 0 or ouverts > 0 or libres > 0) as sommes,
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'nom', g.nom, 'commune', s.commune, 'departement', s.departement, 'contenu', g.contenu, 'km', a.km, 'latitude', l.latitude, 'longitude', l.longitude,
        'precision', l.precision, 'nombre', a.n, 'rang', jsonb_build_array(a.r1, a.r2), 'cle', a.cle, 'no', a.no::text, 'offres', coalesce(x.offres, '[]'::jsonb)) order by a.r1, a.r2, a.cle, a.no)
      from page a join recherche_nom s on s.no = a.no join noeud g on g.id = s.id left join recherche_lieu l on l.no = s.lieu left join lues x on x.structure = a.no), '[]'::jsonb) as page`;
  const [row] = await tx.query<Pick<ResultatsLus, 'nombreEtablissements' | 'nombreOffres' | 'page'> & { readonly sommes: string | null }>(sql, p.valeurs);
  const { sommes: texteDesSommes, ...lus } = row!;
  const sommes = lireSommes(texteDesSommes);
  await connues.lire(tx, sommes.map(({ classe }) => classe));
  const refusees = regard.restreint ? [...FACETTES_RESTREINTES].filter((facette) => c.facettes[facette]).map((facette) => [facette, []]) : [];
  const comptees = suite ? [] : NOMS_FACETTES.filter((facette) => !regard.restreint || !FACETTES_RESTREINTES.has(facette));
  const choisies = Object.fromEntries([...(Object.keys(c.facettes) as Facette[]).map((facette) => [facette, criteres.facettes?.[facette] ?? []]), ...refusees]) as Partial<Record<Facette, readonly string[]>>;
  return { ...lus, ...connues.compter(sommes, choisies, comptees) };
}

/** The establishments of a page, in their order. */
function pageDe({ texte }: Question, tri: Tri, taille: number, suite: CurseurResultats | null, p: Parametres): string[] {
  const limite = p.ajouter(taille + 1, 'int');
  const nom = (position: CurseurResultats): string => `${p.ajouter(position.cle, 'text')} collate "C", ${p.ajouter(position.no, 'bigint')}`;
  // By name: the index is read in its order until the page is full. « is true » keeps the planner from joining what it believes to be few.
  if (tri === 'nom') return [
    `nommes as materialized (select s.no, s.cle from recherche_nom s where s.type = 'EG' and (s.no in (select t.structure from trouves t)) is true${suite ? ` and (s.cle, s.no) > (${nom(suite)})` : ''} order by s.cle, s.no limit ${limite})`,
    'page as materialized (select s.no, s.cle, h.n, h.km, 0::float8 as r1, 0::float8 as r2 from nommes s join trouves h on h.structure = s.no)',
  ];
  const nommes = tri === 'pertinence' && texte !== null;
  const rangs = nommes ? '-(h.note + case when s.mots @@ r.q then 4 else 0 end)::float8 as r1, coalesce(h.km, -h.n)::float8 as r2' : RANGS[tri];
  const apres = suite ? `where (r1, r2, cle, no) > (${p.ajouter(suite.rang[0], 'float8')}, ${p.ajouter(suite.rang[1], 'float8')}, ${nom(suite)})` : '';
  return [
    `rangs as (select h.structure as no, ${nommes ? 's.cle' : `''::text collate "C"`} as cle, h.n, h.km, ${rangs} from trouves h${nommes ? ' join recherche_nom s on s.no = h.structure, requete r' : ''})`,
    `page as materialized (select * from rangs ${apres} order by r1, r2, cle, no limit ${limite})`,
  ];
}

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
