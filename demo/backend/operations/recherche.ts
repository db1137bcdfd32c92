import type { OutputOf } from '../../../src/contract/operation.ts';
import type { Operations } from '../../../src/contract/operations.ts';
import { fullAcces } from '../../../src/engine/acces/comptes.ts';
import type { Criteres } from '../../../src/engine/recherche/criteres.ts';
import { triInUse } from '../../../src/engine/recherche/criteres.ts';
import { communesDAdresse } from '../../../src/engine/recherche/lieux.ts';
import { usefulWords } from '../../../src/engine/recherche/words.ts';
import type { Point } from '../../../src/engine/recherche/trajet.ts';
import type { Commune } from '../../../src/nomenclature/communes.ts';
import { words } from '../../../src/nomenclature/text.ts';
import { badRequest } from '../bad-input.ts';
import { chercherOffres, compterSans } from '../repositories/recherche.ts';
import { NOMS_FACETTES, type CurseurResultats, type Question, type RegardRecherche } from '../repositories/recherche-exigences.ts';
import { chercherNoms, lieuDuNom } from '../repositories/recherche-noms.ts';
import { comprendre, genresPour } from './comprendre.ts';
import { etablissementTrouve } from './resultat.ts';
import { introuvable, type Handler, type Service } from './service.ts';

/** Suggestions of an answer: of what the vocabulary knows, and of names. */
const SENS = 12;
const NOMS = 8;
const LIEUX = 10;
const TAILLE = 20;
const OFFRES = 20;

export const regardRecherche = ({ acteur, publique = false }: Service): RegardRecherche => ({ plein: fullAcces(publique ? null : acteur), restreint: publique });

export const suggererQuoi: Handler<'suggererQuoi'> = async ({ texte, lat, lon }, service) => {
  const { tx, rules: { recherche } } = service;
  const { plein, restreint } = regardRecherche(service);
  const mots = usefulWords(texte);
  const pres = lat !== undefined && lon !== undefined ? { latitude: Number(lat), longitude: Number(lon) } : null;
  const noms = mots.join('').length >= 3 ? await chercherNoms(tx, mots.slice(0, 8), plein, { limite: NOMS, pres }) : [];
  return {
    suggestions: [
      ...recherche.vocabulaire.search(texte, SENS, genresPour(restreint)),
      ...noms.map(({ id, type, nom, commune }) => ({ genre: 'structure' as const, id, type, label: nom, commune })),
    ],
  };
};

export const suggererOu: Handler<'suggererOu'> = async ({ texte }, service) => {
  const { tx, rules } = service;
  const { communes, proches } = rules.recherche;
  const trouvees = communes.search(texte, { limit: 200 });
  const ligne = words(texte).join(' ');
  // The whole name first, then the most people: of several postal codes that begin so, the town before the village.
  const autres = (): readonly Commune[] => {
    const adresse = communesDAdresse(texte, communes).slice(0, 5);
    return adresse.length > 0 ? adresse : proches.find(texte, 5);
  };
  const ordre = trouvees.length === 0 ? autres() : [...trouvees].sort((a, b) => Number(words(b.nom).join(' ') === ligne) - Number(words(a.nom).join(' ') === ligne) || b.population - a.population).slice(0, 8);
  const departements = [...new Set(communes.all.map(({ departement }) => departement))].sort()
    .filter((code) => code === texte.trim().toUpperCase() || (ligne.length >= 3 && ` ${words(rules.departement(code)).join(' ')}`.includes(` ${ligne}`)));
  const mots = usefulWords(texte);
  const noms = mots.join('').length >= 3 ? await chercherNoms(tx, mots.slice(0, 8), regardRecherche(service).plein, { limite: 5, types: ['EG'] }) : [];
  return {
    lieux: [
      ...departements.map((code) => ({ genre: 'departement' as const, code, libelle: rules.departement(code), detail: code, latitude: null, longitude: null })),
      ...ordre.map(({ code, nom, codesPostaux, departement, latitude, longitude }) => ({
        genre: 'commune' as const, code, libelle: nom, detail: [...codesPostaux.slice(0, 3), rules.departement(departement)].join(', '), latitude, longitude,
      })),
      ...noms.map(({ id, nom, commune, latitude, longitude }) => ({ genre: 'structure' as const, code: id, libelle: nom, detail: commune ?? '', latitude, longitude })),
    ].slice(0, LIEUX + departements.length),
  };
};

