import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AnomaliesController, FiltresAnomalies } from '../../controllers/anomalies-controller.ts';
import type { Signalement } from '../../domain/signalement.ts';
import { isClosed } from '../../engine/anomalie/decide.ts';
import { icons } from '../../ui/icons.ts';
import { toneOf, type Libelles, type Mots } from './words.ts';

export interface ListActs {
  readonly filtrer: (change: Partial<FiltresAnomalies>) => void;
  readonly effacer: () => void;
  readonly ouvrir: (anomalieId: string) => void;
  readonly suite: () => void;
  readonly deplier: () => void;
}

export const renderStatut = (statut: string, { statut: libelles }: Libelles): TemplateResult =>
  html`<span class="badge" data-ton=${toneOf(statut)}>${libelles.of(statut)}</span>`;

type Liste = Pick<AnomaliesController, 'acteur' | 'liste' | 'suite' | 'nombre' | 'parStatut' | 'loading'>;

/** How many by status, each a button that keeps only those. */
function renderStatuts({ parStatut }: Liste, { statut }: FiltresAnomalies, libelles: Libelles, { anomalies: { liste: words } }: Mots, on: ListActs): TemplateResult {
  const total = (garde: (code: string) => boolean): number => parStatut.filter((one) => garde(one.statut)).reduce((sum, { nombre }) => sum + nombre, 0);
  const choix = (value: string | undefined, label: string, nombre: number, ton?: string): TemplateResult => html`<button type="button" class="chip" data-ton=${ton ?? nothing}
    aria-pressed=${statut === value ? 'true' : 'false'} @click=${() => { on.filtrer({ statut: value }); }}>${label} <span class="count">${nombre}</span></button>`;
  const codes = [...new Set([...parStatut.map((one) => one.statut), ...(statut && /^\d/.test(statut) ? [statut] : [])])].sort();
  return html`<div class="chips" role="group" aria-label=${words.statut}>
    ${choix('ouvert', words.ouverts, total((code) => !isClosed(code)))}${choix('clos', words.clos, total(isClosed))}${choix(undefined, words.tous, total(() => true))}
    ${codes.length > 0 ? html`<span class="chips-line" aria-hidden="true"></span>` : nothing}
    ${codes.map((code) => choix(code, libelles.statut.of(code), total((one) => one === code), toneOf(code)))}
  </div>`;
}

type Choix = readonly (readonly [value: string, label: string])[];

function renderFilter(name: keyof FiltresAnomalies, label: string, tous: string, choix: Choix, filtres: FiltresAnomalies, on: ListActs): TemplateResult {
  const value = filtres[name] ?? '';
  return html`<div class="field"><label for=${name}>${label}</label><div class="select">
    <select id=${name} class="control" @change=${(event: Event) => { on.filtrer({ [name]: (event.target as HTMLSelectElement).value || undefined }); }}>
      <option value="" .selected=${value === ''}>${tous}</option>
      ${choix.map(([code, libelle]) => html`<option value=${code} .selected=${value === code}>${libelle}</option>`)}
    </select>${icons.chevron}</div></div>`;
}

/** Those that count as filters: the status has its own row, and the reach is where the person is. */
export const activeFilters = ({ thematique, action, departement, assigne }: FiltresAnomalies): number => [thematique, action, departement, assigne].filter((one) => one !== undefined).length;

function renderFilters(liste: Liste, filtres: FiltresAnomalies, traite: boolean, deplie: boolean, libelles: Libelles, mots: Mots, on: ListActs): TemplateResult {
  const words = mots.anomalies.liste;
  const { acteur } = liste;
  const territoires = libelles.departement.entries.filter(([code]) => acteur?.role !== 'tutelle' || acteur.departements.includes(code)).map(([code, nom]) => [code, `${nom} (${code})`] as const);
  const departements = territoires.length > 1 ? territoires : [];
  // Whoever treats one already may be asked for: administrators see each other's work.
  const personnes = new Map(liste.liste?.flatMap(({ assigne }) => (assigne && assigne.id !== acteur?.id ? [[assigne.id, assigne.nom] as const] : [])));
  if (filtres.assigne && filtres.assigne !== 'moi' && filtres.assigne !== 'personne' && !personnes.has(filtres.assigne)) personnes.set(filtres.assigne, filtres.assigne);
  const nombre = activeFilters(filtres);
  return html`
    <button type="button" class="button small unfold" aria-expanded=${deplie ? 'true' : 'false'} aria-controls="filters" @click=${on.deplier}>${words.filtres(nombre)}</button>
    <div class="filters" id="filters" ?data-open=${deplie}>
      ${renderFilter('thematique', words.thematique, words.tousFeminin, libelles.thematique.entries, filtres, on)}
      ${renderFilter('action', words.action, words.tousFeminin, libelles.action.entries, filtres, on)}
      ${traite && departements.length > 0 ? renderFilter('departement', words.territoire, words.tous, departements, filtres, on) : nothing}
      ${traite ? renderFilter('assigne', words.assignation, words.tousFeminin, [['moi', words.aMoi], ['personne', words.aPersonne], ...personnes], filtres, on) : nothing}
      ${nombre > 0 ? html`<button type="button" class="button quiet erase" @click=${on.effacer}>${words.effacer}</button>` : nothing}
    </div>`;
}

