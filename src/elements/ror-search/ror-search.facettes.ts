import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { FACETTES, type Facette } from '../../engine/recherche/champs.ts';
import type { Criteres } from '../../engine/recherche/criteres.ts';
import { isSituated } from '../../engine/recherche/given.ts';
import type { PageResultats } from '../../engine/recherche/resultats.ts';
import { select } from '../../ui/controls.ts';
import { facetteLabel } from './labels.ts';
import type { Contexte } from './types.ts';

/** Values shown before *Voir tout*. */
const FIRST_SHOWN = 10;
/** Facets that are open at first: the ones that the guide shows. */
export const OPEN_AT_START: readonly Facette[] = ['domaine', 'type', 'public', 'mode'];
export const MINUTES = 30;
const DISTANCES = [1, 2, 5, 10, 20, 50];

export interface FacettesProps {
  /** A page without a session: its profile may not read places. */
  readonly lecture: boolean;
  readonly page: PageResultats | undefined;
  /** Facets of which all the values are shown. */
  readonly etendues: ReadonlySet<string>;
  /** Facets that are open: the values of the others are not drawn. */
  readonly ouvertes: ReadonlySet<string>;
  readonly onChange: (criteres: Criteres) => void;
  readonly onEtendre: (facette: Facette) => void;
  readonly onOuvrir: (facette: Facette, ouverte: boolean) => void;
}

const plain = (id: string) => ({ id, describedBy: nothing, errorMessage: nothing, invalid: nothing, required: nothing }) as const;
const sans = (criteres: Criteres, ...noms: readonly (keyof Criteres)[]): Criteres =>
  Object.fromEntries(Object.entries(criteres).filter(([nom]) => !(noms as readonly string[]).includes(nom)));

export interface VoletProps extends FacettesProps {
  /** On a telephone, the filters are shown when asked. */
  readonly montre: boolean;
  /** Filters under way. */
  readonly nombre: number;
  readonly onMontrer: () => void;
}

/** The filters beside the results, or above them. */
export function renderPanel(contexte: Contexte, props: VoletProps): TemplateResult {
  const { mots } = contexte;
  const { montre, nombre } = props;
  return html`<section class="filtres ${montre ? 'montres' : ''}" aria-label=${mots.affiner} part="filtres">
    <button type="button" class="button bascule" aria-expanded=${montre} aria-controls="filtres" @click=${props.onMontrer}>${montre ? mots.masquerFiltres : mots.affinerCompte(nombre)}</button>
    <div id="filtres">${renderFacettes(contexte, props)}</div>
  </section>`;
}

/** What narrows the results, with how many each value would leave. Drawn again when one of these has changed. */
function renderFacettes(contexte: Contexte, props: FacettesProps): unknown {
  return guard([props.lecture, contexte.criteres, contexte.libelles.version, contexte.mots, props.page, props.etendues, props.ouvertes], () => renderAllFacettes(contexte, props));
}

function renderAllFacettes(contexte: Contexte, props: FacettesProps): TemplateResult {
  const comptes = new Map(props.page?.facettes.map(({ facette, valeurs }) => [facette, valeurs]));
  return html`<div class="facettes" @change=${(event: Event) => { onBox(event, contexte.criteres, props); }} @click=${(event: Event) => { onExtend(event, props); }}>
    ${renderNow(contexte, props)}
    ${(Object.keys(FACETTES) as Facette[]).map((facette) => renderFacette(facette, comptes.get(facette) ?? [], contexte, props))}
  </div>`;
}

