/**
 * Random lives: random people give random commands on a random structure. The model beside the engine
 * is a plain map of what was last saved in each fiche; the rest is checked on what the engine answers.
 */
import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Dossier } from '../../../src/domain/dossier.ts';
import type { Contenu, Saisie } from '../../../src/domain/fiche.ts';
import { TypeFicheCreable, type TypeFiche } from '../../../src/domain/noeud.ts';
import { TYPE_OI } from '../../../src/domain/organisation-interne.ts';
import { parentsPermis } from '../../../src/engine/dossier/arbre.ts';
import type { Commande } from '../../../src/engine/dossier/commandes.ts';
import { creerDossier, type NoeudPublie } from '../../../src/engine/dossier/creer.ts';
import { can, decide } from '../../../src/engine/dossier/decide.ts';
import { evolve, evolveSaisie, type Fait } from '../../../src/engine/dossier/evolve.ts';
import { progression, type Etape } from '../../../src/engine/dossier/progression.ts';
import type { Contexte } from '../../../src/engine/dossier/types.ts';
import {
  acteur, AUJOURDHUI, DEMAIN, direction, gele, gestionnaire, HIER, INSTANT, manquant, manques, referent, tutelle, tutelleVoisine, voisine,
} from '../../support/dossiers.ts';

export const PERSONNES: readonly Contexte['acteur'][] = [
  referent, direction, gestionnaire, tutelle, 'systeme', voisine, tutelleVoisine, acteur('lecteur'), acteur('support'), acteur('responsable-disponibilites'),
];

/** A dossier with what is typed into its fiches, and what a person who saved something expects to find. */
export interface Monde {
  readonly dossier: Dossier;
  readonly saisies: ReadonlyMap<string, Saisie>;
  readonly attendu: ReadonlyMap<string, Saisie>;
}

let prochainId = 0;
export const contexte = (monde: Monde, qui: Contexte['acteur'], aujourdhui: string): Contexte =>
  ({ acteur: qui, aujourdhui, nouvelId: () => `f${++prochainId}`, saisie: (id) => monde.saisies.get(id), manques });

/** A stroke of luck, turned into a command that fits the present dossier more or less. */
export interface Coup {
  /** `avancer`: what a helpful person would do. */
  readonly type: Commande['type'] | 'avancer';
  readonly qui: number;
  readonly fiche: number;
  readonly parent: number;
  readonly typeFiche: number;
  readonly nombre: number;
  readonly saisie: Saisie;
  readonly texte: string;
  readonly jour: string | null;
  readonly aujourdhui: string;
}

/** Often a helpful act, so that lives get far; else anything. */
export const COUPS: readonly (readonly [type: Coup['type'], weight: number])[] = [
  ['avancer', 40],
  ['creer-fiches', 4], ['enregistrer-fiche', 4], ['finaliser-fiche', 5], ['finaliser-fiches', 4], ['envoyer-en-validation', 5],
  ['valider-en-interne', 5], ['valider', 5], ['fixer-date-effet', 3], ['dupliquer-fiche', 2], ['deplacer-fiche', 2], ['supprimer-fiche', 2],
  ['refuser', 3], ['publier', 4], ['constater-echec', 2], ['renommer', 1],
];

/** A field of the form of units alone. */
const AGE = 'patientele.ageMin.valeur';

/** A comment, in the place that each level has for it; some say that something is missing. */
const commente = (texte: string): Contenu => ({ commentaire: texte, metadonnee: { identifiant: 'forgé', commentaire: texte } });

const contenu: fc.Arbitrary<Contenu> = fc.tuple(fc.record({
  nomOffre: fc.constantFrom('Unité IME', '', 'COPIE DE Unité IME'),
  nomOI: fc.string({ maxLength: 5 }),
  nomOperationnel: fc.string({ maxLength: 5 }),
  divers: fc.jsonValue({ maxDepth: 1 }),
}, { requiredKeys: [] }), fc.oneof(fc.string({ maxLength: 8 }).map(commente), fc.constantFrom<Contenu>({}, manquant('typeOffre')))).map(([noms, reste]) => ({ ...noms, ...reste }));

const contenuBloquant: fc.Arbitrary<Contenu> = contenu.map((c) => ({ ...c, ...manquant('attente:nomOffre') }));
const illisibles = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.record({ [AGE]: fc.string({ maxLength: 4 }), inconnu: fc.string({ maxLength: 4 }) }) });
const index = fc.nat(1_000);

