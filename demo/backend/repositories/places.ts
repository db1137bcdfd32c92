import type { Contenu } from '../../../src/domain/fiche.ts';
import type { Requeteur } from '../database/database.ts';

export interface UniteDePlaces {
  readonly id: string;
  readonly nom: string;
  readonly cle: string;
  readonly version: number;
  readonly contenu: Contenu;
  readonly egId: string;
  readonly nomEG: string;
  readonly contenuEG: Contenu;
  readonly fermetures: readonly { readonly id: string; readonly debut: string; readonly fin: string | null; readonly nombre: number; readonly type: string | null; readonly commentaire: string | null }[];
}

const UNITE = `n.id, n.nom, n.cle_tri as cle, n.version, n.contenu, g.id as "egId", g.nom as "nomEG", g.contenu as "contenuEG",
  coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'debut', f.debut, 'fin', f.fin, 'nombre', f.nombre, 'type', f.type, 'commentaire', f.commentaire) order by f.debut, f.id)
    from fermeture_places f where f.noeud_id = n.id), '[]'::jsonb) as fermetures`;

/** Open units of these establishments, by name; those that are hidden from all but profile 1 are not for them. */
export const listerUnites = (tx: Requeteur, egIds: readonly string[], taille: number, apres: { readonly cle: string; readonly id: string } | null): Promise<UniteDePlaces[]> =>
  tx.query<UniteDePlaces>(
    `select ${UNITE} from noeud n join noeud g on g.id = n.eg_id where n.type = 'UO' and n.ouvert and not n.sensible and n.eg_id = any($1::text[])
       and ($3::text is null or (n.cle_tri, n.id) > ($3::text collate "C", $4::text collate "C")) order by n.cle_tri, n.id limit $2::int`,
    [egIds, taille, apres?.cle ?? null, apres?.id ?? null],
  );

export async function lireUnite(tx: Requeteur, id: string, egIds: readonly string[]): Promise<UniteDePlaces | undefined> {
  const [row] = await tx.query<UniteDePlaces>(
    `select ${UNITE} from noeud n join noeud g on g.id = n.eg_id where n.id = $1 and n.type = 'UO' and n.ouvert and not n.sensible and n.eg_id = any($2::text[])`, [id, egIds],
  );
  return row;
}

/** Replaces the planned closings of a unit. */
export async function ecrireFermetures(tx: Requeteur, noeudId: string, fermetures: readonly object[]): Promise<void> {
  await tx.query('delete from fermeture_places where noeud_id = $1', [noeudId]);
  if (fermetures.length === 0) return;
  await tx.query(
    `insert into fermeture_places (id, noeud_id, debut, fin, nombre, type, commentaire)
     select id, $1, debut, fin, nombre, type, commentaire from jsonb_to_recordset($2::jsonb) as r (id text, debut date, fin date, nombre int, type text, commentaire text)`,
    [noeudId, JSON.stringify(fermetures)],
  );
}