function renderNow({ criteres, mots }: Contexte, { lecture, page, onChange }: FacettesProps): TemplateResult {
  const { age, distanceMax, dureeMax, deplacement = 'voiture', ou } = criteres;
  const loin = isSituated(ou);
  const compte = (n: number | undefined): unknown => (n === undefined ? nothing : html`<span class="nombre">(${n})</span>`);
  const rapide = (nom: 'ouvert' | 'places' | 'dureeMax', titre: string, checked: boolean, n?: number): TemplateResult =>
    html`<label class="check"><input type="checkbox" data-rapide=${nom} .checked=${live(checked)}><span>${titre} ${compte(n)}</span></label>`;
  const onAge = (event: Event): void => {
    event.stopPropagation();
    const field = event.target as HTMLInputElement;
    const texte = field.value.trim();
    const years = Number(texte);
    const valid = texte !== '' && Number.isInteger(years) && years >= 0 && years <= 150;
    if (valid || texte === '') onChange({ ...sans(criteres, 'age'), ...(valid && { age: years }) });
    else field.value = age?.toString() ?? '';
  };
  return html`<fieldset class="facette maintenant">
    <legend>${mots.maintenant}</legend>
    ${rapide('ouvert', mots.ouvert, criteres.ouvert ?? false, page?.ouverts)}
    ${lecture && !criteres.places && page?.avecPlaces === 0 ? nothing : rapide('places', mots.places, criteres.places ?? false, page?.avecPlaces)}
    ${loin ? html`
      ${rapide('dureeMax', mots.moinsDe(dureeMax ?? MINUTES), dureeMax !== undefined)}
      ${dureeMax === undefined ? nothing : html`<div class="petit"><label for="deplacement" class="visually-hidden">${mots.deplacement}</label>
        ${select(plain('deplacement'), [{ choices: (['velo', 'marche'] as const).map((value) => ({ value, label: mots.deplacements[value] })) }], mots.deplacements.voiture, {
          value: deplacement === 'voiture' ? '' : deplacement, onChoose: (value) => { onChange({ ...sans(criteres, 'deplacement'), ...(value === 'velo' || value === 'marche' ? { deplacement: value } : {}) }); },
        })}</div>`}
      <div class="petit"><label for="distance">${mots.distance}</label>
        ${select(plain('distance'), [{ choices: [...new Set([...DISTANCES, ...(distanceMax === undefined ? [] : [distanceMax])])].sort((a, b) => a - b).map((km) => ({ value: String(km), label: mots.distanceMax(km) })) }], mots.distanceLibre, {
          value: distanceMax?.toString() ?? '', onChoose: (value) => { onChange({ ...sans(criteres, 'distanceMax'), ...(value !== '' && { distanceMax: Number(value) }) }); },
        })}</div>` : nothing}
    <div class="petit"><label for="age">${mots.age}</label>
      <span class="line"><input id="age" class="control short" type="text" inputmode="numeric" autocomplete="off" .value=${live(age?.toString() ?? '')} aria-describedby="age-unit" @change=${onAge}><span class="unit" id="age-unit">${mots.ans}</span></span></div>
  </fieldset>`;
}

function renderFacette(facette: Facette, comptes: readonly { readonly code: string; readonly nombre: number }[], { criteres, libelles, mots }: Contexte, { etendues, ouvertes, onOuvrir }: FacettesProps): unknown {
  const choisis = new Set(criteres.facettes?.[facette]);
  // What was chosen can always be taken back, even when it gives nothing any more.
  const absents = [...choisis].filter((code) => !comptes.some((one) => one.code === code)).map((code) => ({ code, nombre: 0 }));
  const toutes = [...comptes, ...absents];
  if (toutes.length === 0) return nothing;
  const etendue = etendues.has(facette);
  const visibles = etendue ? toutes : toutes.filter(({ code }, at) => at < FIRST_SHOWN || choisis.has(code));
  const titre = mots.facettes[facette];
  const ouverte = ouvertes.has(facette) || choisis.size > 0;
  return html`<details class="facette" data-facette=${facette} ?open=${ouverte} @toggle=${(event: Event) => { onOuvrir(facette, (event.target as HTMLDetailsElement).open); }}>
    <summary>${titre}${choisis.size > 0 ? html` <span class="nombre">(${choisis.size})</span>` : nothing}</summary>
    ${ouverte ? html`<fieldset><legend class="visually-hidden">${titre}</legend>
      ${visibles.map(({ code, nombre }) => html`<label class="check"><input type="checkbox" data-code=${code} .checked=${live(choisis.has(code))}><span>${facetteLabel(libelles, mots, facette, code)} <span class="nombre">(${nombre})</span></span></label>`)}
    </fieldset>
    ${toutes.length > FIRST_SHOWN ? html`<button type="button" class="button quiet small" data-etendre=${facette} aria-expanded=${etendue}>${etendue ? mots.voirMoins : mots.voirTout(toutes.length)}<span class="visually-hidden"> ${titre}</span></button>` : nothing}` : nothing}
  </details>`;
}

function onBox(event: Event, criteres: Criteres, { onChange }: FacettesProps): void {
  const input = event.target as HTMLInputElement;
  const { code, rapide } = input.dataset;
  const facette = input.closest<HTMLElement>('[data-facette]')?.dataset['facette'] as Facette | undefined;
  if (rapide === 'dureeMax') return onChange(input.checked ? { ...criteres, dureeMax: MINUTES } : sans(criteres, 'dureeMax', 'deplacement'));
  if (rapide === 'ouvert' || rapide === 'places') return onChange({ ...sans(criteres, rapide), ...(input.checked && { [rapide]: true }) });
  if (code === undefined || facette === undefined) return;
  const autres = (criteres.facettes?.[facette] ?? []).filter((one) => one !== code);
  onChange({ ...criteres, facettes: { ...criteres.facettes, [facette]: input.checked ? [...autres, code] : autres } });
}

function onExtend(event: Event, { onEtendre: etendre }: FacettesProps): void {
  const facette = (event.target as Element).closest<HTMLElement>('[data-etendre]')?.dataset['etendre'];
  if (facette !== undefined) etendre(facette as Facette);
}
