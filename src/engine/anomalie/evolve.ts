import type { Signalement } from '../../domain/signalement.ts';
import { isClosed } from './decide.ts';
import type { EvenementAnomalie } from './types.ts';

/** ANO-12: a report after an event; its version counts its events. */
export function evolveAnomalie(anomalie: Signalement, evenement: EvenementAnomalie, instant: string): Signalement {
  const suite = { ...anomalie, version: anomalie.version + 1, dateMiseJour: instant };
  switch (evenement.type) {
    case 'anomalie-signalee':
    case 'statut-change': return { ...suite, statut: evenement.statut, dateCloture: isClosed(evenement.statut) ? instant : null };
    case 'anomalie-assignee': return { ...suite, assigne: evenement.assigne };
    case 'reponse-donnee': return { ...suite, reponse: evenement.texte };
    case 'precision-ajoutee': return suite;
  }
}
