import type { Acteur } from '../../../src/domain/acteur.ts';
import type { ActionRepertoire, NoeudRepertoire } from '../../../src/domain/noeud.ts';
import { canCreer } from '../../../src/engine/dossier/creer.ts';
import { voit } from '../../../src/engine/dossier/visibilite.ts';
import { pleinAcces, profilPour } from '../../../src/engine/acces/comptes.ts';
import { filtrer } from '../../../src/engine/acces/profils.ts';
import { badRequest } from '../bad-input.ts';
import {
  compterParDepartement, estVisible, lireAncetres, lireNoeudEntier, lirePage, TAILLE_PAGE, type Curseur, type LigneNoeud, type Niveau,
} from '../repositories/noeuds.ts';
import { introuvable, type Handler, type Service } from './service.ts';

/** Identifiers of the rows that group structures by département. */
const PREFIXE_DEPARTEMENT = 'DF-';

export const listerNoeuds: Handler<'listerNoeuds'> = async ({ parentId, par = 'departement', suite }, service) => {
  if (parentId === undefined && par === 'departement') return { noeuds: await departements(service), suite: null };
  const plein = pleinAcces(service.acteur);
  const niveau: Niveau = parentId === undefined ? { racines: 'EJ' }
    : parentId.startsWith(PREFIXE_DEPARTEMENT) ? { departement: parentId.slice(PREFIXE_DEPARTEMENT.length) }
    : { sous: parentId };
  if ('sous' in niveau && !(await estVisible(service.tx, niveau.sous, plein))) throw introuvable('node');
  const rows = await lirePage(service.tx, niveau, plein, suite === undefined ? null : curseurDe(suite));
  const page = rows.slice(0, TAILLE_PAGE);
  const last = page.at(-1);
  return { noeuds: page.map((row) => enNoeud(row, service.acteur)), suite: rows.length > page.length && last ? texteDe(last) : null };
};

export const lireNoeud: Handler<'lireNoeud'> = async ({ noeudId }, { tx, acteur }) => {
  const row = await lireNoeudEntier(tx, noeudId, pleinAcces(acteur));
  if (!row) throw introuvable('node');
  const dossier = dossierVu(row, acteur);
  return {
    noeud: enNoeud(row, acteur),
    contenu: filtrer(profilPour(acteur, row), row.type, row.contenu),
    ancetres: await lireAncetres(tx, noeudId),
    dossier: dossier && { id: dossier.id, nom: dossier.nom, etat: dossier.etat },
    dateMiseJour: row.dateMiseJour?.toISOString() ?? null,
  };
};

async function departements({ tx, rules, acteur }: Service): Promise<NoeudRepertoire[]> {
  const rows = (await compterParDepartement(tx, pleinAcces(acteur))).map(({ departement, nombre }): NoeudRepertoire => ({
    id: PREFIXE_DEPARTEMENT + departement, type: 'DF', nom: rules.departement(departement), nombreEnfants: nombre, actions: [],
  }));
  return rows.sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
}

function enNoeud(row: LigneNoeud, acteur: Acteur): NoeudRepertoire {
  return {
    id: row.id, type: row.type, nom: row.nom, nombreEnfants: row.nombreEnfants,
    description: row.decrit ? 'decrite' : 'a-decrire', actions: actionsDe(row, acteur),
  };
}

function actionsDe(row: LigneNoeud, acteur: Acteur): ActionRepertoire[] {
  if (dossierVu(row, acteur)) return ['ouvrir', 'ouvrir-dossier'];
  const creer = row.type === 'EG' && !canCreer({ acteur, entiteGeographiqueId: row.id, dossierOuvertId: row.dossier?.id });
  return creer ? ['ouvrir', 'creer-dossier'] : ['ouvrir'];
}

/** The dossier that holds a copy of this node, for those who may see the dossier. */
function dossierVu({ dossier, egId, departement }: LigneNoeud, acteur: Acteur): LigneNoeud['dossier'] {
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
