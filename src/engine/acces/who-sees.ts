import type { Contenu } from '../../domain/fiche.ts';
import type { TypeNoeud } from '../../domain/noeud.ts';
import { readPath, type Slices } from '../fiche/paths.ts';
import type { Field } from '../fiche/types.ts';
import { readersOf } from './profils.ts';

/** Who reads a field, in the three words of a form: everybody; professionals (profile 2, and 3 where it may); profile 1 alone. */
export type Audience = 'public' | 'professionnels' | 'restreint';

const LEVELS: Readonly<Record<string, Audience>> = { 1: 'public', 2: 'professionnels', 3: 'restreint' };
/** Lists whose elements each have a level of their own: nothing is true of the whole list. */
const PER_ELEMENT = new Set(['contact', 'telecommunication', 'boiteLettreMSS', 'boiteLettresMSS', 'capacitePriseCharge']);

/**
 * Who reads a field of a fiche (ACC-1 to ACC-8), as its content is now; `undefined` for a list whose elements differ.
 * That a sensitive unit is hidden as a whole (ACC-3) is said of its `uniteSensible`, not of each of its fields.
 */
export function whoSees(niveau: TypeNoeud | 'LIEU', field: Pick<Field, 'path' | 'kind' | 'confidentiality'>, contenu: Contenu, slices: Slices = {}): Audience | undefined {
  const { path, kind, confidentiality } = field;
  if (confidentiality !== undefined) {
    const level = typeof confidentiality === 'string' ? confidentiality : readPath(contenu, confidentiality.path, slices);
    return typeof level === 'string' ? LEVELS[level] ?? 'restreint' : 'restreint';
  }
  if ((kind === 'liste' || kind === 'capacites') && PER_ELEMENT.has(path.split('.').at(-1) ?? '')) return undefined;
  const { uniteSensible: _sensible, ...shown } = contenu;
  // A place has no field of activity: it follows the rules of the other levels (ACC-9).
  const profils = readersOf(niveau === 'LIEU' ? 'S' : niveau, path, shown, slices);
  if (profils.includes(0)) return 'public';
  return profils.includes(2) || profils.includes(3) ? 'professionnels' : 'restreint';
}
