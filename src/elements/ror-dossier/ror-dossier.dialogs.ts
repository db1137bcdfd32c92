import { html, nothing, type TemplateResult } from 'lit';
import type { Parked } from '../../controllers/fiche-saver.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { FicheResume } from '../../domain/fiche.ts';
import type { TypeFicheCreable } from '../../domain/noeud.ts';
import type { CommandeDossier } from '../../engine/dossier/commandes.ts';
import { NOMBRE_DE_FICHES } from '../../engine/dossier/fiches.ts';
import type { Messages } from '../../i18n/messages.ts';
import { countBelow, nameOf, placesFor } from './nodes.ts';

/** A question that must be answered before the dossier is changed. */
export type Question =
  | { readonly type: 'creer'; readonly parent: FicheResume; readonly typeFiche: TypeFicheCreable }
  | { readonly type: 'deplacer'; readonly fiche: FicheResume }
  | { readonly type: 'supprimer'; readonly fiche: FicheResume }
  | { readonly type: 'refuser' }
  | { readonly type: 'abandonner'; readonly parked: Parked }
  | { readonly type: 'nouveau'; readonly entiteGeographiqueId: string; readonly nom: string };

interface Parts {
  readonly titre: string;
  readonly corps: TemplateResult;
  readonly bouton: string;
  readonly danger?: boolean;
}

function parts(question: Question, dossier: Dossier | undefined, messages: Messages, { motif, write }: QuestionActs): Parts {
  const words = messages.dossier;
  switch (question.type) {
    case 'creer': return {
      titre: words.actions[`creer-${question.typeFiche}`],
      corps: html`<p class="field">
        <label for="answer">${words.combien}</label>
        <input id="answer" name="answer" type="number" inputmode="numeric" min=${NOMBRE_DE_FICHES.min} max=${NOMBRE_DE_FICHES.max} step="1" value="1" required aria-describedby="answer-help">
        <span class="help" id="answer-help">${words.combienAide(NOMBRE_DE_FICHES.min, NOMBRE_DE_FICHES.max)}</span>
      </p>`,
      bouton: words.creer,
    };
    case 'deplacer': return {
      titre: words.deplacerFiche(nameOf(question.fiche, messages)),
      corps: html`<p class="field">
        <label for="answer">${words.deplacerVers}</label>
        <select id="answer" name="answer">${dossier && placesFor(dossier, question.fiche).map((place) => html`<option value=${place.id}>${place.type} ${nameOf(place, messages)}</option>`)}</select>
      </p>`,
      bouton: words.deplacer,
    };
    case 'supprimer': return {
      titre: words.actions.supprimer,
      corps: html`<p>${words.confirmerSuppression(nameOf(question.fiche, messages), dossier ? countBelow(dossier, question.fiche.id) : 0)}</p>`,
      bouton: words.actions.supprimer, danger: true,
    };
    case 'refuser': return {
      titre: dossier?.etat === 'EN_VALIDATION_INTERNE' ? words.renvoyer : words.refuser,
      corps: html`<p class="field">
        <label for="answer">${words.motif} <span class="required">*</span></label>
        <textarea id="answer" name="answer" rows="4" maxlength="2000" required aria-describedby="answer-help" .value=${motif}
          @input=${(event: InputEvent) => { write((event.target as HTMLTextAreaElement).value); }}></textarea>
        <span class="help" id="answer-help">${words.motifAide}</span>
      </p>`,
      bouton: dossier?.etat === 'EN_VALIDATION_INTERNE' ? words.renvoyer : words.refuser, danger: true,
    };
    case 'abandonner': return {
      titre: words.abandonner.titre,
      corps: html`<p>${words.abandonner.question(question.parked.base.nom || words.sansNom[question.parked.base.type])}</p>`,
      bouton: words.abandonner.bouton, danger: true,
    };
    case 'nouveau': return {
      titre: words.nouveau.titre,
      corps: html`<p class="field">
        <label for="answer">${words.nouveau.nom} <span class="required">*</span></label>
        <input id="answer" name="answer" maxlength="250" .value=${question.nom} required aria-describedby="answer-help">
        <span class="help" id="answer-help">${words.nouveau.aide}</span>
      </p>`,
      bouton: words.enregistrer,
    };
  }
}

/** The command that an answer amounts to; the other questions are not about the dossier on the server. */
export function commandOf(question: Exclude<Question, { type: 'nouveau' | 'abandonner' }>, answer: string): CommandeDossier {
  switch (question.type) {
    case 'creer': return { type: 'creer-fiches', parentId: question.parent.id, typeFiche: question.typeFiche, nombre: Number(answer) };
    case 'deplacer': return { type: 'deplacer-fiche', ficheId: question.fiche.id, parentId: answer };
    case 'supprimer': return { type: 'supprimer-fiche', ficheId: question.fiche.id };
    case 'refuser': return { type: 'refuser', motif: answer };
  }
}

export interface QuestionActs {
  /** The reason written so far: kept when the dialog is closed. */
  readonly motif: string;
  readonly write: (motif: string) => void;
  readonly answer: (answer: string) => void;
  readonly close: () => void;
}

/** The one dialog of the element, with the question of the moment; what went wrong with the answer stands in it. */
export function renderQuestion(
  question: Question | undefined, dossier: Dossier | undefined, messages: Messages, wrong: string | undefined, busy: boolean,
  on: QuestionActs,
): TemplateResult | typeof nothing {
  if (!question) return nothing;
  const { titre, corps, bouton, danger } = parts(question, dossier, messages, on);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    on.answer(String(new FormData(event.target as HTMLFormElement).get('answer') ?? ''));
  };
  return html`<form @submit=${onSubmit}>
    <h2 id="question-title">${titre}</h2>
    ${corps}
    <p class="error" role="alert">${wrong ?? nothing}</p>
    <p class="buttons">
      <button class="button ${danger ? 'danger' : 'primary'}" aria-disabled=${busy ? 'true' : nothing}>${bouton}</button>
      <button type="button" class="button" @click=${on.close}>${messages.commun.annuler}</button>
    </p>
  </form>`;
}
