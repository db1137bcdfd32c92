/** Words for tests about dossiers: `dossier('EG(UO1,UO2?)', { etat: 'REFUSE' })`, `essai(d, { type: 'valider' }, gestionnaire)`. */
import type { Acteur, Role } from '../../src/domain/acteur.ts';
import type { Dossier } from '../../src/domain/dossier.ts';
import type { Contenu, EtatFiche, FicheResume, Saisie } from '../../src/domain/fiche.ts';
import { TypeFiche } from '../../src/domain/noeud.ts';
import type { Commande } from '../../src/engine/dossier/commandes.ts';
import { decide } from '../../src/engine/dossier/decide.ts';
import { evolve } from '../../src/engine/dossier/evolve.ts';
import type { Refus } from '../../src/engine/dossier/refus.ts';
import type { Contexte, Evenement } from '../../src/engine/dossier/types.ts';
import type { Issue } from '../../src/engine/fiche/issue.ts';

export const HIER = '2026-03-09';
export const AUJOURDHUI = '2026-03-10';
export const DEMAIN = '2026-03-11';
export const INSTANT = '2026-03-10T08:00:00.000Z';
export const VIDE: Saisie = gele({ contenu: {}, illisibles: {} });

/** A person of this role, with the structure of `dossier()` or its département when the role has some. */
export function acteur(role: Role, autres: Partial<Acteur> = {}): Acteur {
  const entitesGeographiques = role === 'referent' || role === 'direction' ? ['eg'] : [];
  return gele({ id: role, nom: `Une personne ${role}`, role, entitesGeographiques, departements: role === 'tutelle' ? ['94'] : [], ...autres });
}

export const referent = acteur('referent');
export const direction = acteur('direction');
export const gestionnaire = acteur('gestionnaire');
export const tutelle = acteur('tutelle');
/** A Direction of another structure, and a tutelle of another territory. */
export const voisine = acteur('direction', { id: 'voisine', entitesGeographiques: ['autre'] });
export const tutelleVoisine = acteur('tutelle', { id: 'tutelle-voisine', departements: ['75'] });

/** A dossier from its tree: names are types with a number and become identifiers, `?` makes a fiche grey. */
export function dossier(arbre = 'EG(UO1)', autres: Partial<Dossier> = {}): Dossier {
  return gele({
    id: 'dossier', nom: 'Peuplement de EHPAD TEST', entiteGeographiqueId: 'eg', departement: '94',
    circuit: 'medico-social', valideur: 'gestionnaire', etat: 'EN_COURS', dateEffet: AUJOURDHUI, motifRefus: null,
    version: 1, dateCreation: INSTANT, dateMiseJour: INSTANT, fiches: fiches(arbre), ...autres,
  });
}

/** The same, of a sanitary structure. */
export function sanitaire(arbre = 'EG(P1(S1(UF1(UO1))))', autres: Partial<Dossier> = {}): Dossier {
  return dossier(arbre, { circuit: 'sanitaire', ...autres });
}

/** The tree of a dossier, in the language of {@link dossier}. */
export function arbre({ fiches: rows }: Pick<Dossier, 'fiches'>, parentId: string | null = null): string {
  return rows.filter((fiche) => fiche.parentId === parentId).map((fiche) => {
    const below = arbre({ fiches: rows }, fiche.id);
    return `${fiche.id.toUpperCase()}${fiche.etat === 'finalisee' ? '' : '?'}${below && `(${below})`}`;
  }).join(',');
}

function fiches(text: string): FicheResume[] {
  const parents: (string | null)[] = [null];
  const rows: FicheResume[] = [];
  for (const [token, name, grey] of text.matchAll(/[(),]|([A-Z]+\d*)(\??)/g)) {
    if (token === '(') parents.push(rows.at(-1)?.id ?? null);
    else if (token === ')') parents.pop();
    else if (name) {
      const etat: EtatFiche = grey ? 'en-attente' : 'finalisee';
      rows.push({ id: name.toLowerCase(), type: TypeFiche.parse(name.replace(/\d+$/, '')), parentId: parents.at(-1) ?? null, nom: `Nom de ${name}`, etat, version: 1 });
    }
  }
  return rows;
}

/** What a decision needs. A content lacks what its comment says ({@link manquant}), and its unreadable texts. */
export function contexte(qui: Contexte['acteur'], autres: Partial<Contexte> = {}): Contexte {
  let ids = 0;
  return { acteur: qui, aujourdhui: AUJOURDHUI, nouvelId: () => `n${++ids}`, saisie: () => VIDE, manques, ...autres };
}

/** A content, of any level, that lacks these: paths for `finaliser`, `attente:path` for `attente`. The comment is what all levels have a field for. */
export function manquant(...paths: readonly string[]): Contenu {
  const commentaire = `manque ${paths.join(' ')}`;
  return gele({ commentaire, metadonnee: { commentaire } });
}

export function manques(type: TypeFiche, { contenu, illisibles }: Saisie): Issue[] {
  const { commentaire } = (type === 'EG' ? contenu : contenu['metadonnee'] ?? {}) as { commentaire?: unknown };
  const [mot, ...paths] = typeof commentaire === 'string' ? commentaire.split(' ') : [];
  return [
    ...(mot === 'manque' ? paths : []).map((path): Issue => {
      const attente = path.startsWith('attente:');
      return { code: 'manquant', path: path.replace('attente:', ''), severity: 'erreur', level: attente ? 'attente' : 'finaliser' };
    }),
    ...Object.keys(illisibles).map((path): Issue => ({ code: 'illisible', path, severity: 'erreur', level: 'finaliser' })),
  ];
}

/** The reason of refusal, or the events. */
export function essai(d: Dossier, commande: Commande, qui: Contexte['acteur'], autres: Partial<Contexte> = {}): Refus | readonly Evenement[] {
  const decision = decide(d, gele(commande), contexte(qui, autres));
  return decision.refus ?? decision.evenements;
}

/** The dossier once somebody has done all this. Throws when it is refused. */
export function apres(d: Dossier, qui: Contexte['acteur'], commandes: readonly Commande[], autres: Partial<Contexte> = {}): Dossier {
  const donnees = contexte(qui, autres);
  return commandes.reduce((seen, commande) => {
    const { refus, evenements } = decide(seen, gele(commande), donnees);
    if (refus) throw new Error(`${commande.type}: ${JSON.stringify(refus)}`);
    return gele(evenements.reduce((before, evenement) => evolve(before, evenement, INSTANT), seen));
  }, d);
}

/** The same value, that nobody can change in place. */
export function gele<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) gele(inner);
  return Object.freeze(value);
}
