import { html, nothing, render, type TemplateResult } from 'lit';
import { writePlanning, readFiche, type HorairesDeFiche } from '../../../engine/planning/conversion/horaires-de-fiche.ts';
import { typesOf } from '../../../engine/planning/summary.ts';
import { MAX_EXCEPTIONS } from '../../../engine/planning/planning.ts';
import { TYPE_DEFAUT } from '../../../engine/planning/types.ts';
import { constat } from '../../../i18n/fr/planning-messages.ts';
import type { Catalogue } from '../../../i18n/messages.ts';
import { wordsOf } from '../../../controllers/words-controller.ts';
import type { FieldView } from '../../../engine/fiche/types.ts';
import { adopt } from '../../../ui/adopt.ts';
import '../../ror-weekly-planning/define.ts';
import type { RorWeeklyPlanning } from '../../ror-weekly-planning/ror-weekly-planning.ts';
import { windowStyles } from '../window.styles.ts';
import { fenetreStyles } from './horaires-fenetre.styles.ts';
import { motsHoraires, phrasesDeLaSemaine, phrasesDuReste, type MotsHoraires, type Nommer } from './horaires-phrases.ts';
import type { FormPort } from './kind.ts';

/** JDV_J41: opening hours first, closures and what is to be specified last. */
const TYPES = ['01', '02', '03', '04', '05', '06', '07', '10', '11', '08', '09'] as const;

interface MotsConstats { readonly planning: Pick<Catalogue['planning'], 'constat'> }

/** Who asked for the window, about what. */
export interface Demande {
  readonly bouton: HTMLElement;
  readonly view: FieldView;
  readonly form: FormPort;
  readonly nommer: Nommer;
}

/** The agenda in a window over the form: nothing comes back before « Modifier », nothing is lost by Escape without a question. */
export class FenetreSemaine {
  readonly #dialog: HTMLDialogElement;
  readonly #bouton: HTMLElement;
  readonly #view: FieldView;
  readonly #form: FormPort;
  readonly #nommer: Nommer;
  readonly #lus: HorairesDeFiche;
  #types: readonly string[];
  #question = false;
  #illisible = false;

  constructor(dialog: HTMLDialogElement, { bouton, view, form, nommer }: Demande) {
    this.#dialog = dialog;
    this.#bouton = bouton;
    this.#view = view;
    this.#form = form;
    this.#nommer = nommer;
    this.#lus = readFiche(view.value);
    this.#types = typesOf(this.#lus.planning.semaine).some((type) => type !== TYPE_DEFAUT) ? TYPES : [TYPE_DEFAUT];
  }

  ouvrir(): void {
    const { planning: { semaine, exceptions = [] } } = this.#lus;
    adopt(this.#dialog.getRootNode(), windowStyles, fenetreStyles);
    this.#dessiner();
    const agenda = this.#agenda;
    if (agenda) agenda.value = this.#datees && exceptions.length > 0 ? { semaine, exceptions } : semaine;
    this.#dialog.addEventListener('close', () => render(nothing, this.#dialog), { once: true });
    this.#dialog.showModal();
    // The first row of the agenda is where people start; a screen reader says the name of the window on the way.
    void agenda?.updateComplete.then(() => agenda.focus());
  }

  get #agenda(): RorWeeklyPlanning | null {
    return this.#dialog.querySelector('ror-weekly-planning');
  }

  get #mots(): MotsHoraires {
    return motsHoraires(this.#form.messages);
  }

  /** More exceptions than the agenda takes: they stay in the fiche, out of reach. */
  get #datees(): boolean {
    return (this.#lus.planning.exceptions?.length ?? 0) <= MAX_EXCEPTIONS;
  }

  /** What the fiche would hold; undefined when that is what it holds. */
  get #suite(): ReturnType<typeof writePlanning> | undefined {
    const { value } = this.#view;
    const { semaine = [], exceptions = [] } = this.#agenda?.planning ?? {};
    const suite = writePlanning(value, { semaine, exceptions: this.#datees ? exceptions : this.#lus.planning.exceptions ?? [] });
    return suite.horaires === value || (suite.horaires.length === 0 && !Array.isArray(value)) ? undefined : suite;
  }

  get #change(): boolean {
    return this.#suite !== undefined || this.#agenda?.validity.badInput === true;
  }

