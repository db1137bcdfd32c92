import { html, nothing, type TemplateResult } from 'lit';
import { isObject } from '../../engine/fiche/equal.ts';
import { champsCapacite } from '../../engine/fiche/kinds/capacites.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { Lue } from './lue.ts';

/** What tells one row from another, after the nature; the usual value of each goes without saying. */
const PRECISIONS: Readonly<Record<string, string | undefined>> = {
  affectationTemporaire: '01', temporaliteCapacite: '01', genreCapaciteDispo: undefined, typeFermetureCapacite: undefined, typeLitsSupplementaire: undefined, typeCrise: undefined,
};

const valueSetOf = (path: string): ValueSetId | undefined => {
  const id = champsCapacite.find((field) => field.path === path)?.options?.valueSet;
  return id === 'GGD' ? undefined : id;
};

/** Beds and places: a row for each nature, a column for each status that somebody has counted. */
export function renderCapacites(value: unknown, { context: { nomenclature } }: Lue, { capacites: mots }: Catalogue['ficheLue']): TemplateResult | undefined {
  const tous = (Array.isArray(value) ? value : []).filter(isObject).filter(({ nombreCapacite }) => typeof nombreCapacite === 'number');
  if (tous.length === 0) return undefined;
  const dire = (path: string, code: unknown): string => {
    const id = valueSetOf(path);
    return typeof code !== 'string' ? '' : (id && nomenclature.has(id) ? nomenclature.valueSet(id).get(code)?.label : undefined) ?? code;
  };
  const precisions = (un: Readonly<Record<string, unknown>>): string =>
    Object.entries(PRECISIONS).flatMap(([path, habituelle]) => (un[path] === undefined || un[path] === habituelle ? [] : [dire(path, un[path])])).join(', ');
  const statutDe = ({ statutCapacite }: Readonly<Record<string, unknown>>): string => (typeof statutCapacite === 'string' ? statutCapacite : '');
  const statuts = [...new Set(tous.map(statutDe))].sort();
  const lignes = new Map<string, { readonly nature: string; readonly precision: string; readonly nombres: Map<string, number> }>();
  for (const un of tous) {
    const [nature, precision] = [dire('natureCapacite', un['natureCapacite']), precisions(un)];
    const cle = `${nature}\n${precision}`;
    const ligne = lignes.get(cle) ?? { nature, precision, nombres: new Map<string, number>() };
    const statut = statutDe(un);
    ligne.nombres.set(statut, (ligne.nombres.get(statut) ?? 0) + (un['nombreCapacite'] as number));
    lignes.set(cle, ligne);
  }
  const dates = tous.flatMap((un) => (typeof un['dateMAJCapacite'] === 'string' ? [un['dateMAJCapacite']] : [])).sort();
  const derniere = dates.at(-1);
  return html`<div class="table" tabindex="0" role="group" aria-label=${mots.nature}><table>
      <thead><tr><th scope="col">${mots.nature}</th>${statuts.map((statut) => html`<th scope="col" class="nombre">${statut ? dire('statutCapacite', statut) : mots.autre}</th>`)}</tr></thead>
      <tbody>${[...lignes.values()].map(({ nature, precision, nombres }) => html`<tr><th scope="row">${nature}${precision ? html` <span class="soft">${precision}</span>` : nothing}</th>${
        statuts.map((statut) => html`<td class="nombre">${nombres.get(statut) ?? '–'}</td>`)}</tr>`)}</tbody>
    </table></div>${derniere ? html`<p class="soft">${mots.source(derniere)}</p>` : nothing}`;
}
