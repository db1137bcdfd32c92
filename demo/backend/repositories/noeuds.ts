import type { EtatDossier } from '../../../src/domain/dossier.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import type { TypeNoeud } from '../../../src/domain/noeud.ts';
import type { PleinAcces } from '../../../src/engine/acces/comptes.ts';
import type { Requeteur } from '../database/database.ts';

/** Rows of one page of the tree. */
export const TAILLE_PAGE = 200;

/** Where a page begins: after this row. */
export interface Curseur {
  readonly cle: string;
  readonly id: string;
}

/** A node as a row of the tree, with the dossier that holds a copy of its structure. */
export interface LigneNoeud {
  readonly id: string;
  readonly type: TypeNoeud;
  readonly nom: string;
  readonly cle: string;
  readonly decrit: boolean;
  readonly egId: string | null;
  readonly departement: string | null;
  readonly nombreEnfants: number;
  readonly dossier: { readonly id: string; readonly nom: string; readonly etat: Exclude<EtatDossier, 'PUBLIE'>; readonly valideur: 'gestionnaire' | 'tutelle' } | null;
}

/** `$1` to `$3` of every query below: where the person has profile 1. */
const acces = ({ partout, entitesGeographiques, departements }: PleinAcces): unknown[] => [partout, entitesGeographiques, departements];
const visible = (n: string) => `(not ${n}.sensible or $1::boolean or ${n}.eg_id = any($2::text[]) or ${n}.departement = any($3::text[]))`;

const LIGNE = `
  n.id, n.type, n.nom, n.cle_tri as cle, n.decrit, n.eg_id as "egId", n.departement,
  (select count(*)::int from noeud e where e.parent_id = n.id and e.ouvert and ${visible('e')}) as "nombreEnfants",
  case when d.id is not null then jsonb_build_object('id', d.id, 'nom', d.nom, 'etat', d.etat, 'valideur', d.valideur) end as dossier`;
const SOURCE = `noeud n left join dossier d on d.entite_geographique_id = n.eg_id and d.etat <> 'PUBLIE'`;

export type Niveau =
  | { readonly sous: string }
  | { readonly departement: string }
  | { readonly racines: 'EJ' };

/** One page of open nodes and one row more when there is a next page, by name. */
export function lirePage(tx: Requeteur, niveau: Niveau, plein: PleinAcces, suite: Curseur | null): Promise<LigneNoeud[]> {
  const [where, param] = 'sous' in niveau ? ['n.parent_id = $6', niveau.sous]
    : 'departement' in niveau ? [`n.type = 'EG' and n.departement = $6`, niveau.departement]
    : [`n.type = 'EJ' and n.type = $6`, niveau.racines];
  return tx.query<LigneNoeud>(
    `select ${LIGNE} from ${SOURCE}
     where ${where} and n.ouvert and ${visible('n')} and ($4::text is null or (n.cle_tri, n.id) > ($4::text collate "C", $5::text collate "C"))
     order by n.cle_tri, n.id limit ${TAILLE_PAGE + 1}`,
    [...acces(plein), suite?.cle ?? null, suite?.id ?? null, param],
  );
}

/** Départements that hold open structures that this person may see, with how many. */
export const compterParDepartement = (tx: Requeteur, plein: PleinAcces): Promise<{ departement: string; nombre: number }[]> =>
  tx.query(
    `select n.departement, count(*)::int as nombre from noeud n where n.type = 'EG' and n.ouvert and n.departement is not null and ${visible('n')}
     group by n.departement order by n.departement`, acces(plein),
  );

export interface NoeudEntier extends LigneNoeud {
  readonly contenu: Contenu;
  readonly dateMiseJour: Date | null;
}

/** `$4` and what it lies below, up to its entité juridique. */
const LIGNEE = `with recursive lignee as (
   select n.parent_id, n.sensible, n.eg_id, n.departement, n.ouvert, 0 as hauteur from noeud n where n.id = $4
   union all
   select p.parent_id, p.sensible, p.eg_id, p.departement, p.ouvert, l.hauteur + 1 from lignee l join noeud p on p.id = l.parent_id where l.hauteur < 10
 )`;

/** Whether this open node and all that it lies below may be known of by this person: what is in a hidden structure is hidden with it. */
export async function estVisible(tx: Requeteur, id: string, plein: PleinAcces): Promise<boolean> {
  const [row] = await tx.query<{ visible: boolean | null }>(`${LIGNEE} select bool_and(${visible('l')} and (l.ouvert or l.hauteur > 0)) as visible from lignee l`, [...acces(plein), id]);
  return row?.visible === true;
}

/** One open node with its content, unless it is hidden from this person. */
export async function lireNoeudEntier(tx: Requeteur, id: string, plein: PleinAcces): Promise<NoeudEntier | undefined> {
  if (!(await estVisible(tx, id, plein))) return undefined;
  const [noeud] = await tx.query<NoeudEntier>(
    `select ${LIGNE}, n.contenu, n.date_mise_jour as "dateMiseJour" from ${SOURCE} where n.id = $4 and n.ouvert and ${visible('n')}`, [...acces(plein), id],
  );
  return noeud;
}

export interface Ancetre {
  readonly id: string;
  readonly type: TypeNoeud;
  readonly nom: string;
}

/** From the entité juridique down to the parent. */
export const lireAncetres = (tx: Requeteur, id: string): Promise<Ancetre[]> =>
  tx.query<Ancetre>(
    `with recursive au_dessus as (
       select p.id, p.type, p.nom, p.parent_id, 1 as hauteur from noeud n join noeud p on p.id = n.parent_id where n.id = $1
       union all
       select p.id, p.type, p.nom, p.parent_id, a.hauteur + 1 from au_dessus a join noeud p on p.id = a.parent_id where a.hauteur < 10
     ) select id, type, nom from au_dessus order by hauteur desc`, [id],
  );