  // --- What the person does ------------------------------------------------------------------------------------------

  readonly #onModifier = (): void => {
    const agenda = this.#agenda;
    if (!agenda) return;
    this.#illisible = agenda.validity.badInput;
    if (this.#illisible) {
      this.#dessiner();
      this.#form.say(this.#mots.planningFiche.illisible);
      agenda.reportValidity();
      return;
    }
    const suite = this.#suite;
    this.#fermer();
    const { planningFiche: mots } = this.#mots;
    if (!suite) return this.#form.say(mots.inchangee);
    const { horaires, constats } = suite;
    this.#form.choose(this.#view.field.path, horaires.length > 0 ? horaires : undefined);
    const lus = readFiche(horaires);
    const phrases = [...phrasesDeLaSemaine(lus.planning.semaine, this.#mots, this.#nommer), ...phrasesDuReste(lus, this.#mots)];
    // What the records of a fiche can't hold is said, never dropped in silence (PLA-28).
    const { planning } = wordsOf<MotsConstats>(this.#form.messages, { planning: { constat } });
    this.#form.say([mots.remise(phrases.join(' ; ') || mots.aucune), ...constats.map(planning.constat)].join('. '));
  };

  readonly #onAnnuler = (): void => {
    if (!this.#change) return this.#fermer();
    this.#question = true;
    this.#dessiner();
    this.#dialog.querySelector<HTMLElement>('.question button')?.focus();
  };

  readonly #onContinuer = (): void => {
    this.#question = false;
    this.#dessiner();
    this.#agenda?.focus();
  };

  readonly #onAbandonner = (): void => this.#fermer();

  /** Escape first belongs to what is under way in the agenda, which keeps it to itself then. */
  readonly #onToucheFenetre = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#question) this.#onContinuer();
    else this.#onAnnuler();
  };

  /** The browser's own ways of closing (the back gesture of a telephone). */
  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#onAnnuler();
  };

  readonly #onTypes = (event: Event): void => {
    this.#types = (event.target as HTMLInputElement).checked ? TYPES : [TYPE_DEFAUT];
    this.#dessiner();
  };

  #fermer(): void {
    this.#dialog.close();
    this.#bouton.focus();
  }

  // --- Rendering -----------------------------------------------------------------------------------------------------

  #dessiner(): void {
    render(this.#template(), this.#dialog);
  }

  #template(): TemplateResult {
    const { planningFiche: mots } = this.#mots;
    const { exceptions: _, ...sansExceptions } = this.#lus.planning;
    const reste = phrasesDuReste(this.#datees ? { ...this.#lus, planning: sansExceptions } : this.#lus, this.#mots);
    return html`<div class="fenetre" @keydown=${this.#onToucheFenetre} @cancel=${this.#onCancel}>
      <p class="titre" id="${this.#bouton.id}-semaine">${mots.titre}</p>
      <div class="contenu">
        <label class="autres-types"><input type="checkbox" .checked=${this.#types.length > 1} @change=${this.#onTypes}> ${mots.autresTypes}</label>
        <ror-weekly-planning label=${mots.titre} .types=${this.#types} ?exceptions=${this.#datees}></ror-weekly-planning>
        ${reste.length > 0 ? html`<p>${mots.reste.titre}</p><ul>${reste.map((phrase) => html`<li>${phrase}</li>`)}</ul>` : nothing}
      </div>
      <div class="pied">
        <p class="erreur" role="alert">${this.#illisible ? mots.illisible : nothing}</p>
        ${this.#question ? html`<div class="question" role="group" aria-labelledby="${this.#bouton.id}-question">
          <p id="${this.#bouton.id}-question" role="alert">${mots.abandon.question}</p>
          <button type="button" class="button primary" @click=${this.#onContinuer}>${mots.abandon.continuer}</button>
          <button type="button" class="button danger" @click=${this.#onAbandonner}>${mots.abandon.abandonner}</button>
        </div>` : html`<button type="button" class="button primary" aria-describedby="${this.#bouton.id}-suite" @click=${this.#onModifier}>${mots.modifier}</button>
          <button type="button" class="button" @click=${this.#onAnnuler}>${mots.fermer}</button>
          <p class="help" id="${this.#bouton.id}-suite">${mots.suite}</p>`}
      </div>
    </div>`;
  }
}
