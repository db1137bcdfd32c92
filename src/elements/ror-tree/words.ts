import { arbre } from '../../i18n/fr/arbre.ts';
import { commun } from '../../i18n/fr/commun.ts';
import type { Catalogue, Messages } from '../../i18n/messages.ts';

/** The words of the tree: a page that embeds only that does not bring those of the forms. */
export type Mots = Pick<Messages, 'commun' | 'arbre'> & Partial<Pick<Catalogue, 'arbreOutils'>>;

export const words: Pick<Messages, 'commun' | 'arbre'> = { commun, arbre };
