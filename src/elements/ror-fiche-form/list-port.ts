import { stepOptions } from '../../engine/fiche/options.ts';
import type { LiveParts } from '../../ui/live-part.ts';
import type { FormPort } from './kinds/kind.ts';
import type { ListsController } from './lists-controller.ts';
import type { Sitting } from './sitting.ts';

type ListPort = Pick<FormPort, 'hasOptions' | 'options' | 'describe' | 'longues' | 'synonymes' | 'replacement' | 'filters' | 'filter' | 'stepOptions'>;

/** What fields ask of the lists of the form: empty answers while nothing is shown. */
export const listPort = ({ sitting, lists, parts }: { readonly sitting: () => Sitting | undefined; readonly lists: ListsController; readonly parts: LiveParts }): ListPort => ({
  hasOptions: ({ field: { options } }) => lists.longues !== undefined && (options?.valueSet === 'GGD' || (options !== undefined && (lists.lists?.nomenclature.has(options.valueSet) ?? false))),
  options: (view) => sitting()?.options(view) ?? [],
  describe: (view, code) => sitting()?.describe(view, code) ?? { code, label: code, rank: 'autre', status: 'unknown' },
  longues: () => lists.longues,
  synonymes: ({ field }) => lists.synonymes(field.options),
  replacement: (view, code) => sitting()?.replacement(view, code),
  filters: (path) => sitting()?.filters(path) ?? {},
  filter: (path, filters) => {
    sitting()?.filter(path, filters);
    parts.refresh(path);
  },
  stepOptions: (step) => {
    const now = sitting();
    return now ? stepOptions(step, now.context) : [];
  },
});
