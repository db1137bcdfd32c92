import { RorClient } from '../../src/client/ror-client.ts';
import { embedded } from '../../src/client/transports/embedded.ts';
import { FACETTES, type Facette } from '../../src/engine/recherche/champs.ts';
import { criteresGiven, withoutCritere, isSituated, triInUse, type Criteres } from '../../src/engine/recherche/criteres.ts';
import type { EtablissementTrouve, LieuPropose, OffreTrouvee, PageResultats, RechercheEnregistree, SuggestionQuoi } from '../../src/engine/recherche/resultats.ts';
import { distanceKm, estimatedDuree } from '../../src/engine/recherche/trajet.ts';
import { versRequete } from '../../src/engine/recherche/url.ts';

/** A Saturday noon in winter: whatever the day of the test, « ouvre lundi à 9 h » stays true. */
export const INSTANT = '2026-11-21T11:00:00.000Z';

type Traits = Readonly<Partial<Record<Facette, readonly string[]>>>;
interface Connue { readonly etablissement: EtablissementTrouve; readonly traits: Traits }

const offre = (id: string, nom: string, more: Partial<OffreTrouvee> = {}): OffreTrouvee => ({
  id, nom, typeOffre: '21', modePriseEnCharge: '13', temporaliteAccueil: '02', ageMin: 60, ageMax: null, enfants: false, adultes: true,
  statut: { etat: 'ouvert', prochain: null }, places: { disponibles: null, installees: null, dateMiseJour: null }, telephone: '01 60 00 00 00', mail: null, repond: [], ...more,
});

const etablissement = (id: string, nom: string, commune: string, code: string, latitude: number | null, longitude: number | null, offres: readonly OffreTrouvee[], more: Partial<EtablissementTrouve> = {}): EtablissementTrouve => ({
  id, nom, categorieEG: '355', adresse: [`12 rue de la Santé`, `${code} ${commune}`], codeCommune: null, commune, latitude, longitude,
  precision: latitude === null ? null : 'adresse', distanceKm: null, duree: null, telephone: '01 69 92 52 52', mail: 'accueil@exemple.fr', offres: [...offres], nombreOffres: offres.length, ...more,
});

/** A few establishments with every kind of state; names of the guides. */
export const CONNUES: readonly Connue[] = [
  { traits: { domaine: ['MSS'], champ: ['04'], territoire: ['94'], public: ['01'], temporalite: ['01', '02'], accessibilite: ['1'] },
    etablissement: etablissement('eg-colibri', 'EHPAD du Colibri', 'Créteil', '94000', 48.79, 2.455, [
      offre('uo-c1', 'Hébergement permanent', { places: { disponibles: 3, installees: 60, dateMiseJour: '2026-11-20' }, mail: 'colibri@exemple.fr' }),
      offre('uo-c2', 'Accueil de jour Alzheimer', { temporaliteAccueil: '01', statut: { etat: 'ferme', prochain: '2026-11-23T08:00:00.000Z', raison: 'horaires' }, places: { disponibles: 0, installees: 12, dateMiseJour: '2026-11-19' } }),
      offre('uo-c3', 'Unité de vie protégée', { typeOffre: '24', statut: { etat: 'inconnu', prochain: null } }),
    ]) },
  { traits: { domaine: ['PSY'], champ: ['03'], territoire: ['91'], public: ['07'], temporalite: ['02'] },
    etablissement: etablissement('eg-durand', 'EPS Barthelemy Durand', 'Étampes', '91150', 48.434, 2.162, [
      offre('uo-d1', 'Unité d’admission', { typeOffre: '301', ageMin: 16, statut: { etat: 'ouvert', prochain: '2026-11-21T17:30:00.000Z' } }),
      offre('uo-d2', 'Centre médico-psychologique infanto-juvénile', { typeOffre: '05', ageMin: 0, ageMax: 17, enfants: true, adultes: false, statut: { etat: 'ferme', prochain: null, raison: 'fermeture-provisoire' } }),
    ], { precision: 'commune', categorieEG: '292' }) },
  { traits: { domaine: ['MCO'], champ: ['01'], territoire: ['75'], public: ['07'], temporalite: ['02'], accessibilite: ['1'] },
    etablissement: etablissement('eg-claire', 'CH Sainte-Claire', 'Paris', '75013', 48.836, 2.365, [
      offre('uo-s1', 'Structure des urgences polyvalentes', { typeOffre: '20', ageMin: null, enfants: true, places: { disponibles: 7, installees: null, dateMiseJour: null } }),
      offre('uo-s2', 'Consultation mémoire', { statut: { etat: 'ouvert', prochain: '2026-11-21T23:00:00.000Z' } }),
      offre('uo-s3', 'IRM', { typeOffre: '164', enfants: false, adultes: false, ageMin: null }),
    ]) },
  { traits: { domaine: ['MSS'], champ: ['04'], territoire: ['77'], public: ['02'], temporalite: ['01'] },
    etablissement: etablissement('eg-ime', 'IME T KITOI', 'Meaux', '77100', null, null, [
      offre('uo-i1', 'Accueil de jour', { ageMin: 6, ageMax: 20, enfants: true, adultes: true, statut: { etat: 'ferme', prochain: '2026-11-23T08:30:00.000Z', raison: 'ferie' } }),
    ], { telephone: null, mail: null }) },
];

