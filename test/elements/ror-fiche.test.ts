import { expect, fixture } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { RorClientError } from '../../src/client/index.ts';
import type { RorFiche } from '../../src/elements/ror-fiche/ror-fiche.ts';
import { acteur } from '../../stories/ehpad-test.ts';
import * as stories from '../../stories/ror-fiche.ts';
import { deferred } from '../support/fake-host.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { waitUntil } from '../support/wait.ts';

const shown = (element: Element): string => (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');

const placed = async (story: { render(): TemplateResult }, text: string): Promise<RorFiche> => {
  const element = await fixture<RorFiche>(story.render());
  await waitUntil(() => shown(element).includes(text), `never shows "${text}"`);
  return element;
};

const entite = (id: string, nom: string) => ({
  noeud: { id, type: 'EJ', nom, nombreEnfants: 0, actions: [] }, contenu: {}, profil: 2, version: 1, ancetres: [], chemin: [], etablissement: null, dossier: null,
  dateMiseJour: null, fraicheur: { etat: 'jamais', jours: null }, encadres: [], favoris: [],
});

describe('ror-fiche', () => {
  for (const [name, story] of Object.entries(stories)) {
    if (!('render' in story)) continue;
    it(`passes axe: ${name}`, async () => {
      const element = await fixture<RorFiche>(story.render());
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('says in words what the fiche holds in codes, and where it stands', async () => {
    const element = await placed(stories.Described, 'Centre de ressources territorial (CRT)');
    expect(shown(element)).to.contain('Suivi ou coordination de parcours').and.to.contain('60 ans').and.to.contain('crt@colibri.example');
    expect(element.shadowRoot!.querySelector('nav')!.textContent).to.contain('SA Equateur').and.to.contain('EHPAD du Colibri');
    await expect(element).to.be.accessible();
  });

  it('prints the document in the place of the screen, never both', async () => {
    const element = await placed(stories.Described, 'CRT');
    await emulateMedia({ media: 'print' });
    try {
      await waitUntil(() => {
        element.requestUpdate();
        return element.shadowRoot!.querySelector('.printed');
      }, 'never printed');
      expect(element.shadowRoot!.querySelector('article')!.checkVisibility()).to.equal(false);
      expect(element.shadowRoot!.querySelector<HTMLElement>('.printed')!.innerText).to.contain('crt@colibri.example');
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('lives beside another fiche without knowing it', async () => {
    const root = await fixture<HTMLElement>(stories.Two.render());
    const [one, two] = [...root.querySelectorAll('ror-fiche')];
    await waitUntil(() => shown(one!).includes('CRT – Volet 1') && shown(two!).includes('CRT – Volet 2'), 'not both');
    await waitUntil(() => shown(one!).includes('crt@colibri.example'));
    expect(shown(two!)).not.to.contain('crt@colibri.example');
    await expect(root).to.be.accessible();
    one!.noeudId = null;
    await one!.updateComplete;
    expect(shown(one!)).not.to.contain('Volet 1');
    expect(shown(two!)).to.contain('CRT – Volet 2');
  });

  it('shows names of any length, script and direction as text, within its box', async () => {
    const element = await placed(stories.HostileNames, '<img src=x onerror=alert(1)>');
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth + 1);
    expect([...element.shadowRoot!.querySelectorAll('nav bdi')].map((name) => name.textContent)).to.include('مركز الرعاية');
  });

  it('leaves out what is not filled', async () => {
    const element = await placed(stories.Described, 'CRT');
    expect(shown(element)).not.to.contain('Téléphone du responsable').and.not.to.contain('Publics pris en charge');
  });

  it('shows a code that the nomenclature does not know, and says so', async () => {
    await placed(stories.UnknownCode, '9999 (code inconnu de la nomenclature)');
  });

  it('says that nothing was published yet, and leads to the dossier that holds it', async () => {
    const element = await placed(stories.NotDescribedYet, 'Rien n’a encore été publié');
    const wanted: (string | null)[] = [];
    element.addEventListener('ror-dossier-open', ({ detail }) => wanted.push(detail.dossierId));
    [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent!.includes('Ouvrir le dossier'))!.click();
    expect(wanted).to.deep.equal(['d1']);
  });

  it('shows the last fiche asked for, whatever comes first', async () => {
    const slow = deferred<unknown>();
    const { client } = fakeClient((name, { noeudId }: { noeudId: string }) => (name === 'lireProfil' ? acteur() : noeudId === 'a' ? slow.promise : entite('b', 'La seconde')));
    const element = await fixture<RorFiche>(html`<ror-fiche noeud-id="a" .client=${client}></ror-fiche>`);
    element.noeudId = 'b';
    await waitUntil(() => shown(element).includes('La seconde'));
    slow.resolve(entite('a', 'La première'));
    await slow.promise;
    await element.updateComplete;
    expect(shown(element)).to.contain('La seconde').and.not.to.contain('La première');
  });

  it('keeps what it shows when reading again fails, and says so', async () => {
    let down = false;
    const { client } = fakeClient((name) => {
      if (down) throw new RorClientError('offline', 'cut');
      return name === 'lireProfil' ? acteur() : entite('a', 'SA Equateur');
    });
    const element = await fixture<RorFiche>(html`<ror-fiche noeud-id="a" .client=${client}></ror-fiche>`);
    await waitUntil(() => shown(element).includes('SA Equateur'));
    down = true;
    element.requestUpdate('client');
    await waitUntil(() => shown(element).includes('La connexion est interrompue'));
    expect(shown(element)).to.contain('SA Equateur');
  });
});