export const coup: fc.Arbitrary<Coup> = fc.record({
  type: fc.oneof(...COUPS.map(([type, weight]) => ({ weight, arbitrary: fc.constant(type) }))),
  qui: fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: index }),
  fiche: index, parent: index, typeFiche: index,
  nombre: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 2 }) }, { weight: 1, arbitrary: fc.constantFrom(0, -1, 51, 0.5) }),
  saisie: fc.record({ contenu: fc.oneof({ weight: 6, arbitrary: contenu }, { weight: 1, arbitrary: contenuBloquant }), illisibles }),
  texte: fc.constantFrom('Adresse à revoir', '', '  '),
  jour: fc.constantFrom(AUJOURDHUI, DEMAIN, '2026-04-01', HIER, null),
  aujourdhui: fc.constantFrom(AUJOURDHUI, AUJOURDHUI, DEMAIN),
});

/** The person who may, half of the time: pure chance almost never meets the right one. */
function personne(monde: Monde, { qui, type }: Pick<Coup, 'qui' | 'type'>): Contexte['acteur'] {
  const { etat, valideur } = monde.dossier;
  if (qui % 2 === 1) return PERSONNES[qui % PERSONNES.length] ?? 'systeme';
  if (type === 'constater-echec') return 'systeme';
  if (etat === 'EN_COURS' || etat === 'REFUSE' || etat === 'EN_VALIDATION_INTERNE') return direction;
  return valideur === 'tutelle' ? tutelle : gestionnaire;
}

function coupDe(monde: Monde, c: Coup): readonly [Contexte['acteur'], Commande] {
  if (c.type === 'avancer') return aider(monde, c.aujourdhui, c.jour !== null && c.jour >= c.aujourdhui ? c.jour : c.aujourdhui);
  return [personne(monde, c), commande(monde, { ...c, type: c.type })];
}

export function commande({ dossier: { fiches } }: Monde, c: Coup & { readonly type: Commande['type'] }): Commande {
  const ficheId = fiches[c.fiche % (fiches.length + 1)]?.id ?? 'inconnue';
  const parentId = fiches[c.parent % (fiches.length + 1)]?.id ?? 'inconnue';
  switch (c.type) {
    case 'creer-fiches': return { type: c.type, parentId, typeFiche: TypeFicheCreable.options[c.typeFiche % 4] ?? 'UO', nombre: c.nombre };
    case 'enregistrer-fiche':
    case 'finaliser-fiche': return { type: c.type, ficheId, ...c.saisie };
    case 'deplacer-fiche': return { type: c.type, ficheId, parentId };
    case 'dupliquer-fiche':
    case 'supprimer-fiche': return { type: c.type, ficheId };
    case 'renommer': return { type: c.type, nom: c.texte };
    case 'fixer-date-effet': return { type: c.type, dateEffet: c.jour };
    case 'refuser': return { type: c.type, motif: c.texte };
    case 'constater-echec': return { type: c.type, detail: c.texte };
    default: return { type: c.type };
  }
}

const propres = ({ patientele, uniteSensible }: Contenu): Contenu => ({ ...(patientele !== undefined && { patientele }), ...(uniteSensible !== undefined && { uniteSensible }) });

/** What a save leaves, said again in the simplest way: the attributes that the strokes fill, those that a new fiche has, and all the rest as it was. */
function gardee(type: TypeFiche, avant: Saisie, { contenu: sent, illisibles: textes }: Saisie): Saisie {
  const nom = type === 'EG' ? 'nomOperationnel' : type === 'UO' ? 'nomOffre' : 'nomOI';
  const vide = (value: unknown) => value === undefined || value === '';
  const { [nom]: ancien, commentaire, metadonnee, patientele, uniteSensible, typeOI, ...reste } = avant.contenu;
  const { commentaire: ancienne, ...technique } = (metadonnee ?? {}) as Contenu;
  const unMot = (nouveau: unknown, avantLui: unknown) => (nouveau === avantLui || !vide(nouveau) ? nouveau : undefined);
  const un = (attribut: string, value: unknown): Contenu => (value === undefined ? {} : { [attribut]: value });
  const note = type === 'EG' ? unMot(sent['commentaire'], commentaire) : unMot(((sent['metadonnee'] ?? {}) as Contenu)['commentaire'], ancienne);
  const metadonnees = type === 'EG' ? (metadonnee as Contenu | undefined) ?? {} : { ...technique, ...un('commentaire', note) };
  const oi = sent[nom] === ancien || (vide(sent[nom]) && vide(ancien)) ? typeOI : vide(sent[nom]) ? undefined : TYPE_OI[type as 'P'];
  return {
    contenu: {
      ...reste,
      ...un(nom, unMot(sent[nom], ancien)),
      ...un('commentaire', type === 'EG' ? note : commentaire),
      ...(Object.keys(metadonnees).length > 0 && { metadonnee: metadonnees }),
      // A unit has fields for these, which its creation fills.
      ...propres(type === 'UO' ? sent : { patientele, uniteSensible }),
      ...un('typeOI', oi),
    },
    illisibles: type === 'UO' && textes[AGE] !== undefined ? { [AGE]: textes[AGE] } : {},
  };
}

