import { html, nothing, type TemplateResult } from 'lit';
import { wordsOf } from '../../controllers/words-controller.ts';
import { integration } from '../../i18n/fr/integration.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import type { Unfit } from './schema-controller.ts';

/** Errors shown at once: the others follow from the same mistake, or wait their turn. */
const SHOWN = 10;

/** Instead of the form, when the page gave something that is no fiche or no schema: a word to the person, the places to the integrator. */
export function renderUnfit(unfit: Unfit, messages: FormMessages): TemplateResult {
  const { integration: words } = wordsOf(messages, { integration });
  const errors = 'schema' in unfit ? unfit.schema : [];
  return html`<div class="banner danger" role="alert"><div>
    <p>${'fiche' in unfit ? words.fiche(unfit.fiche) : 'schema' in unfit ? words.schema : words.inattendu}</p>
    ${errors.length === 0 ? nothing : html`<p>${words.details(errors.length)}</p>
      <ul>${errors.slice(0, SHOWN).map(({ at, message }) => html`<li><code>${at || words.racine}</code> : <code>${message}</code></li>`)}</ul>`}
  </div></div>`;
}
