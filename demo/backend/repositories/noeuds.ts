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

/** For whom the tree is read, and what they ticked. */
export interface Regard {
  readonly plein: PleinAcces;
  /** Undefined = no filter. */
  readonly domaines: readonly string[] | undefined;
  readonly compteId: string;
}

/** A node as a row of the tree, with the dossier that holds a copy of its structure. */
export interface LigneNoeud {
  readonly id: string;
  readonly type: TypeNoeud;
  readonly typeParent: TypeNoeud | null;
  readonly nom: string;
  readonly cle: string;
  readonly decrit: boolean;
  readonly egId: string | null;
  readonly departement: string | null;
  readonly domaines: string[];
  readonly favori: boolean;
  readonly nombreEnfants: number;
  readonly dossier: { readonly id: string; readonly nom: string; readonly etat: Exclude<EtatDossier, 'PUBLIE'>; readonly valideur: 'gestionnaire' | 'tutelle' } | null;
}

/** `$1` to `$5` of every query below: where the person has profile 1, the ticked domaines, the person. */
export const regarder = ({ plein: { partout, entitesGeographiques, departements }, domaines, compteId }: Regard): unknown[] =>
  [partout, entitesGeographiques, departements, domaines ?? null, compteId];
export const visible = (n: string): string => `(not ${n}.sensible or $1::boolean or ${n}.eg_id = any($2::text[]) or ${n}.departement = any($3::text[]))`;
/** ARB-16, ARB-17. */
export const montre = (n: string): string => `($4::text[] is null or ${n}.domaines = '{}' or ${n}.domaines && $4::text[])`;
/** Keeps each parameter in use, so that PostgreSQL knows its type. */
const PARAMETRES = `$5::text is not null and ($4::text[] is null or true)`;

/**
 * What is hidden from this person, with all that lies below it: to be put after `with recursive`. `offset 0` keeps
 * PostgreSQL from joining the whole table: what is hidden is little, and found by the index.
 */
export const CACHES = `caches as (
   select s.id from noeud s where s.sensible and not ${visible('s')}
   union all
   select e.id from caches c, lateral (select e.id from noeud e where e.parent_id = c.id and e.ouvert offset 0) e
 )`;
export const horsCaches = (n: string): string => `not exists (select 1 from caches where caches.id = ${n}.id)`;

export const LIGNE = `
  n.id, n.type, p.type as "typeParent", n.nom, n.cle_tri as cle, n.decrit, n.eg_id as "egId", n.departement, n.domaines,
  exists (select 1 from favori f join liste_favoris l on l.id = f.liste_id where f.noeud_id = n.id and l.compte_id = $5) as favori,
  (select count(*)::int from noeud e where e.parent_id = n.id and e.ouvert and ${visible('e')} and ${montre('e')}) as "nombreEnfants",
  case when d.id is not null then jsonb_build_object('id', d.id, 'nom', d.nom, 'etat', d.etat, 'valideur', d.valideur) end as dossier`;
export const AUTOUR = `left join noeud p on p.id = n.parent_id left join dossier d on d.entite_geographique_id = n.eg_id and d.etat <> 'PUBLIE'`;

export type Niveau =
  | { readonly sous: string }
  | { readonly departement: string }
  | { readonly racines: 'EJ' }
  /** `''`: those that have none. */
  | { readonly besoin: string }
  | { readonly filiere: string }
  /** A list of favourites of this person. */
  | { readonly liste: string };

const groupe = (colonne: string): string => `n.type = 'EG' and case when $8::text = '' then ${colonne} = '{}' else $8::text = any(${colonne}) end`;

function condition(niveau: Niveau): readonly [where: string, param: string] {
  if ('sous' in niveau) return ['n.parent_id = $8', niveau.sous];
  if ('departement' in niveau) return [`n.type = 'EG' and n.departement = $8`, niveau.departement];
  if ('besoin' in niveau) return [groupe('n.besoins'), niveau.besoin];
  if ('filiere' in niveau) return [groupe('n.filieres'), niveau.filiere];
  if ('liste' in niveau) return [`n.id in (select f.noeud_id from favori f join liste_favoris l on l.id = f.liste_id where l.id = $8 and l.compte_id = $5) and ${horsCaches('n')}`, niveau.liste];
  return [`n.type = 'EJ' and n.type = $8`, niveau.racines];
}

