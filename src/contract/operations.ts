import * as anomalies from './operations/anomalies.ts';
import * as corrections from './operations/corrections.ts';
import * as dossiers from './operations/dossiers.ts';
import * as favoris from './operations/favoris.ts';
import * as recherche from './operations/recherche.ts';
import * as repertoire from './operations/repertoire.ts';

/** Every operation, by name; one file for each subject. */
export const operations = { ...repertoire, ...favoris, ...corrections, ...anomalies, ...dossiers, ...recherche } as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
