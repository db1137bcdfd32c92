import type { Fiche } from '../../domain/fiche.ts';
import { chooseModel, openModel } from '../../engine/fiche/import-questionnaire/choose-model.ts';
import { loadFormSchema } from '../../engine/fiche/load-schema.ts';
import { readPath } from '../../engine/fiche/paths.ts';
import type { FormSchema } from '../../engine/fiche/types.ts';

export type Chooser = (modeles: readonly FormSchema[], fiche: Pick<Fiche, 'type' | 'contenu'>, categorieEG: string | undefined) => FormSchema | undefined;

/** What chooses among the modèles de saisie of a page, for fiches of a level. */
export async function loadChooser(level: Fiche['type']): Promise<Chooser> {
  const base = await loadFormSchema(level);
  return (modeles, { type, contenu }, categorieEG) => {
    const answer = (path: string): string | undefined => { const value = readPath(contenu, path); return typeof value === 'string' ? value : undefined; };
    const model = chooseModel(modeles.filter((one) => one.level === type), { categorieEG, champActivite: answer('champActivite'), typeOffre: answer('typeOffre') });
    return model && openModel(model, base);
  };
}
