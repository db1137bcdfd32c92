import { html, nothing, type TemplateResult } from 'lit';
import { TYPES_TERRITOIRE } from '../../../engine/fiche/kinds/territoires.ts';
import { genres } from '../../../i18n/fr/genres.ts';
import { loadCommunes, type Commune, type Communes } from '../../../nomenclature/communes.ts';
import type { NomenclatureSource } from '../../../nomenclature/load.ts';
import type { ValueSet } from '../../../nomenclature/value-set.ts';
import { chosenList } from '../../../ui/chosen-list.ts';
import { combobox } from '../../../ui/combobox.ts';
import { select } from '../../../ui/controls.ts';
import { fieldTemplate, groupTemplate } from '../../../ui/field.ts';
import { keptState } from '../../../ui/kept-state.ts';
import type { ListGroup } from '../../../ui/list-rows.ts';
import type { LoadedKind } from '../kinds-controller.ts';
import { isRaw, isRecords, raw } from './brut.ts';
import type { FieldKind, FieldSlot } from './kind.ts';

/** Where the names of territories are. */
interface Gazetteer {
  readonly communes: Communes;
  readonly departements: ValueSet;
  readonly regions: ValueSet;
}

/** A thousand codes of another edition say the same thing a thousand times. */
const MESSAGES = 5;

interface Territoire { readonly type: string; readonly code: string }

const { commune, departement, region } = TYPES_TERRITOIRE;
const isTerritoires = (value: unknown): value is readonly (Territoire & Readonly<Record<string, unknown>>)[] =>
  isRecords(value) && value.every(({ type, code }) => typeof type === 'string' && typeof code === 'string');
const keyOf = ({ type, code }: Territoire): string => `${type}|${code}`;
const inWords = ({ nom, codesPostaux }: Commune): string => (codesPostaux.length > 3 ? `${nom} (${codesPostaux[0] ?? ''}…)` : `${nom} (${codesPostaux.join(', ')})`);

/** Communes, départements, régions: several, of any type. */
const territoires = (gazetteer: Gazetteer): FieldKind => ({
  edit(slot) {
    if (isRaw(slot, isTerritoires)) return raw(slot);
    const few = { ...slot, props: { ...slot.props, messages: slot.props.messages.slice(0, MESSAGES) } };
    return groupTemplate(few.props, () => edit(few, gazetteer));
  },
  show(slot) {
    const { view: { value }, text } = slot;
    if (!isTerritoires(value)) return text;
    return value.length === 0 ? '' : html`<ul>${value.map((one) => html`<li>${labelOf(one, gazetteer, slot)}</li>`)}</ul>`;
  },
});

export async function load(source: NomenclatureSource): Promise<LoadedKind> {
  const [communes, departements, regions] = await Promise.all([loadCommunes(), source.valueSet('COG_departements'), source.valueSet('COG_regions')]);
  return { kind: territoires({ communes, departements, regions }), communes };
}

/** The département whose communes are to be added, while it is chosen. */
const picked = keptState<string>();

function edit(slot: FieldSlot, gazetteer: Gazetteer): TemplateResult {
  const { view, props, form } = slot;
  const { field: { path } } = view;
  const { territoires: words } = form.messages.genres ?? genres;
  const { choisis } = props.words;
  const value = isTerritoires(view.value) ? view.value : [];
  const chosen = new Set(value.map(keyOf));
  const write = (next: readonly Territoire[]): void => form.choose(path, next.length === 0 ? undefined : next);
  const onChoose = (key: string): void => {
    const one = fromKey(key);
    const gone = chosen.has(key);
    write(gone ? value.filter((other) => keyOf(other) !== key) : [...value, one]);
    const label = labelOf(one, gazetteer, slot);
    form.say(gone ? choisis.retire(label) : choisis.ajoute(label));
  };
  const add = { ...props, label: words.ajouter, help: undefined, messages: [] };
  const { describedBy, errorMessage, invalid } = around(slot);
  return html`
    <div class="field">${fieldTemplate({ ...add, required: false }, (control) => combobox({
      control: { ...control, describedBy, errorMessage, invalid, required: props.required ? 'true' : nothing }, label: words.ajouter, text: '', chosen,
      multiple: { add: choisis.ajouter }, placeholder: words.chercher,
      search: (text) => search(text, gazetteer, words.groupes), onChoose, onLeave: () => form.leave(path), say: form.say, words: props.words.liste,
    }))}</div>
    ${allOf(slot, gazetteer, value, write)}
    ${chosenList({
      id: props.id, title: words.liste, empty: choisis.vide, words: choisis, say: form.say,
      items: value.map((one) => ({ value: keyOf(one), label: labelOf(one, gazetteer, slot) })),
      onChange: (keys) => write(keys.map((key) => value.find((one) => keyOf(one) === key) ?? fromKey(key))),
    })}`;
}

