import { html, type TemplateResult } from 'lit';
import { RorClientError } from '../src/client/errors.ts';
import '../src/elements/ror-disponibilites/define.ts';
import { clientPlaces, UNITES } from './data/places.ts';

interface Story { readonly render: () => TemplateResult }

export default { title: 'ror-disponibilites', component: 'ror-disponibilites' };

/** Units of two établissements: counted yesterday, long ago, never. */
export const Services: Story = { render: () => html`<ror-disponibilites .client=${clientPlaces()}></ror-disponibilites>` };

/** Only to be read. */
export const Lecture: Story = { render: () => html`<ror-disponibilites lecture .client=${clientPlaces()}></ror-disponibilites>` };

/** An account to which nothing is assigned. */
export const Aucun: Story = { render: () => html`<ror-disponibilites .client=${clientPlaces({ unites: [] })}></ror-disponibilites>` };

/** More units than a page. */
export const Suite: Story = { render: () => html`<ror-disponibilites .client=${clientPlaces({ parPage: 1 })}></ror-disponibilites>` };

/** The first answer has not come. */
export const Chargement: Story = { render: () => html`<ror-disponibilites .client=${clientPlaces({ avant: () => new Promise(() => {}) })}></ror-disponibilites>` };

/** The server fails. */
export const Echec: Story = { render: () => html`<ror-disponibilites .client=${clientPlaces({ avant: () => { throw new RorClientError('server', 'down'); } })}></ror-disponibilites>` };

/** Long names, one without spaces and one that looks like markup, in the width of a telephone. */
export const Etroit: Story = {
  render: () => html`<div class="narrow"><ror-disponibilites .client=${clientPlaces({
    unites: UNITES.map((one, i) => ({ ...one, nom: ['Hospitalisationcomplètedejouretdenuit'.repeat(3), '<img src=x onerror=alert(1)>'][i] ?? one.nom })),
  })}></ror-disponibilites></div>`,
};
