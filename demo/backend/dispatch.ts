import type { Operation } from '../../src/contract/operation.ts';
import { operations, type OperationName } from '../../src/contract/operations.ts';
import { ProblemError, problem } from '../../src/contract/problem.ts';
import type { Acteur } from '../../src/domain/acteur.ts';
import { officialSource, type NomenclatureSource } from '../../src/nomenclature/load.ts';
import { badRequest, readInput } from './bad-input.ts';
import { dayAt } from './clock.ts';
import { sqlState, type Database, type Requeteur } from './database/database.ts';
import * as anomalies from './operations/anomalies.ts';
import * as corrections from './operations/corrections.ts';
import * as dossiers from './operations/dossiers.ts';
import * as favoris from './operations/favoris.ts';
import * as places from './operations/places.ts';
import * as recherche from './operations/recherche.ts';
import * as recherches from './operations/recherches.ts';
import * as repertoire from './operations/repertoire.ts';
import type { Handler, Service } from './operations/service.ts';
import { lireNoeudPublic } from './operations/public.ts';
import { acteurDuPartenaire, createPartenaires, OPERATIONS_PUBLIQUES, type Partenaire, type Partenaires } from './partenaires.ts';
import { prolongerOuvertures, reindexer } from './repositories/recherche-index.ts';
import { dossiersEchus } from './repositories/dossiers.ts';
import { loadRules } from './rules.ts';
import { Connexion, createSessions, type Session } from './sessions.ts';

export interface BackendOptions {
  /** Already migrated, see `openDatabase`. */
  readonly database: Database;
  /** What time it is. */
  readonly clock?: () => Date;
  /** A new identifier at each call. */
  readonly newId?: () => string;
  /** Where the nomenclatures come from. */
  readonly source?: NomenclatureSource;
  /** Time zone in which a day begins. */
  readonly timeZone?: string;
  /** INSEE code of the region. */
  readonly codeRegion?: string;
}

/** The reference backend: the operations of the contract, on a database, for whoever asks. */
export interface Backend {
  /**
   * Carries out one operation for a person; null is nobody. A rule that refuses is an answer, `{ refus }`.
   * @throws ProblemError for bad input, a missing right or object, a stale version.
   */
  dispatch(operationName: string, input: unknown, acteur: Acteur | PourPartenaire | null): Promise<unknown>;
  /** Signs in. @throws ProblemError */
  connecter(input: unknown): Promise<Session>;
  /** Whom a token belongs to; null when it is unknown or expired. */
  acteur(jeton: string): Promise<Acteur | null>;
  deconnecter(jeton: string): Promise<void>;
  /** Portals of others and their tokens. */
  readonly partenaires: Partenaires;
  /** Builds what the search knows, when the database has never built it: it was filled before there was a search. */
  indexer(): Promise<void>;
  /** Reads the offers into memory, as the first search would, which need not wait for it: the database answers meanwhile. */
  preparer(): Promise<void>;
  /** Publishes the dossiers whose day has come. Gives how many; one that fails does not stop the others. */
  publierEchus(): Promise<number>;
  close(): Promise<void>;
}

/** A partner portal that asks, for nobody in particular. */
export interface PourPartenaire {
  readonly partenaire: Partenaire;
}

const handlers: { readonly [Name in OperationName]: Handler<Name> } = {
  lireProfil: (_input, { acteur }) => Promise.resolve(acteur),
  listerNoeuds: repertoire.listerNoeuds,
  chercherDansArbre: repertoire.chercherDansArbre,
  lireNoeud: repertoire.lireNoeud,
  listerFavoris: favoris.listerFavoris,
  changerFavoris: favoris.changerFavoris,
  corrigerFiche: corrections.corrigerFiche,
  repercuterCorrection: corrections.repercuterCorrection,
  signalerAnomalie: anomalies.signalerAnomalie,
  listerAnomalies: anomalies.listerAnomalies,
  lireAnomalie: anomalies.lireAnomalie,
  traiterAnomalie: anomalies.traiterAnomalie,
  suggererQuoi: recherche.suggererQuoi,
  suggererOu: recherche.suggererOu,
  rechercher: recherche.rechercher,
  listerRecherches: recherches.listerRecherches,
  changerRecherches: recherches.changerRecherches,
  listerPlaces: places.listerPlaces,
  saisirPlaces: places.saisirPlaces,
  listerDossiers: dossiers.listerDossiers,
  creerDossier: dossiers.creerDossier,
  lireDossier: dossiers.lireDossier,
  lireFiche: dossiers.lireFiche,
  enregistrerFiche: dossiers.enregistrerFiche,
  deciderDossier: dossiers.deciderDossier,
};

