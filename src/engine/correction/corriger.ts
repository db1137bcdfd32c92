import type { Acteur } from '../../domain/acteur.ts';
import type { Contenu } from '../../domain/fiche.ts';
import type { Fraicheur, TypeFiche, TypeNoeud } from '../../domain/noeud.ts';
import { misfits } from '../fiche/conformity.ts';
import { equal } from '../fiche/equal.ts';
import type { Issue } from '../fiche/issue.ts';
import { blocking, issues } from '../fiche/issues.ts';
import { parsePath, readPath, writeField } from '../fiche/paths.ts';
import { publishedObject, type Identity } from '../fiche/published-object.ts';
import { findField } from '../fiche/schema-index.ts';
import { formSchema } from '../fiche/schemas.ts';
import type { FicheContext, Field, FormSchema } from '../fiche/types.ts';
import { isReadonly } from '../fiche/visibility.ts';
import type { RefusCorrection } from './refus.ts';

/** COR-4: what makes the type d'UO, by attribute: it needs a dossier (guides 001 and 002). */
const DOSSIER_ONLY: ReadonlySet<string> = new Set(['typeOffre', 'grandGroupeDisciplines', 'champActivite', 'modePriseEnCharge', 'temporaliteAccueil']);

/** A published node, as a correction finds it. */
export interface NoeudCorrigeable {
  readonly id: string;
  readonly type: TypeNoeud;
  readonly egId: string | null;
  readonly decrit: boolean;
  readonly contenu: Contenu;
}

export interface Demande {
  /** Section of the form schema of the level. */
  readonly encadre: string;
  /** New value by path; null or undefined empties the field. */
  readonly valeurs: Readonly<Record<string, unknown>>;
}

export interface ContexteCorrection {
  readonly acteur: Acteur;
  readonly fiche: FicheContext;
  readonly identite: Omit<Identity, 'id'>;
  /** Default: that of the level. */
  readonly schema?: FormSchema | undefined;
}

export interface Changement {
  readonly path: string;
  readonly avant: unknown;
  readonly apres: unknown;
}

export type Correction =
  | { readonly contenu: Contenu; readonly changements: readonly Changement[]; readonly refus?: undefined }
  | { readonly refus: RefusCorrection; readonly contenu?: undefined; readonly changements?: undefined };

const refuse = (refus: RefusCorrection): { readonly refus: RefusCorrection } => ({ refus });

/** COR-1, COR-2: why this person may correct nothing of this node. */
export function canCorriger({ egId, decrit, type }: Omit<NoeudCorrigeable, 'contenu' | 'id'>, acteur: Acteur): RefusCorrection | undefined {
  if (acteur.role !== 'support' && acteur.role !== 'referent' && acteur.role !== 'direction') return { code: 'role', requis: ['referent', 'direction', 'support'] };
  if (acteur.role !== 'support' && (egId === null || !acteur.entitesGeographiques.includes(egId))) return { code: 'structure-etrangere' };
  if (type === 'EJ') return { code: 'champ-ailleurs', path: '', ou: 'support' };
  return decrit ? undefined : { code: 'a-decrire' };
}

/** COR-3 to COR-5: where a field is changed when not here; undefined when it may be corrected at once. */
export function changedElsewhere({ path, editedElsewhere, ...field }: Field, acteur: Pick<Acteur, 'role'>): 'dossier' | 'support' | undefined {
  if (DOSSIER_ONLY.has(parsePath(path)[0]!.name)) return 'dossier';
  return isReadonly({ path, ...field }, { role: acteur.role }) ? editedElsewhere ?? 'support' : undefined;
}

/** The fields of a section that this role may correct at once. */
export const correctableChamps = (schema: FormSchema, encadre: string, acteur: Pick<Acteur, 'role'>): readonly string[] =>
  (schema.sections.find(({ id }) => id === encadre)?.fields ?? []).filter((field) => changedElsewhere(field, acteur) === undefined).map(({ path }) => path);

