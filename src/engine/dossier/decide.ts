import type { Dossier, EtatDossier } from '../../domain/dossier.ts';
import type { Commande, TypeCommande } from './commandes.ts';
import * as droits from './droits.ts';
import * as entete from './entete.ts';
import * as fiches from './fiches.ts';
import type { Refus } from './refus.ts';
import type { Contexte, Decision } from './types.ts';
import * as validation from './validation.ts';

type Executer<C extends Commande> = (dossier: Dossier, commande: C, contexte: Contexte) => Decision;

/** Who may, in which states, and what it does. */
interface Regle<C extends Commande> {
  readonly droit: droits.Droit;
  readonly etats: readonly EtatDossier[];
  readonly executer: Executer<C>;
}

const edition = <C extends Commande>(executer: Executer<C>): Regle<C> => ({ droit: droits.editeur, etats: droits.MODIFIABLES, executer });

const regles: { readonly [T in TypeCommande]: Regle<Extract<Commande, { type: T }>> } = {
  renommer: edition(entete.renommer),
  'fixer-date-effet': edition(entete.fixerDateEffet),
  'creer-fiches': edition(fiches.creer),
  'enregistrer-fiche': edition(fiches.enregistrer),
  'finaliser-fiche': edition(fiches.finaliser),
  'finaliser-fiches': edition(fiches.finaliserToutes),
  'dupliquer-fiche': edition(fiches.dupliquer),
  'deplacer-fiche': edition(fiches.deplacer),
  'supprimer-fiche': edition(fiches.supprimer),
  'envoyer-en-validation': edition(validation.envoyer),
  'valider-en-interne': { droit: droits.direction, etats: ['EN_VALIDATION_INTERNE'], executer: validation.validerEnInterne },
  valider: { droit: droits.valideur, etats: ['EN_VALIDATION_GESTIONNAIRE'], executer: validation.valider },
  refuser: {
    droit: droits.refuseur,
    etats: ['EN_VALIDATION_INTERNE', 'EN_VALIDATION_GESTIONNAIRE', 'VALIDE', 'ERREUR_PUBLICATION'],
    executer: validation.refuser,
  },
  publier: { droit: droits.publieur, etats: ['VALIDE', 'ERREUR_PUBLICATION'], executer: validation.publier },
  'constater-echec': {
    droit: droits.serveur,
    etats: ['EN_VALIDATION_GESTIONNAIRE', 'VALIDE', 'ERREUR_PUBLICATION'],
    executer: validation.constaterEchec,
  },
};

/**
 * What a command does to a dossier: events to store and to hand to `evolve`, or the one reason why not.
 * The right of the person comes first, then the state of the dossier, then what the command asks.
 * Versions are compared before, by whoever holds the stored dossier.
 */
export function decide(dossier: Dossier, commande: Commande, contexte: Contexte): Decision {
  const regle = regles[commande.type] as Regle<Commande>;
  const refus = regle.droit(dossier, contexte.acteur);
  if (refus) return { refus };
  if (!regle.etats.includes(dossier.etat)) return { refus: { code: 'etat', etat: dossier.etat } };
  return regle.executer(dossier, commande, contexte);
}

/** DOS-50: why the command would be refused now, by the same path as {@link decide}. */
export function can(dossier: Dossier, commande: Commande, contexte: Contexte): Refus | undefined {
  return decide(dossier, commande, contexte).refus;
}
