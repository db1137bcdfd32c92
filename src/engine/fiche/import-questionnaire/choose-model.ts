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
