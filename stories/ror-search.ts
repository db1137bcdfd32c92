import { html, type TemplateResult } from 'lit';
import { RorClientError } from '../src/client/errors.ts';
import '../src/elements/ror-search/define.ts';
import type { Criteres } from '../src/engine/recherche/criteres.ts';
import { clientRecherche, CONNUES, NOMBREUSES } from './data/recherche.ts';

interface Story { readonly render: () => TemplateResult }

export default { title: 'ror-search', component: 'ror-search' };

const CRETEIL: Criteres = { ou: { genre: 'commune', code: '94028' } };

/** Nothing is searched yet. */
export const Depart: Story = { render: () => html`<ror-search .client=${clientRecherche()}></ror-search>` };

/** Around a commune: distances, travel times, filters. */
export const AutourDUnLieu: Story = { render: () => html`<ror-search .client=${clientRecherche()} .criteres=${CRETEIL}></ror-search>` };

/** Every établissement open, with every state of an offer. */
export const Deplies: Story = { render: () => html`<ror-search deplies .client=${clientRecherche()} .criteres=${CRETEIL}></ror-search>` };

/** Several criteria, as chips. */
export const Criteria: Story = {
  render: () => html`<ror-search .client=${clientRecherche()} .criteres=${{ ...CRETEIL, quoi: [{ genre: 'type-offre', code: '21' }], facettes: { domaine: ['MSS'] }, age: 80, dureeMax: 30 } satisfies Criteres}></ror-search>`,
};

/** Nothing answers: which criterion to leave out. */
export const AucunResultat: Story = {
  render: () => html`<ror-search .client=${clientRecherche()} .criteres=${{ ...CRETEIL, texte: 'IRM', places: true } satisfies Criteres}></ror-search>`,
};

/** A table of all the units. */
export const Tableau: Story = { render: () => html`<ror-search vue="tableau" .client=${clientRecherche()} .criteres=${CRETEIL}></ror-search>` };

/** A map without background, and its list. */
export const Carte: Story = { render: () => html`<ror-search vue="carte" .client=${clientRecherche()} .criteres=${CRETEIL}></ror-search>` };

/** Several pages, facets of more than ten values. */
export const Nombreux: Story = { render: () => html`<ror-search .client=${clientRecherche({ connues: NOMBREUSES })} .criteres=${{ texte: 'résidence' } satisfies Criteres}></ror-search>` };

/** A page of a partner: no session, so no favourites, no kept searches, no reports. */
export const Partenaire: Story = { render: () => html`<ror-search lecture .client=${clientRecherche()} .criteres=${CRETEIL}></ror-search>` };

/** The first answer has not come. */
export const Chargement: Story = { render: () => html`<ror-search .client=${clientRecherche({ avant: (name) => (name === 'rechercher' ? new Promise(() => {}) : undefined) })} .criteres=${CRETEIL}></ror-search>` };

/** The server fails. */
export const Echec: Story = {
  render: () => html`<ror-search .client=${clientRecherche({ avant: () => { throw new RorClientError('server', 'down'); } })} .criteres=${CRETEIL}></ror-search>`,
};

/** The page forgot the client. */
export const SansClient: Story = { render: () => html`<ror-search .criteres=${CRETEIL}></ror-search>` };

const LONG = 'Unité Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité, avec prise en charge des troubles du comportement';

/** Long names, a word without spaces, and names that look like markup, in the width of a telephone. */
export const Etroit: Story = {
  render: () => html`<div class="narrow"><ror-search deplies .criteres=${CRETEIL} .client=${clientRecherche({
    connues: CONNUES.map(({ etablissement, traits }, i) => ({
      traits, etablissement: { ...etablissement, nom: [LONG, 'Hospitalisationcomplètedejouretdenuit'.repeat(3), '<img src=x onerror=alert(1)>'][i] ?? etablissement.nom, offres: etablissement.offres.map((uo) => ({ ...uo, nom: LONG })) },
    })),
  })}></ror-search></div>`,
};
