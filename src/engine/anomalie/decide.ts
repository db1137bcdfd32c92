import type { Acteur } from '../../domain/acteur.ts';
import type { ActionSignalement } from '../../domain/signalement.ts';
import type { CommandeAnomalie, Declaration } from './commandes.ts';
import { qualites, type Qualite } from './portee.ts';
import type { RefusAnomalie } from './refus.ts';
import { STATUT, type Anomalie, type ContexteAnomalie, type DecisionAnomalie, type EvenementAnomalie } from './types.ts';

const { cree, aTraiter, annule, sansDestinataire, envoye, tolereUnTemps, tolere, corrige, refuse, aVerifier, mauvaisDestinataire } = STATUT;

/** ANO-6: nothing is expected of anybody any more. */
export const CLOSED: ReadonlySet<string> = new Set([annule, tolere, corrige, refuse]);
export const isClosed = (statut: string): boolean => CLOSED.has(statut);

/** ANO-7: the reporter is told why. */
const WITH_ANSWER: ReadonlySet<string> = new Set([tolereUnTemps, tolere, refuse]);
export const needsAnswer = (statut: string): boolean => WITH_ANSWER.has(statut);

const ISSUES = [tolereUnTemps, tolere, corrige, refuse] as const;

/** ANO-8: where each status leads, for whoever administers the territory. */
const ADMINISTRATEUR: Readonly<Record<string, readonly string[]>> = {
  [cree]: [aTraiter, sansDestinataire, envoye, mauvaisDestinataire, ...ISSUES],
  [aTraiter]: [sansDestinataire, envoye, mauvaisDestinataire, aVerifier, ...ISSUES],
  [sansDestinataire]: [aTraiter, envoye, refuse],
  [envoye]: [aTraiter, mauvaisDestinataire, aVerifier, ...ISSUES],
  [mauvaisDestinataire]: [aTraiter, envoye, refuse],
  [tolereUnTemps]: [aTraiter, aVerifier, tolere, corrige, refuse],
  [aVerifier]: [aTraiter, envoye, ...ISSUES],
  [tolere]: [aTraiter], [corrige]: [aVerifier, aTraiter], [refuse]: [aTraiter],
};

/** ANO-9: for those who describe the structure, to whom it may be sent. */
const OPEN_TO_RESPONSABLE: readonly string[] = [corrige, refuse, aVerifier, mauvaisDestinataire];
const RESPONSABLE: Readonly<Record<string, readonly string[]>> = {
  [cree]: OPEN_TO_RESPONSABLE, [aTraiter]: OPEN_TO_RESPONSABLE, [envoye]: OPEN_TO_RESPONSABLE,
  [tolereUnTemps]: [corrige, aVerifier], [aVerifier]: [corrige, refuse],
};

/** The statuses to which a person may bring a report, in the order of the nomenclature. */
export function possibleStatuts(anomalie: Anomalie, acteur: Acteur): readonly string[] {
  const tables: Readonly<Record<Qualite, Readonly<Record<string, readonly string[]>>>> = { administrateur: ADMINISTRATEUR, responsable: RESPONSABLE, declarant: {} };
  return [...new Set(qualites(acteur, anomalie).flatMap((qualite) => tables[qualite][anomalie.statut] ?? []))].sort();
}

/** What a person may do with a report now. */
export function actionsSignalement(anomalie: Anomalie, acteur: Acteur): readonly ActionSignalement[] {
  const est = qualites(acteur, anomalie);
  const traite = est.includes('administrateur') || est.includes('responsable');
  const clos = isClosed(anomalie.statut);
  return [
    ...(est.includes('administrateur') && !clos ? ['assigner' as const] : []),
    ...(possibleStatuts(anomalie, acteur).length > 0 ? ['changer-statut' as const] : []),
    ...(traite || (est.includes('declarant') && !clos) ? ['repondre' as const] : []),
    ...(est.includes('declarant') && !clos ? ['annuler' as const] : []),
    ...(est.includes('declarant') && canBeContested(anomalie.statut) ? ['contester' as const] : []),
  ];
}

/** ANO-10. */
const canBeContested = (statut: string): boolean => statut === corrige || statut === refuse;

const refusal = (refus: RefusAnomalie): DecisionAnomalie => ({ refus });

/** ANO-4, ANO-5: a new report. Whoever sees a node may report on it; the server has checked that they do. */
export function signaler(declaration: Declaration, { connait, assignables }: Pick<ContexteAnomalie, 'connait' | 'assignables'>): DecisionAnomalie {
  const { thematique, actionDemandee, message } = declaration;
  if (!connait('J241', thematique)) return refusal({ code: 'code-inconnu', champ: 'thematique', valeur: thematique });
  if (actionDemandee !== undefined && !connait('J242', actionDemandee)) return refusal({ code: 'code-inconnu', champ: 'actionDemandee', valeur: actionDemandee });
  if (message.trim() === '') return refusal({ code: 'message-vide' });
  const destinataire = assignables.some(({ role }) => role === 'tutelle');
  return { evenements: [{ type: 'anomalie-signalee', statut: cree }, { type: 'statut-change', statut: destinataire ? aTraiter : sansDestinataire }] };
}

