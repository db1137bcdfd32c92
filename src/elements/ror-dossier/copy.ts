import type { Parked } from '../../controllers/fiche-saver.ts';
import { loadSurroundings } from '../../controllers/surroundings.ts';
import { documentSections, documentText } from '../../engine/fiche/document.ts';
import { fieldView } from '../../engine/fiche/interpret.ts';
import { loadFormSchema } from '../../engine/fiche/load-schema.ts';
import { sameField } from '../../engine/fiche/merge.ts';
import type { FicheContext, FormSchema } from '../../engine/fiche/types.ts';
import { copier } from '../../i18n/fr/copier.ts';
import { document as mots } from '../../i18n/fr/document.ts';
import { formulaire } from '../../i18n/fr/formulaire.ts';
import { Associations } from '../../nomenclature/associations.ts';
import { Nomenclature } from '../../nomenclature/nomenclature.ts';

/** Copies what was typed, and says so at the end of the banner; what the browser does not let copy is shown, to be copied by hand. */
export async function copyText(parked: Pick<Parked, 'base' | 'save'>, titre: string, banner: Element): Promise<void> {
  const texte = await unsavedText(parked, titre);
  const done = await Promise.resolve().then(() => navigator.clipboard.writeText(texte)).then(() => true, () => false);
  banner.querySelector('.copie')?.remove();
  const said = document.createElement('div');
  said.className = 'copie';
  const phrase = document.createElement('p');
  phrase.setAttribute('role', 'status');
  said.append(phrase);
  banner.append(said);
  phrase.textContent = done ? copier.fait : copier.aLaMain;
  if (done) return;
  const area = Object.assign(document.createElement('textarea'), { value: texte, readOnly: true, rows: 8, ariaLabel: copier.texte });
  said.append(area);
  area.focus();
  area.select();
}

/** What was typed into a fiche and is not on the server, in words: the fields that differ from it, then texts that can't be read. */
export async function unsavedText({ base, save: saisie }: Pick<Parked, 'base' | 'save'>, titre: string): Promise<string> {
  const schema = await loadFormSchema(base.type);
  const context = await contextOf(schema);
  const sections = schema.sections
    .map((section) => ({ section, fields: section.fields.filter((field) => !sameField(schema, field, saisie, base)).map((field) => fieldView(schema, field, saisie, context)) }))
    .filter(({ fields }) => fields.length > 0);
  const words = { ...formulaire, ...mots };
  const texte = documentText({ title: titre, facts: [], sections: documentSections({ sections }, saisie.contenu, context, words, schema.slices), notes: [] }, mots.nonRenseigne);
  const left = Object.values(saisie.illisibles).filter((one) => one !== '' && !texte.includes(one));
  return [texte, ...left].join('\n');
}

/** Offline, codes stand for their words: the text can be copied all the same. */
async function contextOf(schema: FormSchema): Promise<FicheContext> {
  const nomenclature = new Nomenclature();
  const lists = await loadSurroundings(schema).catch(() => ({ nomenclature, associations: new Associations([], nomenclature) }));
  return { ...lists, role: 'referent' };
}
