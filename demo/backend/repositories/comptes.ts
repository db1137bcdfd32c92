import type { Acteur, Role } from '../../../src/domain/acteur.ts';
import type { Requeteur } from '../database/database.ts';

export interface LigneCompte {
  readonly id: string;
  readonly nom: string;
  readonly role: Role;
  readonly entitesGeographiques: string[];
  readonly departements: string[];
}

/** Columns of a compte `c` that make an acteur. */
export const ACTEUR = 'c.id, c.nom, c.role, c.entites_geographiques as "entitesGeographiques", c.departements';

export const acteurDe = ({ id, nom, role, entitesGeographiques, departements }: LigneCompte): Acteur => ({
  id, nom, role, entitesGeographiques, departements,
});

export interface NouveauCompte extends Acteur {
  readonly identifiant: string;
  /** As `hashPassword` gives it. */
  readonly motDePasse: string;
}

export async function insererCompte(tx: Requeteur, compte: NouveauCompte): Promise<void> {
  await tx.query(
    `insert into compte (id, identifiant, nom, role, entites_geographiques, departements, mot_de_passe)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [compte.id, compte.identifiant.toLowerCase(), compte.nom, compte.role, compte.entitesGeographiques, compte.departements, compte.motDePasse],
  );
}
