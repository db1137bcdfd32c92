import { Acteur } from '../../domain/acteur.ts';
import { Contenu } from '../../domain/fiche.ts';
import { Ancetre, DossierEnCours, Domaine, Fraicheur, NoeudRepertoire, Par, TypeNoeud } from '../../domain/noeud.ts';
import { z } from '../../domain/zod.ts';
import { operation } from '../operation.ts';
import { domaines, id, suite } from './commun.ts';

/** Who the session belongs to. */
export const lireProfil = operation({
  name: 'lireProfil', kind: 'query', method: 'GET', path: '/profil',
  summary: 'The person of the current session, with role and structures.',
  input: z.object({}), output: Acteur, problems: [],
});

/** Rows of the répertoire below one row, by pages. */
export const listerNoeuds = operation({
  name: 'listerNoeuds', kind: 'query', method: 'GET', path: '/repertoire/noeuds',
  summary: 'One page of the rows directly below a row of the répertoire, or of its roots.',
  input: z.object({
    /** Row whose children are asked; absent = the roots. */
    parentId: z.optional(id),
    /** How the roots are grouped (guide 001, "Afficher par"); default: departement. */
    par: z.optional(Par),
    domaines,
    suite,
  }),
  output: z.object({ noeuds: z.array(NoeudRepertoire), suite: z.nullable(z.string()) }),
  problems: ['introuvable'],
});

/** Finds rows by their name, also in branches that nobody has opened. */
export const chercherDansArbre = operation({
  name: 'chercherDansArbre', kind: 'query', method: 'GET', path: '/repertoire/recherche',
  summary: 'Rows of the répertoire whose words begin with those given, each with the rows above it.',
  input: z.object({
    /** Every word must begin a word of the name, without regard to accents or case (ARB-20); numbers of FINESS are words too. */
    texte: z.string().check(z.minLength(2), z.maxLength(200)),
    /** The tree in which to find: it decides which rows stand above. Default: departement. */
    par: z.optional(Par),
    domaines,
    suite,
  }),
  output: z.object({
    /** In the ticked domaines only: structures first, then units, by name. */
    resultats: z.array(z.object({
      noeud: NoeudRepertoire,
      /** From the root of this tree down to the parent. */
      chemin: z.array(Ancetre),
    })),
    suite: z.nullable(z.string()),
    /** How many there are in the ticked domaines. */
    nombre: z.int(),
    /** How many lie outside of them. */
    nombreHorsDomaines: z.int(),
    /** Of those outside, how many each domaine would show, most first; one row may count in several. */
    horsDomaines: z.array(z.object({ domaine: Domaine, nombre: z.int() })),
    /** The server stopped looking: the counts are at least these. */
    tronque: z.boolean(),
  }),
  problems: [],
});

/** One node of the répertoire with its published fiche, as this person may read it. */
export const lireNoeud = operation({
  name: 'lireNoeud', kind: 'query', method: 'GET', path: '/repertoire/noeuds/:noeudId',
  summary: 'One node of the répertoire: its published fiche, where it stands, and the dossier that holds it.',
  input: z.object({
    noeudId: id,
    /** The tree for which `chemin` is wanted; default: departement. */
    par: z.optional(Par),
  }),
  output: z.object({
    noeud: z.extend(NoeudRepertoire, { type: TypeNoeud }),
    /** What the person's access profile reads of it: the rest is absent, not masked. */
    contenu: Contenu,
    /** The access profile of the person for this node (MODEL §11). */
    profil: z.int(),
    /** Grows with each change of the node in the répertoire; a correction names it. */
    version: z.int(),
    /** From the entité juridique down to the parent. */
    ancetres: z.array(z.extend(Ancetre, { type: TypeNoeud })),
    /** Rows to open in the tree, from its root down to the parent: for a deep link. Empty when that tree does not hold the node. */
    chemin: z.array(Ancetre),
    /** The establishment that a unit or a service belongs to: its address and closing count for what is below. Null for an EJ or an EG. */
    etablissement: z.nullable(z.object({ id: z.string(), nom: z.string(), contenu: Contenu })),
    dossier: z.nullable(DossierEnCours),
    dateMiseJour: z.nullable(z.string()),
    fraicheur: Fraicheur,
    /** Sections of the form that this person may correct at once (*Modifier un encadré*); the fields of each: `correctableChamps` of the engine. */
    encadres: z.array(z.string()),
    /** The person's lists that hold the node. */
    favoris: z.array(z.string()),
  }),
  problems: ['introuvable'],
});
