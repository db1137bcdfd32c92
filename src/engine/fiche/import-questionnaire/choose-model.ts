import { placedFields } from '../schema-index.ts';
import type { FormSchema } from '../types.ts';

/** What a model is chosen by: a JDV_J55 code, a JDV_J20 code, a JDV_J238 code. */
export interface ModelContext {
  readonly categorieEG?: string | undefined;
  readonly champActivite?: string | undefined;
  readonly typeOffre?: string | undefined;
}

/**
 * The model for a context: every dimension that a model states must hold the value of the context. Among
 * those that fit, the one that states most, then the one for the fewest codes, then the first. `undefined`
 * when none fits: the project's own form of the level then serves.
 */
export function chooseModel(models: readonly FormSchema[], { categorieEG, champActivite, typeOffre }: ModelContext): FormSchema | undefined {
  let best: { readonly model: FormSchema; readonly rank: readonly [stated: number, codes: number] } | undefined;
  for (const model of models) {
    const { categoriesEG, champs, typesOffre } = model.appliesTo ?? {};
    const stated = ([[categoriesEG, categorieEG], [champs, champActivite], [typesOffre, typeOffre]] as const).filter(([accepted]) => accepted !== undefined);
    if (!stated.every(([accepted, value]) => value !== undefined && accepted?.includes(value))) continue;
    const rank = [stated.length, stated.reduce((sum, [accepted]) => sum + (accepted?.length ?? 0), 0)] as const;
    if (!best || rank[0] > best.rank[0] || (rank[0] === best.rank[0] && rank[1] < best.rank[1])) best = { model, rank };
  }
  return best?.model;
}

const opened = new WeakMap<FormSchema, FormSchema>();
/** What a model is chosen by, among the fields of a unit. */
const CHOOSING = ['typeOffre', 'champActivite'];

/**
 * The model, with every choice of the project's own form where an answer chooses the model itself (FIC-76): a person who
 * took the wrong type d'offre is led to the model of the right one. The same object for the same model.
 */
export function openModel(model: FormSchema, base: FormSchema): FormSchema {
  let open = opened.get(model);
  if (!open) {
    const own = new Map([...placedFields(base)].flatMap(({ field }) => (CHOOSING.includes(field.path) ? [[field.path, field] as const] : [])));
    const sections = model.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => {
        const options = own.get(field.path)?.options;
        return options && field.options ? { ...field, options } : field;
      }),
    }));
    const type = own.get('typeOffre');
    const asked = sections.some(({ fields }) => fields.some(({ path }) => path === 'typeOffre'));
    open = { ...model, sections: type && !asked ? sections.map((section, at) => (at === 0 ? { ...section, fields: [type, ...section.fields] } : section)) : sections };
    opened.set(model, open);
  }
  return open;
}
