import { lireDomaines } from '../../../src/contract/operations/commun.ts';
import type { Acteur } from '../../../src/domain/acteur.ts';
import { DOMAINES, type ActionRepertoire, type NoeudRepertoire, type TypeNoeud } from '../../../src/domain/noeud.ts';
import { profilFor } from '../../../src/engine/acces/comptes.ts';
import { filterFor } from '../../../src/engine/acces/profils.ts';
import { nodeCode } from '../../../src/engine/arborescence/domaines.ts';
import { correctableChamps, correctableEncadres, freshness } from '../../../src/engine/correction/corriger.ts';
import { canCreer } from '../../../src/engine/dossier/creer.ts';
import { voit } from '../../../src/engine/dossier/visibilite.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { badRequest } from '../bad-input.ts';
import { lireLignees } from '../repositories/lignees.ts';
import { estVisible, lireLignes, lireNoeudEntier, lirePage, TAILLE_PAGE, type Curseur, type LigneNoeud, type NoeudEntier } from '../repositories/noeuds.ts';
import { TAILLE_RECHERCHE, trouver } from '../repositories/recherche-arbre.ts';
import { ancetresDe, cheminDans, groupes, niveauDe } from './groupes.ts';
import { introuvable, regardDe, type Handler, type Service } from './service.ts';

export const listerNoeuds: Handler<'listerNoeuds'> = async ({ parentId, par = 'departement', domaines, suite }, service) => {
  const regard = regardDe(service.acteur, lireDomaines(domaines));
  if (parentId === undefined && par !== 'entite-juridique') return { noeuds: await groupes(par, service, regard), suite: null };
  const niveau = parentId === undefined ? { racines: 'EJ' as const } : niveauDe(parentId);
  if ('sous' in niveau && !(await estVisible(service.tx, niveau.sous, regard))) throw introuvable('node');
  const rows = await lirePage(service.tx, niveau, regard, suite === undefined ? null : curseurDe(suite));
  const page = rows.slice(0, TAILLE_PAGE);
  const last = page.at(-1);
  return { noeuds: page.map((row) => enNoeud(row, service.acteur)), suite: rows.length > page.length && last ? texteDe(last) : null };
};

export const chercherDansArbre: Handler<'chercherDansArbre'> = async ({ texte, par = 'departement', domaines, suite }, { tx, acteur, rules }) => {
  const regard = regardDe(acteur, lireDomaines(domaines));
  const depuis = suite === undefined ? null : curseurDe(suite);
  const [rang, cle] = depuis === null ? [] : [Number(depuis.cle.slice(0, 1)), depuis.cle.slice(1)];
  const { page, nombre, hors, horsDomaines, tronque } = await trouver(
    tx, { texte, avecEJ: par === 'entite-juridique' || par === 'favoris', dansFavoris: par === 'favoris' }, regard,
    depuis && rang !== undefined && cle !== undefined && rang >= 1 ? { rang, cle, id: depuis.id } : null,
  );
  const vus = page.slice(0, TAILLE_RECHERCHE);
  const ids = vus.map(({ id }) => id);
  const lignes = new Map((ids.length > 0 ? await lireLignes(tx, ids, regard) : []).map((row) => [row.id, row]));
  const lignees = ids.length > 0 ? await lireLignees(tx, ids, acteur.id) : new Map<string, never>();
  const dernier = vus.at(-1);
  return {
    resultats: ids.flatMap((id) => {
      const row = lignes.get(id);
      return row ? [{ noeud: enNoeud(row, acteur), chemin: cheminDans(par, lignees.get(id) ?? [], rules) }] : [];
    }),
    suite: page.length > vus.length && dernier ? texteDe({ id: dernier.id, cle: `${dernier.rang}${dernier.cle}` }) : null,
    nombre, nombreHorsDomaines: hors, horsDomaines: horsDomaines.filter(({ domaine }) => estDomaine(domaine)) as never, tronque,
  };
};

export const lireNoeud: Handler<'lireNoeud'> = async ({ noeudId, par = 'departement' }, service) => {
  const { tx, acteur } = service;
  const row = await lireNoeudEntier(tx, noeudId, regardDe(acteur));
  if (!row) throw introuvable('node');
  const lignee = (await lireLignees(tx, [noeudId], acteur.id)).get(noeudId) ?? [];
  return { ...lecture(row, service), ancetres: ancetresDe(lignee), chemin: cheminDans(par, lignee, service.rules) };
};

