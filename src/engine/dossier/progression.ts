import type { Acteur } from '../../domain/acteur.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { FicheResume } from '../../domain/fiche.ts';
import { direction, editeur, publieur, valideur } from './droits.ts';
import type { Refus } from './refus.ts';
import { avantEnvoi } from './validation.ts';

/** Steps of a dossier as one person sees them; i18n words them. The `attendre-…` are somebody else's. */
export type Etape =
  | 'corriger-apres-refus' | 'completer-fiches' | 'ajouter-unite' | 'choisir-date-effet' | 'envoyer' | 'attendre-envoi'
  | 'valider-en-interne' | 'attendre-direction' | 'valider' | 'attendre-validation'
  | 'attendre-date-effet' | 'attendre-publication' | 'reprendre-publication' | 'publie';

export interface Progression {
  readonly total: number;
  readonly finalisees: number;
  /** First grey fiche of the tree. */
  readonly prochaineFiche: FicheResume | undefined;
  /** What comes next. */
  readonly etape: Etape;
  /** What comes after, up to the publication. */
  readonly ensuite: readonly Etape[];
  /** Whether this person is the one to act. */
  readonly aVous: boolean;
}

const DES_AUTRES: ReadonlySet<Etape> = new Set<Etape>([
  'attendre-envoi', 'attendre-direction', 'attendre-validation', 'attendre-date-effet', 'attendre-publication', 'publie',
]);

const AVANT_ENVOI: { readonly [C in Refus['code']]?: Etape } = {
  'fiches-a-finaliser': 'completer-fiches',
  'niveau-manquant': 'ajouter-unite',
  'date-effet-absente': 'choisir-date-effet',
  'date-effet-passee': 'choisir-date-effet',
};

/**
 * DOS-39, DOS-40: where a dossier stands for one person.
 * @param aujourdhui `YYYY-MM-DD`.
 */
export function progression(dossier: Dossier, acteur: Acteur, aujourdhui: string): Progression {
  const grises = dossier.fiches.filter(({ etat }) => etat !== 'finalisee');
  const [etape, ...ensuite] = etapes(dossier, acteur, aujourdhui);
  return {
    total: dossier.fiches.length,
    finalisees: dossier.fiches.length - grises.length,
    prochaineFiche: grises[0],
    etape, ensuite,
    aVous: !DES_AUTRES.has(etape),
  };
}

type Suite = [Etape, ...Etape[]];

function etapes(dossier: Dossier, acteur: Acteur, aujourdhui: string): Suite {
  const publication: Suite = dossier.dateEffet !== null && dossier.dateEffet > aujourdhui ? ['attendre-date-effet', 'publie'] : ['publie'];
  const validation: Suite = [valideur(dossier, acteur) ? 'attendre-validation' : 'valider', ...publication];
  const interne: Suite = [direction(dossier, acteur) ? 'attendre-direction' : 'valider-en-interne', ...validation];
  switch (dossier.etat) {
    case 'EN_COURS':
    case 'REFUSE': return [...preparation(dossier, acteur, aujourdhui), ...(dossier.circuit === 'sanitaire' ? interne : validation)];
    case 'EN_VALIDATION_INTERNE': return interne;
    case 'EN_VALIDATION_GESTIONNAIRE': return validation;
    case 'VALIDE': return publication.length > 1 ? publication : ['attendre-publication', 'publie'];
    case 'ERREUR_PUBLICATION': return [publieur(dossier, acteur) ? 'attendre-publication' : 'reprendre-publication', 'publie'];
    case 'PUBLIE': return ['publie'];
  }
}

function preparation(dossier: Dossier, acteur: Acteur, aujourdhui: string): Suite {
  if (editeur(dossier, acteur)) return ['attendre-envoi'];
  const restent = avantEnvoi(dossier, aujourdhui).flatMap(({ code }) => AVANT_ENVOI[code] ?? []);
  const refuse = dossier.etat === 'REFUSE' && !restent.includes('completer-fiches');
  return [...(refuse ? ['corriger-apres-refus' as const] : []), ...restent, 'envoyer'] as Etape[] as Suite;
}
