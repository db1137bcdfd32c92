import { html, type TemplateResult } from 'lit';
import { ensuite } from '../../i18n/fr/formulaire-suite.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import { flagTemplate } from '../../ui/field.ts';
import { icons } from '../../ui/icons.ts';
import { LEGENDE } from './ror-fiche-form.actions.ts';
import { audienceIcons } from './ror-fiche-form.fields.ts';

export { legendeStyles } from './legende.styles.ts';

/** What *Afficher la légende* opens: every mark of the form as it is drawn, with its meaning. */
export function renderLegende(given: FormMessages['formulaire']): TemplateResult {
  const words = ensuite(given);
  const { legendes, audience } = words;
  const { saisie, etats, listes, visibilite } = legendes;
  return html`
      <div class="legende-head"><strong>${legendes.titre}</strong>
        <button type="button" class="button quiet small" popovertarget=${LEGENDE} popovertargetaction="hide" aria-label=${legendes.fermer}>${icons.cross}</button></div>
      ${marks(saisie.titre, [
        [html`<span class="star">*</span>`, saisie.etoile],
        [html`<span class="erreur">${icons.error}</span>`, saisie.erreur],
        [html`<span class="avertissement">${icons.warning}</span>`, saisie.remarque],
        [html`<span>${saisie.exemple}</span>`, saisie.sansCadre],
      ])}
      ${marks(etats.titre, [
        [html`<span class="state">${etats.grise}</span>`, etats.griseSens],
        [html`<span class="state" data-etat="finalisee">${etats.verte}</span>`, etats.verteSens],
      ])}
      ${marks(listes.titre, [
        [html`<strong>${listes.gras}</strong>`, listes.grasSens],
        [flagTemplate(words.retire), listes.retire],
        [flagTemplate(words.horsNomenclature), listes.inconnu],
        [flagTemplate(words.inhabituel), listes.inhabituel],
        [html`<small>${listes.mot}</small>`, listes.motSens],
      ])}
      ${marks(visibilite.titre, (['public', 'professionnels', 'restreint'] as const).map((who) => [audienceIcons[who], audience[who]] as const))}
      <p class="help">${visibilite.aide}</p>`;
}

const marks = (title: string, lines: readonly (readonly [mark: unknown, meaning: string])[]): TemplateResult => html`
  <p class="legende-title">${title}</p>
  <dl>${lines.map(([mark, meaning]) => html`<div><dt>${mark}</dt><dd>${meaning}</dd></div>`)}</dl>`;
