import type { Signalement, SignalementDetaille } from '../../../src/domain/signalement.ts';
import { profilFor } from '../../../src/engine/acces/comptes.ts';
import { filterFor } from '../../../src/engine/acces/profils.ts';
import { actionsSignalement, CLOSED, decideAnomalie, signaler, possibleStatuts } from '../../../src/engine/anomalie/decide.ts';
import { porteeAnomalies, seesAnomalie } from '../../../src/engine/anomalie/portee.ts';
import { readPath } from '../../../src/engine/fiche/paths.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import {
  appliquerActes, departementsDe, lireAssignables, lireHistorique, lireSignalement, listerAnomaliesDe, type FiltreAnomalies,
} from '../repositories/anomalies.ts';
import { lireNoeudEntier, type NoeudEntier } from '../repositories/noeuds.ts';
import { depuis, suiteDe } from './suite.ts';
import { introuvable, perime, regardDe, type Handler, type Service } from './service.ts';

export const signalerAnomalie: Handler<'signalerAnomalie'> = async ({ noeudId, ...declaration }, service) => {
  const { tx, acteur, instant, nouvelId, rules } = service;
  const noeud = await lireNoeudEntier(tx, noeudId, regardDe(acteur));
  if (!noeud) throw introuvable('node');
  const departements = await departementsDe(tx, noeudId);
  const place = { departements, noeud: { id: noeud.id, type: noeud.type, nom: noeud.nom, entiteGeographiqueId: noeud.egId } };
  const { evenements, refus } = signaler(declaration, { connait: rules.connait, assignables: await lireAssignables(tx, place) });
  if (refus) return { refus };
  const { thematique, actionDemandee, chemin, valeurProposee } = declaration;
  const lue = chemin === undefined ? undefined : valeurLue(noeud, chemin, service);
  const vierge: Signalement = {
    id: nouvelId(), ...place, thematique, statut: '', message: declaration.message.trim(), declarant: { id: acteur.id, nom: acteur.nom, role: acteur.role },
    ...(actionDemandee !== undefined && { actionDemandee }), ...(chemin !== undefined && { chemin }), ...(valeurProposee !== undefined && { valeurProposee }), ...(lue !== undefined && { valeurErronee: lue }),
    assigne: null, reponse: null, version: 0, dateCreation: instant, dateMiseJour: instant, dateCloture: null,
  };
  const anomalie = await appliquerActes(tx, vierge, evenements.map((evenement, rang) => ({ evenement, auteur: rang === 0 ? acteur : null })), instant);
  return { anomalie: await detailler(anomalie, service) };
};

/** What the reporter reads there, as text. */
function valeurLue({ type, contenu, ...noeud }: NoeudEntier, chemin: string, { acteur }: Service): string | undefined {
  const valeur = readPath(filterFor(profilFor(acteur, noeud), type, contenu), chemin, type === 'EJ' ? {} : formSchema(type).slices);
  const texte = typeof valeur === 'object' ? JSON.stringify(valeur) : typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean' ? String(valeur) : undefined;
  return texte === 'null' ? undefined : texte?.slice(0, 2_000);
}

export const listerAnomalies: Handler<'listerAnomalies'> = async ({ portee, statut, assigne, suite, ...filtres }, { tx, acteur }) => {
  const statuts = statut === undefined ? undefined : statut === 'ouvert' || statut === 'clos' ? { liste: [...CLOSED], sauf: statut === 'ouvert' } : { liste: [statut], sauf: false };
  const assigneId = assigne === 'moi' ? acteur.id : assigne === 'personne' ? null : assigne;
  const filtre: FiltreAnomalies = { portee: porteeAnomalies(acteur), quoi: portee ?? 'tout', statuts, assigneId, ...filtres };
  const { anomalies, plus, nombre, parStatut } = await listerAnomaliesDe(tx, filtre, regardDe(acteur), depuis(suite));
  const last = anomalies.at(-1);
  return { anomalies, suite: plus && last ? suiteDe(last) : null, nombre, parStatut };
};

export const lireAnomalie: Handler<'lireAnomalie'> = async ({ anomalieId }, service) => detailler(await signalementVisible(anomalieId, service), service);

export const traiterAnomalie: Handler<'traiterAnomalie'> = async ({ anomalieId, version, commande }, service) => {
  const { tx, acteur, instant, rules } = service;
  const avant = await signalementVisible(anomalieId, service, true);
  if (avant.version !== version) throw perime('somebody else has treated this report', await detailler(avant, service));
  const { evenements, refus } = decideAnomalie(avant, commande, { acteur, connait: rules.connait, assignables: await lireAssignables(tx, avant) });
  if (refus) return { refus };
  const apres = evenements.length > 0 ? await appliquerActes(tx, avant, evenements.map((evenement) => ({ evenement, auteur: acteur })), instant) : avant;
  return { anomalie: await detailler(apres, service) };
};

async function signalementVisible(id: string, { tx, acteur }: Service, verrouiller = false): Promise<Signalement> {
  const signalement = await lireSignalement(tx, id, regardDe(acteur), verrouiller);
  if (!signalement || !seesAnomalie(acteur, signalement)) throw introuvable('report');
  return signalement;
}

async function detailler(signalement: Signalement, { tx, acteur }: Service): Promise<SignalementDetaille> {
  const actions = [...actionsSignalement(signalement, acteur)];
  return {
    ...signalement, historique: await lireHistorique(tx, signalement.id), actions, statutsPossibles: [...possibleStatuts(signalement, acteur)],
    assignables: actions.includes('assigner') ? await lireAssignables(tx, signalement) : [],
  };
}
