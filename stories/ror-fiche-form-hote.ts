import { html } from 'lit';
import '../src/elements/ror-fiche-form/define.ts';
import type { RorEditionCheckEvent } from '../src/elements/ror-fiche-form/edition-event.ts';
import type { RorFicheForm } from '../src/elements/ror-fiche-form/ror-fiche-form.ts';
import { importQuestionnaire } from '../src/engine/fiche/import-questionnaire/import-questionnaire.ts';
import { catalogue as fr } from '../src/i18n/catalogue.ts';
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

/** *Vérifier avec une nouvelle édition*: the form says what it would change for this fiche; the host may then take it. */
export const EditionDuHote = {
  name: 'Édition chargée par l’hôte',
  render: () => html`<div @ror-edition-check=${(event: RorEditionCheckEvent) => {
      report(event.currentTarget as HTMLElement, importee.problems.map(({ path, code }) => `Fichier importé, ${path} : ${code}`));
    }}>
    <p><button type="button" @click=${(event: Event) => {
      const form = (event.currentTarget as HTMLElement).closest('div')!.querySelector<RorFicheForm>('ror-fiche-form')!;
      form.source = sourceHote;
      form.edition = undefined;
    }}>Prendre cette édition</button></p>
    <ul data-rapport aria-live="polite"></ul>
    ${story({ fiche: uniteHebergement, edition: sourceHote })}
  </div>`,
};

/** A retired code in the edition of the host: its words, its mark, and what takes its place. */
export const CodeRetire = { name: 'Code retiré', render: () => story({ fiche: uniteHebergement, source: sourceHote }) };

/** A national modèle de saisie given by the host: the form follows it, and each item left out is said. */
export const ModeleNational = {
  name: 'Modèle de saisie national',
  render: () => {
    const { schema, reports, model } = importQuestionnaire(modele);
    const { rapports } = fr;
    return html`<div>
      ${story({ fiche: uniteHebergement, ...(schema && { schema }) })}
      <h2>Ce que le formulaire n’a pas pris de ${model.name ?? 'ce modèle'}</h2>
      <ul>${reports.map(({ at, linkId, code, value, kept }) => html`<li>${rapports.remarque(at === '' ? rapports.entier : rapports.element(linkId ?? at), rapports.modele[code], value, kept ? rapports.affiche : undefined)}</li>`)}</ul>
    </div>`;
  },
};

/** Several models at hand: the one for the establishment, the champ and the type d’offre is followed, live. */
export const ModelesChoisis = {
  name: 'Modèles de saisie, choisis par le type d’offre',
  render: () => {
    const { schema } = importQuestionnaire(modele);
    return story({ fiche: uniteHebergement, modeles: schema ? [schema] : [] });
  },
};
