import { formulaireDebut } from './formulaire-debut.ts';
import { formulaireSuite } from './formulaire-suite.ts';

/** All the texts of `ror-fiche-form` and of the fields. */
export const formulaire = { ...formulaireDebut, ...formulaireSuite } as const;
