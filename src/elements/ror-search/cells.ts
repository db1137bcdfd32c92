import { html, nothing, type TemplateResult } from 'lit';
import type { EtablissementTrouve, OffreTrouvee } from '../../engine/recherche/resultats.ts';
import { joursEntre, statutInWords } from './statut.ts';
import type { Contexte, Mots } from './types.ts';

/** What a cell of a result says; the list, the table and the comparison show the same. */

export const renderDistance = ({ distanceKm }: EtablissementTrouve, mots: Mots): unknown => (distanceKm === null ? nothing : mots.km(distanceKm));

export function renderDuree({ duree: trajet }: EtablissementTrouve, { criteres: { dureeMax }, mots }: Pick<Contexte, 'criteres' | 'mots'>): unknown {
  if (!trajet) return nothing;
  const loin = dureeMax !== undefined && trajet.minutes > dureeMax;
  return html`${mots.minutes(trajet.minutes, trajet.estimee)}${loin ? html` <small class="second">${mots.auDela}</small>` : nothing}`;
}

/** Letters as in the regional tool, and the words that they stand for. */
export function renderPatients({ enfants, adultes }: OffreTrouvee, mots: Mots): unknown {
  const lettre = (quoi: 'enfants' | 'adultes'): TemplateResult => html`<span class="patient" data-lettre=${mots.lettres[quoi]}>${mots.patients[quoi]}</span>`;
  if (!enfants && !adultes) return html`<span class="second">${mots.patients.inconnu}</span>`;
  return html`${enfants ? lettre('enfants') : nothing}${enfants && adultes ? ' ' : nothing}${adultes ? lettre('adultes') : nothing}`;
}

/** A shape, a colour and words: open, closed, unknown, then why and until when. */
export function renderStatut(offre: OffreTrouvee, { instant, mots }: Pick<Contexte, 'instant' | 'mots'>): TemplateResult {
  const { etat, suite } = statutInWords(offre.statut, instant, mots);
  return html`<span class="statut ${offre.statut.etat}">${etat}</span>${suite === '' ? nothing : html` <span class="suite">${suite}</span>`}`;
}

/** A count older than this may well be wrong. */
const STALE_DAYS = 7;

/** Available now, and how long ago they were counted. */
export function renderPlaces({ places: { disponibles, installees, dateMiseJour } }: OffreTrouvee, { instant, mots }: Pick<Contexte, 'instant' | 'mots'>): unknown {
  if (disponibles === null) return html`<span class="second">${mots.placesInconnues}</span>`;
  const age = dateMiseJour === null ? undefined : joursEntre(dateMiseJour, instant);
  return html`${mots.placesDe(disponibles, installees)}${age === undefined ? nothing : html` <span class="suite ${age > STALE_DAYS ? 'ancien' : ''}">${mots.placesComptees(age)}</span>`}`;
}

/** Opens the fiche: one press, read by the element. */
export const renderLink = (id: string, nom: string): TemplateResult => html`<button type="button" class="lien" data-do="ouvrir" data-id=${id}>${nom}</button>`;

export const renderActionsButton = (id: string, nom: string, mots: Mots): TemplateResult =>
  html`<button type="button" class="button quiet small points" aria-haspopup="menu" data-do="actions" data-id=${id} aria-label=${mots.actionsDe(nom)} title=${mots.actions}></button>`;

export const renderCompareBox = ({ id, nom }: OffreTrouvee, { compares, mots }: Pick<Contexte, 'compares' | 'mots'>): TemplateResult =>
  html`<label class="choix"><input type="checkbox" class="case" data-do="comparer" data-id=${id} aria-label=${`${mots.comparer} ${nom}`} .checked=${compares.has(id)}>${mots.comparer}</label>`;