/** What a person reads of a node, but for what stands above it. */
export function lecture(row: NoeudEntier, { acteur, aujourdhui }: Pick<Service, 'acteur' | 'aujourdhui'>) {
  const profil = profilFor(acteur, row);
  const dossier = dossierVu(row, acteur);
  const dateMiseJour = row.dateMiseJour?.toISOString() ?? null;
  return {
    noeud: enNoeud(row, acteur),
    contenu: filterFor(profil, row.type, row.contenu), profil, version: row.version,
    etablissement: row.eg && { id: row.eg.id, nom: row.eg.nom, contenu: filterFor(profil, 'EG', row.eg.contenu) },
    dossier: dossier && { id: dossier.id, nom: dossier.nom, etat: dossier.etat },
    dateMiseJour, fraicheur: freshness(row.decrit ? dateMiseJour : null, aujourdhui),
    encadres: [...correctableEncadres(row, acteur)], favoris: row.listes,
  };
}

const DOMAINES_CONNUS: ReadonlySet<string> = new Set(DOMAINES);
const estDomaine = (code: string): boolean => DOMAINES_CONNUS.has(code);

function enNoeud(row: LigneNoeud, acteur: Acteur): NoeudRepertoire & { type: TypeNoeud } {
  const dossier = dossierVu(row, acteur);
  return {
    id: row.id, type: row.type, code: nodeCode(row.type, row.typeParent), nom: row.nom, nombreEnfants: row.nombreEnfants,
    description: row.decrit ? 'decrite' : 'a-decrire', domaines: row.domaines, favori: row.favori,
    ...(dossier && { dossier: { id: dossier.id, nom: dossier.nom, etat: dossier.etat } }),
    actions: actionsDe(row, acteur),
  };
}

/** In the order of the menu: what exists is offered before what would be made. */
function actionsDe(row: LigneNoeud, acteur: Acteur): ActionRepertoire[] {
  const dossier = dossierVu(row, acteur);
  const edite = row.egId !== null && (acteur.role === 'referent' || acteur.role === 'direction') && acteur.entitesGeographiques.includes(row.egId);
  const creer = !dossier && row.type === 'EG' && !canCreer({ acteur, entiteGeographiqueId: row.id, dossierOuvertId: row.dossier?.id });
  return [
    'ouvrir', ...(dossier ? ['ouvrir-dossier' as const] : []), ...(creer ? ['creer-dossier' as const] : []),
    row.favori ? 'retirer-favori' : 'ajouter-favori',
    ...(renommable(row, acteur) ? ['renommer' as const] : []),
    ...(edite && row.type !== 'EG' && row.type !== 'EJ' ? ['deplacer' as const] : []),
    'signaler-anomalie',
  ];
}

/** Whether the field that names it may be corrected at once. */
function renommable(row: LigneNoeud, acteur: Acteur): boolean {
  if (row.type === 'EJ') return false;
  const schema = formSchema(row.type);
  const champs = correctableEncadres(row, acteur).flatMap((encadre) => correctableChamps(schema, encadre, acteur));
  return schema.names.some((path) => champs.includes(path));
}

/** The dossier that holds a copy of this node, for those who may see the dossier. */
export function dossierVu({ dossier, egId, departement }: Pick<LigneNoeud, 'dossier' | 'egId' | 'departement'>, acteur: Acteur): LigneNoeud['dossier'] {
  if (!dossier || egId === null) return null;
  return voit(acteur, { entiteGeographiqueId: egId, departement: departement ?? '', valideur: dossier.valideur }) ? dossier : null;
}

/** Where the next page begins, as text: identifier (no space in it), space, key; base64url, so that any name is short enough. */
function texteDe({ id, cle }: Curseur): string {
  const bytes = new TextEncoder().encode(`${id} ${cle}`);
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function curseurDe(suite: string): Curseur {
  try {
    const bytes = Uint8Array.from(atob(suite.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
    const [, id, cle] = /^(\S+) ([^\0]*)$/u.exec(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? [];
    if (id !== undefined && cle !== undefined && !id.includes('\0')) return { id, cle };
  } catch {
    // Not a text that this server made.
  }
  throw badRequest('the input does not match the contract', [{ chemin: 'suite', attendu: 'the `suite` of the previous page' }]);
}