export const LIEUX: readonly LieuPropose[] = [
  { genre: 'commune', code: '94028', libelle: 'Créteil', detail: '94000', latitude: 48.7837, longitude: 2.4546 },
  { genre: 'commune', code: '75056', libelle: 'Paris', detail: '75001 à 75020', latitude: 48.8566, longitude: 2.3522 },
  { genre: 'departement', code: '94', libelle: 'Val-de-Marne', detail: '94', latitude: null, longitude: null },
  { genre: 'structure', code: 'eg-claire', libelle: 'CH Sainte-Claire', detail: 'Paris', latitude: 48.836, longitude: 2.365 },
];

export const SUGGESTIONS: readonly SuggestionQuoi[] = [
  { genre: 'type-offre', code: '21', label: 'Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité', parSynonyme: 'EHPAD' },
  { genre: 'type-offre', code: '20', label: 'Structure des urgences polyvalentes 24h/24 7j/7' },
  { genre: 'activite', code: '004', label: 'Algologie et Médecine de la douleur' },
  { genre: 'structure', id: 'eg-colibri', type: 'EG', label: 'EHPAD du Colibri', commune: 'Créteil' },
];

const plain = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const trouve = (texte: string, ...parmi: readonly string[]): boolean => parmi.some((one) => plain(one).includes(plain(texte)));

function lieuDe(ou: Criteres['ou']): PageResultats['lieu'] {
  if (!ou || !isSituated(ou)) return null;
  if (ou.genre === 'point') return { libelle: ou.libelle, latitude: ou.latitude, longitude: ou.longitude };
  const lieu = LIEUX.find(({ code }) => code === (ou.genre === 'structure' ? ou.id : ou.code));
  return !lieu || lieu.latitude === null || lieu.longitude === null ? null : { libelle: lieu.libelle, latitude: lieu.latitude, longitude: lieu.longitude };
}

function repondent(criteres: Criteres, connues: readonly Connue[]): readonly EtablissementTrouve[] {
  const lieu = lieuDe(criteres.ou);
  return connues.flatMap(({ etablissement: one, traits }) => {
    if (Object.entries(criteres.facettes ?? {}).some(([facette, codes]) => facette !== 'type' && codes.length > 0 && !codes.some((code) => traits[facette as Facette]?.includes(code)))) return [];
    if (criteres.ou?.genre === 'departement' && !traits.territoire?.includes(criteres.ou.code)) return [];
    const types = [...(criteres.facettes?.type ?? []), ...(criteres.quoi ?? []).filter(({ genre }) => genre === 'type-offre').map(({ code }) => code)];
    const offres = one.offres.filter((uo) => (types.length === 0 || types.includes(uo.typeOffre ?? '')) && (!criteres.ouvert || uo.statut.etat === 'ouvert')
      && (!criteres.places || (uo.places.disponibles ?? 0) > 0) && (criteres.age === undefined || ((uo.ageMin ?? 0) <= criteres.age && criteres.age <= (uo.ageMax ?? 150)))
      && (criteres.texte === undefined || trouve(criteres.texte, uo.nom, one.nom)));
    if (offres.length === 0) return [];
    const km = lieu && one.latitude !== null && one.longitude !== null ? Math.round(distanceKm(lieu, { latitude: one.latitude, longitude: one.longitude }) * 10) / 10 : null;
    const minutes = km === null ? null : estimatedDuree(km, criteres.deplacement);
    if ((criteres.distanceMax !== undefined && (km ?? Infinity) > criteres.distanceMax) || (criteres.dureeMax !== undefined && (minutes ?? Infinity) > criteres.dureeMax)) return [];
    return [{ ...one, offres, nombreOffres: offres.length, distanceKm: km, duree: minutes === null ? null : { minutes, estimee: true } }];
  });
}

const compter = (etablissements: readonly EtablissementTrouve[]): number => etablissements.reduce((sum, { nombreOffres }) => sum + nombreOffres, 0);

