import type { Dossier } from '../../domain/dossier.ts';
import type { CommandeDossier } from '../../engine/dossier/commandes.ts';
import type { Refus } from '../../engine/dossier/refus.ts';
import type { Messages } from '../../i18n/messages.ts';

/** The sentence of a refusal, whatever its code. */
export const wordRefus = (refus: Refus, messages: Messages): string => (messages.refus[refus.code] as (refus: Refus) => string)(refus);

/** What a command has done, for the live region. */
export function wordDone({ type }: CommandeDossier, before: Dossier, after: Dossier, { dossier: words }: Messages): string {
  const green = ({ fiches }: Dossier): number => fiches.filter(({ etat }) => etat === 'finalisee').length;
  switch (type) {
    case 'renommer':
    case 'fixer-date-effet': return words.enregistre;
    case 'creer-fiches': return words.creees(after.fiches.length - before.fiches.length);
    case 'finaliser-fiches': return words.fichesFinalisees(green(after) - green(before));
    case 'dupliquer-fiche': return words.dupliquee(after.fiches.find(({ id }) => !before.fiches.some((fiche) => fiche.id === id))?.nom ?? '');
    case 'deplacer-fiche': return words.deplacee;
    case 'supprimer-fiche': return words.supprimee;
    case 'envoyer-en-validation': return words.envoye;
    case 'valider-en-interne': return words.valide;
    case 'valider': return after.etat === 'PUBLIE' ? words.publie : words.valide;
    case 'refuser': return words.refuse;
    case 'publier': return words.publie;
  }
}