/** « Tout sélectionner »: every commune of a département, in one gesture. */
function allOf({ view: { field: { path } }, props, form }: FieldSlot, { communes, departements }: Gazetteer, value: readonly Territoire[], write: (next: readonly Territoire[]) => void): TemplateResult {
  const { territoires: words } = form.messages.genres ?? genres;
  const held = new Set(communes.all.map((one) => one.departement));
  const choices = departements.concepts.filter(({ code }) => held.has(code)).map(({ code, label }) => ({ value: code, label: `${label} (${code})` }));
  const state = picked(form.inner.around, path);
  const onAll = (): void => {
    const code = state.get();
    if (!code) return form.say(words.choisirDepartement);
    const there = new Set(value.map(keyOf));
    const fresh = communes.all.filter((one) => one.departement === code).map((one): Territoire => ({ type: commune, code: one.code })).filter((one) => !there.has(keyOf(one)));
    if (fresh.length > 0) write([...value, ...fresh]);
    form.say(words.ajoutees(fresh.length));
  };
  const id = `${props.id}-departement`;
  return html`<div class="field all-of"><label for=${id}>${words.departement}</label><div class="line">
    ${select({ id, describedBy: nothing, errorMessage: nothing, invalid: nothing, required: nothing }, [{ choices }], words.choisirDepartement,
      { value: state.get() ?? '', onChoose: (code) => { state.set(code || undefined); form.inner.refresh(path); } })}
    <button type="button" class="button" aria-describedby=${id} aria-disabled=${state.get() ? nothing : 'true'} @click=${onAll}>${words.toutAjouter}</button>
  </div></div>`;
}

function around({ props: { id, help, messages } }: FieldSlot): { readonly describedBy: string | typeof nothing; readonly errorMessage: string | typeof nothing; readonly invalid: 'true' | typeof nothing } {
  const wrong = messages.some(({ severity }) => severity === 'erreur');
  return {
    describedBy: [help && `${id}-help`, messages.length > 0 && `${id}-messages`].filter(Boolean).join(' ') || nothing,
    errorMessage: wrong ? `${id}-messages` : nothing, invalid: wrong ? 'true' : nothing,
  };
}

function fromKey(key: string): Territoire {
  const [type = '', code = ''] = key.split('|');
  return { type, code };
}

function search(text: string, { communes, departements, regions }: Gazetteer, titles: Readonly<Record<'regions' | 'departements' | 'communes', string>>): readonly ListGroup[] {
  const digits = text.replace(/\s/g, '');
  const small = (list: ValueSet) => (/^\d+$/.test(digits) ? list.concepts.filter(({ code }) => list === departements && code.startsWith(digits)) : list.search(text));
  return [
    { id: 'regions', label: titles.regions, options: small(regions).map(({ code, label }) => ({ value: keyOf({ type: region, code }), label })) },
    { id: 'departements', label: titles.departements, options: small(departements).map(({ code, label }) => ({ value: keyOf({ type: departement, code }), label: `${label} (${code})` })) },
    { id: 'communes', label: titles.communes, options: communes.search(text).map((one) => ({ value: keyOf({ type: commune, code: one.code }), label: inWords(one) })) },
  ];
}

function labelOf({ type, code }: Territoire, { communes, departements, regions }: Gazetteer, { form }: FieldSlot): string {
  const { territoires: { genre } } = form.messages.genres ?? genres;
  if (type === commune) {
    const found = communes.get(code);
    return found ? inWords(found) : `${code} (${genre.commune})`;
  }
  if (type === departement) return departements.get(code) ? `${departements.describe(code).label} (${code}, ${genre.departement})` : `${code} (${genre.departement})`;
  if (type === region) return `${regions.describe(code).label} (${genre.region})`;
  return `${code} (${genre.autre})`;
}