function renderRow(anomalie: Signalement, moi: string | undefined, libelles: Libelles, { anomalies: { liste: words, types } }: Mots, on: ListActs): TemplateResult {
  const { id, noeud, thematique, actionDemandee, statut, message, declarant, assigne, dateMiseJour, reponse } = anomalie;
  const mien = declarant.id === moi;
  return html`<li class="row">
    <div class="row-title"><abbr class="code" title=${types[noeud.type]}>${noeud.type}</abbr>
      <button type="button" class="link" id=${`row-${id}`} @click=${() => { on.ouvrir(id); }}><bdi>${noeud.nom}</bdi></button></div>
    ${renderStatut(statut, libelles)}
    <p class="row-message"><bdi>${message}</bdi></p>
    <p class="row-meta">
      <span>${libelles.thematique.of(thematique)}${actionDemandee ? html` · ${libelles.action.of(actionDemandee)}` : nothing}</span>
      ${mien ? nothing : html`<span>${words.par(declarant.nom)}</span>`}
      ${mien ? reponse ? html`<span class="answered">${words.repondu}</span>` : nothing : html`<span>${assigne ? words.assigneA(assigne.nom) : words.nonAssigne}</span>`}
      <span>${words.modifieLe(dateMiseJour)}</span>
    </p>
  </li>`;
}

/** The queue, or what became of one's own reports. */
export function renderList(liste: Liste, filtres: FiltresAnomalies, traite: boolean, deplie: boolean, libelles: Libelles, mots: Mots, title: TemplateResult, on: ListActs): TemplateResult {
  const words = mots.anomalies.liste;
  const miens = filtres.portee === 'mes-signalements';
  const rien = liste.nombre === 0;
  const aucun = rien && liste.parStatut.length === 0 && activeFilters(filtres) === 0;
  return html`<section part="list">
    <header>${title}${traite ? html`<div class="chips scope" role="group" aria-label=${words.portee}>${(['traiter', 'mes-signalements', undefined] as const).map((portee) => html`<button type="button" class="chip"
      aria-pressed=${filtres.portee === portee ? 'true' : 'false'} @click=${() => { on.filtrer({ portee }); }}>${words.portees[portee ?? 'tout']}</button>`)}</div>` : nothing}</header>
    ${aucun ? nothing : html`${renderStatuts(liste, filtres, libelles, mots, on)}${renderFilters(liste, filtres, traite && !miens, deplie, libelles, mots, on)}`}
    ${aucun ? html`<div class="empty"><p>${miens ? words.videMiens : words.vide}</p>${miens ? html`<p>${words.videMiensAide}</p>` : nothing}</div>`
      : rien ? html`<div class="empty"><p>${activeFilters(filtres) === 0 && filtres.statut === 'ouvert' && !miens ? words.vide : words.videFiltres}</p></div>`
      : html`<ul class="rows" aria-busy=${liste.loading === 'liste' ? 'true' : nothing}>${repeat(liste.liste ?? [], ({ id }) => id, (one) => renderRow(one, liste.acteur?.id, libelles, mots, on))}</ul>
        <p class="foot"><span>${words.montres(liste.liste?.length ?? 0, liste.nombre)}</span>
          ${liste.suite !== null ? html`<button type="button" class="button" aria-disabled=${liste.loading === 'suite' ? 'true' : nothing} @click=${on.suite}>${words.suite}</button>` : nothing}</p>`}
  </section>`;
}