type Lieu = { readonly libelle: string } & Point;

/** Where distances are measured from: null for none, and for a département. */
async function centreDe(ou: Criteres['ou'], service: Service): Promise<Lieu | null> {
  if (!ou || ou.genre === 'departement') return null;
  if (ou.genre === 'point') return { libelle: ou.libelle, latitude: ou.latitude, longitude: ou.longitude };
  if (ou.genre === 'commune') {
    const commune = service.rules.recherche.communes.get(ou.code);
    if (!commune) throw introuvable('commune');
    return { libelle: commune.nom, latitude: commune.latitude, longitude: commune.longitude };
  }
  const nom = await lieuDuNom(service.tx, ou.id, regardRecherche(service).plein);
  if (!nom || nom.latitude === null || nom.longitude === null) throw introuvable('structure with a place');
  return { libelle: nom.nom, latitude: nom.latitude, longitude: nom.longitude };
}

/** What is asked of the database, and what a person is told of it. */
export async function questionDe(criteres: Criteres, service: Service, instant = service.instant) {
  const regard = regardRecherche(service);
  const compris = criteres.texte === undefined ? undefined : comprendre(criteres.texte, service.rules.recherche, regard.restreint);
  const lieu = await centreDe(criteres.ou, service);
  const question: Question = { criteres, centre: lieu, texte: compris?.texte ?? null, regard, instant, aujourdhui: service.aujourdhui };
  return { question, lieu, compris: compris?.compris ?? [] };
}

export const rechercher: Handler<'rechercher'> = async ({ criteres, suite, taille = TAILLE, offres = OFFRES }, service): Promise<OutputOf<Operations['rechercher']>> => {
  const curseur = suite === undefined ? null : curseurDe(suite);
  // The pages of one search are of one instant: what is open does not change between them.
  const instant = curseur?.instant ?? service.instant;
  const { question, lieu, compris } = await questionDe(criteres, service, instant);
  const asked = triInUse(criteres);
  const tri = asked === 'pertinence' && criteres.tri === undefined && question.texte === null && !criteres.quoi?.length ? 'nom' : asked;
  const connu = service.rules.recherche;
  const lus = await chercherOffres(service.tx, connu, { question, tri, taille, offres, suite: curseur });
  const page = lus.page.slice(0, taille);
  const dernier = page.at(-1);
  const voulus = [...(criteres.quoi ?? []).map(({ genre, code }) => `${genre}:${code}`), ...question.texte?.codes ?? []];
  return {
    etablissements: page.map((structure) => etablissementTrouve(structure, { service, instant, voulus, restreint: question.regard.restreint, deplacement: criteres.deplacement })),
    suite: lus.page.length > page.length && dernier ? texteDe({ ...dernier, instant }) : null,
    nombreEtablissements: lus.nombreEtablissements, nombreOffres: lus.nombreOffres,
    facettes: curseur ? [] : NOMS_FACETTES.flatMap((facette) => {
      const valeurs = lus.facettes[facette];
      return valeurs ? [{ facette, valeurs: valeurs.map((valeur) => ({ ...valeur })) }] : [];
    }),
    ouverts: lus.ouverts, avecPlaces: lus.avecPlaces, tri, lieu, compris: compris.map(({ genre, code, label }) => ({ genre, code, label })),
    assouplissements: curseur === null && lus.nombreOffres === 0 ? (await compterSans(service.tx, connu, question)).map(({ critere, nombre }) => ({ critere, nombre })) : [],
    instant,
  };
};

interface Curseur extends CurseurResultats {
  readonly instant: string;
}

const texteDe = ({ rang, cle, no, instant }: Curseur): string => JSON.stringify([rang[0], rang[1], cle, no, instant]);

function curseurDe(texte: string): Curseur {
  let lu: unknown;
  try {
    lu = JSON.parse(texte);
  } catch {
    lu = undefined;
  }
  if (Array.isArray(lu)) {
    const [r1, r2, cle, no, instant] = lu as unknown[];
    if (typeof r1 === 'number' && typeof r2 === 'number' && typeof cle === 'string' && typeof no === 'string' && /^-?\d{1,19}$/.test(no)
      && typeof instant === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(instant) && !Number.isNaN(Date.parse(instant))) return { rang: [r1, r2], cle, no, instant };
  }
  throw badRequest('the input does not match the contract', [{ chemin: 'suite', attendu: 'what the previous page said' }]);
}