/** One page of open nodes and one row more when there is a next page, by name. */
export function lirePage(tx: Requeteur, niveau: Niveau, regard: Regard, suite: Curseur | null): Promise<LigneNoeud[]> {
  const [where, param] = condition(niveau);
  return tx.query<LigneNoeud>(
    `with recursive ${CACHES}, page as (
       select n.id from noeud n
       where ${where} and n.ouvert and ${visible('n')} and ${montre('n')} and ($6::text is null or (n.cle_tri, n.id) > ($6::text collate "C", $7::text collate "C"))
       order by n.cle_tri, n.id limit ${TAILLE_PAGE + 1}
     ) select ${LIGNE} from page join noeud n on n.id = page.id ${AUTOUR} order by n.cle_tri, n.id`,
    [...regarder(regard), suite?.cle ?? null, suite?.id ?? null, param],
  );
}

/** These open nodes as rows, without an order. */
export const lireLignes = (tx: Requeteur, ids: readonly string[], regard: Regard): Promise<LigneNoeud[]> =>
  tx.query<LigneNoeud>(`select ${LIGNE} from noeud n ${AUTOUR} where n.id = any($6::text[]) and n.ouvert and ${visible('n')}`, [...regarder(regard), ids]);

export interface Compte {
  readonly groupe: string;
  readonly nombre: number;
}

const COLONNES = {
  departement: 'n.departement',
  besoins: `unnest(case when n.besoins = '{}' then array[''] else n.besoins end)`,
  filieres: `unnest(case when n.filieres = '{}' then array[''] else n.filieres end)`,
} as const;

/** Groups that hold open structures that this person may see, with how many; `''` for those of no group. */
export const compterPar = (tx: Requeteur, colonne: keyof typeof COLONNES, regard: Regard): Promise<Compte[]> =>
  tx.query<Compte>(
    `select groupe, count(*)::int as nombre from (
       select ${COLONNES[colonne]} as groupe from noeud n where n.type = 'EG' and n.ouvert and ${visible('n')} and ${montre('n')} and ${PARAMETRES}
     ) g where groupe is not null group by groupe order by groupe`, regarder(regard),
  );

export interface NoeudEntier extends LigneNoeud {
  readonly contenu: Contenu;
  readonly version: number;
  readonly dateMiseJour: Date | null;
  readonly eg: { readonly id: string; readonly nom: string; readonly contenu: Contenu } | null;
  /** The person's lists that hold it. */
  readonly listes: string[];
}

/** `$6` and what it lies below, up to its entité juridique. */
const LIGNEE = `with recursive lignee as (
   select n.parent_id, n.sensible, n.eg_id, n.departement, n.ouvert, 0 as hauteur from noeud n where n.id = $6
   union all
   select p.parent_id, p.sensible, p.eg_id, p.departement, p.ouvert, l.hauteur + 1 from lignee l join noeud p on p.id = l.parent_id where l.hauteur < 10
 )`;

/** Whether this open node and all that it lies below may be known of by this person: what is in a hidden structure is hidden with it. */
export async function estVisible(tx: Requeteur, id: string, regard: Regard): Promise<boolean> {
  const [row] = await tx.query<{ visible: boolean | null }>(
    `${LIGNEE} select bool_and(${visible('l')} and (l.ouvert or l.hauteur > 0)) as visible from lignee l where ${PARAMETRES}`, [...regarder(regard), id],
  );
  return row?.visible === true;
}

/** One open node with its content, unless it is hidden from this person. */
export async function lireNoeudEntier(tx: Requeteur, id: string, regard: Regard): Promise<NoeudEntier | undefined> {
  const [noeud] = await tx.query<NoeudEntier>(
    `${LIGNEE} select ${LIGNE}, n.contenu, n.version, n.date_mise_jour as "dateMiseJour",
       case when g.id <> n.id then jsonb_build_object('id', g.id, 'nom', g.nom, 'contenu', g.contenu) end as eg,
       array(select l.id from favori f join liste_favoris l on l.id = f.liste_id where f.noeud_id = n.id and l.compte_id = $5 order by l.rang) as listes
     from noeud n ${AUTOUR} left join noeud g on g.id = n.eg_id
     where n.id = $6 and n.ouvert and (select bool_and(${visible('l')} and (l.ouvert or l.hauteur > 0)) from lignee l)`, [...regarder(regard), id],
  );
  return noeud;
}