/** What somebody who saved expects, told by the command alone, apart from the events of the engine. */
function attendre(monde: Monde, fait: Commande): Map<string, Saisie> {
  const attendu = new Map(monde.attendu);
  if (fait.type === 'enregistrer-fiche' || fait.type === 'finaliser-fiche') {
    const type = monde.dossier.fiches.find(({ id }) => id === fait.ficheId)?.type ?? 'UO';
    attendu.set(fait.ficheId, gardee(type, monde.attendu.get(fait.ficheId) ?? monde.saisies.get(fait.ficheId) ?? { contenu: {}, illisibles: {} }, fait));
  }
  if (fait.type === 'supprimer-fiche') {
    const ascendants = (id: string | null): string[] => (id === null ? [] : [id, ...ascendants(monde.dossier.fiches.find((f) => f.id === id)?.parentId ?? null)]);
    for (const { id } of monde.dossier.fiches) if (ascendants(id).includes(fait.ficheId)) attendu.delete(id);
  }
  return attendu;
}

/** Plays a command; checks DOS-50 on the way. Undefined when it is refused. */
export function jouer(monde: Monde, fait: Commande, donnees: Contexte): { readonly monde: Monde; readonly faits: readonly Fait[] } | undefined {
  const avant = JSON.stringify(monde.dossier);
  const { refus, evenements } = decide(monde.dossier, gele(fait), donnees);
  assert.deepEqual(can(monde.dossier, fait, donnees), refus);
  assert.equal(JSON.stringify(monde.dossier), avant);
  if (refus) return undefined;
  const faits = gele(evenements.map((evenement) => ({ evenement, instant: INSTANT })));
  const ids = new Set([...monde.dossier.fiches.map(({ id }) => id), ...evenements.flatMap((e) => (e.type === 'fiche-creee' ? [e.fiche.id] : []))]);
  const saisies = new Map<string, Saisie>();
  for (const id of ids) {
    const saisie = evenements.reduce((seen, evenement) => evolveSaisie(seen, id, evenement), monde.saisies.get(id));
    if (saisie) saisies.set(id, saisie);
  }
  const dossier = gele(evenements.reduce((seen, evenement) => {
    const suite = evolve(seen, evenement, INSTANT);
    verifierArbre(suite);
    return suite;
  }, monde.dossier));
  return { monde: { dossier, saisies, attendu: attendre(monde, fait) }, faits };
}

/** DOS-20, after each event. */
export function verifierArbre({ fiches }: Dossier): void {
  const chemin: string[] = [];
  const vus = new Set<string>();
  for (const { id, type, parentId } of fiches) {
    assert.ok(!vus.has(id), `${id} twice`);
    vus.add(id);
    assert.equal(parentId === null, type === 'EG');
    assert.equal(type === 'EG', chemin.length === 0);
    while (chemin.length > 0 && chemin.at(-1) !== parentId) chemin.pop();
    assert.ok(parentId === null || chemin.length > 0, `${id} is not below ${parentId} and beside its brothers`);
    chemin.push(id);
  }
}

/** DOS-52. */
export function verifierSaisies({ dossier, saisies, attendu }: Monde): void {
  assert.deepEqual([...saisies.keys()].sort(), dossier.fiches.map(({ id }) => id).sort());
  for (const [id, typed] of attendu) assert.deepEqual(saisies.get(id), typed, id);
}

/** Nodes of a structure of the répertoire, some of them where no fiche could be created. */
const publies: fc.Arbitrary<NoeudPublie[]> = fc.array(fc.record({ type: fc.nat(3), parent: index, contenu }), { maxLength: 6 }).map((tirages) =>
  tirages.reduce<NoeudPublie[]>((rows, { type, parent, contenu: c }, i) => {
    const sous = rows[parent % rows.length];
    return [...rows, { id: `noeud${i}`, type: TypeFicheCreable.options[type] ?? 'UO', parentId: sous?.id ?? 'eg', nom: `Noeud ${i}`, contenu: c }];
  }, [{ id: 'eg', type: 'EG', parentId: 'ej', nom: 'EHPAD TEST', contenu: { denominationEG: 'EHPAD TEST' } }]));

