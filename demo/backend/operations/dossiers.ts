import type { Conflit, Dossier } from '../../../src/domain/dossier.ts';
import { creerDossier as creer } from '../../../src/engine/dossier/creer.ts';
import { decide } from '../../../src/engine/dossier/decide.ts';
import type { Contexte, Evenement } from '../../../src/engine/dossier/types.ts';
import { porteeDe, voit } from '../../../src/engine/dossier/visibilite.ts';
import { isDataError, type Requeteur } from '../database/database.ts';
import { appliquer, insererDossier } from '../repositories/ecriture.ts';
import { dossierOuvertSur, lireDossierEntier, lireFicheEntiere, lireSaisies, listerDossiersDe, TAILLE_DOSSIERS } from '../repositories/dossiers.ts';
import { lireStructure, publierDansRepertoire, verrouillerStructure } from '../repositories/publication.ts';
import { introuvable, perime, type Handler, type Service } from './service.ts';
import { depuis, suiteDe } from './suite.ts';

/** What is in a dossier could not be merged into the répertoire: nothing was written, and the dossier has to say so. */
export class PublicationError extends Error {
  constructor(readonly dossierId: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'PublicationError';
  }
}

export const listerDossiers: Handler<'listerDossiers'> = async ({ suite }, { tx, acteur }) => {
  const lus = await listerDossiersDe(tx, porteeDe(acteur), depuis(suite));
  const dossiers = lus.slice(0, TAILLE_DOSSIERS);
  const dernier = dossiers.at(-1);
  return { dossiers, suite: dernier && lus.length > dossiers.length ? suiteDe(dernier) : null };
};

export const lireDossier: Handler<'lireDossier'> = ({ dossierId }, service) => dossierVisible(dossierId, service);

export const lireFiche: Handler<'lireFiche'> = async ({ dossierId, ficheId }, service) => {
  await dossierVisible(dossierId, service);
  const fiche = await lireFicheEntiere(service.tx, dossierId, ficheId);
  if (!fiche) throw introuvable('fiche');
  return fiche;
};

export const creerDossier: Handler<'creerDossier'> = async ({ entiteGeographiqueId, nom }, { tx, acteur, instant, nouvelId, rules }) => {
  const structure = await verrouillerStructure(tx, entiteGeographiqueId);
  if (!structure) throw introuvable('entité géographique');
  const categorieEG = structure.categorieEG ?? undefined;
  const noeuds = await lireStructure(tx, entiteGeographiqueId);
  const cree = creer({
    acteur, entiteGeographiqueId, nom, instant, nouvelId, noeuds, categorieEG,
    dossierOuvertId: await dossierOuvertSur(tx, entiteGeographiqueId),
    departement: structure.departement ?? '', premiereDescription: !structure.decrit,
    manques: rules.manques(acteur.role, categorieEG), ...rules.circuit(categorieEG),
  });
  if (cree.refus) return { refus: cree.refus };
  await insererDossier(tx, cree.dossier, cree.fiches, new Map(noeuds.map(({ id, contenu }) => [id, contenu])), { acteur, instant });
  return { dossier: cree.dossier };
};

export const enregistrerFiche: Handler<'enregistrerFiche'> = async ({ dossierId, ficheId, version, contenu, illisibles, editions, finaliser }, service) => {
  const { tx, acteur, instant } = service;
  const dossier = await dossierVisible(dossierId, service, true);
  const avant = dossier.fiches.find(({ id }) => id === ficheId);
  if (avant && avant.version !== version) throw perime('somebody else has saved this fiche', await lireFicheEntiere(tx, dossierId, ficheId));
  const stockee = avant && await lireFicheEntiere(tx, dossierId, ficheId);
  const decision = decide(dossier, { type: finaliser ? 'finaliser-fiche' : 'enregistrer-fiche', ficheId, contenu, illisibles, editions }, { ...contexteDe(service, dossier), saisie: () => stockee });
  if (decision.refus) return { refus: decision.refus };
  await appliquer(tx, dossier, decision.evenements, { acteur, instant });
  const fiche = await lireFicheEntiere(tx, dossierId, ficheId);
  if (!fiche) throw new Error(`fiche ${ficheId} was lost`);
  return { fiche };
};