/** COR-6: the sections that this person may correct: for *Modifier un encadré*. */
export function correctableEncadres(noeud: Omit<NoeudCorrigeable, 'contenu' | 'id'>, acteur: Acteur): readonly string[] {
  if (canCorriger(noeud, acteur)) return [];
  const schema = formSchema(noeud.type);
  return schema.sections.map(({ id }) => id).filter((id) => correctableChamps(schema, id, acteur).length > 0);
}

/** COR-1 to COR-7: the content of a node after a correction of one of its blocks, or why not. */
export function corriger(noeud: NoeudCorrigeable, { encadre, valeurs }: Demande, contexte: ContexteCorrection): Correction {
  const interdit = canCorriger(noeud, contexte.acteur);
  if (interdit) return refuse(interdit);
  const type = noeud.type as TypeFiche;
  const schema = contexte.schema ?? formSchema(type);
  if (!schema.sections.some(({ id }) => id === encadre)) return refuse({ code: 'encadre-inconnu', encadre });

  let contenu = noeud.contenu;
  for (const [path, valeur] of Object.entries(valeurs)) {
    const place = findField(schema, path);
    if (!place) return refuse(DOSSIER_ONLY.has(path) ? { code: 'champ-ailleurs', path, ou: 'dossier' } : { code: 'champ-inconnu', path });
    const ou = changedElsewhere(place.field, contexte.acteur);
    if (ou) return refuse({ code: 'champ-ailleurs', path, ou });
    if (place.section.id !== encadre) return refuse({ code: 'champ-inconnu', path });
    contenu = writeField(contenu, place.field, valeur ?? undefined, schema.slices);
  }
  const identite = { ...contexte.identite, id: noeud.id };
  const publie = publishedObject(type, contenu, identite, noeud.contenu);
  const changements = Object.keys(valeurs).flatMap((path): Changement[] => {
    const [avant, apres] = [noeud.contenu, publie].map((un) => readPath(un, path, schema.slices) ?? null);
    return equal(avant, apres) ? [] : [{ path, avant, apres }];
  });
  const faux = problemsOf(type, noeud.contenu, publie, changements, { schema, fiche: contexte.fiche, identite });
  return faux.length > 0 ? refuse({ code: 'champs-invalides', issues: [...faux] }) : { contenu: publie, changements };
}

/** COR-7: what is wrong in the fields that changed, by the form and then by the exposure model; what was wrong elsewhere stays so. */
function problemsOf(type: TypeFiche, avant: Contenu, apres: Contenu, changements: readonly Changement[], { schema, fiche, identite }: { schema: FormSchema; fiche: FicheContext; identite: Identity }): readonly Issue[] {
  const changes = new Set(changements.map(({ path }) => path));
  const dits = blocking(issues(schema, { contenu: apres, illisibles: {} }, fiche), 'finaliser').filter(({ path }) => changes.has(path));
  if (dits.length > 0) return dits;
  const deja = new Set(misfits(type, avant, identite).map((place) => String(place[0])));
  const attributs = new Set(misfits(type, apres, identite).map((place) => String(place[0])).filter((attribut) => !deja.has(attribut)));
  return changements.filter(({ path }) => attributs.has(parsePath(path)[0]!.name))
    .map(({ path }): Issue => ({ code: 'illisible', path, severity: 'erreur', level: 'finaliser' }));
}

const JOUR_MS = 86_400_000;
/** COR-9: an offer is to be brought up to date within a year ([BI] RE1.2). */
export const FRESH_DAYS = 365;

/** COR-9: how long ago a fiche was brought up to date. @param aujourdhui `YYYY-MM-DD` */
export function freshness(dateMiseJour: string | null, aujourdhui: string): Fraicheur {
  if (dateMiseJour === null) return { etat: 'jamais', jours: null };
  const jours = Math.max(0, Math.round((Date.parse(aujourdhui) - Date.parse(dateMiseJour.slice(0, 10))) / JOUR_MS));
  return { etat: jours > FRESH_DAYS ? 'ancienne' : 'a-jour', jours };
}
