import type { FavorisController } from '../../controllers/favoris-controller.ts';
import type { EtablissementTrouve, OffreTrouvee } from '../../engine/recherche/resultats.ts';
import type { MenuEntry } from '../../ui/menu.ts';
import type { Mots } from './types.ts';

/** What an action of a result is about: an offer, or its établissement. */
export interface Cible {
  readonly id: string;
  readonly nom: string;
  readonly etablissement: EtablissementTrouve;
  readonly offre: OffreTrouvee | undefined;
}

/** The result of this identifier, among those found. */
export function cibleDe(id: string, etablissements: readonly EtablissementTrouve[]): Cible | undefined {
  for (const etablissement of etablissements) {
    if (etablissement.id === id) return { id, nom: etablissement.nom, etablissement, offre: undefined };
    const offre = etablissement.offres.find((one) => one.id === id);
    if (offre) return { id, nom: offre.nom, etablissement, offre };
  }
  return undefined;
}

const mailDe = ({ offre, etablissement }: Cible): string | null => offre?.mail ?? etablissement.mail;

/** Without a session there are no favourites and no report: nobody would know whose they are. */
export function entrees(cible: Cible, { favori, lecture }: { readonly favori: boolean | undefined; readonly lecture: boolean }, mots: Mots): readonly MenuEntry[] {
  return [
    { id: 'ouvrir', libelle: mots.ouvrirFiche },
    { id: 'copier', libelle: mots.copier },
    ...(mailDe(cible) === null ? [] : [{ id: 'ecrire', libelle: mots.ecrire }]),
    ...(lecture || favori === undefined ? [] : [{ id: 'favori', libelle: favori ? mots.retirerFavori : mots.ajouterFavori }]),
    ...(lecture ? [] : [{ id: 'signaler', libelle: mots.signaler }]),
  ];
}

/** A contact as it is pasted into a letter: names, address, telephone, e-mail, a line each. */
export function coordonnees({ offre, etablissement }: Cible, mots: Mots): string {
  const telephone = offre?.telephone ?? etablissement.telephone;
  const mail = offre?.mail ?? etablissement.mail;
  return [offre?.nom, etablissement.nom, ...etablissement.adresse, telephone === null ? undefined : `${mots.telephone} ${telephone}`, mail ?? undefined].filter((line) => line !== undefined && line !== '').join('\n');
}

/** Opens the mail program of the person; an address with anything but an address in it is not one. */
function ecrire(cible: Cible): void {
  const mail = mailDe(cible);
  if (mail === null || !/^[^\s@?&,;:<>"]+@[^\s@?&,;:<>"]+$/.test(mail)) return;
  const link = document.createElement('a');
  link.href = `mailto:${encodeURIComponent(mail).replace('%40', '@')}?subject=${encodeURIComponent(cible.nom)}`;
  link.click();
}

/** Does one of the actions that need no host. @returns what to say of it; nothing when the person sees it. */
export async function agir(action: string, cible: Cible, { favori, favoris }: { readonly favori: boolean; readonly favoris: FavorisController }, mots: Mots): Promise<{ readonly done: boolean; readonly dit: string }> {
  if (action === 'copier') {
    // Not there at all on a page without a secure address.
    const done = await Promise.resolve().then(() => navigator.clipboard.writeText(coordonnees(cible, mots))).then(() => true, () => false);
    return { done, dit: done ? mots.copie : mots.copieEnPanne };
  }
  if (action === 'favori') {
    const done = await favoris.changer({ type: favori ? 'retirer' : 'ajouter', noeudId: cible.id });
    return { done, dit: done ? (favori ? mots.favoriRetire : mots.favoriAjoute)(cible.nom) : mots.favoriEnPanne };
  }
  if (action === 'ecrire') ecrire(cible);
  return { done: true, dit: '' };
}
