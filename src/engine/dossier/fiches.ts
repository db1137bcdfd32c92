import type { Dossier } from '../../domain/dossier.ts';
import type { EtatFiche, FicheResume, SaisieDatee } from '../../domain/fiche.ts';
import type { TypeFiche } from '../../domain/noeud.ts';
import { acceptSaisie } from '../fiche/accept.ts';
import { acceptEditions } from '../fiche/editions.ts';
import { formSchema, newSaisie } from '../fiche/schemas.ts';
import { branche, parentsPermis } from './arbre.ts';
import type { Commande } from './commandes.ts';
import { copieDe, nomDe } from './nom.ts';
import type { Refus } from './refus.ts';
import type { Contexte, Decision, Evenement } from './types.ts';

type De<T extends Commande['type']> = Extract<Commande, { type: T }>;

/** DOS-12: how many fiches may be created at once. More is a slip of the hand. */
export const NOMBRE_DE_FICHES = { min: 1, max: 50 } as const;

/** DOS-10, DOS-11, DOS-12. */
export function creer(dossier: Dossier, { parentId, typeFiche, nombre }: De<'creer-fiches'>, contexte: Contexte): Decision {
  const refus = placeRefusee(dossier, typeFiche, parentId);
  if (refus) return { refus };
  if (!Number.isInteger(nombre) || nombre < NOMBRE_DE_FICHES.min || nombre > NOMBRE_DE_FICHES.max) return { refus: { code: 'nombre-interdit', ...NOMBRE_DE_FICHES } };
  const vide = { type: typeFiche, parentId, nom: '', etat: 'en-creation', ...newSaisie(formSchema(typeFiche)) } as const;
  return { evenements: Array.from({ length: nombre }, () => nouvelle(contexte, vide)) };
}

/** DOS-13, DOS-54. */
export function enregistrer(dossier: Dossier, commande: De<'enregistrer-fiche'>, contexte: Contexte): Decision {
  return sauver(dossier, commande, 'en-attente', contexte);
}

/** DOS-14, DOS-54. */
export function finaliser(dossier: Dossier, commande: De<'finaliser-fiche'>, contexte: Contexte): Decision {
  return sauver(dossier, commande, 'finalisee', contexte);
}

/** DOS-15. */
export function finaliserToutes(dossier: Dossier, _commande: De<'finaliser-fiches'>, { saisie, manques }: Contexte): Decision {
  const pretes = dossier.fiches.filter((fiche) => {
    const typed = fiche.etat === 'finalisee' ? undefined : saisie(fiche.id);
    return typed !== undefined && manques(fiche.type, typed).length === 0;
  });
  if (pretes.length === 0) return { refus: { code: 'aucune-fiche-prete' } };
  return { evenements: pretes.map(({ id }) => ({ type: 'fiche-finalisee', ficheId: id })) };
}

/** DOS-16, DOS-19. */
export function dupliquer(dossier: Dossier, { ficheId }: De<'dupliquer-fiche'>, contexte: Contexte): Decision {
  const { fiche, refus } = sousLEG(dossier, ficheId);
  if (refus) return { refus };
  const typed = contexte.saisie(ficheId);
  if (!typed) return { refus: { code: 'fiche-inconnue', ficheId } };
  const etat: EtatFiche = fiche.etat === 'en-creation' ? 'en-creation' : 'en-attente';
  const copie = { type: fiche.type, parentId: fiche.parentId, etat, ...copieDe(fiche.type, typed.contenu), illisibles: typed.illisibles };
  return { evenements: [nouvelle(contexte, copie)] };
}

/** DOS-17, DOS-19. */
export function deplacer(dossier: Dossier, { ficheId, parentId }: De<'deplacer-fiche'>): Decision {
  const { fiche, refus } = sousLEG(dossier, ficheId);
  if (refus) return { refus };
  const interdit = placeRefusee(dossier, fiche.type, parentId, branche(dossier.fiches, ficheId));
  return interdit ? { refus: interdit } : { evenements: [{ type: 'fiche-deplacee', ficheId, parentId }] };
}

/** DOS-18, DOS-19: the lowest first, so that after each event the rest is still a tree. */
export function supprimer(dossier: Dossier, { ficheId }: De<'supprimer-fiche'>): Decision {
  const { refus } = sousLEG(dossier, ficheId);
  if (refus) return { refus };
  return { evenements: branche(dossier.fiches, ficheId).toReversed().map(({ id }) => ({ type: 'fiche-supprimee', ficheId: id })) };
}

function sauver(dossier: Dossier, { ficheId, contenu, illisibles, editions }: { ficheId: string } & SaisieDatee, etat: EtatFiche, contexte: Contexte): Decision {
  const { acteur } = contexte;
  const fiche = dossier.fiches.find(({ id }) => id === ficheId);
  const avant = contexte.saisie(ficheId);
  if (!fiche || !avant || acteur === 'systeme') return { refus: { code: 'fiche-inconnue', ficheId } };
  const schema = formSchema(fiche.type);
  const gardee = acceptSaisie(schema, avant, { contenu, illisibles }, acteur.role);
  const issues = contexte.manques(fiche.type, gardee).filter(({ level }) => etat === 'finalisee' || level === 'attente');
  if (issues.length > 0) return { refus: { code: 'fiche-incomplete', ficheId, issues } };
  const nom = nomDe(fiche.type, gardee.contenu) || fiche.nom;
  const gardees = acceptEditions(schema, avant.editions, editions, gardee.contenu);
  return { evenements: [{ type: 'fiche-enregistree', ficheId, nom, etat, ...gardee, ...(Object.keys(gardees).length > 0 && { editions: gardees }) }] };
}

type Trouvee = { readonly fiche: FicheResume; readonly refus?: undefined } | { readonly fiche?: undefined; readonly refus: Refus };

/** DOS-19: a fiche other than that of the EG. */
function sousLEG(dossier: Dossier, ficheId: string): Trouvee {
  const fiche = dossier.fiches.find(({ id }) => id === ficheId);
  if (!fiche) return { refus: { code: 'fiche-inconnue', ficheId } };
  return fiche.type === 'EG' ? { refus: { code: 'fiche-indispensable', ficheId } } : { fiche };
}

function placeRefusee(dossier: Dossier, typeFiche: TypeFiche, parentId: string, sauf: readonly FicheResume[] = []): Refus | undefined {
  const parent = dossier.fiches.find(({ id }) => id === parentId);
  if (!parent) return { code: 'fiche-inconnue', ficheId: parentId };
  const permis = parentsPermis(dossier.circuit, typeFiche).includes(parent.type) && !sauf.includes(parent);
  return permis ? undefined : { code: 'parent-interdit', typeFiche, parent: parent.type };
}

function nouvelle({ nouvelId }: Contexte, fiche: Omit<Extract<Evenement, { type: 'fiche-creee' }>['fiche'], 'id'>): Evenement {
  return { type: 'fiche-creee', fiche: { id: nouvelId(), ...fiche } };
}
