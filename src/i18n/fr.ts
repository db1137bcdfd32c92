import { arbre } from './fr/arbre.ts';
import { commun } from './fr/commun.ts';
import { constats } from './fr/constats.ts';
import { dossier } from './fr/dossier.ts';
import { echecs } from './fr/echecs.ts';
import { exportPdf } from './fr/export-pdf.ts';
import { formulaire } from './fr/formulaire.ts';
import { lecture } from './fr/lecture.ts';
import { constatsNom } from './fr/nommage.ts';
import { refus } from './fr/refus.ts';

/** What every entry brings, in French: the source language. Words of one tool come with that tool: they are in `catalogue.ts`. */
export const fr = { commun, arbre, formulaire, exportPdf, dossier, lecture, constats: { ...constats, ...constatsNom }, refus, echecs } as const;
