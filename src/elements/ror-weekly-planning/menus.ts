import type { Jour, Plage } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { MenuEntry } from '../../ui/menu.ts';

/** What the menu of a place offers. */
export type MenuAct = 'ouvrir' | 'fermer' | 'deplacer' | 'debut' | 'fin' | 'supprimer' | 'saisir' | '24h' | 'effacer' | 'copier' | `type:${string}`;

type Entries = readonly (MenuEntry & { readonly id: MenuAct })[];

interface MenuPlace {
  readonly jour: Jour;
  /** Several cells were chosen. */
  readonly etendu: boolean;
  readonly ouvert: boolean;
  readonly plage: Plage | undefined;
  /** Types that the range may take instead. */
  readonly types: readonly { readonly type: string; readonly nom: string }[];
}

/** The actions of a cell, of its range, then of its day: the twin of each gesture. */
export function entriesOf(mots: Catalogue['planningActions'], { jour, etendu, ouvert, plage, types }: MenuPlace): Entries {
  const surLaPlage: Entries = plage ? [
    { id: 'deplacer', libelle: mots.deplacer }, { id: 'debut', libelle: mots.debut }, { id: 'fin', libelle: mots.fin }, { id: 'supprimer', libelle: mots.supprimer },
    ...types.filter(({ type }) => type !== plage.type).map(({ type, nom }) => ({ id: `type:${type}`, libelle: mots.changerType(nom) }) as const),
  ] : [];
  return [
    ouvert ? { id: 'fermer', libelle: etendu ? mots.fermerSelection : mots.fermerCase } : { id: 'ouvrir', libelle: etendu ? mots.ouvrirSelection : mots.ouvrirCase },
    ...surLaPlage, ...jourEntries(mots, jour),
  ];
}

/** The actions of a whole day. */
export const jourEntries = (mots: Catalogue['planningActions'], jour: Jour): Entries => [
  { id: 'saisir', libelle: mots.saisir(jour) }, { id: '24h', libelle: mots.ouvrirJour(jour) },
  { id: 'effacer', libelle: mots.effacerJour(jour) }, { id: 'copier', libelle: mots.copierJour(jour) },
];
