import { html, nothing, type TemplateResult } from 'lit';
import type { LieuController } from '../../controllers/lieu-controller.ts';
import type { SuggestionsController } from '../../controllers/suggestions-controller.ts';
import type { SuggestionQuoi } from '../../engine/recherche/resultats.ts';
import type { LaterCombobox } from '../../ui/later-combobox.ts';
import type { ListGroup, ListOption } from '../../ui/list-rows.ts';
import type { Mots } from './types.ts';

export interface ChampsProps {
  readonly mots: Mots;
  readonly combobox: LaterCombobox;
  readonly ou: LieuController;
  readonly quoi: SuggestionsController<SuggestionQuoi>;
  /** Where it is searched now, in words. */
  readonly lieu: string;
  readonly texte: string;
  /** Why the place is not taken, when it is not. */
  readonly erreur: string;
  readonly onQuoi: (suggestion: SuggestionQuoi) => void;
  readonly onTexte: (texte: string) => void;
  readonly onRechercher: (event: Event) => void;
}

/** Suggestions of one kind under one heading; kinds in the order of their best suggestion. */
function group<T>(valeurs: readonly T[], genre: (valeur: T) => string, titres: Readonly<Record<string, string>>, option: (valeur: T, at: number) => ListOption): readonly ListGroup[] {
  const groupes = new Map<string, ListOption[]>();
  valeurs.forEach((valeur, at) => {
    const cle = genre(valeur);
    groupes.set(cle, [...(groupes.get(cle) ?? []), option(valeur, at)]);
  });
  return [...groupes].map(([id, options]) => ({ id, label: titres[id] ?? id, strong: true, options }));
}

const keyOf = (at: number): string => String(at);
const AUCUN: ReadonlySet<string> = new Set();
const silence = (): void => {};

/** What stands in an empty list: how far the search for suggestions is. */
function empty({ status: etat }: Pick<SuggestionsController<unknown>, 'status'>, mots: Mots, aucun: string): string {
  switch (etat) {
    case 'attente': return mots.suggestionsEnCours;
    case 'echec': return mots.suggestionsEnPanne;
    case 'pret': return aucun;
    case 'repos': return mots.troisLettres;
  }
}

/** The two fields. The list is announced by the element once the suggestions are there, not at each letter. */
export function renderFields(props: ChampsProps): TemplateResult {
  const { mots, combobox, ou, quoi, erreur } = props;
  const lieux = ou.suggestions;
  const control = (id: string, invalid: boolean) => ({
    id, describedBy: `${id}-help`, errorMessage: invalid ? `${id}-erreur` : nothing, invalid: invalid ? 'true' : nothing, required: nothing,
  }) as const;
  return html`<form class="champs" role="search" aria-label=${mots.etiquette} part="champs" novalidate @focusin=${combobox.wanted} @submit=${props.onRechercher}>
    <div class="field">
      <label for="ou">${mots.ou}</label>
      ${combobox.render({
        control: control('ou', erreur !== ''), label: mots.ou, text: props.lieu, chosen: AUCUN, free: true, say: silence,
        search: (texte) => group(lieux.ask(texte), ({ genre }) => genre, mots.genresLieu, ({ libelle, detail }, at) => ({ value: keyOf(at), label: libelle, ...(detail !== '' && { hint: detail }) })),
        onChoose: (value) => { const lieu = lieux.values[Number(value)]; if (lieu) ou.choose(lieu); },
        onText: (texte) => { void ou.text(texte); },
        words: { resultats: mots.suggestions, aucun: (texte) => empty(lieux, mots, mots.aucunLieu(texte)) },
      })}
      <p class="help" id="ou-help">${mots.ouAide}</p>
      <p class="erreur" id="ou-erreur" ?hidden=${erreur === ''}>${erreur}</p>
    </div>
    <div class="field">
      <label for="quoi">${mots.quoi}</label>
      ${combobox.render({
        control: control('quoi', false), label: mots.quoi, text: props.texte, chosen: AUCUN, free: true, say: silence,
        search: (texte) => group(quoi.ask(texte), ({ genre }) => genre, mots.genres, (one, at) => ({
          value: keyOf(at), label: one.label,
          ...(one.genre === 'structure' ? one.commune !== null && { hint: one.commune } : one.parSynonyme !== undefined && { hint: mots.synonyme(one.parSynonyme) }),
        })),
        onChoose: (value) => { const one = quoi.values[Number(value)]; if (one) props.onQuoi(one); },
        onText: props.onTexte,
        words: { resultats: mots.suggestions, aucun: (texte) => empty(quoi, mots, mots.aucuneSuggestion(texte)) },
      })}
      <p class="help" id="quoi-help">${mots.quoiAide}</p>
    </div>
    <div class="gestes">
      <button class="button primary">${mots.rechercher}</button>
      <button type="button" class="button" aria-disabled=${ou.waiting ? 'true' : nothing} @click=${() => ou.aroundMe(mots.maPosition)}>${ou.waiting ? mots.positionAttendue : mots.autourDeMoi}</button>
    </div>
  </form>`;
}
