import type { InputOf, OutputOf } from '../../src/contract/operation.ts';
import type { listerNoeuds } from '../../src/contract/operations/repertoire.ts';
import { RorClient } from '../../src/client/ror-client.ts';
import { embedded } from '../../src/client/transports/embedded.ts';
import type { NoeudRepertoire } from '../../src/domain/noeud.ts';
import type { NoeudArbre } from '../../src/elements/ror-tree/types.ts';

type Input = InputOf<typeof listerNoeuds>;
type Page = OutputOf<typeof listerNoeuds>;

const PAGE = 20;

const noeud = (id: string, type: NoeudRepertoire['type'], nom: string, nombreEnfants = 0, more: Partial<NoeudRepertoire> = {}): NoeudRepertoire => ({
  id, type, nom, nombreEnfants, actions: type === 'DF' ? [] : type === 'EG' ? ['ouvrir', 'creer-dossier'] : ['ouvrir'],
  ...(type !== 'DF' && { description: 'decrite' }), ...more,
});

/** A small répertoire with the structures that the guides name. */
const REPERTOIRE: Readonly<Record<string, readonly NoeudRepertoire[]>> = {
  departement: [noeud('df-75', 'DF', 'Paris', 45), noeud('df-78', 'DF', 'Yvelines', 1), noeud('df-91', 'DF', 'Essonne', 1), noeud('df-94', 'DF', 'Val-de-Marne', 1), noeud('df-95', 'DF', 'Val-d’Oise', 0)],
  'entite-juridique': [noeud('ej-1', 'EJ', 'Institut le Val Mandé', 1), noeud('ej-2', 'EJ', 'SA Equateur', 1)],
  'df-75': [
    noeud('eg-test', 'EG', 'EHPAD TEST', 0, { description: 'a-decrire', actions: ['ouvrir', 'ouvrir-dossier'] }),
    ...Array.from({ length: 44 }, (_, i) => noeud(`eg-75-${i}`, 'EG', `Résidence des Tilleuls ${i + 1}`)),
  ],
  'df-78': [noeud('eg-cpts', 'EG', 'CPTS Grand Versailles', 1)],
  'eg-cpts': [noeud('uo-cpts', 'UO', 'Unité Communautés professionnelles territoriales de santé (CPTS)')],
  'df-91': [noeud('eg-bd', 'EG', 'EPS Barthelemy Durand', 1)],
  'eg-bd': [noeud('p-bd', 'P', 'Pôle de psychiatrie générale', 1)],
  'p-bd': [noeud('s-bd', 'S', 'Service d’hospitalisation', 1)],
  's-bd': [noeud('uf-bd', 'UF', 'Unité d’admission', 1)],
  'uf-bd': [noeud('uo-bd', 'UO', 'Unité Hospitalisation complète en psychiatrie')],
  'df-94': [noeud('eg-ime', 'EG', 'IME T KITOI', 3)],
  'eg-ime': [noeud('uo-1', 'UO', 'Unité Accueil de jour'), noeud('uo-2', 'UO', 'Unité Internat'), noeud('uo-3', 'UO', 'Unité Autisme', 0, { description: 'a-decrire' })],
  'df-95': [],
  'ej-1': [noeud('eg-ime', 'EG', 'IME T KITOI', 3)],
  'ej-2': [noeud('eg-colibri', 'EG', 'EHPAD du Colibri', 0)],
};

/** One page of the répertoire, as a server would answer it. */
export function page({ parentId, par, suite }: Input): Page {
  const rows = REPERTOIRE[parentId ?? par ?? 'departement'] ?? [];
  const from = suite ? Number(suite) : 0;
  return { noeuds: rows.slice(from, from + PAGE), suite: from + PAGE < rows.length ? String(from + PAGE) : null };
}

/** A client whose server is this function. */
export const clientOf = (answer: (input: Input) => Page | Promise<Page>): RorClient => new RorClient(embedded(async (_, input) => answer(input as Input)));

const actions = (...libelles: readonly string[]) => libelles.map((libelle) => ({ id: libelle.toLowerCase().replaceAll(' ', '-'), libelle }));

/** A dossier as its element gives it to the tree. */
export const DOSSIER: readonly NoeudArbre[] = [
  { id: 'dc', code: 'DC', nom: 'Peuplement de Centre hospitalier Sainte-Claire', etat: 'grise', actions: actions('Ouvrir') },
  { id: 'eg', parentId: 'dc', code: 'EG', nom: 'CH Sainte-Claire', etat: 'verte', mention: '7 fiches', actions: actions('Ouvrir', 'Créer des pôles') },
  { id: 'p', parentId: 'eg', code: 'P', nom: 'Pôle médecine physique et réadaptation', etat: 'verte', actions: actions('Ouvrir', 'Créer des services', 'Supprimer') },
  { id: 's', parentId: 'p', code: 'S', nom: 'Neurologie', etat: 'verte', actions: actions('Ouvrir', 'Créer des unités fonctionnelles', 'Supprimer') },
  { id: 'uf', parentId: 's', code: 'UF', nom: 'SMR Neurologie', etat: 'grise', actions: actions('Ouvrir', 'Créer des unités opérationnelles', 'Supprimer') },
  { id: 'uo-a', parentId: 'uf', code: 'UO', nom: 'Hospitalisation complète SMR Système nerveux', etat: 'verte', actions: actions('Ouvrir', 'Dupliquer', 'Déplacer', 'Supprimer') },
  { id: 'uo-b', parentId: 'uf', code: 'UO', nom: 'Unité sans nom', etat: 'grise', actions: actions('Ouvrir', 'Dupliquer', 'Déplacer', 'Supprimer') },
];
