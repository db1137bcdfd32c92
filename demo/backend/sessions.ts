import { ProblemError, problem } from '../../src/contract/problem.ts';
import type { Acteur } from '../../src/domain/acteur.ts';
import { z } from '../../src/domain/zod.ts';
import type { Database } from './database/database.ts';
import { hashPassword, newToken, tokenDigest, verifyPassword } from './passwords.ts';
import { ACTEUR, type LigneCompte, acteurDe } from './repositories/comptes.ts';

/** How long a session lasts, from sign-in. */
export const DUREE_SESSION_MS = 8 * 60 * 60 * 1000;

export const Connexion = z.object({
  identifiant: z.string().check(z.minLength(1), z.maxLength(200)),
  motDePasse: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type Connexion = z.infer<typeof Connexion>;

/** The account that a sign-in names, as it is looked for; undefined of what is no sign-in. */
export function compteVise(corps: unknown): string | undefined {
  const { data } = Connexion.safeParse(corps);
  return data && normaliser(data.identifiant);
}

const normaliser = (identifiant: string): string => identifiant.trim().toLowerCase();

/** What a person gets by signing in. */
export interface Session {
  /** To send as `Authorization: Bearer`. */
  readonly jeton: string;
  /** ISO instant. */
  readonly expiration: string;
  readonly acteur: Acteur;
}

export interface Sessions {
  /** @throws ProblemError `non-authentifie`, the same for an unknown person and a wrong password. */
  ouvrir(connexion: Connexion): Promise<Session>;
  /** Whom the token belongs to, or null when it is unknown, expired, or its account was closed. */
  acteur(jeton: string): Promise<Acteur | null>;
  fermer(jeton: string): Promise<void>;
}

export function createSessions(database: Database, clock: () => Date): Sessions {
  /** Compared with when the person is unknown, so that the answer takes as long. */
  let personne: Promise<string> | undefined;

  return {
    async ouvrir({ identifiant, motDePasse }) {
      const [compte] = await database.query<LigneCompte & { motDePasse: string }>(
        `select ${ACTEUR}, c.mot_de_passe as "motDePasse" from compte c where c.identifiant = $1 and c.actif`, [normaliser(identifiant)],
      );
      const valide = await verifyPassword(motDePasse, compte?.motDePasse ?? await (personne ??= hashPassword('')));
      if (!compte || !valide) throw new ProblemError(problem('non-authentifie', 'unknown person or wrong password'));
      const now = clock();
      const jeton = newToken();
      const expiration = new Date(now.getTime() + DUREE_SESSION_MS).toISOString();
      await database.query('delete from session where expire_le <= $1', [now.toISOString()]);
      await database.query('insert into session (empreinte, compte_id, expire_le) values ($1, $2, $3)', [await tokenDigest(jeton), compte.id, expiration]);
      return { jeton, expiration, acteur: acteurDe(compte) };
    },

    async acteur(jeton) {
      const [compte] = await database.query<LigneCompte>(
        `select ${ACTEUR} from session s join compte c on c.id = s.compte_id where s.empreinte = $1 and s.expire_le > $2 and c.actif`,
        [await tokenDigest(jeton), clock().toISOString()],
      );
      return compte ? acteurDe(compte) : null;
    },

    async fermer(jeton) {
      await database.query('delete from session where empreinte = $1', [await tokenDigest(jeton)]);
    },
  };
}

