import { codeList } from '../code-list.ts';
import { isEmptyValue } from '../equal.ts';
import type { FicheContext } from '../types.ts';
import { doubles, isObjects, tooMany } from './composite.ts';
import { asStored, illisible, UNREADABLE, type Finding, type HeldCodes, type Kind } from './kind.ts';

interface Territoire { readonly type: string; readonly code: string }

/** JDV_J223 and, for those that are held, the list of its codes. Territoires de santé, pays and zones de défense are not held. */
export const TYPES_TERRITOIRE = { region: '1', departement: '2', commune: '3' } as const;

const PAIR = /^([^\s|;]{1,100})\|([^\s|;]{1,100})$/;

/** Several territories of any types. As a text: `type|code;type|code`. */
export const territoires: Kind = {
  parse(text) {
    const parts = text.split(';').map((part) => part.trim()).filter((part) => part !== '');
    const pairs = new Map<string, Territoire>();
    for (const part of parts) {
      const [, type, code] = PAIR.exec(part) ?? [];
      if (type === undefined || code === undefined) return UNREADABLE;
      pairs.set(part, { type, code });
    }
    return { value: pairs.size === 0 ? undefined : [...pairs.values()] };
  },
  format: (value) => (isTerritoires(value) && value.every(({ type, code }) => PAIR.test(`${type}|${code}`))
    ? value.map(({ type, code }) => `${type}|${code}`).join(';') : asStored(value)),
  isEmpty: isEmptyValue,
  check(value, { constraints = {} }, { context }) {
    if (!isTerritoires(value)) return illisible;
    return [
      ...value.flatMap((one) => unknown(one, context)),
      ...doubles(value, ({ type, code }) => `${type}|${code}`),
      ...tooMany(value, constraints.maxItems),
    ];
  },
  codes: (value) => (isTerritoires(value) ? [
    ['J223', value.map(({ type }) => type)],
    ...LISTS.map(([held, list]): HeldCodes => [list, value.flatMap(({ type, code }) => (type === held ? [code] : []))]),
  ] : []),
};

const LISTS = [[TYPES_TERRITOIRE.region, 'COG_regions'], [TYPES_TERRITOIRE.departement, 'COG_departements']] as const;

const isTerritoires = (value: unknown): value is readonly (Territoire & Readonly<Record<string, unknown>>)[] =>
  isObjects(value) && value.every(({ type, code }) => typeof type === 'string' && typeof code === 'string');

/** FIC-90: nothing is said of the codes of a list that is not held. */
function unknown({ type, code }: Territoire, context: FicheContext): readonly Finding[] {
  const kind = codeList('J223', context)?.describe(type).status;
  if (kind === 'unknown') return [{ code: 'code-inconnu', severity: 'erreur', params: { code: type } }];
  if (type === TYPES_TERRITOIRE.commune) return communeFindings(code, context);
  const list = LISTS.find(([held]) => held === type)?.[1];
  const status = list && codeList(list, context)?.describe(code).status;
  return status === 'unknown' ? [{ code: 'code-inconnu', severity: 'erreur', params: { code } }] : [];
}

const COMMUNE = /^(\d{2}|2[AB])\d{3}$/;

/** The gazetteer holds one region: a commune of a département that it does not have is not looked up. */
function communeFindings(code: string, { communes }: FicheContext): readonly Finding[] {
  if (!COMMUNE.test(code)) return [{ code: 'code-inconnu', severity: 'erreur', params: { code } }];
  if (!communes || communes.get(code)) return [];
  const departement = code.slice(0, 2);
  const held = communes.all.some((commune) => commune.departement === departement);
  return held ? [{ code: 'code-inconnu', severity: 'avertissement', params: { code } }] : [];
}
