import type { Acteur, Role } from '../../src/domain/acteur.ts';
import type { ListeFavoris } from '../../src/domain/favoris.ts';
import type { Personne, Signalement, SignalementDetaille } from '../../src/domain/signalement.ts';
import { actionsSignalement, possibleStatuts } from '../../src/engine/anomalie/decide.ts';

/** Fictitious reports and favourites of the stories. */

export const personne = (role: Role, nom: string): Personne => ({ id: role, nom, role });
export const LECTRICE = personne('lecteur', 'Inès Caron');
export const TUTELLE = personne('tutelle', 'Antoine Roche');
export const GESTIONNAIRE = personne('gestionnaire', 'Sophie Lambert');
export const REFERENTE = personne('referent', 'Claire Martin');

export const enActeur = ({ id, nom, role }: Personne): Acteur => ({
  id, nom, role, entitesGeographiques: role === 'referent' ? ['eg-colibri'] : [], departements: role === 'tutelle' ? ['94'] : [],
});

export const signalement = (plus: Partial<Signalement> = {}): Signalement => ({
  id: 'a1', noeud: { id: 'uo-crt', type: 'UO', nom: 'CRT – Volet 1', entiteGeographiqueId: 'eg-colibri' }, departements: ['94'], thematique: '06', actionDemandee: 'COR', statut: '02',
  chemin: 'modePriseEnCharge', valeurErronee: '58', valeurProposee: 'Accueil de jour', message: 'Le mode de prise en charge n’est pas le bon depuis la rentrée.',
  declarant: LECTRICE, assigne: null, reponse: null, version: 2, dateCreation: '2026-11-18T09:05:00Z', dateMiseJour: '2026-11-19T14:30:00Z', dateCloture: null, ...plus,
});

/** The report as the server gives it to this person: what they may do with it comes from the rules. */
export const detaille = (anomalie: Signalement, qui: Personne, historique: SignalementDetaille['historique'] = []): SignalementDetaille => {
  const acteur = enActeur(qui);
  const actions = [...actionsSignalement(anomalie, acteur)];
  return {
    ...anomalie, actions, statutsPossibles: [...possibleStatuts(anomalie, acteur)], assignables: actions.includes('assigner') ? [GESTIONNAIRE, REFERENTE, TUTELLE] : [],
    historique: [
      { type: 'anomalie-signalee', instant: anomalie.dateCreation, auteur: anomalie.declarant, statut: '01' },
      { type: 'statut-change', instant: anomalie.dateCreation, auteur: null, statut: '02' }, ...historique,
    ],
  };
};

export const queue: readonly Signalement[] = [
  signalement(),
  signalement({ id: 'a2', noeud: { id: 'uo-ime', type: 'UO', nom: 'Unité IME Accueil de jour', entiteGeographiqueId: 'eg-ime' }, thematique: '04', statut: '05', assigne: REFERENTE, message: 'Les horaires sont ceux de l’année dernière.' }),
  signalement({ id: 'a3', noeud: { id: 'eg-cpts', type: 'EG', nom: 'CPTS Grand Versailles', entiteGeographiqueId: 'eg-cpts' }, departements: ['78'], thematique: '01', statut: '04', message: 'La zone d’intervention est incomplète.' }),
];

export const favoris: readonly ListeFavoris[] = [
  { id: 'l1', nom: '', noeuds: [{ id: 'eg-colibri', type: 'EG', nom: 'EHPAD du Colibri' }] },
  { id: 'l2', nom: 'Sorties d’hospitalisation', noeuds: [{ id: 'uo-crt', type: 'UO', nom: 'CRT – Volet 1' }, { id: 'uo-crt-2', type: 'UO', nom: 'CRT – Volet 2' }] },
  { id: 'l3', nom: 'À vérifier', noeuds: [] },
];
