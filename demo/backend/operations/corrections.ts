import type { Contenu } from '../../../src/domain/fiche.ts';
import type { TypeFiche } from '../../../src/domain/noeud.ts';
import { profilFor } from '../../../src/engine/acces/comptes.ts';
import { filterFor } from '../../../src/engine/acces/profils.ts';
import { corriger } from '../../../src/engine/correction/corriger.ts';
import { differences } from '../../../src/engine/correction/difference.ts';
import { decide } from '../../../src/engine/dossier/decide.ts';
import { MODIFIABLES } from '../../../src/engine/dossier/droits.ts';
import { nomDe } from '../../../src/engine/dossier/nom.ts';
import { parsePath, readPath, writeField } from '../../../src/engine/fiche/paths.ts';
import { findField } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { badRequest } from '../bad-input.ts';
import { ecrireCorrection, ficheDuDossierOuvert, lireContenu, verrouillerNoeud } from '../repositories/corrections.ts';
import { lireFicheEntiere } from '../repositories/dossiers.ts';
import { appliquer } from '../repositories/ecriture.ts';
import { lireNoeudEntier, type NoeudEntier } from '../repositories/noeuds.ts';
import { ecrireDomaines } from '../repositories/publication.ts';
import { indexerStructures, indexerUnite } from '../repositories/recherche-index.ts';
import { contexteDe, dossierVisible } from './dossiers.ts';
import { dossierVu, lireNoeud } from './repertoire.ts';
import { introuvable, perime, regardDe, type Handler, type Service } from './service.ts';

/** Attributes that decide in which groups a structure is. */
const CLASSANTS: ReadonlySet<string> = new Set(['categorieEG', 'typeOffre', 'grandGroupeDisciplines']);

export const corrigerFiche: Handler<'corrigerFiche'> = async ({ noeudId, encadre, version, valeurs }, service) => {
  const { tx, acteur, instant, rules, codeRegion } = service;
  await verrouillerNoeud(tx, noeudId);
  const noeud = await lireNoeudEntier(tx, noeudId, regardDe(acteur));
  if (!noeud) throw introuvable('node');
  if (noeud.version !== version) throw perime('this node has changed in the répertoire', await lireNoeud({ noeudId }, service));
  const categorieEG = (noeud.eg?.contenu ?? noeud.contenu)['categorieEG'];
  const { contenu, changements, refus } = corriger(noeud, { encadre, valeurs }, {
    acteur, fiche: rules.contexte(acteur.role, typeof categorieEG === 'string' ? categorieEG : undefined), identite: { codeRegion, instant },
  });
  if (refus) return { refus };
  const type = noeud.type as TypeFiche;
  const profil = profilFor(acteur, noeud);
  if (changements.length === 0) return { noeudId, version, contenu: filterFor(profil, type, noeud.contenu), dateMiseJour: noeud.dateMiseJour?.toISOString() ?? instant, repercussion: null };
  const suivante = await ecrireCorrection(tx, { noeudId, encadre, nom: nomDe(type, contenu) || noeud.nom, contenu, changements }, { acteur, instant });
  if (noeud.egId !== null && changements.some(({ path }) => CLASSANTS.has(parsePath(path)[0]!.name))) await ecrireDomaines(tx, noeud.egId, rules);
  if (type === 'UO') await indexerUnite(tx, noeudId, { rules, instant });
  else if (noeud.egId !== null) await indexerStructures(tx, [noeud.egId], { rules, instant });
  return {
    noeudId, version: suivante, contenu: filterFor(profil, type, contenu), dateMiseJour: instant,
    repercussion: await repercussion(noeud, contenu, changements.map(({ path }) => path), service),
  };
};

/** COR-8: what the open dossier, if the person may see it, holds otherwise. */
async function repercussion(noeud: NoeudEntier, contenu: Contenu, paths: readonly string[], { tx, acteur }: Service) {
  const copie = dossierVu(noeud, acteur) && await ficheDuDossierOuvert(tx, noeud.id);
  if (!copie) return null;
  const trouves = differences(paths, contenu, copie.contenu, copie.copie ?? undefined, formSchema(noeud.type).slices);
  const { dossierId, nomDossier, etat, ficheId, versionFiche } = copie;
  return trouves.length === 0 ? null : { dossierId, nomDossier, etat, ficheId, versionFiche, possible: MODIFIABLES.includes(etat) && acteur.role !== 'support', ecarts: [...trouves] };
}

export const repercuterCorrection: Handler<'repercuterCorrection'> = async ({ dossierId, ficheId, version, chemins }, service) => {
  const { tx, acteur, instant } = service;
  const dossier = await dossierVisible(dossierId, service, true);
  const stockee = await lireFicheEntiere(tx, dossierId, ficheId);
  if (stockee?.origineId === undefined) throw introuvable('fiche');
  if (stockee.version !== version) throw perime('somebody else has saved this fiche', stockee);
  const publie = await lireContenu(tx, stockee.origineId);
  if (!publie) throw introuvable('node');
  const schema = formSchema(stockee.type);
  const contenu = chemins.reduce<Contenu>((ecrit, chemin) => {
    const place = findField(schema, chemin);
    if (!place) throw badRequest('the input does not match the contract', [{ chemin: 'chemins', attendu: `a field of the form, not ${chemin}` }]);
    return writeField(ecrit, place.field, readPath(publie, chemin, schema.slices), schema.slices);
  }, stockee.contenu);
  // What a field holds unread gives way to the value that is taken over.
  const illisibles = Object.fromEntries(Object.entries(stockee.illisibles).filter(([chemin]) => !chemins.includes(chemin)));
  const contexte = { ...contexteDe(service, dossier), saisie: () => stockee };
  const enregistrer = (type: 'finaliser-fiche' | 'enregistrer-fiche') => decide(dossier, { type, ficheId, contenu, illisibles }, contexte);
  const complete = stockee.etat === 'finalisee' ? enregistrer('finaliser-fiche') : undefined;
  const decision = complete?.evenements ? complete : enregistrer('enregistrer-fiche');
  if (decision.refus) return { refus: decision.refus };
  await appliquer(tx, dossier, decision.evenements, { acteur, instant });
  const fiche = await lireFicheEntiere(tx, dossierId, ficheId);
  if (!fiche) throw new Error(`fiche ${ficheId} was lost`);
  return { fiche };
};
