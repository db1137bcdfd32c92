import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Field } from '../../engine/fiche/types.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import { heading } from '../../ui/heading.ts';
import { livePart, type LiveParts } from '../../ui/live-part.ts';
import { renderAilleurs, type Support } from './ror-fiche-form.ailleurs.ts';
import { isWide } from './ror-fiche-form.fields.ts';
import type { Sitting } from './sitting.ts';

export interface SectionsProps {
  readonly sitting: Sitting;
  /** Level of the title of a section. */
  readonly level: number;
  readonly frozen: boolean;
  readonly support: Support | undefined;
  readonly words: FormMessages['formulaire'];
  readonly parts: LiveParts;
  readonly draw: (field: Field, title: string) => unknown;
}

/** The sections of the form, each field a part that is drawn again alone. */
export const renderSections = ({ sitting, level, frozen, support, words, parts, draw }: SectionsProps): unknown =>
  repeat(sitting.outline, ({ section }) => section.id, ({ section, fields }) => html`
    <section class="card" part="section" aria-labelledby="section-${section.id}">
      ${heading(level, section.title, { id: `section-${section.id}` })}
      ${frozen ? nothing : html`${section.help ? html`<p class="help">${section.help}</p>` : nothing}${renderAilleurs(sitting, fields, support, words)}`}
      <div class="fields">${repeat(fields, ({ path }) => path, (field) => html`
        <div class="field ${isWide(field) ? 'wide' : ''}" data-path=${field.path}>${livePart(parts, field.path, () => draw(field, section.title))}</div>`)}
      </div>
    </section>`);
