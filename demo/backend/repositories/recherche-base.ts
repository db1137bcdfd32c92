import { criteresGiven, withoutCritere, type Critere, type Tri } from '../../../src/engine/recherche/criteres.ts';
import type { Requeteur } from '../database/database.ts';
import type { ClassesConnues } from './recherche-classes.ts';
import { conditions, Parametres } from './recherche-conditions.ts';
import { exigencesDe, NOTE_DU_NOM, ordreDe, type CurseurResultats, type Demande, type Exigences, type Question } from './recherche-exigences.ts';
import type { EtablissementLu, Trouvailles } from './recherche-page.ts';

const et = (clauses: readonly string[]): string => (clauses.length > 0 ? clauses.join(' and ') : 'true');

const RANGS: Readonly<Record<Exclude<Tri, 'nom'>, string>> = {
  // What answers best; then the nearest, or the one with the most to offer.
  pertinence: '-h.note::float8 as r1, coalesce(h.km, -h.n)::float8 as r2',
  distance: `coalesce(h.km, 1e9)::float8 as r1, 0::float8 as r2`,
  // An estimate never decreases with the distance (REC-9).
  duree: `coalesce(h.km, 1e9)::float8 as r1, 0::float8 as r2`,
};

/** One page of a search and the counts of each facet without itself (REC-2), by the database alone: one statement, and the combinations that it names when they are new. */
export async function trouverDansLaBase(tx: Requeteur, connues: ClassesConnues, { question, tri, taille, offres, suite }: Demande): Promise<Trouvailles> {
  const p = new Parametres();
  const exigences = exigencesDe(question);
  const { centre, texte } = exigences;
  const c = conditions(exigences, p);
  const libre = c.libre();
  const ouverture = exigences.ouvert ? 'g.ouvert' : 'true';
  const places = exigences.places ? 'g.libre' : 'true';
  const sql = `with ${[
    ...c.avec,
    `grains as materialized (select o.structure, o.classe, ${c.ouvert()} as ouvert, ${libre} as libre, ${centre ? 'k.km' : 'null::float8'} as km, ${texte ? 'm.note' : '0::real'} as note
      from ${c.de} where ${et(c.ou)})`,
    `sommes as (select g.classe, count(*) filter (where ${ouverture} and ${places}) as n, count(*) filter (where g.ouvert and ${places}) as ouverts, count(*) filter (where g.libre and ${ouverture}) as libres from grains g group by 1)`,
    `trouves as materialized (select g.structure, count(*)::int as n, min(g.km) as km, max(g.note) as note from grains g where ${et([ouverture, places, ...c.facettes('g.classe')])} group by 1)`,
    ...pageDe(exigences, tri, taille, suite, p),
    `offres as materialized (select o.no, o.structure, row_number() over (partition by o.structure order by ${texte ? 'm.note desc, ' : ''}${centre ? 'k.km, ' : ''}o.no) as rang
      from ${c.de} where o.structure in (select no from page) and ${et([...c.ou, ...c.facettes('o.classe'), ...(exigences.ouvert ? [c.ouvert()] : []), ...(exigences.places ? [libre] : [])])})`,
  ].join(',\n')}
  select (select count(*)::int from trouves) as "nombreEtablissements", (select coalesce(sum(n), 0)::int from trouves) as "nombreOffres",
    (select string_agg(concat_ws(' ', classe, n, ouverts, libres), ',') from sommes where n > 0 or ouverts > 0 or libres > 0) as sommes,
    coalesce((select jsonb_agg(jsonb_build_object('no', a.no::text, 'rang', jsonb_build_array(a.r1, a.r2), 'cle', a.cle, 'km', a.km, 'nombre', a.n,
        'offres', coalesce((select jsonb_agg(o.no::text order by o.rang) from offres o where o.structure = a.no and o.rang <= ${p.ajouter(offres, 'int')}), '[]'::jsonb)) order by a.r1, a.r2, a.cle, a.no) from page a), '[]'::jsonb) as page`;
  const [row] = await tx.query<{ nombreEtablissements: number; nombreOffres: number; page: readonly EtablissementLu[]; sommes: string | null }>(sql, p.valeurs);
  const { sommes, ...lus } = row!;
  const lignes = sommes === null ? [] : sommes.split(',').map((ligne) => ligne.split(' '));
  const classes = await connues.lire(tx, lignes.map(([no = '']) => no));
  const [n, ouverts, libres] = [1, 2, 3].map((colonne) => {
    const nombres = new Int32Array(classes.nombre);
    for (const ligne of lignes) nombres[classes.numeros.cherche(ligne[0]!)!] = Number(ligne[colonne]);
    return nombres;
  }) as [Int32Array, Int32Array, Int32Array];
  return { ...lus, ...classes.compter({ n, ouverts, libres }, classes.manques(exigences.choix), suite ? [] : exigences.comptees) };
}

