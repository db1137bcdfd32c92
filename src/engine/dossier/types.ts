import type { Acteur } from '../../domain/acteur.ts';
import type { Conflit } from '../../domain/dossier.ts';
import type { EtatFiche, Saisie, SaisieDatee } from '../../domain/fiche.ts';
import type { TypeFiche } from '../../domain/noeud.ts';
import type { Issue } from '../fiche/issue.ts';
import type { Refus } from './refus.ts';

/** What happened. Events are stored as they are and are enough to rebuild the dossier. */
export type Evenement =
  | { readonly type: 'dossier-renomme'; readonly nom: string }
  | { readonly type: 'date-effet-fixee'; readonly dateEffet: string | null }
  | { readonly type: 'fiche-creee'; readonly fiche: FicheNouvelle }
  | ({ readonly type: 'fiche-enregistree'; readonly ficheId: string; readonly nom: string; readonly etat: EtatFiche } & SaisieDatee)
  | { readonly type: 'fiche-finalisee'; readonly ficheId: string }
  | { readonly type: 'fiche-deplacee'; readonly ficheId: string; readonly parentId: string }
  | { readonly type: 'fiche-supprimee'; readonly ficheId: string }
  | { readonly type: 'dossier-envoye'; readonly etat: 'EN_VALIDATION_INTERNE' | 'EN_VALIDATION_GESTIONNAIRE' }
  | { readonly type: 'dossier-valide-en-interne' }
  | { readonly type: 'dossier-valide' }
  | { readonly type: 'dossier-refuse'; readonly motif: string }
  /** `conflits`: what the merge found (DOS-44, DOS-45), written by whoever carried it out; absent before. */
  | { readonly type: 'dossier-publie'; readonly conflits?: readonly Conflit[] }
  | { readonly type: 'publication-echouee'; readonly detail: string };

export interface FicheNouvelle extends Saisie {
  readonly id: string;
  readonly type: TypeFiche;
  readonly parentId: string | null;
  readonly nom: string;
  readonly etat: EtatFiche;
  readonly origineId?: string;
}

/** All that a decision needs and that is not in the dossier. Nothing is read from elsewhere. */
export interface Contexte {
  readonly acteur: Acteur | 'systeme';
  /** Today, `YYYY-MM-DD`, in the region's time zone. */
  readonly aujourdhui: string;
  /** Gives a new identifier at each call. */
  readonly nouvelId: () => string;
  /** What is stored of the fiches that the command concerns: also of the one that a save replaces (DOS-54). */
  readonly saisie: (ficheId: string) => SaisieDatee | undefined;
  /** What is missing or wrong in a fiche before it can be finalised (blocking issues only). */
  readonly manques: (type: TypeFiche, saisie: Saisie) => readonly Issue[];
}

/** Events to store, or the reason why not. */
export type Decision =
  | { readonly evenements: readonly Evenement[]; readonly refus?: undefined }
  | { readonly refus: Refus; readonly evenements?: undefined };
