import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ListeFavoris } from '../../domain/favoris.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { star } from '../../ui/field.ts';

export type Noeud = Pick<ListeFavoris['noeuds'][number], 'id' | 'nom'>;

/** What the one dialog of the element asks. */
export type Question =
  | { readonly type: 'creer' }
  | { readonly type: 'renommer' | 'supprimer'; readonly liste: ListeFavoris }
  /** In which lists a node is. */
  | { readonly type: 'ranger'; readonly noeud: Noeud };

export type Mots = Pick<Catalogue, 'favoris' | 'commun' | 'echecs'>;

export interface QuestionActs {
  readonly repondre: () => void;
  readonly cocher: (liste: ListeFavoris, dedans: boolean) => void;
  readonly ecrire: (nom: string) => void;
  readonly creerIci: () => void;
  readonly fermer: () => void;
}

interface Around {
  readonly listes: readonly ListeFavoris[];
  /** By list: what was just ticked, until the server has answered. */
  readonly cochees: ReadonlyMap<string, boolean>;
  /** The name being written. */
  readonly nom: string;
  readonly wrong: string | undefined;
  readonly acting: boolean;
  readonly mots: Mots;
  readonly on: QuestionActs;
}

export const nomDe = ({ nom }: Pick<ListeFavoris, 'nom'>, { favoris }: Mots): string => nom || favoris.sansNom;

function champNom({ nom, wrong, mots: { favoris: words }, on }: Around, requis: boolean): TemplateResult {
  return html`<div class="field"><label for="nom">${requis ? html`${words.nom}${star}` : words.creer}</label>
    <input id="nom" class="control" maxlength="100" autocomplete="off" aria-required=${requis ? 'true' : nothing} aria-invalid=${wrong === undefined ? nothing : 'true'} aria-describedby=${wrong === undefined ? 'nom-aide' : 'wrong nom-aide'}
      .value=${live(nom)} @input=${(event: Event) => { on.ecrire((event.target as HTMLInputElement).value); }}>
    <p class="help" id="nom-aide">${words.nomAide}</p></div>`;
}

/** The dialog of the moment; what went wrong stands in it. */
export function renderQuestion(question: Question | undefined, around: Around): TemplateResult | typeof nothing {
  if (!question) return nothing;
  const { listes, cochees, wrong, acting, mots, on } = around;
  const { favoris: words, commun } = mots;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (acting) return;
    if (question.type === 'ranger') on.creerIci();
    else on.repondre();
  };
  const erreur = html`<p class="error" id="wrong" role="alert">${wrong ?? nothing}</p>`;
  if (question.type === 'ranger') {
    const { noeud } = question;
    return html`<form novalidate @submit=${onSubmit}>
      <h2 id="question">${words.rangerTitre}</h2>
      <p class="soft"><bdi>${noeud.nom}</bdi></p>
      ${listes.length > 0 ? html`<fieldset class="lists"><legend class="visually-hidden">${words.titre}</legend>${listes.map((liste) => html`<label class="check">
        <input type="checkbox" .checked=${live(cochees.get(liste.id) ?? liste.noeuds.some(({ id }) => id === noeud.id))} @change=${(event: Event) => { on.cocher(liste, (event.target as HTMLInputElement).checked); }}>
        <span><bdi>${nomDe(liste, mots)}</bdi> <span class="soft">(${words.nombre(liste.noeuds.length)})</span></span></label>`)}</fieldset>` : nothing}
      <div class="inline">${champNom(around, false)}<button class="button" aria-disabled=${acting ? 'true' : nothing}>${words.creerAction}</button></div>
      ${erreur}
      <p class="buttons"><button type="button" class="button primary" @click=${on.fermer}>${words.termine}</button></p>
    </form>`;
  }
  const [titre, bouton] = question.type === 'creer' ? [words.creer, words.creerAction]
    : question.type === 'renommer' ? [words.renommerListe(nomDe(question.liste, mots)), words.enregistrer] : [words.supprimerListe(nomDe(question.liste, mots)), words.supprimer];
  return html`<form novalidate @submit=${onSubmit}>
    <h2 id="question">${titre}</h2>
    ${question.type === 'supprimer' ? html`<p>${words.supprimerQuestion(nomDe(question.liste, mots), question.liste.noeuds.length)}</p>` : champNom(around, true)}
    ${erreur}
    <p class="buttons"><button class="button ${question.type === 'supprimer' ? 'danger' : 'primary'}" aria-disabled=${acting ? 'true' : nothing}>${bouton}</button>
      <button type="button" class="button" @click=${on.fermer}>${commun.annuler}</button></p>
  </form>`;
}