/** ANO-6 to ANO-11: what a command does to a report, or why not. */
export function decideAnomalie(anomalie: Anomalie, commande: CommandeAnomalie, contexte: ContexteAnomalie): DecisionAnomalie {
  const est = qualites(contexte.acteur, anomalie);
  const traite = est.includes('administrateur') || est.includes('responsable');
  const clos = isClosed(anomalie.statut);
  switch (commande.type) {
    case 'assigner':
      if (!est.includes('administrateur')) return refusal({ code: 'role', requis: ['tutelle', 'gestionnaire', 'support'] });
      return clos ? refusal({ code: 'clos', statut: anomalie.statut }) : assign(anomalie, commande.compteId, contexte);
    case 'changer-statut':
      if (!traite) return refusal({ code: 'role', requis: ['tutelle', 'gestionnaire', 'support', 'referent', 'direction'] });
      return changeStatut(anomalie, commande, contexte);
    case 'repondre':
      if (commande.texte.trim() === '') return refusal({ code: 'reponse-vide' });
      if (traite) return { evenements: [{ type: 'reponse-donnee', texte: commande.texte.trim() }] };
      if (!est.includes('declarant')) return refusal({ code: 'declarant-seulement' });
      return clos ? refusal({ code: 'clos', statut: anomalie.statut }) : { evenements: [{ type: 'precision-ajoutee', texte: commande.texte.trim() }] };
    case 'annuler':
      if (!est.includes('declarant')) return refusal({ code: 'declarant-seulement' });
      return clos ? refusal({ code: 'clos', statut: anomalie.statut }) : { evenements: [{ type: 'statut-change', statut: annule }] };
    case 'contester':
      if (!est.includes('declarant')) return refusal({ code: 'declarant-seulement' });
      if (!canBeContested(anomalie.statut)) return refusal({ code: 'transition', de: anomalie.statut, vers: aVerifier, possibles: [] });
      if (commande.texte.trim() === '') return refusal({ code: 'message-vide' });
      return { evenements: [{ type: 'precision-ajoutee', texte: commande.texte.trim() }, { type: 'statut-change', statut: aVerifier }] };
  }
}

/** Why somebody may not do this now; undefined when they may: what a button says while it is not ready. */
export const obstacle = (anomalie: Anomalie, commande: CommandeAnomalie, contexte: ContexteAnomalie): RefusAnomalie | undefined => decideAnomalie(anomalie, commande, contexte).refus;

/** ANO-11: given to those who describe the structure, it is sent; given to nobody, it waits again. */
function assign(anomalie: Anomalie, compteId: string | null, { assignables }: ContexteAnomalie): DecisionAnomalie {
  const assigne = compteId === null ? null : assignables.find(({ id }) => id === compteId);
  if (assigne === undefined) return refusal({ code: 'non-assignable', compteId: compteId ?? '' });
  if (assigne?.id === anomalie.assigne?.id) return { evenements: [] };
  const responsable = assigne?.role === 'referent' || assigne?.role === 'direction';
  const attend = [cree, sansDestinataire, mauvaisDestinataire, envoye].some((statut) => statut === anomalie.statut);
  const statut = responsable ? envoye : attend ? aTraiter : anomalie.statut;
  return { evenements: [{ type: 'anomalie-assignee', assigne }, ...(statut === anomalie.statut ? [] : [{ type: 'statut-change' as const, statut }])] };
}

function changeStatut(anomalie: Anomalie, { statut, reponse }: Extract<CommandeAnomalie, { type: 'changer-statut' }>, { acteur, connait }: ContexteAnomalie): DecisionAnomalie {
  if (!connait('J244', statut)) return refusal({ code: 'code-inconnu', champ: 'statut', valeur: statut });
  const possibles = possibleStatuts(anomalie, acteur);
  if (!possibles.includes(statut)) return refusal({ code: 'transition', de: anomalie.statut, vers: statut, possibles: [...possibles] });
  const texte = reponse?.trim() ?? '';
  if (WITH_ANSWER.has(statut) && texte === '') return refusal({ code: 'reponse-vide' });
  const evenements: EvenementAnomalie[] = [{ type: 'statut-change', statut }];
  return { evenements: texte === '' ? evenements : [{ type: 'reponse-donnee', texte }, ...evenements] };
}
