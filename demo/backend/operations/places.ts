import { CapacitePriseCharge } from '../../../src/domain/lieu-realisation-offre.ts';
import { z } from '../../../src/domain/zod.ts';
import { capacitesOf, countPlaces } from '../../../src/engine/recherche/places.ts';
import type { PlacesUnite } from '../../../src/engine/recherche/resultats.ts';
import { writePlaces, placesErrors } from '../../../src/engine/recherche/saisie-places.ts';
import { badRequest } from '../bad-input.ts';
import { ecrireCorrection, verrouillerNoeud } from '../repositories/corrections.ts';
import { ecrireFermetures, lireUnite, listerUnites, type UniteDePlaces } from '../repositories/places.ts';
import { indexerUnite } from '../repositories/recherche-index.ts';
import { introuvable, perime, type Handler, type Service } from './service.ts';

const PAGE = 50;

/** PLC-9: the establishments whose beds and places a person counts. */
const assignes = ({ acteur }: Pick<Service, 'acteur'>): readonly string[] => (acteur.role === 'responsable-disponibilites' ? acteur.entitesGeographiques : []);

export const listerPlaces: Handler<'listerPlaces'> = async ({ suite }, service) => {
  const rows = await listerUnites(service.tx, assignes(service), PAGE + 1, suite === undefined ? null : curseurDe(suite));
  const page = rows.slice(0, PAGE);
  const dernier = page.at(-1);
  return { unites: page.map(placesDe), suite: rows.length > page.length && dernier ? JSON.stringify([dernier.cle, dernier.id]) : null };
};

export const saisirPlaces: Handler<'saisirPlaces'> = async ({ uniteId, version, capacites, fermetures }, service) => {
  const { tx, acteur, instant, nouvelId, rules } = service;
  if (!(await lireUnite(tx, uniteId, assignes(service)))) throw introuvable('unit');
  await verrouillerNoeud(tx, uniteId);
  const unite = await lireUnite(tx, uniteId, assignes(service));
  if (!unite) throw introuvable('unit');
  if (unite.version !== version) throw perime('this unit has changed in the répertoire', { unite: placesDe(unite) });
  const erreurs = placesErrors(capacites, fermetures, unite.contenu, rules.recherche.connait);
  if (erreurs.length > 0) throw badRequest('these beds and places can’t be', erreurs.map(({ chemin, code }) => ({ chemin, attendu: code })));
  const contenu = writePlaces(unite.contenu, capacites, { instant, nouvelId, communeCog: communeDe(unite.contenuEG) });
  const changements = [{ path: 'lieuRealisationOffre', avant: unite.contenu['lieuRealisationOffre'], apres: contenu['lieuRealisationOffre'] }];
  await ecrireCorrection(tx, { noeudId: uniteId, encadre: 'places', nom: unite.nom, contenu, changements }, { acteur, instant });
  await ecrireFermetures(tx, uniteId, fermetures.map((fermeture) => ({ ...fermeture, id: nouvelId() })));
  await indexerUnite(tx, uniteId, { rules, instant });
  const ecrite = await lireUnite(tx, uniteId, assignes(service));
  if (!ecrite) throw new Error(`unit ${uniteId} was lost`);
  return { unite: placesDe(ecrite) };
};

const Lisibles = z.catch(z.array(z.catch(z.nullable(CapacitePriseCharge), null)), []);

function placesDe({ id, nom, version, contenu, egId, nomEG, fermetures }: UniteDePlaces): PlacesUnite {
  return {
    id, nom, version, etablissement: { id: egId, nom: nomEG },
    // All of them: who counts additional beds reads them, wherever the others may not (ACC-8).
    capacites: Lisibles.parse(capacitesOf(contenu)).flatMap((capacite) => capacite ?? []),
    dateMiseJour: countPlaces(contenu).dateMiseJour,
    fermetures: fermetures.map(({ commentaire, ...fermeture }) => ({ ...fermeture, ...(commentaire !== null && { commentaire }) })),
  };
}

function communeDe(contenuEG: Readonly<Record<string, unknown>>): string {
  const lieu = (contenuEG['lieuEG'] ?? {}) as { readonly communeCog?: string; readonly adresse?: { readonly communeCog?: string } };
  return lieu.communeCog ?? lieu.adresse?.communeCog ?? '';
}

function curseurDe(texte: string): { readonly cle: string; readonly id: string } {
  try {
    const lu: unknown = JSON.parse(texte);
    if (Array.isArray(lu) && typeof lu[0] === 'string' && typeof lu[1] === 'string') return { cle: lu[0], id: lu[1] };
  } catch { /* what follows says it */ }
  throw badRequest('the input does not match the contract', [{ chemin: 'suite', attendu: 'what the previous page said' }]);
}
