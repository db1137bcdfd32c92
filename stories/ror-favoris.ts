import { html, type TemplateResult } from 'lit';
import { RorClientError } from '../src/client/index.ts';
import type { ListeFavoris } from '../src/domain/favoris.ts';
import '../src/elements/ror-favoris/define.ts';
import { favoris } from './data/signalements.ts';
import { situation } from './ehpad-test.ts';

export default { title: 'ror-favoris', component: 'ror-favoris' };

interface Story { render(): TemplateResult }

const showing = (listes: readonly ListeFavoris[]): Story => ({ render: () => html`<ror-favoris .client=${situation({ listerFavoris: () => ({ listes: [...listes] }) })}></ror-favoris>` });

export const Loading: Story = { render: () => html`<ror-favoris .client=${situation({})}></ror-favoris>` };
export const NoClient: Story = { render: () => html`<ror-favoris></ror-favoris>` };
export const Failed: Story = { render: () => html`<ror-favoris .client=${situation({ listerFavoris: () => { throw new RorClientError('offline', 'no network'); } })}></ror-favoris>` };
export const Empty = showing([]);
export const Lists = showing(favoris);
export const LongNames = showing([{ id: 'l', nom: 'Liste '.repeat(16), noeuds: [{ id: 'n', type: 'EG', nom: `<i>${'ÉTABLISSEMENT INTERCOMMUNAL '.repeat(8)}</i>` }] }]);
