import { html, nothing, type TemplateResult } from 'lit';
import type { Adresse } from '../../../domain/adresse.ts';
import { lignesAdresse, LONGUEUR_LIGNE_ADRESSE } from '../../../domain/lignes-adresse.ts';
import { findField } from '../../../engine/fiche/schema-index.ts';
import type { FieldView } from '../../../engine/fiche/types.ts';
import { genres } from '../../../i18n/fr/genres.ts';
import { loadCommunes, type Commune, type Communes } from '../../../nomenclature/communes.ts';
import { combobox } from '../../../ui/combobox.ts';
import { envelopeStyles } from '../../../ui/envelope.styles.ts';
import { fieldTemplate, groupTemplate } from '../../../ui/field.ts';
import type { ListGroup, ListOption } from '../../../ui/list-rows.ts';
import type { LoadedKind } from '../kinds-controller.ts';
import { fieldProps } from '../ror-fiche-form.fields.ts';
import { inside } from '../sub-paths.ts';
import { isRaw, isRecord, raw } from './brut.ts';
import type { FieldKind, FieldSlot } from './kind.ts';

/** The fields as the lines of an envelope have them (NF Z 10-011). The commune comes before what it can fill. */
const ORDER = ['pointRemise', 'complementPointGeographique', 'numeroVoie', 'extension', 'libelleVoie', 'lieuDit', 'mentionDistribution', 'communeCog', 'codePostal', 'localite'] as const;

const read = (value: unknown): Adresse => (isRecord(value)
  ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {});

const adresse = (communes: Communes): FieldKind => ({
  edit(slot) {
    if (isRaw(slot, isRecord)) return raw(slot);
    const { view: { field: { path } }, props, form } = slot;
    const { inner } = form;
    return groupTemplate(props, () => html`<div class="address">
      <div class="fields address-fields" id=${props.id} tabindex="-1">${ORDER.map((name) => {
        const field = findField(inner.around.schema, `${path}.${name}`)?.field;
        if (!field) return nothing;
        return html`<div class="address-${name}">${name === 'communeCog' && !inner.view(field).readonly
          ? html`<div class="field" data-path=${field.path}>${inner.part(field.path, () => commune(slot, inner.view(field), communes))}</div>` : inner.draw(field)}</div>`;
      })}</div>
      ${inner.part(inside(path), () => envelope(slot))}
    </div>`);
  },
  show: ({ view: { value }, text }) => {
    if (!isRecord(value)) return text;
    const lines = lignesAdresse(read(value));
    const { communeCog } = read(value);
    return lines.length > 0 ? lines.join('\n') : communeCog ? nameOf(communes.get(communeCog), communeCog) : text;
  },
});

export async function load(): Promise<LoadedKind> {
  const communes = await loadCommunes();
  return { kind: adresse(communes), styles: [envelopeStyles], communes };
}

const nameOf = (found: Commune | undefined, code: string): string =>
  (found ? `${found.nom} (${found.codesPostaux.length > 3 ? `${found.codesPostaux[0] ?? ''}…` : found.codesPostaux.join(', ')})` : code);

/** As lines of an address are written: capitals, no accents. */
const enLigne = (nom: string): string => nom.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[’'-]/g, ' ').toLocaleUpperCase('fr');

/** One choice a postal code, so that who has the letter in hand points at the right one. */
const choices = (found: readonly Commune[], codePostal?: string): readonly ListOption[] => found.flatMap(({ code, nom, codesPostaux }) =>
  codesPostaux.filter((one) => codePostal === undefined || one === codePostal).map((one) => ({ value: `${code} ${one}`, label: `${nom} (${one})` })));

/** The commune, found by its name or a postal code; what it says of the other lines is written where nothing stands. */
function commune({ view: { field: { path } }, form }: FieldSlot, view: FieldView, communes: Communes): TemplateResult {
  const { adresse: words } = form.messages.genres ?? genres;
  const { field: { path: own, label }, value, text } = view;
  const code = typeof value === 'string' ? value : '';
  const known = communes.get(code);
  const props = fieldProps(view, form);
  const search = (typed: string): readonly ListGroup[] => {
    const { codePostal = '' } = read(valueAt(form, path));
    const served = typed.trim() === '' ? communes.parCodePostal(codePostal) : [];
    const digits = typed.replace(/\s/g, '');
    return [
      ...(served.length > 0 ? [{ id: 'proposees', label: words.proposees(codePostal), strong: true, options: choices(served, codePostal) }] : []),
      { id: 'communes', ...(served.length > 0 && { label: words.communes }), options: choices(communes.search(typed), /^\d{5}$/.test(digits) && communes.parCodePostal(digits).length > 0 ? digits : undefined) },
    ];
  };
  const onChoose = (choice: string): void => {
    const [chosen = '', codePostal = ''] = choice.split(' ');
    const found = communes.get(chosen);
    const before = read(valueAt(form, path));
    form.choose(own, chosen);
    if (!found) return;
    const was = before.communeCog === undefined ? undefined : communes.get(before.communeCog);
    // What the person wrote of their own stays: a CEDEX, a former name.
    const free = (now: string | undefined, proposed: readonly string[]): boolean => now === undefined || proposed.includes(now);
    const wroteCode = free(before.codePostal, was?.codesPostaux ?? []);
    const wroteName = free(before.localite, was ? [enLigne(was.nom)] : []);
    if (wroteCode) form.choose(`${path}.codePostal`, codePostal);
    if (wroteName) form.choose(`${path}.localite`, enLigne(found.nom));
    form.say(wroteCode && wroteName ? words.remplie(found.nom) : found.nom);
  };
  const shown = text !== code ? text : code === '' ? '' : known ? nameOf(known, code) : words.inconnue(code);
  return fieldTemplate({ ...props, label: words.commune, help: props.help }, (control) => combobox({
    control, label, text: shown, placeholder: words.chercher, words: props.words.liste, say: form.say, search, onChoose,
    chosen: new Set(known ? known.codesPostaux.map((one) => `${code} ${one}`) : []), onLeave: () => form.leave(own),
    onText: (typed) => (typed.trim() === '' ? form.choose(own, undefined) : communes.get(typed.trim()) ? form.choose(own, typed.trim()) : form.keepUnreadable(own, typed)),
  }));
}

function valueAt({ inner: { around: { schema }, view } }: FieldSlot['form'], path: string): unknown {
  const field = findField(schema, path)?.field;
  return field && view(field).value;
}

/** The address as printed, each line with how much of it is used. */
function envelope({ view: { field: { path } }, form }: FieldSlot): TemplateResult {
  const { adresse: words } = form.messages.genres ?? genres;
  const lines = lignesAdresse(read(valueAt(form, path)));
  return html`<figure class="envelope"><figcaption>${words.apercu}</figcaption>${lines.length === 0 ? html`<p class="none">${words.sansLigne}</p>`
    : html`<ol>${lines.map((line) => {
      const over = line.length - LONGUEUR_LIGNE_ADRESSE;
      return html`<li class=${over > 0 ? 'over' : nothing}><span class="envelope-line">${line}</span>
        <span class="envelope-count" aria-hidden="true">${words.compte(line.length, LONGUEUR_LIGNE_ADRESSE)}</span><span class="visually-hidden">${words.compteDit(line.length, LONGUEUR_LIGNE_ADRESSE)}</span>
        ${over > 0 ? html`<span class="erreur">${words.tropLongue(over)}</span>` : nothing}</li>`;
    })}</ol>`}</figure>`;
}
