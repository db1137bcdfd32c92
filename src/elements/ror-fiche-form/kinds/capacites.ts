import { html, nothing, type TemplateResult } from 'lit';
import { findField } from '../../../engine/fiche/schema-index.ts';
import { removeElement } from '../../../engine/fiche/session-elements.ts';
import { setValue, typeText } from '../../../engine/fiche/session.ts';
import type { Field, Option } from '../../../engine/fiche/types.ts';
import { genres } from '../../../i18n/fr/genres.ts';
import { select } from '../../../ui/controls.ts';
import { fieldTemplate, groupTemplate } from '../../../ui/field.ts';
import { icons } from '../../../ui/icons.ts';
import { keptState } from '../../../ui/kept-state.ts';
import { pivotTable, type PivotRow } from '../../../ui/pivot-table.ts';
import { pivotTableStyles } from '../../../ui/pivot-table.styles.ts';
import type { LoadedKind } from '../kinds-controller.ts';
import { fieldProps, fieldId } from '../ror-fiche-form.fields.ts';
import { isRaw, isRecords, raw } from './brut.ts';
import { baseRows, distinct, rowsOf, type Row } from './capacites-rows.ts';
import type { FieldKind, FieldSlot } from './kind.ts';

/** Beds and places: what they are in rows, what became of them in columns. */
const kind: FieldKind = {
  edit: (slot) => (isRaw(slot, isRecords) ? raw(slot) : groupTemplate(slot.props, (control) => html`
    <div id=${control.id} tabindex="-1" class="pivot-frame">${table(slot, true)}</div>
    <div class="elements-actions"><button type="button" class="button small" @click=${() => addRow(slot)}>${icons.plus}${wordsOf(slot).ajouter}</button></div>`)),
  show: (slot) => (isRecords(slot.view.value) ? slot.view.value.length === 0 ? '' : table(slot, false) : slot.text),
};

export const load = (): LoadedKind => ({ kind, styles: [pivotTableStyles] });

/** What the screen knows besides the records: rows begun, and the one whose details are open. */
interface Screen { readonly begun: readonly Row[]; readonly open?: string | undefined }
const screens = keptState<Screen>();

const wordsOf = ({ form }: FieldSlot) => (form.messages.genres ?? genres).capacites;
const screenOf = ({ view, form }: FieldSlot) => screens(form.inner.around, view.field.path);
const recordsOf = ({ view: { value } }: FieldSlot) => (isRecords(value) ? value : []);

/** The field of one record, as a field of the form. */
const inner = ({ view, form }: FieldSlot, place: number, name: string): Field | undefined => findField(form.inner.around.schema, `${view.field.path}.${place}.${name}`)?.field;

/** The choices of a dimension; those of the first record serve for all. */
function optionsOf(slot: FieldSlot, name: string): readonly Option[] {
  const field = inner(slot, 0, name);
  return field ? slot.form.options(slot.form.inner.view(field)) : [];
}

function labelOf(slot: FieldSlot, name: string, code: string): string {
  const field = inner(slot, 0, name);
  return field ? slot.form.describe(slot.form.inner.view(field), code).label : code;
}

function nameOf(slot: FieldSlot, { dimensions, rank }: Row): string {
  const words = wordsOf(slot);
  const nature = dimensions['natureCapacite'];
  const parts = [nature === undefined ? words.sansNature : labelOf(slot, 'natureCapacite', nature),
    ...Object.entries(distinct(dimensions)).map(([name, code]) => labelOf(slot, name, code))];
  const name = parts.join(words.joint);
  return rank > 1 ? words.rang(name, rank) : name;
}

function table(slot: FieldSlot, editing: boolean): TemplateResult {
  const { view, props, form } = slot;
  const words = wordsOf(slot);
  const { begun, open } = screenOf(slot).get() ?? { begun: [] };
  const records = recordsOf(slot);
  const natures = optionsOf(slot, 'natureCapacite').map(({ code }) => code);
  const rows = rowsOf(records, editing ? [...baseRows(natures), ...begun] : []);
  const statuts = optionsOf(slot, 'statutCapacite');
  const used = new Set(records.map(({ statutCapacite }) => statutCapacite));
  const columns = statuts.filter(({ code }) => editing || used.has(code)).map(({ code, label }) => ({ key: code, label }));
  const find = (key: string): Row | undefined => rows.find((row) => row.key === key);
  const fieldAt = (place: number | undefined): Field | undefined => (place === undefined ? undefined : inner(slot, place, 'nombreCapacite'));
  const texts = rows.flatMap(({ places }) => Object.entries(places).map(([statut, place]) => ({ statut, value: records[place]?.['nombreCapacite'] })));
  return pivotTable({
    id: props.id || fieldId(view.field.path), caption: view.field.label, corner: words.nature, columns,
    rows: rows.map((row): PivotRow => ({ key: row.key, label: nameOf(slot, row), ...(editing && !row.base && tools(slot, row, open === row.key)) })),
    cell: (key, statut) => {
      const row = find(key);
      if (!row || row.same || (row.places[statut] === undefined && row.only !== undefined && row.only !== statut)) return undefined;
      const field = fieldAt(row.places[statut]);
      if (!field) return editing ? { text: '', messages: [] } : undefined;
      const shown = form.inner.view(field);
      return { id: fieldId(field.path), text: form.inner.text(shown), messages: fieldProps(shown, form).messages };
    },
    ...(rows.length > 1 && { totals: {
      label: words.total,
      of: (statut) => {
        const counted = texts.filter((one) => one.statut === statut).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
        return counted.length === 0 ? '' : new Intl.NumberFormat('fr').format(counted.reduce((sum, one) => sum + one, 0));
      },
    } }),
    ...(editing && {
      onText: (key: string, statut: string, text: string) => type(slot, find(key), statut, text),
      onLeave: (key: string, statut: string) => {
        const field = fieldAt(find(key)?.places[statut]);
        if (field) form.leave(field.path);
        form.leave(view.field.path);
      },
    }),
  });
}

