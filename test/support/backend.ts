/** The reference backend on a bench: a fresh database per file, a clock that is set by hand, people by their account. */
import { after, before, beforeEach, describe } from 'node:test';
import assert from 'node:assert/strict';
import type { InputOf, OutputOf } from '../../src/contract/operation.ts';
import { operations, type OperationName, type Operations } from '../../src/contract/operations.ts';
import { ProblemError, type Problem } from '../../src/contract/problem.ts';
import type { Acteur } from '../../src/domain/acteur.ts';
import type { Dossier } from '../../src/domain/dossier.ts';
import type { Contenu, Fiche } from '../../src/domain/fiche.ts';
import type { CommandeDossier } from '../../src/engine/dossier/commandes.ts';
import type { Refus } from '../../src/engine/dossier/refus.ts';
import type { Database } from '../../demo/backend/database/database.ts';
import { migrate } from '../../demo/backend/database/migrate.ts';
import { openPglite } from '../../demo/backend/database/pglite.ts';
import { openPostgres } from '../../demo/backend/database/postgres.ts';
import { createBackend, type Backend } from '../../demo/backend/dispatch.ts';
import { readMigrations } from '../../demo/backend/migrations/read.ts';
import { comptesDeDemonstration } from '../../demo/backend/seed/comptes.ts';
import { seedOnce } from '../../demo/backend/seed/seed.ts';
import { temporaryDatabase } from './temporary-database.ts';

export interface Moteur {
  readonly nom: string;
  readonly ouvrir: () => Promise<Database>;
}

/** PGlite always; PostgreSQL too when `DATABASE_URL` is set, in a database of its own that goes away afterwards. */
export const moteurs: readonly Moteur[] = [
  { nom: 'PGlite', ouvrir: () => openPglite() },
  ...(process.env['DATABASE_URL'] ? [{ nom: 'PostgreSQL', ouvrir: () => temporaire(process.env['DATABASE_URL']!) }] : []),
];

async function temporaire(server: string): Promise<Database> {
  const { url, drop } = await temporaryDatabase(server);
  const database = openPostgres(url);
  return { ...database, close: async () => { await database.close(); await drop(); } };
}

export const MATIN = '2026-03-10T08:00:00.000Z';
export const AUJOURDHUI = '2026-03-10';
/** Rounds of the password digests of the bench: the time that they take is not what is tested. */
const TOURS = 1_000;

export class Banc {
  /** Set before each test. */
  database!: Database;
  backend!: Backend;
  maintenant = new Date(MATIN);
  #ids = 0;

  readonly clock = (): Date => this.maintenant;
  readonly newId = (): string => `id-${++this.#ids}`;

  async ouvrir({ ouvrir }: Moteur): Promise<void> {
    this.database = await ouvrir();
    await migrate(this.database, readMigrations());
    this.backend = await createBackend({ database: this.database, clock: this.clock, newId: this.newId });
  }

  /** The demonstration as it was on the first day. */
  async recommencer(): Promise<void> {
    this.maintenant = new Date(MATIN);
    await this.database.exec('truncate noeud, compte, session, dossier, fiche, copie, evenement, liste_favoris, anomalie, recherche_enregistree cascade');
    await seedOnce({ database: this.database, clock: this.clock, newId: this.newId, tours: TOURS });
  }

  acteur(identifiant: string): Acteur {
    const compte = comptesDeDemonstration.find((one) => one.identifiant === identifiant);
    if (!compte) throw new Error(`no account ${identifiant}`);
    const { id, nom, role, entitesGeographiques, departements } = compte;
    return { id, nom, role, entitesGeographiques, departements };
  }

  /** What the operation answers, which must be what the contract says. */
  async demander<Name extends OperationName>(name: Name, input: InputOf<Operations[Name]>, qui: string | Acteur): Promise<OutputOf<Operations[Name]>> {
    const answer = await this.backend.dispatch(name, input, typeof qui === 'string' ? this.acteur(qui) : qui);
    const parsed = operations[name].output.safeParse(answer);
    if (!parsed.success) assert.fail(`${name} breaks its contract: ${JSON.stringify(parsed.error.issues)}`);
    return answer as OutputOf<Operations[Name]>;
  }

