import { html, type TemplateResult } from 'lit';
import type { Audience } from '../../engine/acces/who-sees.ts';
import type { Issue } from '../../engine/fiche/issue.ts';
import type { FieldView, KindName } from '../../engine/fiche/types.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import { icons } from '../../ui/icons.ts';
import { fieldTemplate, readonlyTemplate, type FieldMessage, type FieldProps } from '../../ui/field.ts';
import { booleen } from './kinds/booleen.ts';
import { code } from './kinds/code.ts';
import { codes } from './kinds/codes.ts';
import { date } from './kinds/date.ts';
import type { FieldKind, FormPort } from './kinds/kind.ts';
import { nombre } from './kinds/nombre.ts';
import { texteLong } from './kinds/texte-long.ts';
import { texte } from './kinds/texte.ts';

/** The kinds of every form; the others come on demand (`kinds-controller.ts`). */
const kinds: Partial<Record<KindName, FieldKind>> = { texte, 'texte-long': texteLong, nombre, date, booleen, code, codes };

/** Stands for a kind that is on its way. */
const coming: FieldKind = {
  edit: ({ props }) => fieldTemplate(props, ({ id }) => html`<p class="control waiting" role="status" id=${id}>${props.words.chargement.titre}</p>`),
  // Its text is JSON: nothing to read.
  show: ({ text, props }) => (text === '' ? text : html`<span class="waiting" role="status">${props.words.chargement.titre}</span>`),
};

const kindOf = ({ field: { kind } }: FieldView, form: FormPort): FieldKind => kinds[kind] ?? form.kind(kind) ?? coming;

export const audienceIcons: Readonly<Record<Audience, TemplateResult>> = { public: icons.eye, professionnels: icons.people, restreint: icons.lock };

/** Id of the control of a field in the root of the form. */
export const fieldId = (path: string): string => `champ-${path}`;

/** Fields that take the whole width: the lists, the long texts, the name and the choice in steps. */
export const isWide = ({ kind, proposal, options, constraints }: FieldView['field']): boolean =>
  kind === 'codes' || kind === 'texte-long' || (constraints?.maxLength ?? 0) > 500 || (kinds[kind] === undefined && kind !== 'reference') || proposal === 'nom-offre' || (options?.steps?.length ?? 0) > 0;

export interface Drawn {
  readonly view: FieldView;
  readonly text: string;
  readonly readonly: boolean;
  /** Whether explanations are shown. */
  readonly helps: boolean;
  /** What a name could be, one gesture away. */
  readonly corrections: unknown;
  /** Title of the section, which the label need not repeat. */
  readonly title: string;
  /** Who will read the field. */
  readonly audience: Audience | 'sensible' | undefined;
  /** Said of the last gesture in this field, beside its issues. */
  readonly remark: string | undefined;
  readonly form: FormPort;
}

/** One field: to fill, or to read. */
export function renderField({ view, text, readonly, helps, corrections, title, audience, remark, form }: Drawn): unknown {
  const { field } = view;
  const words = form.messages.formulaire;
  const props: FieldProps = {
    id: fieldId(field.path), label: field.label, required: view.required, help: helps ? field.help : undefined, unit: field.unit, words, quiet: field.label === title,
    audience: audience !== undefined && (helps || audience === 'restreint' || audience === 'sensible') ? renderAudience(audience, words) : undefined,
    messages: [...view.issues.map((issue) => wordIssue(issue, view, form.messages)), ...(remark ? [{ text: remark, severity: 'avertissement' as const }] : [])],
  };
  const kind = kindOf(view, form);
  if (readonly || view.readonly) {
    const value = kind.show({ view, text, props, form });
    return readonlyTemplate(props, value === '' ? html`<span class="empty">${words.nonRenseigne}</span>` : value);
  }
  return html`${kind.edit({ view, text, props, form })}${corrections}`;
}

/** The texts around a field that its own kind does not draw. */
export const fieldProps = (view: FieldView, form: FormPort): FieldProps => ({
  id: fieldId(view.field.path), label: view.field.label, required: view.required, unit: view.field.unit, words: form.messages.formulaire,
  messages: view.issues.map((issue) => wordIssue(issue, view, form.messages)),
});

const renderAudience = (audience: NonNullable<Drawn['audience']>, { audience: words }: FormMessages['formulaire']): unknown =>
  html`${audienceIcons[audience === 'sensible' ? 'restreint' : audience]}<span>${words[audience]}</span>`;

/** A value in words, outside its field. */
export function showValue(view: FieldView, form: FormPort, empty = ''): unknown {
  const words = form.messages.formulaire;
  const value = kindOf(view, form).show({ view, text: view.text, form, props: { id: '', label: '', required: false, messages: [], words } });
  return value === '' ? empty : value;
}

/** A sentence for an issue, beside its field. */
export function wordIssue(issue: Issue, { field, value }: Pick<FieldView, 'field' | 'value'>, messages: FormMessages): FieldMessage {
  const { severity, code: issueCode, params = {} } = issue;
  if (issueCode === 'illisible' && (field.kind === 'code' || field.kind === 'codes')) {
    return { severity, text: messages.formulaire.liste.illisible(value !== undefined) };
  }
  if (issueCode === 'code-hors-liste' && field.kind === 'codes') return { severity, text: messages.formulaire.inhabituels };
  return { severity, text: messages.constats[issueCode]?.(field.label, params) ?? field.label };
}
