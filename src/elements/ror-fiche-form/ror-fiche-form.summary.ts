import { html, type TemplateResult } from 'lit';
import type { Issue } from '../../engine/fiche/issue.ts';
import { ensuite } from '../../i18n/fr/formulaire-suite.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import { heading } from '../../ui/heading.ts';
import { fieldId, wordIssue } from './ror-fiche-form.fields.ts';
import { reveal } from './reveal.ts';
import type { Sitting } from './sitting.ts';
import { isWithin } from './sub-paths.ts';

export { suiteStyles } from './suite.styles.ts';

/** What the last save lacked, as links to the fields, by section. Shrinks as the person goes. */
export function renderSummary(sitting: Sitting, issues: readonly Issue[], level: Issue['level'], messages: FormMessages, headingLevel: number): TemplateResult {
  const words = ensuite(messages.formulaire).manques;
  if (issues.length === 0) return html`<div class="banner success" id="manques"><p>${words.complet}</p></div>`;
  const title = level === 'attente' ? words.enAttente(issues.length) : words.titre(issues.length);
  const sections = sitting.outline
    .map(({ section, fields }) => ({ section, lines: fields.flatMap((outer) => issues.filter(({ path }) => path === outer.path || isWithin(path, outer.path))
      .map((issue) => ({ outer, field: sitting.field(issue.path) ?? outer, issue }))) }))
    .filter(({ lines }) => lines.length > 0);
  return html`<div class="banner danger summary" id="manques" role="group" aria-labelledby="manques-titre">
    ${heading(headingLevel, title, { id: 'manques-titre', focusable: true })}
    <div class="summary-sections">${sections.map(({ section, lines }) => html`<div>
      ${heading(headingLevel + 1, section.title)}
      <ul>${lines.map(({ outer, field, issue }) => html`<li><a href="#${fieldId(field.path)}" @click=${goTo}>${
        wordIssue(issue, sitting.view(field), messages).text}${which(issue, field === outer ? [] : sitting.owners(field), field.label)}</a></li>`)}</ul>
    </div>`)}</div>
    <p class="help">${words.aide}</p>
  </div>`;
}

/** Which field it is, when its sentence does not say; of a field inside others, in which one. */
function which({ code }: Issue, owners: readonly string[], label: string): unknown {
  const named = [...owners, ...(code === 'manquant' ? [] : [label])];
  return named.length === 0 ? '' : html` <span class="which">(${named.join(', ')})</span>`;
}

/** The address of the page is the host's: the link moves the focus and nothing else. */
function goTo(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const target = reveal(link.getRootNode() as ShadowRoot, decodeURIComponent(link.hash.slice(1 + fieldId('').length)));
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