  async dossierDe(nom: string, qui = 'gestionnaire'): Promise<Dossier> {
    const resume = (await this.demander('listerDossiers', {}, qui)).dossiers.find((dossier) => dossier.nom === nom);
    if (!resume) assert.fail(`${qui} sees no dossier ${nom}`);
    return this.demander('lireDossier', { dossierId: resume.id }, qui);
  }

  /** Carries out a command on the dossier as it is now; fails when it is refused. */
  async faire(dossierId: string, commande: CommandeDossier, qui: string): Promise<Dossier> {
    const { version } = await this.demander('lireDossier', { dossierId }, qui);
    const answer = await this.demander('deciderDossier', { dossierId, version, commande }, qui);
    if ('refus' in answer) assert.fail(`${commande.type} is refused: ${JSON.stringify(answer.refus)}`);
    return answer.dossier;
  }

  /** The reason why a command is refused. */
  async refus(dossierId: string, commande: CommandeDossier, qui: string): Promise<Refus> {
    const { version } = await this.demander('lireDossier', { dossierId }, qui);
    const answer = await this.demander('deciderDossier', { dossierId, version, commande }, qui);
    return 'refus' in answer ? answer.refus : assert.fail(`${commande.type} is not refused`);
  }

  /** Adds one fiche and gives its identifier. */
  async ajouter(dossierId: string, typeFiche: 'P' | 'S' | 'UF' | 'UO', parentId: string, qui: string): Promise<string> {
    const avant = await this.demander('lireDossier', { dossierId }, qui);
    const apres = await this.faire(dossierId, { type: 'creer-fiches', typeFiche, parentId, nombre: 1 }, qui);
    return apres.fiches.find(({ id }) => !avant.fiches.some((fiche) => fiche.id === id))!.id;
  }

  /** Writes these attributes over those of a fiche and saves it. */
  async remplir(dossierId: string, ficheId: string, attributs: Contenu, qui: string, finaliser = true): Promise<Fiche> {
    const { version, contenu, illisibles } = await this.demander('lireFiche', { dossierId, ficheId }, qui);
    const answer = await this.demander('enregistrerFiche', { dossierId, ficheId, version, contenu: { ...contenu, ...attributs } as never, illisibles, finaliser }, qui);
    if ('refus' in answer) assert.fail(`the fiche is refused: ${JSON.stringify(answer.refus)}`);
    return answer.fiche;
  }
}

/** The problem that an answer is instead. */
export async function probleme(answer: Promise<unknown>): Promise<Problem> {
  const error = await answer.then(() => assert.fail('this should be a problem'), (reason: unknown) => reason);
  if (!(error instanceof ProblemError)) throw error;
  return error.problem;
}

/** The same tests on each engine, each test on the demonstration of the first day. */
export function surChaqueMoteur(tests: (banc: Banc) => void, { neuf = true } = {}): void {
  for (const moteur of moteurs) {
    describe(moteur.nom, () => {
      const banc = new Banc();
      before(async () => {
        await banc.ouvrir(moteur);
        if (!neuf) await banc.recommencer();
      });
      if (neuf) beforeEach(() => banc.recommencer());
      after(() => banc.database.close());
      tests(banc);
    });
  }
}

/** Contents that make each level complete. */
export const CONTENUS = {
  directeur: { contact: [{ nom: 'Claire Martin', fonctionContact: '01', niveauConfidentialite: '2', telecommunication: [{ canal: '3', adresseTelecom: 'direction@essai.example', niveauConfidentialite: '2' }] }] },
  organisation: (nomOI: string): Contenu => ({ nomOI }),
  unite: (typeOffre: string, nomOffre: string, autres: Contenu = {}): Contenu => ({
    nomOffre, typeOffre, grandGroupeDisciplines: 'MSS', champActivite: '04', modePriseEnCharge: '46', temporaliteAccueil: '02', activiteOperationnelle: ['313'], uniteSensible: false,
    patientele: { ageMin: { valeur: 60, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' } },
    contact: [{ nom: 'Anne Roux', fonctionContact: '22', niveauConfidentialite: '2', telecommunication: [{ canal: '3', adresseTelecom: 'anne.roux@essai.example', niveauConfidentialite: '2' }] }],
    ...autres,
  }),
} as const;
