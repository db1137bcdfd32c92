import type { Dossier, EtatDossier } from '../../domain/dossier.ts';
import type { FicheResume, SaisieDatee } from '../../domain/fiche.ts';
import { branche, placer, sansBranche } from './arbre.ts';
import type { Evenement, FicheNouvelle } from './types.ts';

/** An event with the instant (ISO) at which it was accepted. */
export interface Fait {
  readonly evenement: Evenement;
  readonly instant: string;
}

/** The dossier after an event that `decide` gave. Refuses nothing: what happened, happened. */
export function evolve(dossier: Dossier, evenement: Evenement, instant: string): Dossier {
  const version = evenement.type === 'fiche-enregistree' ? dossier.version : dossier.version + 1;
  return { ...dossier, ...changes(dossier, evenement), version, dateMiseJour: instant };
}

/** The dossier after all that happened to it, from the one that `creerDossier` gave. */
export function rejouer(dossier: Dossier, faits: Iterable<Fait>): Dossier {
  let rejoue = dossier;
  for (const { evenement, instant } of faits) rejoue = evolve(rejoue, evenement, instant);
  return rejoue;
}

/** What is typed into one fiche after an event; undefined once the fiche is deleted, or before it exists. */
export function evolveSaisie(saisie: SaisieDatee | undefined, ficheId: string, evenement: Evenement): SaisieDatee | undefined {
  if (evenement.type === 'fiche-creee' && evenement.fiche.id === ficheId) return typed(evenement.fiche);
  if (evenement.type === 'fiche-enregistree' && evenement.ficheId === ficheId) return typed(evenement);
  return evenement.type === 'fiche-supprimee' && evenement.ficheId === ficheId ? undefined : saisie;
}

function changes({ fiches }: Dossier, evenement: Evenement): Partial<Dossier> {
  switch (evenement.type) {
    case 'dossier-renomme': return { nom: evenement.nom };
    case 'date-effet-fixee': return { dateEffet: evenement.dateEffet };
    case 'fiche-creee': return { fiches: [...placer(fiches, [ligne(evenement.fiche)], evenement.fiche.parentId)] };
    case 'fiche-enregistree': {
      const { nom, etat } = evenement;
      return { fiches: change(fiches, evenement.ficheId, ({ version }) => ({ nom, etat, version: version + 1 })) };
    }
    case 'fiche-finalisee': return { fiches: change(fiches, evenement.ficheId, () => ({ etat: 'finalisee' })) };
    case 'fiche-deplacee': {
      const { ficheId, parentId } = evenement;
      const moved = change(branche(fiches, ficheId), ficheId, () => ({ parentId }));
      return { fiches: [...placer(sansBranche(fiches, ficheId), moved, parentId)] };
    }
    case 'fiche-supprimee': return { fiches: [...sansBranche(fiches, evenement.ficheId)] };
    case 'dossier-envoye': return { etat: evenement.etat, motifRefus: null };
    case 'dossier-refuse': return { etat: 'REFUSE', motifRefus: evenement.motif };
    case 'dossier-publie': return { etat: 'PUBLIE', ...(evenement.conflits?.length && { conflits: [...evenement.conflits] }) };
    default: return { etat: ETATS[evenement.type] };
  }
}

const ETATS = {
  'dossier-valide-en-interne': 'EN_VALIDATION_GESTIONNAIRE',
  'dossier-valide': 'VALIDE',
  'publication-echouee': 'ERREUR_PUBLICATION',
} as const satisfies Partial<Record<Evenement['type'], EtatDossier>>;

function change(fiches: readonly FicheResume[], id: string, how: (fiche: FicheResume) => Partial<FicheResume>): FicheResume[] {
  return fiches.map((fiche) => (fiche.id === id ? { ...fiche, ...how(fiche) } : fiche));
}

/** DOS-21: a fiche begins at version 1. */
export function ligne({ contenu: _contenu, illisibles: _illisibles, ...fiche }: FicheNouvelle): FicheResume {
  return { ...fiche, version: 1 };
}

const typed = ({ contenu, illisibles, editions }: SaisieDatee): SaisieDatee => ({ contenu, illisibles, ...(editions && { editions }) });
