import { html, nothing, type TemplateResult } from 'lit';
import type { SignalementDetaille } from '../../domain/signalement.ts';
import { heading } from '../../ui/heading.ts';
import { icons } from '../../ui/icons.ts';
import type { ChampSignale } from '../ror-signalement/events.ts';
import { renderStatut } from './ror-anomalies.list.ts';
import { toneOf, type Libelles, type Mots } from './words.ts';

/** Where it is, what is wrong, who said so. */
export function renderSignale(anomalie: SignalementDetaille, champ: ChampSignale | undefined, libelles: Libelles, { anomalies: words }: Mots, level: number, ouvrirFiche: () => void): TemplateResult {
  const { detail, personne } = words;
  const { thematique, actionDemandee, chemin, valeurErronee, valeurProposee, message, reponse, declarant, assigne, departements, dateCreation, dateCloture } = anomalie;
  const pair = (label: string, value: unknown): TemplateResult => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<section class="card" part="report">
    <div class="card-title">${heading(level, detail.signale)}<button type="button" class="button small" @click=${ouvrirFiche}>${detail.ouvrirFiche}</button></div>
    <p class="kind">${libelles.thematique.of(thematique)}${actionDemandee ? html` · ${libelles.action.of(actionDemandee)}` : nothing}</p>
    <blockquote><bdi>${message}</bdi></blockquote>
    ${chemin !== undefined ? html`<p class="where"><span>${detail.champ}</span> <strong>${champ ? champ.label : chemin}</strong>${champ?.section ? html` <span class="soft">– ${champ.section}</span>` : nothing}</p>` : nothing}
    ${chemin !== undefined || valeurProposee !== undefined ? html`<dl class="compare">
      ${chemin !== undefined ? html`<div class="before"><dt>${detail.valeurErronee}</dt><dd><bdi>${champ?.valeur ?? valeurErronee ?? detail.aucune}</bdi></dd></div>` : nothing}
      <div class="after"><dt>${detail.valeurProposee}</dt><dd><bdi>${valeurProposee ?? detail.aucune}</bdi></dd></div>
    </dl>` : nothing}
    ${reponse !== null ? html`<div class="answer"><p class="small-title">${detail.reponse}</p><p><bdi>${reponse}</bdi></p></div>` : nothing}
    <dl class="facts">
      ${pair(detail.declarant, personne(declarant))}${pair(detail.creeLe, detail.instant(dateCreation))}
      ${pair(detail.assigne, assigne ? personne(assigne) : detail.personne)}
      ${departements.length > 0 ? pair(detail.territoire, departements.map((code) => `${libelles.departement.of(code)} (${code})`).join(', ')) : nothing}
      ${dateCloture !== null ? pair(detail.closLe, detail.instant(dateCloture)) : nothing}
    </dl>
  </section>`;
}

/** What happened, the latest first. */
export function renderHistorique({ historique }: SignalementDetaille, libelles: Libelles, { anomalies: { detail, personne } }: Mots, level: number): TemplateResult {
  return html`<section class="card" part="history">${heading(level, detail.historique)}
    <ol class="timeline">${[...historique].reverse().map(({ type, instant, auteur, statut, texte, assigne }) => {
      const quoi = type === 'statut-change' && statut !== undefined ? libelles.statut.of(statut) : type === 'anomalie-assignee' && assigne ? personne(assigne) : '';
      return html`<li data-ton=${statut !== undefined ? toneOf(statut) : nothing}>
        <p><strong>${detail.faits[type]?.(quoi) ?? type}</strong></p>
        ${texte ? html`<p class="said"><bdi>${texte}</bdi></p>` : nothing}
        <p class="soft"><time datetime=${instant}>${detail.instant(instant)}</time> – ${auteur ? personne(auteur) : detail.serveur}</p>
      </li>`;
    })}</ol>
  </section>`;
}

/** Name of the structure, status, and for the reporter what it means. */
export function renderHeader({ noeud, statut, declarant }: SignalementDetaille, moi: string | undefined, libelles: Libelles, { anomalies: { types, detail } }: Mots, level: number): TemplateResult {
  return html`<header>
      <abbr class="code" title=${types[noeud.type]}>${noeud.type}</abbr>${heading(level, html`<bdi>${noeud.nom}</bdi>`, { id: 'title', focusable: true })}${renderStatut(statut, libelles)}
    </header>
    ${declarant.id === moi && detail.devient[statut] ? html`<p class="banner ${toneOf(statut) === 'fait' ? 'success' : toneOf(statut) === 'bloque' ? 'warning' : ''}">${toneOf(statut) === 'fait' ? icons.check : nothing}<span>${detail.devient[statut]}</span></p>` : nothing}`;
}
