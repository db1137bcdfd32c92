import type { Dossier } from '../../domain/dossier.ts';
import type { Contenu, EtatFiche, Fiche } from '../../domain/fiche.ts';
import type { TypeFiche } from '../../domain/noeud.ts';
import { enOrdre } from './arbre.ts';
import type { CircuitValidation } from './circuit.ts';
import { deLaStructure } from './droits.ts';
import { ligne } from './evolve.ts';
import type { Refus } from './refus.ts';
import type { Contexte } from './types.ts';

/** A node of the répertoire with its published content. The EG's parent is its EJ, or null. */
export interface NoeudPublie {
  readonly id: string;
  readonly type: TypeFiche;
  readonly parentId: string | null;
  readonly nom: string;
  readonly contenu: Contenu;
}

/** What is needed to know whether a dossier may be opened. */
export interface Ouverture {
  readonly acteur: Contexte['acteur'];
  readonly entiteGeographiqueId: string;
  /** The dossier, not yet published, that already holds this EG. */
  readonly dossierOuvertId?: string | undefined;
}

export interface DemandeCreation extends Ouverture, CircuitValidation, Pick<Contexte, 'nouvelId' | 'manques'> {
  readonly nom: string;
  /** JDV_J55. */
  readonly categorieEG?: string | undefined;
  /** INSEE code. */
  readonly departement: string;
  /** Nothing was ever published of this EG: "Peuplement de …" (guide 000). */
  readonly premiereDescription: boolean;
  /** The EG and all that lies below it; brothers in the order to be shown. */
  readonly noeuds: readonly NoeudPublie[];
  /** ISO instant. */
  readonly instant: string;
}

export type DossierCree =
  | { readonly dossier: Dossier; readonly fiches: readonly Fiche[]; readonly refus?: undefined }
  | { readonly refus: Refus; readonly dossier?: undefined; readonly fiches?: undefined };

/** DOS-1, DOS-7: why this person may not open a dossier on this EG now. `systeme` opens the first ones (guide 001 p. 8). */
export function canCreer({ acteur, entiteGeographiqueId, dossierOuvertId }: Ouverture): Refus | undefined {
  const refus = acteur === 'systeme' ? undefined : deLaStructure(['referent', 'direction'], entiteGeographiqueId, acteur);
  return refus ?? (dossierOuvertId === undefined ? undefined : { code: 'dossier-deja-ouvert', dossierId: dossierOuvertId });
}

/**
 * Opens a dossier: a copy of the EG and of all below it (guide 002 p. 18), with its fiches in tree order.
 * The dossier comes first from `nouvelId`, then its fiches.
 * @throws when a node hangs from nothing: see {@link enOrdre}.
 */
export function creerDossier(demande: DemandeCreation): DossierCree {
  const refus = canCreer(demande);
  if (refus) return { refus };
  const nom = demande.nom.trim();
  if (nom === '') return { refus: { code: 'nom-vide' } };
  const { entiteGeographiqueId, categorieEG, departement, circuit, valideur, instant, nouvelId } = demande;
  const id = nouvelId();
  const fiches = copier(demande);
  const dossier: Dossier = {
    id, nom, entiteGeographiqueId, departement, circuit, valideur,
    ...(categorieEG === undefined ? {} : { categorieEG }),
    etat: 'EN_COURS', dateEffet: null, motifRefus: null, version: 1, dateCreation: instant, dateMiseJour: instant,
    fiches: fiches.map(({ contenu: _contenu, illisibles: _illisibles, dateMiseJour: _dateMiseJour, ...resume }) => resume),
  };
  return { dossier, fiches };
}

/** DOS-4. */
function copier(demande: DemandeCreation): Fiche[] {
  const ids = new Map<string, string>();
  return enOrdre(demande.noeuds, demande.entiteGeographiqueId).map((noeud) => {
    const { id: origineId, type, nom, contenu } = noeud;
    const id = demande.nouvelId();
    ids.set(origineId, id);
    const parentId = type === 'EG' ? null : (ids.get(noeud.parentId ?? '') ?? null);
    const saisie = { contenu, illisibles: {} };
    return { ...ligne({ id, type, parentId, nom, etat: etatDe(noeud, demande), origineId, ...saisie }), ...saisie, dateMiseJour: demande.instant };
  });
}

/** DOS-5, DOS-6. */
function etatDe({ type, contenu }: NoeudPublie, { premiereDescription, manques }: DemandeCreation): EtatFiche {
  if ((type === 'EG' && premiereDescription) || Object.keys(contenu).length === 0) return 'en-creation';
  return manques(type, { contenu, illisibles: {} }).length === 0 ? 'finalisee' : 'en-attente';
}
