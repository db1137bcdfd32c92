import type { Acteur } from '../../domain/acteur.ts';
import type { Personne } from '../../domain/signalement.ts';
import type { RefusAnomalie } from './refus.ts';

/** What the rules need to know of a report. `Signalement` is one. */
export interface Anomalie {
  readonly statut: string;
  readonly declarant: Personne;
  readonly assigne: Personne | null;
  readonly departements: readonly string[];
  readonly noeud: { readonly entiteGeographiqueId: string | null };
}

/** What happened to a report. */
export type EvenementAnomalie =
  | { readonly type: 'anomalie-signalee'; readonly statut: string }
  | { readonly type: 'anomalie-assignee'; readonly assigne: Personne | null }
  | { readonly type: 'statut-change'; readonly statut: string }
  /** Addressed to the reporter. */
  | { readonly type: 'reponse-donnee'; readonly texte: string }
  /** By the reporter. */
  | { readonly type: 'precision-ajoutee'; readonly texte: string };

export type DecisionAnomalie =
  | { readonly evenements: readonly EvenementAnomalie[]; readonly refus?: undefined }
  | { readonly refus: RefusAnomalie; readonly evenements?: undefined };

/** All that a decision needs and that is not in the report. */
export interface ContexteAnomalie {
  readonly acteur: Acteur;
  /** Whether a code exists in JDV_J241, J242 or J244 today. */
  readonly connait: (valueSet: 'J241' | 'J242' | 'J244', code: string) => boolean;
  /** The accounts to which this report may be given: administrators of its territory and those who describe the structure. */
  readonly assignables: readonly Personne[];
}

/** JDV_J244. */
export const STATUT = {
  cree: '01', aTraiter: '02', annule: '03', sansDestinataire: '04', envoye: '05', tolereUnTemps: '06', tolere: '07', corrige: '08', refuse: '09', aVerifier: '10', mauvaisDestinataire: '11',
} as const;
