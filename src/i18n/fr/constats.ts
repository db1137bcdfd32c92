import type { Issue } from '../../engine/fiche/issue.ts';
import type { constatsNom } from './nommage.ts';
import { constatsComposes } from './constats-composes.ts';

/** One sentence per code of issue, but those of names (`nommage.ts`); `libelle` is the label of the field. */
export const constats: Readonly<Record<Exclude<Issue['code'], keyof typeof constatsNom>, (libelle: string, params: NonNullable<Issue['params']>) => string>> = {
  manquant: (libelle) => `Renseignez « ${libelle} ».`,
  illisible: () => 'Cette valeur ne peut pas être lue : corrigez-la. Votre texte est conservé.',
  'code-inconnu': (_, { code }) => `Le code ${code} n’existe pas dans la nomenclature : choisissez une valeur de la liste.`,
  'code-retire': (_, { code }) => `Le code ${code} n’est plus en usage dans la nomenclature : préférez une valeur de la liste.`,
  'code-hors-liste': () => 'Cette valeur est inhabituelle pour ce type d’unité : vérifiez-la.',
  'trop-long': (_, { max }) => `Ce texte dépasse ${max} caractères.`,
  'trop-petit': (_, { min }) => `La valeur doit être au moins ${min}.`,
  'trop-grand': (_, { max }) => `La valeur doit être au plus ${max}.`,
  'inferieur-a': (_, { autre }) => `La valeur doit être au moins celle de « ${autre} ».`,
  forme: (libelle, { exemple }) => `« ${libelle} » n’a pas la forme attendue${exemple ? `, par exemple ${exemple}` : ''}.`,
  cle: () => 'La clé de contrôle de ce numéro ne correspond pas : vérifiez-le.',
  ...constatsComposes,
};
