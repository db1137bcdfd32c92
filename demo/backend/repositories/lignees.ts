import type { TypeNoeud } from '../../../src/domain/noeud.ts';
import type { Requeteur } from '../database/database.ts';

/** A node above another one, or that node itself, with what the trees group it by. */
export interface Maillon {
  /** The node whose line this is. */
  readonly de: string;
  readonly id: string;
  readonly type: TypeNoeud;
  readonly typeParent: TypeNoeud | null;
  readonly nom: string;
  readonly departement: string | null;
  readonly besoins: string[];
  readonly filieres: string[];
  /** The first of the person's lists that holds it. */
  readonly liste: { readonly id: string; readonly nom: string } | null;
}

/** The lines of these nodes, each from the entité juridique down to the node itself, in one statement. */
export async function lireLignees(tx: Requeteur, ids: readonly string[], compteId: string): Promise<Map<string, Maillon[]>> {
  const rows = await tx.query<Maillon>(
    `with recursive lignee as (
       select n.id as de, n.id, n.parent_id, 0 as hauteur from noeud n where n.id = any($1::text[])
       union all
       select l.de, p.id, p.parent_id, l.hauteur + 1 from lignee l join noeud p on p.id = l.parent_id where l.hauteur < 10
     )
     select l.de, n.id, n.type, p.type as "typeParent", n.nom, n.departement, n.besoins, n.filieres,
       (select jsonb_build_object('id', lf.id, 'nom', lf.nom) from favori f join liste_favoris lf on lf.id = f.liste_id
        where f.noeud_id = n.id and lf.compte_id = $2 order by lf.rang limit 1) as liste
     from lignee l join noeud n on n.id = l.id left join noeud p on p.id = n.parent_id order by l.hauteur desc`, [ids, compteId],
  );
  const lignees = new Map<string, Maillon[]>();
  for (const row of rows) lignees.set(row.de, [...(lignees.get(row.de) ?? []), row]);
  return lignees;
}
