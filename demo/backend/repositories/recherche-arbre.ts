import type { TypeNoeud } from '../../../src/domain/noeud.ts';
import type { Requeteur } from '../database/database.ts';
import { CACHES, horsCaches, montre, regarder, visible, type Regard } from './noeuds.ts';

/** Matches of one page. */
export const TAILLE_RECHERCHE = 50;
/** Structures, and units, that are looked at: beyond, the counts are minimums. */
export const BORNE = 1_000;

/** Where a page begins: after this match. */
export interface CurseurRecherche {
  readonly rang: number;
  readonly cle: string;
  readonly id: string;
}

export interface Recherche {
  readonly texte: string;
  /** Whether the tree shows the entités juridiques. */
  readonly avecEJ: boolean;
  /** Only what is in the person's lists, or below. */
  readonly dansFavoris: boolean;
}

export interface Trouvailles {
  readonly page: readonly CurseurRecherche[];
  readonly nombre: number;
  readonly hors: number;
  readonly horsDomaines: readonly { readonly domaine: string; readonly nombre: number }[];
  readonly tronque: boolean;
}

const RANGS: readonly TypeNoeud[] = ['EJ', 'EG', 'P', 'S', 'UF', 'UO'];

const FAVORIS = `favoris as (
   select f.noeud_id as id from favori f join liste_favoris l on l.id = f.liste_id where l.compte_id = $5
   union
   select e.id from favoris v, lateral (select e.id from noeud e where e.parent_id = v.id and e.ouvert offset 0) e
 )`;

/** Finds nodes by the words of their name, and counts those outside of the ticked domaines, in one statement (ARB-19, ARB-20). */
export async function trouver(tx: Requeteur, { texte, avecEJ, dansFavoris }: Recherche, regard: Regard, suite: CurseurRecherche | null): Promise<Trouvailles> {
  const trouves = (quoi: string): string => `(select n.id, n.cle_tri, n.domaines, array_position(array['${RANGS.join(`','`)}'], n.type) as rang from noeud n
     where n.ouvert and ${quoi} and n.mots @@ requete_de($6) and ${visible('n')} and ${horsCaches('n')}${dansFavoris ? ' and n.id in (select id from favoris)' : ''} limit ${BORNE + 1})`;
  const [row] = await tx.query<Omit<Trouvailles, 'page'> & { page: CurseurRecherche[] | null }>(
    `with recursive ${CACHES}${dansFavoris ? `, ${FAVORIS}` : ''},
       structures as (${trouves(avecEJ ? `n.type <> 'UO'` : `n.type <> 'UO' and n.type <> 'EJ'`)}),
       unites as (${trouves(`n.type = 'UO'`)}),
       vus as materialized (select t.*, ${montre('t')} as dedans from (select * from structures union all select * from unites) t),
       page as (select rang, cle_tri as cle, id from vus where dedans and ($7::int is null or (rang, cle_tri, id) > ($7::int, $8::text collate "C", $9::text collate "C"))
                order by rang, cle_tri, id limit ${TAILLE_RECHERCHE + 1})
     select (select jsonb_agg(jsonb_build_object('rang', rang, 'cle', cle, 'id', id) order by rang, cle, id) from page) as page,
       (select count(*)::int from vus where dedans) as nombre,
       (select count(*)::int from vus where not dedans) as hors,
       coalesce((select jsonb_agg(jsonb_build_object('domaine', domaine, 'nombre', nombre) order by nombre desc, domaine)
         from (select domaine, count(*)::int as nombre from vus, unnest(vus.domaines) as domaine where not dedans group by domaine) h), '[]'::jsonb) as "horsDomaines",
       ((select count(*) from structures) > ${BORNE} or (select count(*) from unites) > ${BORNE}) as tronque
     where $5::text is not null`,
    [...regarder(regard), texte, suite?.rang ?? null, suite?.cle ?? null, suite?.id ?? null],
  );
  return { nombre: 0, hors: 0, horsDomaines: [], tronque: false, ...row, page: row?.page ?? [] };
}
