import { arbre } from './fr/arbre.ts';
import { commun } from './fr/commun.ts';
import { constats } from './fr/constats.ts';
import { dossier } from './fr/dossier.ts';
import { echecs } from './fr/echecs.ts';
import { formulaire } from './fr/formulaire.ts';
import { lecture } from './fr/lecture.ts';
import { planningActions } from './fr/planning-actions.ts';
import { planningGrille } from './fr/planning-grille.ts';
import { planning } from './fr/planning.ts';
import { refus } from './fr/refus.ts';

/** Every sentence that a user can read, in French: the source language. */
export const fr = { commun, arbre, formulaire, dossier, lecture, planning, planningGrille, planningActions, constats, refus, echecs } as const;
