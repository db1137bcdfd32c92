import { documentSections, usedEditions, type FicheDocument } from '../engine/fiche/document.ts';
import type { FicheContext, FormSchema, FormView } from '../engine/fiche/types.ts';
import type { ValueWords } from '../engine/fiche/value-in-words.ts';
import type { Catalogue } from '../i18n/messages.ts';

/** A fiche as an element shows it. */
export interface FicheShown {
  readonly titre: string;
  /** What it is and where it stands, already worded; then where it is in the répertoire. */
  readonly etat?: string | undefined;
  readonly chemin?: readonly string[];
  readonly view: FormView;
  readonly contenu: Readonly<Record<string, unknown>>;
  readonly context: FicheContext;
  readonly slices?: FormSchema['slices'];
  /** ISO instants of the last save, and of the publication. */
  readonly enregistree?: string | undefined;
  readonly auteur?: string | undefined;
  readonly publiee?: string | null | undefined;
  readonly version?: number | undefined;
  readonly modifiee?: boolean;
  /** ISO instant of the document, and address of the page it was made from. */
  readonly maintenant: string;
  readonly adresse?: string | undefined;
}

/** FIC-120 to FIC-122: the whole document of a fiche, in words. */
export function ficheDocument(fiche: FicheShown, words: Catalogue['document'], values: Omit<ValueWords, 'retire' | 'inconnu'>): FicheDocument {
  const { view, contenu, context } = fiche;
  const editions = usedEditions(view, context);
  return {
    title: fiche.titre,
    facts: [
      fiche.etat, fiche.chemin?.join(' › '), fiche.enregistree && words.enregistree(fiche.enregistree, fiche.auteur), fiche.publiee && words.publiee(fiche.publiee),
      fiche.modifiee && words.nonEnregistre,
    ].filter((fact): fact is string => typeof fact === 'string' && fact !== ''),
    sections: documentSections(view, contenu, context, { ...values, retire: words.retire, inconnu: words.inconnu }, fiche.slices ?? {}),
    notes: [
      fiche.version !== undefined && words.version(fiche.version), editions.length > 0 && words.nomenclatures(editions),
      words.etabli(fiche.maintenant), fiche.adresse && words.adresse(fiche.adresse),
    ].filter((note): note is string => typeof note === 'string' && note !== ''),
  };
}
