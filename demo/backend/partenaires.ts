import type { Acteur } from '../../src/domain/acteur.ts';
import type { OperationName } from '../../src/contract/operations.ts';
import type { Database, Requeteur } from './database/database.ts';
import { tokenDigest } from './passwords.ts';

/** A portal of others that embeds the search: it reads what the public reads (profile 0), from its own pages alone. */
export interface Partenaire {
  readonly id: string;
  readonly nom: string;
  /** `https://portail.example`, or with `:*` any port of a host. */
  readonly origines: readonly string[];
}

/** All that a partner may ask. */
export const OPERATIONS_PUBLIQUES: ReadonlySet<OperationName> = new Set(['suggererQuoi', 'suggererOu', 'rechercher', 'lireNoeud']);

/** Whom operations see: somebody who describes nothing, in no territory. */
export const acteurDuPartenaire = ({ id, nom }: Partenaire): Acteur => ({ id: `partenaire:${id}`, nom, role: 'lecteur', entitesGeographiques: [], departements: [] });

/** Whether a page of this origin may send the token. */
export const origineAdmise = (origines: readonly string[], origine: string): boolean =>
  origines.some((admise) => admise === origine || (admise.endsWith(':*') && new RegExp(`^${admise.slice(0, -2).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?::\\d{1,5})?$`).test(origine)));

export interface Partenaires {
  /** Whom a token belongs to; null when nobody's. */
  partenaire(jeton: string): Promise<Partenaire | null>;
  /** Whether the pages of an origin may ask anything: what a preflight asks, that sends no token. */
  origineConnue(origine: string): Promise<boolean>;
}

export function createPartenaires(database: Database): Partenaires {
  return {
    async partenaire(jeton) {
      const [row] = await database.query<{ id: string; nom: string; origines: string[] }>('select id, nom, origines from partenaire where empreinte = $1 and actif', [await tokenDigest(jeton)]);
      return row ?? null;
    },
    async origineConnue(origine) {
      const rows = await database.query<{ origines: string[] }>('select origines from partenaire where actif');
      return rows.some(({ origines }) => origineAdmise(origines, origine));
    },
  };
}

/** Keeps a partner; of its token only the digest. */
export async function insererPartenaire(tx: Requeteur, { id, nom, origines, jeton }: Partenaire & { readonly jeton: string }): Promise<void> {
  await tx.query('insert into partenaire (id, nom, empreinte, origines) values ($1, $2, $3, $4) on conflict do nothing', [id, nom, await tokenDigest(jeton), origines]);
}
