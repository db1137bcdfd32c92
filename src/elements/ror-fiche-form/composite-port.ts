import { html, nothing } from 'lit';
import { findField } from '../../engine/fiche/schema-index.ts';
import type { Field } from '../../engine/fiche/types.ts';
import { isShown } from '../../engine/fiche/visibility.ts';
import { livePart, type LiveParts } from '../../ui/live-part.ts';
import type { CompositePort } from './kinds/kind.ts';
import { isWide } from './ror-fiche-form.fields.ts';
import type { Effect, Sitting } from './sitting.ts';

/** What the form gives to its port. */
interface Form {
  readonly sitting: () => Sitting | undefined;
  readonly parts: LiveParts;
  did(path: string, act: (sitting: Sitting) => Effect): void;
  drawField(sitting: Sitting, field: Field): unknown;
}

/** What fields that hold fields ask of the form. */
export function compositePort(form: Form): CompositePort {
  const sitting = (): Sitting => {
    const shown = form.sitting();
    if (!shown) throw new Error('No fiche is shown.');
    return shown;
  };
  return {
    get around() { return sitting(); },
    view: (field) => sitting().view(field),
    text: (view) => sitting().text(view),
    part: (key, template) => livePart(form.parts, key, template),
    refresh: (...keys) => form.parts.refresh(...keys),
    edit: (path, act) => form.did(path, (now) => now.edit(path, act)),
    draw: (field) => {
      const { schema, saisie: { contenu }, context } = sitting();
      const placed = findField(schema, field.path);
      if (!placed || !isShown(schema, placed, contenu, context)) return nothing;
      return html`<div class="field ${isWide(field) ? 'wide' : ''}" data-path=${field.path}>${
        livePart(form.parts, field.path, () => form.drawField(sitting(), field))}</div>`;
    },
  };
}
