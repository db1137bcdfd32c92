import type { SetLabelsController } from '../../controllers/set-labels-controller.ts';
import type { Criteres } from '../../engine/recherche/criteres.ts';
import type { EtablissementTrouve, OffreTrouvee } from '../../engine/recherche/resultats.ts';
import type { Catalogue } from '../../i18n/messages.ts';

export type Mots = Catalogue['recherche'];

/** How the results are shown. */
export type VueRecherche = 'liste' | 'tableau' | 'carte';

/** An offer with its établissement, side by side with others. */
export interface Compare {
  readonly offre: OffreTrouvee;
  readonly etablissement: EtablissementTrouve;
}

/** Port: makes a file of all the results, not only those shown; resolves when the person has it. */
export type Exporteur = (criteres: Criteres, options: { readonly signal: AbortSignal }) => Promise<void>;

/** What the views of the results need of the element. What a person presses carries `data-do` and `data-id`, read in one place. */
export interface Contexte {
  readonly mots: Mots;
  readonly libelles: SetLabelsController;
  readonly criteres: Criteres;
  readonly etablissements: readonly EtablissementTrouve[];
  /** ISO instant that open and closed are true for. */
  readonly instant: string;
  readonly deplies: ReadonlySet<string>;
  readonly favoris: ReadonlySet<string> | undefined;
  readonly compares: ReadonlyMap<string, Compare>;
  readonly headingLevel: number;
  /** Results near the view: the others are drawn without their details. */
  readonly pres: { readonly has: (id: string) => boolean };
}

/** Most offers that can be compared. */
export const MOST_COMPARED = 4;