/** Into the record of this cell: begun with the first digit, gone with the last one. */
function type(slot: FieldSlot, row: Row | undefined, statut: string, text: string): void {
  const { view: { field: { path } }, form } = slot;
  if (!row) return;
  remember(slot, row);
  const place = row.places[statut];
  if (place === undefined) {
    const records = recordsOf(slot);
    form.inner.edit(path, (session, schema) => typeText(
      setValue(session, schema, path, [...records, { typeSourceCapacite: '01', ...row.dimensions, statutCapacite: statut }]), schema, `${path}.${records.length}.nombreCapacite`, text));
  } else if (text.trim() === '') form.inner.edit(path, (session, schema) => removeElement(session, schema, path, place));
  else {
    form.type(`${path}.${place}.nombreCapacite`, text);
    form.inner.refresh(path);
  }
}

/** A row that was emptied stays under the person until they remove it. */
function remember(slot: FieldSlot, row: Row): void {
  const screen = screenOf(slot);
  const now = screen.get() ?? { begun: [] };
  if (!row.base && !now.begun.some(({ key }) => key === row.key)) screen.set({ ...now, begun: [...now.begun, { ...row, places: {} }] });
}

function addRow(slot: FieldSlot): void {
  const { view: { field: { path } }, form } = slot;
  const screen = screenOf(slot);
  const { begun } = screen.get() ?? { begun: [] };
  const [base] = baseRows(optionsOf(slot, 'natureCapacite').map(({ code }) => code));
  const key = `ligne ${begun.length + 1} ${recordsOf(slot).length}`;
  screen.set({ begun: [...begun, { ...(base ?? { dimensions: {}, places: {}, rank: 1 }), key, base: false }], open: key });
  form.inner.refresh(path);
  form.say(wordsOf(slot).ajoutee);
}

/** What can be done to a row, and its details when they are open. */
function tools(slot: FieldSlot, row: Row, open: boolean): Pick<PivotRow, 'tools' | 'under'> {
  const { view: { field: { path } }, form } = slot;
  const words = wordsOf(slot);
  const name = nameOf(slot, row);
  const screen = screenOf(slot);
  const toggle = (): void => {
    remember(slot, row);
    screen.set({ begun: screen.get()?.begun ?? [], open: open ? undefined : row.key });
    form.inner.refresh(path);
  };
  const remove = (): void => {
    screen.set({ begun: (screen.get()?.begun ?? []).filter(({ key }) => key !== row.key) });
    const gone = new Set(Object.values(row.places));
    form.inner.edit(path, (session, schema) => [...gone].sort((a, b) => b - a).reduce((now, place) => removeElement(now, schema, path, place), session));
    form.say(words.supprimee(name));
  };
  return {
    tools: html`<span class="pivot-tools">
      <button type="button" class="button quiet small" aria-expanded=${open} aria-label=${words.precisionsDe(name)} @click=${toggle}>${words.preciser}</button>
      <button type="button" class="button quiet small" aria-label=${words.supprimerLigne(name)} @click=${remove}>${words.supprimer}</button></span>`,
    ...(open && { under: details(slot, row) }),
  };
}

const DETAILS = ['natureCapacite', 'affectationTemporaire', 'temporaliteCapacite', 'genreCapaciteDispo', 'typeFermetureCapacite', 'typeLitsSupplementaire', 'typeCrise'] as const;

function details(slot: FieldSlot, row: Row): TemplateResult {
  const { view: { field: { path } }, props, form } = slot;
  const words = wordsOf(slot);
  const change = (name: string, code: string): void => {
    const screen = screenOf(slot);
    const { [name]: _, ...rest } = row.dimensions;
    const dimensions = code ? { ...rest, [name]: code } : rest;
    const key = `ligne ${JSON.stringify(dimensions)}`;
    const others = (screen.get()?.begun ?? []).filter((other) => other.key !== row.key);
    screen.set({ begun: [...others, { ...row, dimensions, key, places: {} }], open: key });
    const places = new Set(Object.values(row.places));
    if (places.size === 0) return form.inner.refresh(path);
    form.inner.edit(path, (session, schema) => setValue(session, schema, path, recordsOf(slot).map((record, place) => {
      if (!places.has(place)) return record;
      const { [name]: gone, ...kept } = record;
      return code ? { ...kept, [name]: code } : kept;
    })));
  };
  return html`<div class="fields">${DETAILS.map((name) => {
    const field = inner(slot, 0, name);
    if (!field) return nothing;
    const choices = optionsOf(slot, name).map(({ code: value, label }) => ({ value, label }));
    return html`<div class="field">${fieldTemplate({ id: `${props.id}-${row.key}-${name}`, label: field.label, required: false, messages: [], words: props.words }, (control) =>
      select(control, [{ choices }], words.sansPrecision, { value: row.dimensions[name] ?? '', onChoose: (code) => change(name, code) }))}</div>`;
  })}${row.same ? html`<p class="help wide">${words.distinguer}</p>` : nothing}${comments(slot, row)}</div>`;
}

/** What is noted of each number of the row: it needs one. */
function comments(slot: FieldSlot, { places }: Row): unknown {
  const all = Object.entries(places);
  return all.map(([statut, place]) => {
    const field = inner(slot, place, 'commentaire');
    return field && html`${all.length > 1 ? html`<p class="help wide">${labelOf(slot, 'statutCapacite', statut)}</p>` : nothing}${slot.form.inner.draw(field)}`;
  });
}
