import type { Acteur } from '../../domain/acteur.ts';
import type { Contexte } from './types.ts';

/**
 * What a page knows before it asks the server: the person and the day, and no content. A command that
 * depends on contents is then only judged on the rest (right, state, place), and the server decides.
 * @param aujourdhui `YYYY-MM-DD`, in the region's time zone.
 */
export function apercu(acteur: Acteur, aujourdhui: string): Contexte {
  return { acteur, aujourdhui, nouvelId: () => 'apercu', saisie: () => ({ contenu: {}, illisibles: {} }), manques: () => [] };
}
