import { fr } from './fr.ts';
import { carte } from './fr/carte.ts';
import { document } from './fr/document.ts';
import { genres } from './fr/genres.ts';
import { integration } from './fr/integration.ts';
import { planningActions } from './fr/planning-actions.ts';
import { planningFiche } from './fr/planning-fiche.ts';
import { planningGrille } from './fr/planning-grille.ts';
import { planning } from './fr/planning.ts';

/** Every sentence that a user can read, in French. No element imports it: each brings `fr`, or its own words only. */
export const catalogue = { ...fr, carte, document, genres, integration, planning, planningGrille, planningActions, planningFiche } as const;