/** The establishments of a page, in their order. */
function pageDe({ texte }: Exigences, tri: Tri, taille: number, suite: CurseurResultats | null, p: Parametres): string[] {
  const limite = p.ajouter(taille + 1, 'int');
  const nom = (position: CurseurResultats): string => `${p.ajouter(position.cle, 'text')} collate "C", ${p.ajouter(position.no, 'bigint')}`;
  // By name: the index is read in its order until the page is full. « is true » keeps the planner from joining what it believes to be few.
  if (tri === 'nom') return [
    `noms_lus as materialized (select s.no, s.cle from recherche_nom s where s.type = 'EG' and (s.no in (select t.structure from trouves t)) is true${suite ? ` and (s.cle, s.no) > (${nom(suite)})` : ''} order by s.cle, s.no limit ${limite})`,
    'page as materialized (select s.no, s.cle, h.n, h.km, 0::float8 as r1, 0::float8 as r2 from noms_lus s join trouves h on h.structure = s.no)',
  ];
  const { nommes } = ordreDe(tri, texte);
  const rangs = nommes ? `-(h.note + case when s.mots @@ (select requete_recherche(${p.ajouter(texte!.mots, 'text')})) then ${NOTE_DU_NOM} else 0 end)::float8 as r1, coalesce(h.km, -h.n)::float8 as r2` : RANGS[tri];
  const apres = suite ? `where (r1, r2, cle, no) > (${p.ajouter(suite.rang[0], 'float8')}, ${p.ajouter(suite.rang[1], 'float8')}, ${nom(suite)})` : '';
  return [
    `rangs as (select h.structure as no, ${nommes ? 's.cle' : `''::text collate "C"`} as cle, h.n, h.km, ${rangs} from trouves h${nommes ? ' join recherche_nom s on s.no = h.structure' : ''})`,
    `page as materialized (select * from rangs ${apres} order by r1, r2, cle, no limit ${limite})`,
  ];
}

/** The most criteria that are looked at one by one. */
const CRITERES = 12;

/** How many offers would answer without a criterion. */
export interface Assouplissement {
  readonly critere: Critere;
  readonly nombre: number;
}

/** The same question without each of its criteria. */
export function sansChacun(question: Question): readonly { readonly critere: Critere; readonly sans: Question }[] {
  return criteresGiven(question.criteres).slice(0, CRITERES).map((critere) => {
    const criteres = withoutCritere(question.criteres, critere);
    return { critere, sans: { ...question, criteres, texte: criteres.texte === undefined ? null : question.texte, centre: criteres.ou === undefined ? null : question.centre } };
  });
}

/** How many offers answer each question, in one statement. */
export async function compterDansLaBase(tx: Requeteur, questions: readonly Question[]): Promise<readonly number[]> {
  const p = new Parametres();
  const parts = questions.map((question, rang) => quiRepondent(question, p, `s${rang}_`));
  const [row] = await tx.query<{ nombres: number[] }>(`with ${parts.flatMap(({ avec }) => avec).join(',\n')} select jsonb_build_array(${parts.map(({ sql }) => `(select count(*)::int ${sql})`).join(', ')}) as nombres`, p.valeurs);
  return row?.nombres ?? [];
}

/** Offers (`o`) that meet all the criteria: what comes first, and the rest of a statement from its `from`. */
function quiRepondent(question: Question, p: Parametres, prefixe = ''): { readonly avec: readonly string[]; readonly sql: string } {
  const exigences = exigencesDe(question);
  const c = conditions(exigences, p, prefixe);
  const clauses = [...c.ou, ...c.facettes('o.classe'), ...(exigences.ouvert ? [c.ouvert()] : []), ...(exigences.places ? [c.libre()] : [])];
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
