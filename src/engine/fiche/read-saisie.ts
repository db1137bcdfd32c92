import type { Fiche, Saisie } from '../../domain/fiche.ts';
import type { NiveauFiche } from '../../domain/noeud.ts';
import { isObject } from './equal.ts';

/*
 * The shapes that the form relies on, checked by hand: a page gives what its server sent, and the form must not need
 * the schemas of the domain for that.
 */

const LEVELS: Readonly<Record<NiveauFiche, true>> = { EJ: true, EG: true, P: true, S: true, UF: true, UO: true, LIEU: true };
const STATES: Readonly<Record<Fiche['etat'], true>> = { 'en-creation': true, 'en-attente': true, finalisee: true };
const TEXTS = ['id', 'nom', 'dateMiseJour'] as const;

/** What a page gives as typed text; undefined when it is something else. */
export function readSaisie(value: unknown): Saisie | undefined {
  if (!isObject(value)) return undefined;
  const { contenu, illisibles } = value;
  return isObject(contenu) && isTexts(illisibles) ? { contenu, illisibles } : undefined;
}

/** The first attribute that keeps a value from being a fiche, by its name; undefined when it is one. `fiche`: it is no object at all. */
export function ficheProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'fiche';
  const { type, etat, version, contenu, illisibles } = value;
  if (typeof type !== 'string' || !Object.hasOwn(LEVELS, type)) return 'type';
  if (typeof etat !== 'string' || !Object.hasOwn(STATES, etat)) return 'etat';
  const text = TEXTS.find((name) => typeof value[name] !== 'string');
  if (text !== undefined) return text;
  if (typeof version !== 'number' || !Number.isFinite(version)) return 'version';
  if (!isObject(contenu)) return 'contenu';
  return isTexts(illisibles) ? undefined : 'illisibles';
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> => isObject(value) && Object.values(value).every((text) => typeof text === 'string');
