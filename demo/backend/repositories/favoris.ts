import type { TypeNoeud } from '../../../src/domain/noeud.ts';
import type { Liste } from '../../../src/engine/favoris/favoris.ts';
import type { Requeteur } from '../database/database.ts';
import { CACHES, horsCaches, montre, regarder, visible, type Regard } from './noeuds.ts';

export interface ListeComptee {
  readonly id: string;
  readonly nom: string;
  readonly nombre: number;
}

/** The lists of a person, with how many rows each would show. */
export const listesDe = (tx: Requeteur, regard: Regard): Promise<ListeComptee[]> =>
  tx.query<ListeComptee>(
    `with recursive ${CACHES} select l.id, l.nom, count(n.id)::int as nombre
     from liste_favoris l left join favori f on f.liste_id = l.id
     left join noeud n on n.id = f.noeud_id and n.ouvert and ${visible('n')} and ${montre('n')} and ${horsCaches('n')}
     where l.compte_id = $5 group by l.id order by l.rang`, regarder(regard),
  );

export interface Favoris {
  readonly id: string;
  readonly nom: string;
  readonly noeuds: { readonly id: string; readonly type: TypeNoeud; readonly nom: string }[];
}

/** The lists of a person with the nodes that they may still know of, in the order in which they were added. */
export const lireFavoris = (tx: Requeteur, regard: Regard): Promise<Favoris[]> =>
  tx.query<Favoris>(
    `with recursive ${CACHES} select l.id, l.nom,
       coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'type', n.type, 'nom', n.nom) order by f.rang) filter (where n.id is not null), '[]'::jsonb) as noeuds
     from liste_favoris l left join favori f on f.liste_id = l.id
     left join noeud n on n.id = f.noeud_id and n.ouvert and ${visible('n')} and ${montre('n')} and ${horsCaches('n')}
     where l.compte_id = $5 group by l.id order by l.rang`, regarder({ ...regard, domaines: undefined }),
  );

/** The lists of a person as the rules see them, kept for this transaction: also what they may no longer know of. */
export async function verrouillerListes(tx: Requeteur, compteId: string): Promise<Liste[]> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7261004))', [compteId]);
  return tx.query<Liste>(
    `select l.id, l.nom, coalesce(array_agg(f.noeud_id order by f.rang) filter (where f.noeud_id is not null), '{}') as noeuds
     from liste_favoris l left join favori f on f.liste_id = l.id where l.compte_id = $1 group by l.id order by l.rang`, [compteId],
  );
}

/** Stores what changed in the lists of a person. */
export async function ecrireListes(tx: Requeteur, compteId: string, avant: readonly Liste[], apres: readonly Liste[]): Promise<void> {
  const anciennes = new Map(avant.map((liste) => [liste.id, liste]));
  const gardees = new Set(apres.map(({ id }) => id));
  const retirees = avant.filter(({ id }) => !gardees.has(id)).map(({ id }) => id);
  if (retirees.length > 0) await tx.query('delete from liste_favoris where id = any($1::text[])', [retirees]);
  const changees = apres.flatMap((liste, rang) => (anciennes.get(liste.id) === liste ? [] : [{ ...liste, rang }]));
  if (changees.length === 0) return;
  const json = JSON.stringify(changees);
  await tx.query(
    `insert into liste_favoris (id, compte_id, nom, rang) select id, $2, nom, rang from jsonb_to_recordset($1::jsonb) as r (id text, nom text, rang int)
     on conflict (id) do update set nom = excluded.nom`, [json, compteId],
  );
  await tx.query(
    `with voulus as (
       select r.id as liste_id, v.noeud_id, v.rang::int from jsonb_to_recordset($1::jsonb) as r (id text, noeuds jsonb),
         lateral jsonb_array_elements_text(r.noeuds) with ordinality as v (noeud_id, rang)
     ), retires as (
       delete from favori f where f.liste_id in (select id from jsonb_to_recordset($1::jsonb) as r (id text))
         and not exists (select 1 from voulus v where v.liste_id = f.liste_id and v.noeud_id = f.noeud_id)
     ) insert into favori (liste_id, noeud_id, rang) select liste_id, noeud_id, rang from voulus on conflict (liste_id, noeud_id) do update set rang = excluded.rang`, [json],
  );
}
