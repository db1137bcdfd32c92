import { html, nothing, type TemplateResult } from 'lit';
import { whoSees, type Audience } from '../../engine/acces/who-sees.ts';
import { elementsOf, elementTitle } from '../../engine/fiche/elements.ts';
import { isEmptyValue, isObject } from '../../engine/fiche/equal.ts';
import { readPath } from '../../engine/fiche/paths.ts';
import type { Field, FieldView, SectionView } from '../../engine/fiche/types.ts';
import { valuesInWords, type ValueWords } from '../../engine/fiche/value-in-words.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { icons } from '../../ui/icons.ts';
import { renderCapacites } from './ror-fiche.capacites.ts';
import type { Lue } from './lue.ts';
import { telecomLink } from './telecom.ts';

export interface Mots {
  readonly ficheLue: Catalogue['ficheLue'];
  readonly valeurs: ValueWords;
}

/** One row of a block. */
export interface Ligne {
  readonly path: string;
  readonly label: string;
  readonly contenu: unknown;
}

export const AUDIENCES: Readonly<Record<Audience, TemplateResult>> = { public: icons.eye, professionnels: icons.people, restreint: icons.lock };

/** What other views show: the point and the lines of an address, the week. */
const ELSEWHERE = /(?:^|[.:])(?:coordonneeGeographique\.|adresse\.)|^horaire$/;
const telecoms = (field: Field): boolean => (field.fields ?? []).some(({ path }) => path === 'adresseTelecom');
const CANAUX: Readonly<Record<string, string>> = { telephone: '2', mail: '3' };

/** The rows of a block that say something, in the order of the form. */
export function linesOf({ fields }: SectionView, lue: Lue, mots: Mots): readonly Ligne[] {
  return fields.flatMap((view): Ligne[] => {
    const { field } = view;
    if (ELSEWHERE.test(field.path) || field.kind === 'adresse' || isEmptyValue(view.value)) return [];
    const contenu = field.kind === 'capacites' ? renderCapacites(view.value, lue, mots.ficheLue)
      : field.kind === 'liste' && telecoms(field) ? renderTelecoms(field, lue, mots)
        : field.kind === 'liste' && field.path === 'contact' ? renderContacts(field, lue, mots)
          : renderValue(view, lue, mots);
    return contenu === undefined ? [] : [{ path: field.path, label: field.label, contenu: html`${contenu}${renderMark(field, lue, mots)}` }];
  });
}

function renderValue(view: FieldView, { contenu, context, schema: { slices } }: Lue, { valeurs }: Mots): unknown {
  const textes = valuesInWords(view, { contenu, context, words: valeurs, slices: slices ?? {} });
  const [seul] = textes;
  if (seul === undefined) return undefined;
  if (textes.length > 1) return html`<ul>${textes.map((texte) => html`<li>${texte}</li>`)}</ul>`;
  const [, tranche] = /telecommunication:(\w+)\.adresseTelecom$/.exec(view.field.path) ?? [];
  return tranche ? renderLink(CANAUX[tranche], seul) : html`<span>${seul}</span>`;
}

function renderLink(canal: unknown, adresse: string): TemplateResult {
  const href = telecomLink(canal, adresse);
  return href ? html`<a href=${href} target=${href.startsWith('http') ? '_blank' : nothing} rel=${href.startsWith('http') ? 'noopener noreferrer' : nothing}>${adresse}</a>` : html`<span>${adresse}</span>`;
}

/** Who sees it, when not everybody does. */
function renderMark(field: Field, { noeud, contenu, schema }: Lue, mots: Mots): unknown {
  const audience = whoSees(noeud.type, field, contenu, schema.slices);
  return audience && audience !== 'public' ? renderBadge(audience, mots) : nothing;
}

const NIVEAUX: Readonly<Record<string, Audience>> = { 1: 'public', 2: 'professionnels', 3: 'restreint' };
const renderNiveau = (code: unknown): Audience => (typeof code === 'string' ? NIVEAUX[code] ?? 'restreint' : 'restreint');

function renderBadge(audience: Audience, { ficheLue: { audiences, quiVoit: dire } }: Mots): TemplateResult {
  return html`<span class="audience" data-audience=${audience} title=${dire(audiences[audience])}>${AUDIENCES[audience]}<span>${audiences[audience]}</span></span>`;
}

/** One way to reach somebody on one line: its channel, its address, what for, who sees it. */
function renderTelecom(un: Readonly<Record<string, unknown>>, dessus: Audience, lue: Lue, mots: Mots): unknown {
  const adresse = un['adresseTelecom'];
  if (typeof adresse !== 'string' || adresse === '') return nothing;
  const { canal, utilisation } = un;
  const nom = typeof canal === 'string' ? renderLabel('J225', canal, lue) : '';
  const audience = renderNiveau(un['niveauConfidentialite']);
  return html`<li>${nom ? html`<span class="canal">${nom}</span>` : nothing} ${renderLink(canal, adresse)}${
    typeof utilisation === 'string' && utilisation !== '' ? html` <span class="soft">(${utilisation})</span>` : nothing}${audience !== dessus ? renderBadge(audience, mots) : nothing}</li>`;
}

const renderLabel = (valueSet: 'J225' | 'J220' | 'J221', code: string, { context: { nomenclature } }: Lue): string =>
  (nomenclature.has(valueSet) ? nomenclature.valueSet(valueSet).get(code)?.label ?? code : code);

const renderElements = (field: Field, lue: Lue): readonly { readonly index: number; readonly un: Readonly<Record<string, unknown>> }[] =>
  elementsOf(lue.schema, field, lue.contenu).flatMap(({ path, index }) => {
    const un = readPath(lue.contenu, path, lue.schema.slices);
    return isObject(un) ? [{ index, un }] : [];
  });

function renderTelecoms(field: Field, lue: Lue, mots: Mots): unknown {
  const tous = renderElements(field, lue);
  return tous.length > 0 ? html`<ul class="telecoms">${tous.map(({ un }) => renderTelecom(un, 'public', lue, mots))}</ul>` : undefined;
}

function renderContacts(field: Field, lue: Lue, mots: Mots): unknown {
  const tous = renderElements(field, lue);
  if (tous.length === 0) return undefined;
  return html`<ul class="contacts">${tous.map(({ un, index }) => {
    const audience = renderNiveau(un['niveauConfidentialite']);
    const { description, fonctionContact, nom } = un;
    const moyens = Array.isArray(un['telecommunication']) ? un['telecommunication'].filter(isObject) : [];
    const titre = elementTitle(lue.schema, field, index, lue.contenu, lue.context);
    const fonction = typeof fonctionContact === 'string' && nom ? renderLabel('J220', fonctionContact, lue) : '';
    return html`<li class="contact"><p><strong>${titre || mots.ficheLue.contact}</strong>${fonction ? html` <span class="soft">${fonction}</span>` : nothing}${
      audience === 'public' ? nothing : renderBadge(audience, mots)}</p>
      ${typeof description === 'string' ? html`<p class="soft">${description}</p>` : nothing}
      ${moyens.length > 0 ? html`<ul class="telecoms">${moyens.map((moyen) => renderTelecom(moyen, audience, lue, mots))}</ul>` : nothing}</li>`;
  })}</ul>`;
}

export const renderLines = (lignes: readonly Ligne[]): TemplateResult => html`<dl>${lignes.map(({ path, label, contenu }) => html`<div class="pair" data-path=${path}><dt>${label}</dt><dd>${contenu}</dd></div>`)}</dl>`;
