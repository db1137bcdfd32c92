import { html } from 'lit';
import '../src/elements/ror-fiche-form/define.ts';
import type { RorFicheForm } from '../src/elements/ror-fiche-form/ror-fiche-form.ts';
import { checkSources } from '../src/engine/fiche/check-editions.ts';
import { importQuestionnaire } from '../src/engine/fiche/import-questionnaire/import-questionnaire.ts';
import { formSchema } from '../src/engine/fiche/schemas.ts';
import { withEditions } from '../src/nomenclature/editions.ts';
import { importValueSet } from '../src/nomenclature/import-fhir.ts';
import { officialSource } from '../src/nomenclature/load.ts';
import edition from './data/edition-hote.json';
import modele from './data/modele-hote.json';
import { story, uniteHebergement } from './ror-fiche-form.ts';

export default { title: 'ror-fiche-form : un hôte et ses données', component: 'ror-fiche-form' };

/** The edition of the host: a FHIR ValueSet read at run time. Its faults are listed, the rest serves. */
export const importee = importValueSet(edition);
export const sourceHote = withEditions(officialSource, importee.data ? [{ ...importee.data, replacedBy: { 46: '90' } }] : []);

const report = (root: HTMLElement, lines: readonly string[]): void => {
  root.querySelector('[data-rapport]')!.replaceChildren(...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
};

/** *Vérifier avec une nouvelle édition*: what it would change for this fiche, then the form with it. */
export const EditionDuHote = {
  name: 'Édition chargée par l’hôte',
  render: () => html`<div>
    <p><button type="button" @click=${async (event: Event) => {
      const root = (event.currentTarget as HTMLElement).closest('div')!;
      const changes = await checkSources(formSchema('UO'), uniteHebergement, officialSource, sourceHote, uniteHebergement.editions);
      report(root, [
        ...changes.map(({ code, label, change, newLabel, replacement, editionAfter }) =>
          `${label} (${code}), édition du ${editionAfter} : ${change === 'relabelled' ? `devient « ${newLabel ?? ''} »` : `sort de la nomenclature${replacement ? `, remplacé par « ${replacement.label} » (${replacement.code})` : ''}`}`),
        ...importee.problems.map(({ path, code }) => `Fichier importé, ${path} : ${code}`),
      ]);
    }}>Vérifier avec une nouvelle édition</button>
    <button type="button" @click=${(event: Event) => {
      (event.currentTarget as HTMLElement).closest('div')!.querySelector<RorFicheForm>('ror-fiche-form')!.source = sourceHote;
    }}>Prendre cette édition</button></p>
    <ul data-rapport aria-live="polite"></ul>
    ${story({ fiche: uniteHebergement })}
  </div>`,
};

/** A retired code in the edition of the host: its words, its mark, and what takes its place. */
export const CodeRetire = { name: 'Code retiré', render: () => story({ fiche: uniteHebergement, source: sourceHote }) };

/** A national modèle de saisie given by the host: the form follows it, and each item left out is said. */
export const ModeleNational = {
  name: 'Modèle de saisie national',
  render: () => {
    const { schema, reports, model } = importQuestionnaire(modele);
    return html`<div>
      ${story({ fiche: uniteHebergement, ...(schema && { schema }) })}
      <h2>Ce que le formulaire n’a pas pris de ${model.name ?? 'ce modèle'}</h2>
      <ul>${reports.map(({ at, linkId, code, value, kept }) => html`<li>${linkId ?? at} — ${code}${value ? html` : ${value}` : ''}${kept ? ' (champ affiché)' : ''}</li>`)}</ul>
    </div>`;
  },
};