export const deciderDossier: Handler<'deciderDossier'> = async ({ dossierId, version, commande }, service) => {
  const { tx, acteur, instant } = service;
  const dossier = await dossierVisible(dossierId, service, true);
  if (dossier.version !== version) throw perime('somebody else has changed this dossier', dossier);
  const saisies = commande.type === 'dupliquer-fiche' ? await lireSaisies(tx, dossierId, [commande.ficheId])
    : commande.type === 'finaliser-fiches' ? await lireSaisies(tx, dossierId)
    : new Map<string, never>();
  const decision = decide(dossier, commande, { ...contexteDe(service, dossier), saisie: (id) => saisies.get(id) });
  if (decision.refus) return { refus: decision.refus };
  return { dossier: await appliquer(tx, dossier, await executer(dossier, decision.evenements, service), { acteur, instant }) };
};

/** Publishes a dossier whose day has come, as the server. False when it no longer waits. */
export async function publierEchu(dossierId: string, service: Omit<Service, 'acteur'>): Promise<boolean> {
  const dossier = await lireDossierEntier(service.tx, dossierId, true);
  if (!dossier) return false;
  const decision = decide(dossier, { type: 'publier' }, { ...contexteDe(service, dossier), acteur: 'systeme' });
  if (decision.refus) return false;
  await appliquer(service.tx, dossier, await executer(dossier, decision.evenements, service), { acteur: 'systeme', instant: service.instant });
  return true;
}

/** Writes down that a publication failed, so that whoever validates sees it. */
export async function constaterEchec({ dossierId, message }: PublicationError, service: Omit<Service, 'acteur'>): Promise<Dossier> {
  const dossier = await lireDossierEntier(service.tx, dossierId, true);
  if (!dossier) throw introuvable('dossier');
  const decision = decide(dossier, { type: 'constater-echec', detail: message }, { ...contexteDe(service, dossier), acteur: 'systeme' });
  if (decision.refus) return dossier;
  return appliquer(service.tx, dossier, decision.evenements, { acteur: 'systeme', instant: service.instant });
}

/** Does in the répertoire what these events say, and gives them with what came of it. */
async function executer(dossier: Dossier, evenements: readonly Evenement[], service: Omit<Service, 'acteur'>): Promise<readonly Evenement[]> {
  if (!evenements.some(({ type }) => type === 'dossier-publie')) return evenements;
  const conflits = await publierOuEchouer(dossier, service);
  return evenements.map((evenement) => (evenement.type === 'dossier-publie' ? { ...evenement, conflits } : evenement));
}

/** @throws PublicationError when the dossier is at fault; anything else (a cut connection) says nothing of the dossier. */
async function publierOuEchouer(dossier: Dossier, { tx, rules, nouvelId, instant, codeRegion }: Omit<Service, 'acteur'>): Promise<readonly Conflit[]> {
  let panne = false;
  const suivre = async <T>(statement: () => Promise<T>): Promise<T> => {
    try {
      return await statement();
    } catch (error) {
      panne ||= !isDataError(error);
      throw error;
    }
  };
  const suivi: Requeteur = { query: (sql, params) => suivre(() => tx.query(sql, params)), exec: (sql) => suivre(() => tx.exec(sql)) };
  try {
    return await publierDansRepertoire(suivi, dossier, { rules, nouvelId, instant, codeRegion });
  } catch (error) {
    throw panne ? error : new PublicationError(dossier.id, error);
  }
}

export async function dossierVisible(id: string, { tx, acteur }: Service, verrouiller = false): Promise<Dossier> {
  const dossier = await lireDossierEntier(tx, id, verrouiller);
  if (!dossier || !voit(acteur, dossier)) throw introuvable('dossier');
  return dossier;
}

export function contexteDe({ aujourdhui, nouvelId, rules, ...rest }: Omit<Service, 'acteur'> & Partial<Pick<Service, 'acteur'>>, { categorieEG }: Dossier): Contexte {
  const acteur = rest.acteur ?? 'systeme';
  return {
    acteur, aujourdhui, nouvelId, saisie: () => undefined,
    manques: rules.manques(acteur === 'systeme' ? 'gestionnaire' : acteur.role, categorieEG),
  };
}
