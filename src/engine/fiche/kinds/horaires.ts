import { codeList } from '../code-list.ts';
import type { FicheContext } from '../types.ts';
import { isObjects, listKind, type Json } from './composite.ts';
import { isDay } from './date.ts';
import { illisible, type Finding, type Kind } from './kind.ts';

const HEURE = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const FIN_JOURNEE = /^24:00(:00)?$/;

/**
 * The typical week as it is stored. Only its shape is judged here: what overlaps and what crosses midnight is the
 * business of engine/planning, which reads the same records.
 */
export const horaires: Kind = {
  ...listKind((value, _field, { context }) => {
    const records = value as readonly Json[];
    if (!records.every(isHoraire)) return illisible;
    return [...incomplete(records), ...unknownTypes(records, context), ...backwards(records)];
  }),
  codes: (value) => (isObjects(value) ? [['J41', typesOf(value)]] : []),
};

const typesOf = (records: readonly Json[]): readonly string[] => [...new Set(records.flatMap(({ typePlageHoraire: type }) => (typeof type === 'string' ? [type] : [])))];

function isHoraire({ jourSemaine: day, heureDebut: from, heureFin: to, debutDateEffective: first, finDateEffective: last, typePlageHoraire: type }: Json): boolean {
  return (day === undefined || (Number.isInteger(day) && Number(day) >= 1 && Number(day) <= 7 && typeof day === 'number'))
    && (from === undefined || (typeof from === 'string' && HEURE.test(from)))
    && (to === undefined || (typeof to === 'string' && (HEURE.test(to) || FIN_JOURNEE.test(to))))
    && [first, last].every((date) => date === undefined || isDay(date))
    && (type === undefined || typeof type === 'string');
}

/** FIC-94: a beginning without end, an end without beginning, hours of no day. */
function incomplete(records: readonly Json[]): readonly Finding[] {
  const count = records.filter(({ jourSemaine, heureDebut, heureFin, debutDateEffective }) => (
    (heureDebut === undefined) !== (heureFin === undefined) || (heureDebut !== undefined && jourSemaine === undefined && debutDateEffective === undefined)
  )).length;
  return count === 0 ? [] : [{ code: 'horaire-incomplet', severity: 'avertissement', params: { nombre: count } }];
}

function unknownTypes(records: readonly Json[], context: FicheContext): readonly Finding[] {
  const list = codeList('J41', context);
  return list ? typesOf(records).filter((type) => list.describe(type).status === 'unknown').map((code) => ({ code: 'code-inconnu', severity: 'erreur', params: { code } })) : [];
}

/** FIC-94: an exceptional period ends after it begins. */
function backwards(records: readonly Json[]): readonly Finding[] {
  const wrong = records.some(({ debutDateEffective: first, finDateEffective: last }) => typeof first === 'string' && typeof last === 'string' && last < first);
  return wrong ? [{ code: 'horaire-inverse', severity: 'erreur' }] : [];
}
