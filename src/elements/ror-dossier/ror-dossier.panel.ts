import { html, nothing, type TemplateResult } from 'lit';
import type { Acteur } from '../../domain/acteur.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { CommandeDossier } from '../../engine/dossier/commandes.ts';
import { apercu } from '../../engine/dossier/contexte.ts';
import { can } from '../../engine/dossier/decide.ts';
import type { Refus } from '../../engine/dossier/refus.ts';
import type { Messages } from '../../i18n/messages.ts';
import { wordRefus } from './words.ts';

/** What the person has typed into the panel and not saved. */
export interface Entete {
  readonly nom: string;
  readonly dateEffet: string;
}

export interface PanelActs {
  readonly change: (entete: Partial<Entete>) => void;
  /** Saves the name and the date when they changed, then carries out the command, if any. */
  readonly act: (commande?: CommandeDossier) => void;
  readonly refuse: () => void;
}

/** The dossier itself: its name, its date d'effet, and the acts that move it on. */
export function renderPanel(dossier: Dossier, entete: Entete, acteur: Acteur, aujourdhui: string, messages: Messages, busy: boolean, acts: PanelActs): TemplateResult {
  const words = messages.dossier;
  // The date on screen counts: it is saved by the same gesture that sends.
  const seen: Dossier = { ...dossier, nom: entete.nom, dateEffet: entete.dateEffet || null };
  const refusOf = (commande: CommandeDossier): Refus | undefined => can(seen, commande, apercu(acteur, aujourdhui));
  const concerned = (refus: Refus | undefined): boolean => !['role', 'etat', 'structure-etrangere'].includes(refus?.code ?? '');
  const editable = concerned(refusOf({ type: 'renommer', nom: 'x' }));

  const button = (commande: CommandeDossier, label: string, primary = false): TemplateResult | typeof nothing => {
    const refus = refusOf(commande);
    if (!concerned(refus)) return nothing;
    const reason = `reason-${commande.type}`;
    return html`<div class="act">
      <button type="button" class="button ${primary ? 'primary' : ''}" aria-disabled=${refus || busy ? 'true' : nothing}
        aria-describedby=${refus ? reason : nothing} @click=${() => { if (!busy && !refus) acts.act(commande); }}>${label}</button>
      ${refus ? html`<span class="reason" id=${reason}>${wordRefus(refus, messages)}</span>` : nothing}
    </div>`;
  };
  const refusable = concerned(refusOf({ type: 'refuser', motif: 'x' }));
  const internal = dossier.etat === 'EN_VALIDATION_INTERNE';

  return html`<div class="panel" part="panel">
    <div class="fields">
      <p class="field wide">
        <label for="nom">${words.nom} ${editable ? html`<span class="required">*</span>` : nothing}</label>
        <input id="nom" maxlength="250" ?readonly=${!editable} .value=${entete.nom} aria-required=${editable ? 'true' : nothing}
          @input=${(event: InputEvent) => { acts.change({ nom: (event.target as HTMLInputElement).value }); }}>
      </p>
      <p class="field">
        <label for="date-effet">${words.dateEffet} ${editable ? html`<span class="required">*</span>` : nothing}</label>
        <input id="date-effet" type="date" ?readonly=${!editable} min=${editable ? aujourdhui : nothing} max="9999-12-31" aria-required=${editable ? 'true' : nothing} .value=${entete.dateEffet} aria-describedby="date-effet-help"
          @input=${(event: InputEvent) => { acts.change({ dateEffet: (event.target as HTMLInputElement).value }); }}>
        <span class="help" id="date-effet-help">${words.dateEffetAide}</span>
      </p>
    </div>
    <div class="acts">
      ${button({ type: 'envoyer-en-validation' }, words.envoyer, true)}
      ${button({ type: 'valider-en-interne' }, words.validerInterne, true)}
      ${button({ type: 'valider' }, words.validerInterne, true)}
      ${dossier.etat === 'ERREUR_PUBLICATION' ? button({ type: 'publier' }, words.relancer, true) : nothing}
      ${editable ? html`<div class="act"><button type="button" class="button" aria-disabled=${busy ? 'true' : nothing} @click=${() => { if (!busy) acts.act(); }}>${words.enregistrer}</button></div>` : nothing}
      ${dossier.fiches.some(({ etat }) => etat !== 'finalisee') ? button({ type: 'finaliser-fiches' }, words.finaliserFiches) : nothing}
      ${refusable ? html`<div class="act"><button type="button" class="button danger" aria-disabled=${busy ? 'true' : nothing} @click=${() => { if (!busy) acts.refuse(); }}>${internal ? words.renvoyer : words.refuser}</button></div>` : nothing}
    </div>
  </div>`;
}
