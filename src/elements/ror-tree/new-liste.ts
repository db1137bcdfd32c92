import { css, html, nothing, render } from 'lit';
import type { Caller } from '../../controllers/contexts.ts';
import { asFailure } from '../../controllers/failure.ts';
import type { ListeFavoris } from '../../domain/favoris.ts';
import type { RefusFavoris } from '../../engine/favoris/commandes.ts';
import { favoris as french } from '../../i18n/fr/favoris.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { adopt } from '../../ui/adopt.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { star } from '../../ui/field.ts';
import type { Mots } from './words.ts';
import { reason } from './ror-tree.row.ts';

const look = css`
  .question { inline-size: min(28rem, calc(100vw - 2rem)); padding: 1.5rem; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); color: var(--_text); box-shadow: var(--_shadow); }
  .question::backdrop { background: rgb(10 20 30 / 0.55); }
  .question form { display: grid; gap: 1rem; }
  .question form > * { margin: 0; }
  .question h2 { font-size: 1.2rem; line-height: 1.3; }
  .question .error { color: var(--_danger); font-weight: 600; }
  .question .error:empty { display: none; }
  .question .buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; }
`;

/** Asks for the name of a new list and makes it on the server. Resolves with it, undefined when the person gives up. */
export async function askNewListe(root: ShadowRoot, client: () => Caller, messages: Mots & Partial<Pick<Catalogue, 'favoris'>>): Promise<ListeFavoris | undefined> {
  adopt(root, fieldStyles, look);
  const words = messages.favoris ?? french;
  const dialog = root.ownerDocument.createElement('dialog');
  dialog.className = 'question';
  dialog.setAttribute('aria-labelledby', 'question');
  root.append(dialog);
  let made: ListeFavoris | undefined;
  let wrong: string | undefined;
  let acting = false;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (acting) return;
    acting = true;
    const nom = dialog.querySelector('input')!.value;
    try {
      const answer = await client().call('changerFavoris', { commande: { type: 'creer-liste', nom } });
      if ('refus' in answer) wrong = (words.refus[answer.refus.code] as (refus: RefusFavoris) => string)(answer.refus);
      else made = answer.listes.find((liste) => liste.nom === nom.trim());
    } catch (error) {
      wrong = reason(messages.arbre.echecs, asFailure(error).kind);
    }
    acting = false;
    if (made) return dialog.close();
    draw();
    dialog.querySelector('input')!.focus();
  };
  const draw = (): void => {
    render(html`<form novalidate @submit=${submit}>
      <h2 id="question">${words.creer}</h2>
      <div class="field"><label for="nom-liste">${words.nom}${star}</label>
        <input id="nom-liste" class="control" maxlength="100" autocomplete="off" aria-required="true" aria-invalid=${wrong === undefined ? nothing : 'true'} aria-describedby="nom-liste-faux nom-liste-aide">
        <p class="help" id="nom-liste-aide">${words.nomAide}</p></div>
      <p class="error" id="nom-liste-faux" role="alert">${wrong ?? nothing}</p>
      <p class="buttons"><button class="button primary">${words.creerAction}</button><button type="button" class="button" @click=${() => { dialog.close(); }}>${messages.commun.annuler}</button></p>
    </form>`, dialog);
  };
  draw();
  dialog.showModal();
  await new Promise((resolve) => { dialog.addEventListener('close', resolve, { once: true }); });
  dialog.remove();
  return made;
}
