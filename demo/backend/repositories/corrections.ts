import type { Acteur } from '../../../src/domain/acteur.ts';
import type { EtatDossier } from '../../../src/domain/dossier.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import type { Changement } from '../../../src/engine/correction/corriger.ts';
import type { Requeteur } from '../database/database.ts';

/** Keeps a structure and one of its nodes for this transaction, in the order in which a publication does: neither undoes the other. */
export async function verrouillerNoeud(tx: Requeteur, noeudId: string): Promise<void> {
  await tx.query('select 1 from noeud g where g.id = (select eg_id from noeud where id = $1) for update', [noeudId]);
  await tx.query('select 1 from noeud where id = $1 for update', [noeudId]);
}

export interface CorrectionFaite {
  readonly noeudId: string;
  readonly encadre: string;
  readonly nom: string;
  readonly contenu: Contenu;
  readonly changements: readonly Changement[];
}

/** Writes a correction into the répertoire and into its journal. Gives the new version. */
export async function ecrireCorrection(tx: Requeteur, { noeudId, encadre, nom, contenu, changements }: CorrectionFaite, { acteur, instant }: { readonly acteur: Acteur; readonly instant: string }): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `update noeud n set nom = $2, contenu = $3::jsonb, sensible = coalesce($3::jsonb -> 'uniteSensible' = 'true'::jsonb, false),
       categorie_eg = case when n.type = 'EG' then coalesce($3::jsonb ->> 'categorieEG', n.categorie_eg) end, version = version + 1, date_mise_jour = $4
     where id = $1 returning version`, [noeudId, nom, JSON.stringify(contenu), instant],
  );
  const version = row!.version;
  await tx.query(
    'insert into correction (noeud_id, version, encadre, changements, auteur_id, auteur_nom, instant) values ($1, $2, $3, $4::jsonb, $5, $6, $7)',
    [noeudId, version, encadre, JSON.stringify(changements), acteur.id, acteur.nom, instant],
  );
  return version;
}

/** The fiche of an open dossier that holds a copy of a node. */
export interface FicheCopie {
  readonly dossierId: string;
  readonly nomDossier: string;
  readonly etat: EtatDossier;
  readonly ficheId: string;
  readonly versionFiche: number;
  readonly contenu: Contenu;
  /** The node when the dossier was opened. */
  readonly copie: Contenu | null;
}

export async function ficheDuDossierOuvert(tx: Requeteur, noeudId: string): Promise<FicheCopie | undefined> {
  const [row] = await tx.query<FicheCopie>(
    `select d.id as "dossierId", d.nom as "nomDossier", d.etat, f.id as "ficheId", f.version as "versionFiche", f.contenu, c.contenu as copie
     from noeud n join dossier d on d.entite_geographique_id = n.eg_id and d.etat <> 'PUBLIE'
     join fiche f on f.dossier_id = d.id and f.origine_id = n.id left join copie c on c.dossier_id = d.id and c.noeud_id = n.id where n.id = $1`, [noeudId],
  );
  return row;
}

/** The published content of a node. */
export async function lireContenu(tx: Requeteur, noeudId: string): Promise<Contenu | undefined> {
  const [row] = await tx.query<{ contenu: Contenu }>('select contenu from noeud where id = $1', [noeudId]);
  return row?.contenu;
}