export const monde: fc.Arbitrary<Monde> = fc.record({
  noeuds: publies, premiereDescription: fc.boolean(), circuit: fc.constantFrom('sanitaire', 'medico-social'), valideur: fc.constantFrom('gestionnaire', 'tutelle'),
}).map((tirage) => {
  const { dossier, fiches } = creerDossier({
    acteur: 'systeme', entiteGeographiqueId: 'eg', nom: 'Peuplement', departement: '94', instant: INSTANT, manques, nouvelId: () => `f${++prochainId}`, ...tirage,
  });
  assert.ok(dossier);
  const saisies = new Map(fiches.map((fiche) => [fiche.id, gele({ contenu: fiche.contenu, illisibles: fiche.illisibles })]));
  return { dossier: gele(dossier), saisies, attendu: saisies };
});

/** Plays all the strokes, and shows each state on the way. */
export function vivre(depart: Monde, coups: readonly Coup[], regarder: (monde: Monde, faits: readonly Fait[]) => void): void {
  let present = depart;
  const faits: Fait[] = [];
  regarder(present, faits);
  for (const c of coups) {
    const [qui, fait] = coupDe(present, c);
    const suite = jouer(present, fait, contexte(present, qui, c.aujourdhui));
    if (!suite) continue;
    present = suite.monde;
    faits.push(...suite.faits);
    regarder(present, faits);
  }
}

/** Helpful people: each one does what `progression` tells them, and nothing else. Gives the number of acts. */
export function mener(depart: Monde): number {
  const jour = '2026-05-01';
  let present = depart;
  for (let actes = 0; actes < 60; actes += 1) {
    if (present.dossier.etat === 'PUBLIE') return actes;
    const [qui, fait] = aider(present, jour, jour);
    const suite = jouer(present, fait, contexte(present, qui, jour));
    assert.ok(suite, `${fait.type} refused: ${JSON.stringify(can(present.dossier, fait, contexte(present, qui, jour)))}`);
    present = suite.monde;
    verifierSaisies(present);
  }
  assert.fail(`no way out of ${depart.dossier.etat}`);
}

/** The next act of whoever has to act, else of the server. */
function aider(monde: Monde, aujourdhui: string, dateEffet: string): readonly [Contexte['acteur'], Commande] {
  for (const qui of [direction, monde.dossier.valideur === 'tutelle' ? tutelle : gestionnaire]) {
    const { etape, ensuite, aVous } = progression(monde.dossier, qui, aujourdhui);
    // A refused dossier without anything grey is corrected by going on with the step after.
    if (aVous) return [qui, acte(monde, etape === 'corriger-apres-refus' ? ensuite[0] : etape, dateEffet)];
  }
  return ['systeme', { type: 'publier' }];
}

function acte({ dossier, saisies }: Monde, etape: Etape | undefined, dateEffet: string): Commande {
  switch (etape) {
    case 'completer-fiches': {
      const { prochaineFiche } = progression(dossier, direction, AUJOURDHUI);
      const { commentaire: _manque, metadonnee: _manques, ...reste } = saisies.get(prochaineFiche?.id ?? '')?.contenu ?? {};
      return { type: 'finaliser-fiche', ficheId: prochaineFiche?.id ?? '', contenu: reste, illisibles: {} };
    }
    case 'ajouter-unite': return creation(dossier);
    case 'choisir-date-effet': return { type: 'fixer-date-effet', dateEffet };
    case 'envoyer': return { type: 'envoyer-en-validation' };
    case 'valider-en-interne': return { type: 'valider-en-interne' };
    case 'valider': return { type: 'valider' };
    case 'reprendre-publication': return { type: 'publier' };
    default: assert.fail(`${etape} is nobody's to do`);
  }
}

/** The lowest level that can be added now on the way to a unit. */
function creation({ circuit, fiches }: Dossier): Commande {
  for (const typeFiche of ['UO', 'UF', 'S', 'P'] as const) {
    const parent = fiches.find(({ type }) => parentsPermis(circuit, typeFiche).includes(type));
    if (parent) return { type: 'creer-fiches', parentId: parent.id, typeFiche, nombre: 1 };
  }
  assert.fail('nothing can be added');
}
