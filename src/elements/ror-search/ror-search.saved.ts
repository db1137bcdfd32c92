import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CommandeRecherches } from '../../controllers/recherches-controller.ts';
import { wordsOf } from '../../controllers/words-controller.ts';
import { criteresGiven } from '../../engine/recherche/given.ts';
import type { RechercheEnregistree } from '../../engine/recherche/resultats.ts';
import { depuisRequete } from '../../engine/recherche/url.ts';
import { rechercheEnregistrees } from '../../i18n/fr/recherche-enregistrees.ts';
import { icons } from '../../ui/icons.ts';
import type { Contenu, ContenuProps } from './result-dialog.ts';

/** Loaded when asked. */
export const ouvrir = (): Contenu => ({ render: enregistrees });

/** The searches that the person keeps: run one, be told of what is new, forget it; and keep the one under way. */
function enregistrees({ contexte: { criteres }, donnes, headingId, lancer: onLancer, lieu, say, session }: ContenuProps): TemplateResult {
  const words = wordsOf(donnes, { rechercheEnregistrees }).rechercheEnregistrees;
  const recherches = session?.recherches;
  const liste = recherches?.liste ?? [];
  const propose = criteresGiven(criteres).length > 0 ? lieu : '';
  const faire = async (commande: CommandeRecherches, dit: string): Promise<boolean> => {
    const done = (await recherches?.change(commande)) ?? false;
    say(done ? dit : words.enPanne);
    return done;
  };
  const onEnregistrer = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const nom = form.querySelector<HTMLInputElement>('input[type=text]')!;
    const texte = nom.value.trim();
    nom.setCustomValidity(texte === '' ? words.nomRequis : '');
    if (!form.reportValidity()) return;
    const alerte = form.querySelector<HTMLInputElement>('input[type=checkbox]')!.checked;
    void faire({ type: 'enregistrer', nom: texte, criteres, alerte }, words.enregistree(texte)).then((done) => { if (done) nom.focus(); });
  };
  const lancer = ({ id, requete, nouvelles }: RechercheEnregistree): void => {
    if (nouvelles > 0) void recherches?.change({ type: 'vue', rechercheId: id });
    onLancer(depuisRequete(new URLSearchParams(requete)));
  };
  return html`<h2 class="heading" id=${headingId} tabindex="-1">${words.titre}</h2>
    ${liste.length === 0 ? html`<p class="second">${words.aucune}</p>` : html`<ul class="enregistrees">${liste.map((one) => html`<li>
      <div class="titre"><button type="button" class="lien" aria-label=${words.lancer(one.nom)} @click=${() => { lancer(one); }}>${one.nom}</button>
        ${one.nouvelles > 0 ? html` <span class="nouveau">${words.nouvelles(one.nouvelles)}</span>` : nothing}</div>
      <label class="check"><input type="checkbox" aria-label=${words.alerteDe(one.nom)} .checked=${live(one.alerte)} @change=${(event: Event) => {
        const alerte = (event.target as HTMLInputElement).checked;
        void faire({ type: 'modifier', rechercheId: one.id, nom: one.nom, alerte }, alerte ? words.alerteActive(one.nom) : words.alerteInactive(one.nom));
      }}><span aria-hidden="true">${words.alerte}</span></label>
      <button type="button" class="button quiet small points" aria-label=${words.supprimer(one.nom)} title=${words.supprimer(one.nom)} @click=${() => {
        void faire({ type: 'supprimer', rechercheId: one.id }, words.supprimee(one.nom));
      }}>${icons.cross}</button>
    </li>`)}</ul>`}
    <form class="enregistrer" novalidate @submit=${onEnregistrer}>
      <h3 class="heading">${words.enregistrer}</h3>
      ${criteresGiven(criteres).length === 0 ? html`<p class="second">${words.sansCritere}</p>` : html`
        <div class="field"><label for="nom-recherche">${words.nom}</label><input id="nom-recherche" class="control" type="text" maxlength="100" autocomplete="off" .value=${propose}
          @input=${(event: Event) => { (event.target as HTMLInputElement).setCustomValidity(''); }}></div>
        <label class="check"><input type="checkbox"><span>${words.alerte}</span></label>
        <button class="button primary">${words.valider}</button>`}
    </form>`;
}
