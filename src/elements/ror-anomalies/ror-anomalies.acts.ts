import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Acteur } from '../../domain/acteur.ts';
import type { ActionSignalement, SignalementDetaille } from '../../domain/signalement.ts';
import type { CommandeAnomalie } from '../../engine/anomalie/commandes.ts';
import { needsAnswer, obstacle } from '../../engine/anomalie/decide.ts';
import { heading } from '../../ui/heading.ts';
import { star } from '../../ui/field.ts';
import { icons } from '../../ui/icons.ts';
import { type Libelles, type Mots, wordRefus } from './words.ts';

/** What is being written about one report: kept while the person looks elsewhere, and when something fails. */
export interface EnCours {
  readonly assigne: string;
  readonly statut: string;
  readonly texte: string;
}
export const NOTHING_TYPED: EnCours = { assigne: '', statut: '', texte: '' };

export interface Acts {
  readonly ecrire: (change: Partial<EnCours>) => void;
  readonly faire: (commande: CommandeAnomalie) => void;
  readonly annuler: () => void;
}

interface Around {
  readonly anomalie: SignalementDetaille;
  readonly acteur: Acteur;
  readonly enCours: EnCours;
  readonly acting: boolean;
  readonly mots: Mots;
  readonly on: Acts;
}

/** A button that says why it is not ready, by the very rule that the server will apply. */
function renderButton({ anomalie, acteur, acting, mots, on }: Around, id: string, label: string, commande: CommandeAnomalie | undefined, manque: string | undefined, look = ''): TemplateResult {
  const refus = commande && obstacle(anomalie, commande, { acteur, assignables: anomalie.assignables, connait: (_valueSet, code) => code !== '' });
  const raison = manque ?? (refus && wordRefus(refus, mots));
  return html`<div class="act">
    <button type="button" class="button ${look}" id=${id} aria-disabled=${raison !== undefined || acting ? 'true' : nothing} aria-describedby=${raison !== undefined ? `${id}-why` : nothing}
      @click=${() => { if (commande && raison === undefined && !acting) on.faire(commande); }}>${label}</button>
    ${raison !== undefined ? html`<span class="reason" id=${`${id}-why`}>${raison}</span>` : nothing}
  </div>`;
}

function renderTextArea({ enCours, on }: Around, label: string, aide: string, obligatoire: boolean): TemplateResult {
  return html`<div class="field"><label for="texte">${label}${obligatoire ? star : nothing}</label>
    <textarea id="texte" class="control" rows="3" maxlength="2000" aria-describedby="texte-aide" aria-required=${obligatoire ? 'true' : nothing} .value=${live(enCours.texte)}
      @input=${(event: Event) => { on.ecrire({ texte: (event.target as HTMLTextAreaElement).value }); }}></textarea>
    <p class="help" id="texte-aide">${aide}</p></div>`;
}

function renderChoice(id: string, label: string, vide: string, value: string, options: readonly (readonly [string, string])[], onChange: (value: string) => void): TemplateResult {
  return html`<div class="field"><label for=${id}>${label}</label><div class="select"><select id=${id} class="control" @change=${(event: Event) => { onChange((event.target as HTMLSelectElement).value); }}>
    <option value="" .selected=${value === ''}>${vide}</option>
    ${options.map(([code, libelle]) => html`<option value=${code} .selected=${code === value}>${libelle}</option>`)}
  </select>${icons.chevron}</div></div>`;
}

