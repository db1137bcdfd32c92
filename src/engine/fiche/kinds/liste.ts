import { listKind } from './composite.ts';

/** A repeated group (contacts, equipments, places). What its elements hold is judged field by field, with their own paths. */
export const liste = listKind(() => []);