/** Operations that the public reads otherwise. */
const publics: { readonly [Name in OperationName]?: Handler<Name> } = { lireNoeud: lireNoeudPublic };

/** What looks at hours. */
const AVEC_HORAIRES: ReadonlySet<OperationName> = new Set(['rechercher']);

const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);

export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { database, clock = () => new Date(), newId = () => globalThis.crypto.randomUUID(), timeZone = 'Europe/Paris', codeRegion = '11' } = options;
  const rules = await loadRules(options.source ?? officialSource);
  const sessions = createSessions(database, clock);
  const serviceAt = (tx: Requeteur): Omit<Service, 'acteur'> => {
    const now = clock();
    return { tx, instant: now.toISOString(), aujourdhui: dayAt(now, timeZone), nouvelId: newId, rules, codeRegion };
  };

  let jour = '';
  /** Hours are known some weeks ahead: looked at once a day. */
  const prolonger = async (): Promise<void> => {
    const { aujourdhui, instant } = serviceAt(database);
    if (aujourdhui === jour) return;
    await database.transaction((tx) => prolongerOuvertures(tx, { rules, instant }));
    jour = aujourdhui;
  };

  return {
    async dispatch(operationName, input, acteur) {
      if (!isOperation(operationName)) throw new ProblemError(problem('introuvable', `no operation ${operationName}`));
      if (!acteur) throw new ProblemError(problem('non-authentifie', 'no session, or it has expired'));
      const publique = 'partenaire' in acteur;
      if (publique && !OPERATIONS_PUBLIQUES.has(operationName)) throw new ProblemError(problem('interdit', `${operationName} is not for partners`));
      const qui = publique ? { acteur: acteurDuPartenaire(acteur.partenaire), publique } : { acteur };
      const operation: Operation = operations[operationName];
      const read = readInput(operation.input, input);
      const handler = ((publique && publics[operationName]) || handlers[operationName]) as Handler<OperationName>;
      if (AVEC_HORAIRES.has(operationName)) await prolonger();
      const run = () => database.transaction((tx) => handler(read as never, { ...serviceAt(tx), ...qui }), { lecture: operation.kind === 'query' });
      try {
        return await retried(run);
      } catch (error) {
        if (!(error instanceof dossiers.PublicationError)) throw asProblem(error);
        return { dossier: await database.transaction((tx) => dossiers.constaterEchec(error, serviceAt(tx))) };
      }
    },

    connecter: async (input) => sessions.ouvrir(readInput(Connexion, input)),
    acteur: (jeton) => sessions.acteur(jeton),
    deconnecter: (jeton) => sessions.fermer(jeton),

    partenaires: createPartenaires(database),

    async indexer() {
      const [row] = await database.query('select 1 from noeud where not exists (select 1 from recherche_nom) limit 1');
      if (row) await reindexer(database, { rules, instant: clock().toISOString() });
    },

    preparer: () => rules.recherche.memoire.preparer(database),

    async publierEchus() {
      let published = 0;
      for (const id of await dossiersEchus(database, serviceAt(database).aujourdhui)) {
        try {
          if (await retried(() => database.transaction((tx) => dossiers.publierEchu(id, serviceAt(tx))))) published++;
        } catch (error) {
          if (!(error instanceof dossiers.PublicationError)) throw error;
          await database.transaction((tx) => dossiers.constaterEchec(error, serviceAt(tx)));
        }
      }
      return published;
    },

    close: () => database.close(),
  };
}

/** Two transactions that PostgreSQL could not put in an order: the one it gave up begins again. */
async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const state = sqlState(error);
      if (attempt === 3 || (state !== '40001' && state !== '40P01')) throw error;
    }
  }
}

/** A value that PostgreSQL can't read (class 22) came from the input, whatever let it through. */
function asProblem(error: unknown): unknown {
  return sqlState(error)?.startsWith('22') ? badRequest('the input holds a value that can’t be stored') : error;
}