function renderAssignation(around: Around): TemplateResult {
  const { anomalie, acteur, enCours, mots, on } = around;
  const { actes: words, personne } = mots.anomalies;
  const autres = anomalie.assignables.filter(({ id }) => id !== acteur.id && id !== anomalie.assigne?.id);
  const mien = anomalie.assigne?.id === acteur.id;
  return html`<div class="group" role="group" aria-labelledby="assignation">
    <p class="small-title" id="assignation">${words.assignation}</p>
    ${mien ? html`<p class="soft">${words.dejaVous}</p>` : nothing}
    <div class="acts">
      ${mien ? nothing : renderButton(around, 'm-attribuer', words.mAttribuer, { type: 'assigner', compteId: acteur.id }, undefined)}
      ${anomalie.assigne ? renderButton(around, 'retirer', words.retirer, { type: 'assigner', compteId: null }, undefined, 'quiet') : nothing}
    </div>
    ${autres.length > 0 ? html`<div class="inline">
      ${renderChoice('assigne-a', words.assignerA, words.choisir, enCours.assigne, autres.map((autre) => [autre.id, personne(autre)] as const), (assigne) => { on.ecrire({ assigne }); })}
      ${enCours.assigne ? renderButton(around, 'assigner', words.assigner, { type: 'assigner', compteId: enCours.assigne }, undefined) : nothing}
    </div>` : nothing}
  </div>`;
}

function renderTraitement(around: Around, peut: (action: ActionSignalement) => boolean, libelles: Libelles): TemplateResult {
  const { anomalie, enCours, mots, on } = around;
  const { actes: words } = mots.anomalies;
  const statut = anomalie.statutsPossibles.includes(enCours.statut) ? enCours.statut : '';
  const texte = enCours.texte.trim();
  return html`<div class="group">
    ${peut('changer-statut') ? renderChoice('nouveau-statut', words.nouveauStatut, words.choisirStatut, statut, anomalie.statutsPossibles.map((code) => [code, libelles.statut.of(code)] as const), (code) => { on.ecrire({ statut: code }); }) : nothing}
    ${renderTextArea(around, words.reponse, words.reponseAide, needsAnswer(statut))}
    <div class="acts">
      ${peut('changer-statut') ? renderButton(around, 'changer-statut', words.changerStatut, statut ? { type: 'changer-statut', statut, ...(texte && { reponse: texte }) } : undefined, statut ? undefined : words.statutAChoisir, 'primary') : nothing}
      ${peut('repondre') && !(peut('changer-statut') && texte === '') ? renderButton(around, 'repondre', words.repondre, { type: 'repondre', texte }, undefined) : nothing}
    </div>
  </div>`;
}

function renderDeclarant(around: Around, peut: (action: ActionSignalement) => boolean): TemplateResult {
  const { enCours, mots, on } = around;
  const { actes: words } = mots.anomalies;
  const texte = enCours.texte.trim();
  return html`<div class="group">
    ${peut('contester') ? html`${renderTextArea(around, words.contestation, words.contestationAide, true)}<div class="acts">${renderButton(around, 'contester', words.contester, { type: 'contester', texte }, undefined, 'primary')}</div>`
      : peut('repondre') ? html`${renderTextArea(around, words.precision, words.precisionAide, false)}<div class="acts">${renderButton(around, 'repondre', words.preciser, { type: 'repondre', texte }, undefined)}</div>` : nothing}
    ${peut('annuler') ? html`<div class="acts"><button type="button" class="button danger" id="annuler" @click=${on.annuler}>${words.annuler}</button></div>` : nothing}
  </div>`;
}

/** All that this person may do with the report now; nothing when that is nothing. */
export function renderActes(around: Around, libelles: Libelles, level: number, wrong: string | undefined): TemplateResult | typeof nothing {
  const { anomalie, mots } = around;
  const peut = (action: ActionSignalement): boolean => anomalie.actions.includes(action);
  if (anomalie.actions.length === 0) return nothing;
  const { actes: words } = mots.anomalies;
  const declarant = anomalie.declarant.id === around.acteur.id;
  const traite = peut('assigner') || peut('changer-statut') || (peut('repondre') && !declarant);
  return html`<section class="card" part="acts">
    ${heading(level, traite ? words.titre : words.titreDeclarant)}
    ${peut('assigner') ? renderAssignation(around) : nothing}
    ${traite ? renderTraitement(around, peut, libelles) : nothing}
    ${declarant && (!traite || peut('annuler')) ? renderDeclarant(around, traite ? (action) => action === 'annuler' && peut(action) : peut) : nothing}
    <p class="error" role="alert">${wrong ?? nothing}</p>
  </section>`;
}
