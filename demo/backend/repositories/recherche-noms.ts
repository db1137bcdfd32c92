import type { TypeNoeud } from '../../../src/domain/noeud.ts';
import type { PleinAcces } from '../../../src/engine/acces/comptes.ts';
import type { Point } from '../../../src/engine/recherche/trajet.ts';
import type { Requeteur } from '../database/database.ts';

export interface NomTrouve {
  readonly id: string;
  readonly type: TypeNoeud;
  readonly nom: string;
  readonly commune: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Words that begin with what is typed, and names of each, that are looked at: what keeps an answer as quick for many names as for few. */
const MOTS = 30;
const NOMS_PAR_MOT = 60;

/**
 * The nodes whose name holds words that begin like these, the likeliest first: names that begin so, establishments before
 * units, the near before the far. Only the likeliest names of each word are looked at.
 */
export async function chercherNoms(tx: Requeteur, mots: readonly string[], plein: PleinAcces, { limite, types = null, pres = null }: { readonly limite: number; readonly types?: readonly TypeNoeud[] | null; readonly pres?: Point | null }): Promise<readonly NomTrouve[]> {
  return tx.query<NomTrouve>(
    `with typed as materialized (select mot, row_number() over () as rang from unnest($1::text[]) as mot),
       connus as materialized (
         select t.rang, t.mot as dit, r.mot, r.exact from typed t cross join lateral (
           (select w.mot, true as exact from (select t.mot) w where exists (select 1 from recherche_mot_nom m where m.mot = t.mot collate "C"))
           union all
           (select b.mot, false from recherche_mot b where b.mot > t.mot collate "C" and b.mot < (t.mot || chr(1114111)) collate "C" order by length(b.mot), b.mot limit ${MOTS})
           union all
           (select n.mot, false from (select distinct m.mot from (select m.mot from recherche_mot_nom m where t.mot ~ '[0-9]' and m.mot > t.mot collate "C" and m.mot < (t.mot || chr(1114111)) collate "C" limit ${MOTS}) m) n)
           union all
           (select s.mot, false from recherche_mot s where length(t.mot) > 3 and t.mot !~ '[0-9]' and s.mot operator(public.%) t.mot
              and not exists (select 1 from recherche_mot b where b.mot >= t.mot collate "C" and b.mot < (t.mot || chr(1114111)) collate "C") order by public.similarity(s.mot, t.mot) desc limit 4)
         ) r
       ),
       -- The rarest of the words: few names hold it.
       poids as (select c.rang, sum(least(${NOMS_PAR_MOT * 8}, (select count(*) from (select 1 from recherche_mot_nom m where m.mot = c.mot limit ${NOMS_PAR_MOT * 8}) x))) as n from connus c group by 1),
       choisi as (select rang from poids order by n, rang desc limit 1),
       candidats as materialized (
         select distinct x.nom from connus c join choisi using (rang) cross join lateral (
           select m.nom from recherche_mot_nom m where m.mot = c.mot order by m.poids desc limit case when (select count(*) from typed) = 1 then ${NOMS_PAR_MOT} else ${NOMS_PAR_MOT * 8} end) x
       ),
       requete as materialized (select string_agg(q, ' & ')::tsquery as q from (select '(' || string_agg(quote_literal(mot), ' | ') || ')' as q from connus group by rang) g)
     select n.id, n.type, n.nom, n.commune, l.latitude, l.longitude
     from candidats x join recherche_nom n on n.no = x.nom left join recherche_lieu l on l.no = n.lieu, requete r
     where (select count(distinct rang) from connus) = (select count(*) from typed) and n.mots @@ r.q
       and (not n.sensible or $2::boolean or n.eg_id = any($3::text[]) or n.departement = any($4::text[])) and ($8::text[] is null or n.type = any($8::text[]))
     order by (n.poids + case when n.cle = $5::text then 400 when n.cle >= $5::text collate "C" and n.cle < ($5::text || chr(1114111)) collate "C" then 120 else 0 end
         - case when $6::float8 is null or l.no is null then 0 else least(150, 3 * 111 * sqrt(power(l.latitude - $6::float8, 2) + power((l.longitude - $7::float8) * 0.66, 2))) end) desc, length(n.nom), n.cle, n.no
     limit $9::int`,
    [mots, plein.partout, plein.entitesGeographiques, plein.departements, mots.join(' '), pres?.latitude ?? null, pres?.longitude ?? null, types, limite],
  );
}

/** Where a node is, and its name; undefined when it is not there, or hidden. */
export async function lieuDuNom(tx: Requeteur, id: string, plein: PleinAcces): Promise<NomTrouve | undefined> {
  const [row] = await tx.query<NomTrouve>(
    `select n.id, n.type, n.nom, n.commune, l.latitude, l.longitude from recherche_nom n left join recherche_lieu l on l.no = n.lieu
     where n.id = $1 and (not n.sensible or $2::boolean or n.eg_id = any($3::text[]) or n.departement = any($4::text[]))`, [id, plein.partout, plein.entitesGeographiques, plein.departements],
  );
  return row;
}
