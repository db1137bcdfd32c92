import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../../i18n/messages.ts';
import type { Situation } from './lue.ts';
import { webLink } from './telecom.ts';

/** Another map, of the host's choice: its name, and the address of its page for a place. */
export interface AutreCarte {
  readonly nom: string;
  readonly url: (lieu: { readonly latitude?: number; readonly longitude?: number; readonly adresse: string }) => string;
}

const { format: degres } = new Intl.NumberFormat('fr', { minimumFractionDigits: 5, maximumFractionDigits: 5 });

/** Where it is: the address, the point, other maps, and a map where the host gives its background. */
export function renderLieu({ lignes, point, heritee }: Situation, { mots, avecCarte, carteAbsente, ouvrirDans, partie }: {
  readonly mots: Catalogue['ficheLue']['lieu']; readonly avecCarte: boolean; readonly carteAbsente: boolean; readonly ouvrirDans: readonly AutreCarte[];
  /** The address has a block of its own in the forms of an EJ and of an EG. */
  readonly partie: 'adresse' | 'point' | 'tout';
}): TemplateResult | undefined {
  if (partie === 'adresse' ? lignes.length === 0 : partie === 'point' && !point) return undefined;
  const adresse = partie === 'point' ? [] : lignes;
  if (partie === 'adresse') return adresseLines(adresse);
  const liens = ouvrirDans.flatMap(({ nom, url }) => {
    const href = webLink(url({ ...(point && { latitude: point.latitude, longitude: point.longitude }), adresse: lignes.join(', ') }));
    return href ? [html`<li><a href=${href} target="_blank" rel="noopener noreferrer">${mots.ouvrirDans(nom)}<span class="visually-hidden"> (${mots.nouvelOnglet})</span></a></li>`] : [];
  });
  return html`
    ${avecCarte && point ? html`<div id="carte" class="carte-place" ?hidden=${carteAbsente}></div>${carteAbsente ? html`<p class="soft" role="status">${mots.carteAbsente}</p>` : nothing}` : nothing}
    ${heritee ? html`<p class="soft">${mots.adresseDe(heritee)}</p>` : nothing}
    ${adresse.length > 0 ? adresseLines(adresse) : nothing}
    ${point ? html`<p class="soft">${mots.coordonnees} : ${mots.point(degres(point.latitude), degres(point.longitude))}${point.fiable ? nothing : html` – ${mots.approchees}`}</p>` : nothing}
    ${liens.length > 0 ? html`<ul class="liens">${liens}</ul>` : nothing}`;
}

const adresseLines = (lignes: readonly string[]): TemplateResult => html`<address>${lignes.map((ligne) => html`<span>${ligne}</span>`)}</address>`;
