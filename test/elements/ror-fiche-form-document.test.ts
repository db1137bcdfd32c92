import { expect } from '@open-wc/testing';
import { oneEvent } from '@open-wc/testing';
import * as stories from '../../stories/ror-fiche-form.ts';
import { formulaire } from '../support/formulaire.ts';
import { waitUntil } from '../support/wait.ts';

describe('ror-fiche-form as a document', () => {
  it('gives the fiche as a PDF file, under a strict policy, to the page that wants it', async () => {
    const { form, bouton } = await formulaire(stories.UniteRemplie);
    const asked = oneEvent(form, 'ror-fiche-export');
    form.addEventListener('ror-fiche-export', (event) => event.preventDefault());
    bouton('Export PDF').click();
    const { detail } = await asked as CustomEvent<{ nom: string; fichier: Blob }>;
    expect(detail.nom).to.match(/^Unité hébergement pour personnes âgées dépendantes - \d{4}-\d\d-\d\d\.pdf$/);
    expect(detail.fichier.type).to.equal('application/pdf');
    expect(await detail.fichier.slice(0, 5).text()).to.equal('%PDF-');
    expect(detail.fichier.size).to.be.greaterThan(10_000);
    await waitUntil(() => bouton('Export PDF').getAttribute('aria-disabled') === 'false', 'the button can be used again');
  }).timeout(15_000);
});