/** A page as the server would answer it, over a few establishments. */
export function page(criteres: Criteres, { connues = CONNUES, taille = 20, suite = 0 }: { readonly connues?: readonly Connue[]; readonly taille?: number; readonly suite?: number } = {}): PageResultats {
  const tri = triInUse(criteres);
  const tous = [...repondent(criteres, connues)].sort((a, b) => (tri === 'distance' || tri === 'duree' ? (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) : tri === 'nom' ? a.nom.localeCompare(b.nom, 'fr') : 0));
  const { ouvert, places, ...sansNow } = criteres;
  const valeurs = (facette: Facette): { code: string; nombre: number }[] => {
    const nombres = new Map<string, number>();
    for (const one of repondent({ ...criteres, facettes: { ...criteres.facettes, [facette]: [] } }, connues)) {
      const traits = connues.find(({ etablissement: { id } }) => id === one.id)!.traits;
      for (const uo of one.offres) for (const code of facette === 'type' ? [uo.typeOffre!] : traits[facette] ?? []) nombres.set(code, (nombres.get(code) ?? 0) + 1);
    }
    return [...nombres].map(([code, nombre]) => ({ code, nombre })).sort((a, b) => b.nombre - a.nombre);
  };
  return {
    etablissements: tous.slice(suite, suite + taille), suite: suite + taille < tous.length ? String(suite + taille) : null, nombreEtablissements: tous.length, nombreOffres: compter(tous),
    facettes: (Object.keys(FACETTES) as Facette[]).map((facette) => ({ facette, valeurs: valeurs(facette) })),
    ouverts: compter(repondent({ ...sansNow, ...(places && { places }), ouvert: true }, connues)), avecPlaces: compter(repondent({ ...sansNow, ...(ouvert && { ouvert }), places: true }, connues)),
    tri, lieu: lieuDe(criteres.ou), compris: [], instant: INSTANT,
    assouplissements: tous.length > 0 ? [] : criteresGiven(criteres).flatMap((critere) => {
      const nombre = compter(repondent(withoutCritere(criteres, critere), connues));
      return nombre > 0 ? [{ critere, nombre }] : [];
    }),
  };
}

interface Options {
  readonly connues?: readonly Connue[];
  readonly taille?: number;
  /** Answers before the fixtures do; undefined lets them answer. */
  readonly avant?: (name: string, input: never) => unknown;
}

/** A client over the fixtures, with the favourites and the kept searches of one person. */
export function clientRecherche({ connues = CONNUES, taille = 20, avant }: Options = {}): RorClient {
  let recherches: readonly RechercheEnregistree[] = [
    { id: 'r1', nom: 'EHPAD près de Créteil', requete: new URLSearchParams(versRequete({ quoi: [{ genre: 'type-offre', code: '21' }], ou: { genre: 'commune', code: '94028' } }).map(([a, b]) => [a, b])).toString(), alerte: true, nouvelles: 2, dateCreation: '2026-10-01' },
  ];
  const favoris = new Map<string, string>();
  return new RorClient(embedded(async (name, input) => {
    const first = await avant?.(name, input as never);
    if (first !== undefined) return first;
    switch (name) {
      case 'suggererQuoi': return { suggestions: SUGGESTIONS.filter((one) => trouve((input as { texte: string }).texte, one.label, 'parSynonyme' in one ? one.parSynonyme ?? '' : '')) };
      case 'suggererOu': return { lieux: LIEUX.filter(({ libelle, detail }) => trouve((input as { texte: string }).texte, libelle, detail)) };
      case 'rechercher': {
        const { criteres, suite } = input as { criteres: Criteres; suite?: string };
        return page(criteres, { connues, taille, suite: Number(suite ?? 0) });
      }
      case 'listerFavoris': break;
      case 'changerFavoris': {
        const { type, noeudId = '' } = (input as { commande: { type: string; noeudId?: string } }).commande;
        if (type === 'ajouter') favoris.set(noeudId, noeudId);
        else favoris.delete(noeudId);
        break;
      }
      case 'listerRecherches': return { recherches };
      case 'changerRecherches': {
        const { commande } = input as { commande: { type: string; rechercheId?: string; nom?: string; alerte?: boolean; criteres?: Criteres } };
        const { rechercheId: id, nom = '', alerte = false, criteres } = commande;
        if (commande.type === 'supprimer') recherches = recherches.filter((one) => one.id !== id);
        else if (commande.type === 'enregistrer') recherches = [...recherches, { id: `r${recherches.length + 1}`, nom, alerte, nouvelles: 0, dateCreation: '2026-11-21', requete: new URLSearchParams(versRequete(criteres ?? {}).map(([a, b]) => [a, b])).toString() }];
        else recherches = recherches.map((one) => (one.id !== id ? one : commande.type === 'vue' ? { ...one, nouvelles: 0 } : { ...one, nom, alerte }));
        return { recherches };
      }
      default: throw new Error(`no fixture answers ${name}`);
    }
    return { listes: [{ id: 'f', nom: '', noeuds: [...favoris.keys()].map((id) => ({ id, type: 'UO', nom: id })) }] };
  }));
}

/** Many establishments with facets of many values, for what is long. */
export const NOMBREUSES: readonly Connue[] = Array.from({ length: 45 }, (_, i): Connue => ({
  traits: { domaine: ['MSS'], territoire: ['75', '77', '78', '91', '92', '93', '94', '95'].slice(i % 8, (i % 8) + 1), champ: ['04'], categorie: [String(101 + i)], specialisation: [String((i % 14) + 1).padStart(2, '0')] },
  etablissement: etablissement(`eg-${i}`, `Résidence des Tilleuls ${i + 1}`, 'Paris', '75012', 48.84 + (i % 7) / 60, 2.3 + Math.floor(i / 7) / 40, [offre(`uo-${i}a`, 'Hébergement permanent'), offre(`uo-${i}b`, 'Accueil de jour')]),
}));
