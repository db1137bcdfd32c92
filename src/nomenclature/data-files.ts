import type { AssociationData, AssociationName } from './association-data.ts';
import type { ValueSetData } from './value-set.ts';
import type { HeldValueSetId } from './value-set-ids.ts';

/*
 * Every path is written out: a bundler then makes one chunk per file, and loading one value set
 * brings no other.
 */

type Import<Data> = () => Promise<{ readonly default: Data }>;

export const valueSetFiles: Readonly<Record<HeldValueSetId, Import<ValueSetData>>> = {
  COG_departements: () => import('./data/COG_departements.json'),
  COG_regions: () => import('./data/COG_regions.json'),
  J16: () => import('./data/J16.json'),
  J17: () => import('./data/J17.json'),
  J18: () => import('./data/J18.json'),
  J19: () => import('./data/J19.json'),
  J20: () => import('./data/J20.json'),
  J26: () => import('./data/J26.json'),
  J28: () => import('./data/J28.json'),
  J29: () => import('./data/J29.json'),
  J30: () => import('./data/J30.json'),
  J31: () => import('./data/J31.json'),
  J32: () => import('./data/J32.json'),
  J33: () => import('./data/J33.json'),
  J34: () => import('./data/J34.json'),
  J35: () => import('./data/J35.json'),
  J41: () => import('./data/J41.json'),
  J50: () => import('./data/J50.json'),
  J51: () => import('./data/J51.json'),
  J55: () => import('./data/J55.json'),
  J100: () => import('./data/J100.json'),
  J185: () => import('./data/J185.json'),
  J186: () => import('./data/J186.json'),
  J187: () => import('./data/J187.json'),
  J188: () => import('./data/J188.json'),
  J189: () => import('./data/J189.json'),
  J190: () => import('./data/J190.json'),
  J191: () => import('./data/J191.json'),
  J192: () => import('./data/J192.json'),
  J193: () => import('./data/J193.json'),
  J194: () => import('./data/J194.json'),
  J195: () => import('./data/J195.json'),
  J198: () => import('./data/J198.json'),
  J202: () => import('./data/J202.json'),
  J203: () => import('./data/J203.json'),
  J220: () => import('./data/J220.json'),
  J221: () => import('./data/J221.json'),
  J222: () => import('./data/J222.json'),
  J223: () => import('./data/J223.json'),
  J224: () => import('./data/J224.json'),
  J225: () => import('./data/J225.json'),
  J226: () => import('./data/J226.json'),
  J227: () => import('./data/J227.json'),
  J228: () => import('./data/J228.json'),
  J238: () => import('./data/J238.json'),
  J241: () => import('./data/J241.json'),
  J242: () => import('./data/J242.json'),
  J244: () => import('./data/J244.json'),
  J286: () => import('./data/J286.json'),
};

export const associationFiles: Readonly<Record<AssociationName, Import<AssociationData>>> = {
  'types-offre': () => import('./data/associations/types-offre.json'),
  activites: () => import('./data/associations/activites.json'),
  actes: () => import('./data/associations/actes.json'),
  specialisations: () => import('./data/associations/specialisations.json'),
  competences: () => import('./data/associations/competences.json'),
  equipements: () => import('./data/associations/equipements.json'),
  modalites: () => import('./data/associations/modalites.json'),
  publics: () => import('./data/associations/publics.json'),
  professions: () => import('./data/associations/professions.json'),
  domaines: () => import('./data/associations/domaines.json'),
  ggd: () => import('./data/associations/ggd.json'),
  besoins: () => import('./data/associations/besoins.json'),
  filieres: () => import('./data/associations/filieres.json'),
  territoires: () => import('./data/associations/territoires.json'),
  synonymes: () => import('./data/associations/synonymes.json'),
  'mots-cles': () => import('./data/associations/mots-cles.json'),
  'categories-eg': () => import('./data/associations/categories-eg.json'),
  A14: () => import('./data/A14.json'),
};
