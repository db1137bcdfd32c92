import { html, type TemplateResult } from 'lit';
import { fr } from '../src/i18n/fr.ts';
import '../src/elements/ror-provider/define.ts';
import '../src/elements/ror-tree/define.ts';
import { clientOf, page } from './data/repertoire.ts';

interface Story { readonly render: () => TemplateResult }

export default { title: 'ror-provider', component: 'ror-provider' };

/** One client for two elements. */
export const UnClientPourDeux: Story = {
  render: () => html`<ror-provider .client=${clientOf(page)}><ror-tree label="Par département"></ror-tree><ror-tree label="Par entité juridique" par="entite-juridique"></ror-tree></ror-provider>`,
};

/** A provider whose client has not come yet: what it holds waits. */
export const EnAttente: Story = { render: () => html`<ror-provider><ror-tree></ror-tree></ror-provider>` };

/** Other words for one part of the page, the client coming from around it. */
export const AutresMots: Story = {
  render: () => html`<ror-provider .client=${clientOf(page)}><ror-provider .messages=${{ ...fr, arbre: { ...fr.arbre, etiquette: 'Annuaire' } }}><ror-tree></ror-tree></ror-provider></ror-provider>`,
};
