import type { Requeteur } from '../database/database.ts';

export interface RechercheLue {
  readonly id: string;
  readonly nom: string;
  readonly requete: string;
  readonly alerte: boolean;
  readonly dateCreation: Date;
}

export const lireRecherches = (tx: Requeteur, compteId: string): Promise<RechercheLue[]> =>
  tx.query<RechercheLue>('select id, nom, requete, alerte, date_creation as "dateCreation" from recherche_enregistree where compte_id = $1 order by date_creation, id', [compteId]);

export async function insererRecherche(tx: Requeteur, { id, compteId, nom, requete, alerte, vues, instant }: { readonly id: string; readonly compteId: string; readonly nom: string; readonly requete: string; readonly alerte: boolean; readonly vues: readonly string[]; readonly instant: string }): Promise<void> {
  await tx.query('insert into recherche_enregistree (id, compte_id, nom, requete, alerte, vues, date_creation) values ($1, $2, $3, $4, $5, $6::bigint[], $7)', [id, compteId, nom, requete, alerte, vues, instant]);
}

/** Each says whether the search was there. */
const fait = (rows: readonly object[]): boolean => rows.length > 0;
export const modifierRecherche = async (tx: Requeteur, compteId: string, id: string, nom: string, alerte: boolean): Promise<boolean> =>
  fait(await tx.query('update recherche_enregistree set nom = $3, alerte = $4 where compte_id = $1 and id = $2 returning id', [compteId, id, nom, alerte]));
export const marquerVues = async (tx: Requeteur, compteId: string, id: string, vues: readonly string[]): Promise<boolean> =>
  fait(await tx.query('update recherche_enregistree set vues = $3::bigint[] where compte_id = $1 and id = $2 returning id', [compteId, id, vues]));
export const supprimerRecherche = async (tx: Requeteur, compteId: string, id: string): Promise<boolean> =>
  fait(await tx.query('delete from recherche_enregistree where compte_id = $1 and id = $2 returning id', [compteId, id]));
