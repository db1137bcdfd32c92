import { html, nothing, type TemplateResult } from 'lit';
import { wordsOf } from '../../controllers/words-controller.ts';
import type { Contenu } from '../../domain/fiche.ts';
import { isObject } from '../../engine/fiche/equal.ts';
import { readFiche } from '../../engine/planning/conversion/horaires-de-fiche.ts';
import { feries } from '../../engine/planning/feries.ts';
import type { Calendrier } from '../../engine/planning/journees.ts';
import type { Planning } from '../../engine/planning/planning.ts';
import { statut, type Statut } from '../../engine/planning/statut.ts';
import { planningOf as planningDesHoraires, zoneOf as zoneDuDepartement } from '../../engine/recherche/ouvertures.ts';
import { planning as planningFr } from '../../i18n/fr/planning.ts';
import { planningFiche } from '../../i18n/fr/planning-fiche.ts';
import type { Catalogue, Messages } from '../../i18n/messages.ts';
import { phrasesDeLaSemaine, phrasesDuReste } from '../ror-fiche-form/kinds/horaires-phrases.ts';
import '../ror-weekly-planning/define.ts';

/** @param commune INSEE code: its first three digits are a département, overseas. */
export const zoneOf = (commune: string | undefined): string => zoneDuDepartement(commune?.slice(0, 3) ?? null);

const calendriers = new Map<string, Calendrier>();
/** One object for each zone: what is computed of it is kept. */
function calendrierOf(zone: string): Calendrier {
  const connu = calendriers.get(zone);
  if (connu) return connu;
  const neuf: Calendrier = { feries: (annee) => feries(annee, zone) };
  calendriers.set(zone, neuf);
  return neuf;
}

const plannings = new WeakMap<Contenu, Planning>();
function planningOf(contenu: Contenu, dessus: Contenu | undefined): Planning {
  const connu = plannings.get(contenu);
  if (connu) return connu;
  const neuf = planningDesHoraires(contenu, dessus ? [dessus] : []);
  plannings.set(contenu, neuf);
  return neuf;
}

/** Whether it is open at this instant, as far as the fiche tells. */
export const statutOf = (contenu: Contenu, dessus: Contenu | undefined, zone: string, instantMs: number): Statut =>
  statut(planningOf(contenu, dessus), instantMs, zone, { calendrier: calendrierOf(zone) });

const mots = (messages: Messages) => wordsOf(messages as Partial<Catalogue>, { planning: planningFr, planningFiche });

export function renderStatut(etat: Statut, messages: Messages): TemplateResult {
  const { planning } = mots(messages);
  const raison = planning.raison(etat.raison);
  return html`<p class="statut" data-etat=${etat.etat}><span class="point" aria-hidden="true"></span><strong>${planning.etats[etat.etat]}</strong>${
    etat.prochain ? html` <span>– ${planning.prochain(etat.prochain, etat.etat)}</span>` : nothing}${raison ? html` <span class="soft">(${raison})</span>` : nothing}</p>`;
}

/** The typical week: in words, as small bars, and hour by hour for who wants it. The compact week says its own sentence; several types need theirs. */
export function renderSemaine(value: unknown, messages: Messages, ficheLue: Catalogue['ficheLue'], nommer: (type: string) => string): TemplateResult {
  const lus = readFiche(value);
  const lesMots = mots(messages);
  const { semaine } = lus.planning;
  const reste = phrasesDuReste(lus, lesMots);
  const phrases = phrasesDeLaSemaine(semaine, lesMots, nommer);
  return html`
    ${phrases.length > 1 ? html`<ul class="semaine">${phrases.map((phrase) => html`<li>${phrase}</li>`)}</ul>` : semaine.length === 0 ? html`<p class="semaine">${lesMots.planningFiche.aucune}</p>` : nothing}
    ${semaine.length > 0 ? html`<ror-weekly-planning class="apercu" compact readonly .value=${semaine}></ror-weekly-planning>
      <details class="detail"><summary>${ficheLue.horaires.voirSemaine}</summary><ror-weekly-planning readonly .value=${semaine}></ror-weekly-planning></details>` : nothing}
    ${reste.length > 0 ? html`<p class="soft">${ficheLue.horaires.autres} :</p><ul class="semaine">${reste.map((phrase) => html`<li>${phrase}</li>`)}</ul>` : nothing}`;
}

export const hasHoraires = (contenu: Contenu): boolean => Array.isArray(contenu['horaire']) && contenu['horaire'].some(isObject);
