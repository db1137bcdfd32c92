import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { elementsOf, elementTitle } from '../../../engine/fiche/elements.ts';
import { addElement, keepElement, removeElement, restoreElement, type Kept } from '../../../engine/fiche/session-elements.ts';
import type { Field, FieldView } from '../../../engine/fiche/types.ts';
import { genres } from '../../../i18n/fr/genres.ts';
import { flagTemplate, groupTemplate, type ControlAttributes } from '../../../ui/field.ts';
import { keptState } from '../../../ui/kept-state.ts';
import { repeatedGroup } from '../../../ui/repeated-group.ts';
import { repeatedGroupStyles } from '../../../ui/repeated-group.styles.ts';
import type { LoadedKind } from '../kinds-controller.ts';
import { showValue } from '../ror-fiche-form.fields.ts';
import { body, inside } from '../sub-paths.ts';
import { isRaw, isRecords, raw } from './brut.ts';
import type { FieldKind, FieldSlot, FormPort } from './kind.ts';

type Element = ReturnType<typeof elementsOf>[number];

/** How much of an element its line says while it is closed. */
const SAID = 3;

/** A repeated group: contacts, equipments, prices, places. */
const kind: FieldKind = {
  edit(slot) {
    if (isRaw(slot, isRecords)) return raw(slot);
    return groupTemplate(slot.props, (control) => group(slot, control));
  },
  show({ view, text, form }) {
    if (!isRecords(view.value)) return text;
    const elements = elementsIn(view, form);
    return elements.length === 0 ? '' : html`<ul class="elements-read">${elements.map((element, at) => html`<li>
      <p class="element-title">${titleOf(element, at, view, form)}</p>
      <dl>${filled(element, form).map((inner) => html`<div><dt>${inner.field.label}</dt><dd>${showValue(inner, form)}</dd></div>`)}</dl></li>`)}</ul>`;
  },
};

export const load = (): LoadedKind => ({ kind, styles: [repeatedGroupStyles] });

/** The element removed last, by list, until another is. */
const removed = keptState<Kept>();

function group({ view, form }: FieldSlot, control: ControlAttributes): unknown {
  const { field, readonly } = view;
  const { path, constraints } = field;
  const { groupe: words } = form.messages.genres ?? genres;
  const elements = elementsIn(view, form);
  const singular = field.element?.singular ?? field.label;
  const at = (place: number): number => elements.findIndex(({ index }) => index === place);
  const element = (place: number): Element | undefined => elements[at(place)];
  const title = (place: number): string => titleOf(element(place), at(place), view, form);
  const max = constraints?.maxItems;
  const full = max !== undefined && elements.length >= max;
  return repeatedGroup({
    control, title, say: form.say, places: elements.map(({ index }) => index),
    note: full ? words.plein(max, singular) : undefined,
    head: (place, open) => form.inner.part(inside(`${path}.${place}`), () => line(element(place), at(place), open, view, form)),
    body: (place) => form.inner.part(body(`${path}.${place}`), () => html`<div class="fields">${
      repeat(element(place)?.fields ?? [], ({ path: inner }) => inner, (inner) => form.inner.draw(inner))}</div>`),
    ...(!readonly && !full && { add: () => form.inner.edit(path, (session, schema) => addElement(session, schema, path)) }),
    remove: (place) => form.inner.edit(path, (session, schema) => {
      removed(form.inner.around, path).set(keepElement(session, schema, path, place));
      return removeElement(session, schema, path, place);
    }),
    restore: () => form.inner.edit(path, (session, schema) => {
      const last = removed(form.inner.around, path).get();
      return last ? restoreElement(session, schema, last) : session;
    }),
    words: {
      ajouter: words.ajouter(singular), supprimer: words.supprimer, annuler: words.annuler, vide: words.vide(singular),
      ajoute: (name) => words.ajoute(name, singular), supprime: (name) => words.supprime(name, singular), remis: (name) => words.remis(name, singular),
    },
  });
}

function elementsIn({ field }: FieldView, { inner: { around: { schema, saisie } } }: FormPort): readonly Element[] {
  return elementsOf(schema, field, saisie.contenu);
}

function titleOf(element: Element | undefined, at: number, { field }: FieldView, form: FormPort): string {
  const { groupe: words } = form.messages.genres ?? genres;
  const { schema, saisie, context } = form.inner.around;
  const named = element && elementTitle(schema, field, element.index, saisie.contenu, context);
  return named || words.sansTitre(field.element?.singular ?? field.label, at + 1);
}

/** Title, and while the element is closed what else it says, and how much of it is to be corrected. */
function line(element: Element | undefined, at: number, open: boolean, view: FieldView, form: FormPort): TemplateResult {
  const { groupe: words } = form.messages.genres ?? genres;
  const title = titleOf(element, at, view, form);
  if (open || !element) return html`<span class="element-title">${title}</span>`;
  const wrong = errorsIn(element.fields, form);
  const said = filled(element, form).map((inner) => inLine(inner, form)).filter((text) => text !== '' && text !== title).slice(0, SAID);
  return html`<span class="element-title">${title}</span>${said.length > 0 ? html`<span class="element-summary">${said.join(' · ')}</span>` : nothing}
    ${wrong > 0 ? flagTemplate(words.aCorriger(wrong)) : nothing}`;
}

const filled = ({ fields }: Element, form: FormPort): readonly FieldView[] =>
  fields.map((field) => form.inner.view(field)).filter(({ value, text }) => (Array.isArray(value) ? value.length > 0 : value !== undefined || text !== ''));

/** A value on a line: in words, without what only says who may read it. */
function inLine(view: FieldView, form: FormPort): string {
  const { field: { kind: name, options, unit }, value, text } = view;
  if (options?.valueSet === 'J222' || name === 'booleen') return '';
  if (name === 'code' && typeof value === 'string') return form.hasOptions(view) ? form.describe(view, value).label : value;
  if (name === 'liste') return elementsIn(view, form).map((element) => firstWords(element, form)).filter(Boolean).join(', ');
  return name === 'texte' || name === 'date' ? text : name === 'nombre' ? [text, unit].filter(Boolean).join(' ') : '';
}

/** Of an element inside an element, what was typed: the number itself says more than « Téléphone fixe ». */
function firstWords(element: Element, form: FormPort): string {
  const views = filled(element, form);
  const typed = views.find(({ field: { kind: name } }) => name === 'texte') ?? views[0];
  return typed ? inLine(typed, form) : '';
}

function errorsIn(fields: readonly Field[], form: FormPort): number {
  return fields.reduce((sum, field) => {
    const view = form.inner.view(field);
    const own = view.issues.filter(({ severity }) => severity === 'erreur').length;
    const inner = field.kind === 'liste' ? elementsIn(view, form).reduce((deep, element) => deep + errorsIn(element.fields, form), 0) : 0;
    return sum + own + inner;
  }, 0);
}
