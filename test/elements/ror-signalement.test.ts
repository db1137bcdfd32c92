import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { RorClientError } from '../../src/client/index.ts';
import type { DemandeSignalement } from '../../src/elements/ror-signalement/events.ts';
import type { RorSignalement } from '../../src/elements/ror-signalement/ror-signalement.ts';
import { detaille, enActeur, LECTRICE, signalement } from '../../stories/data/signalements.ts';
import * as stories from '../../stories/ror-signalement.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { waitUntil } from '../support/wait.ts';

const shown = (element: Element): string => (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
const dialog = (element: Element): HTMLDialogElement => element.shadowRoot!.querySelector('dialog')!;
const button = (element: Element, label: string): HTMLButtonElement => [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('button')].find((one) => one.textContent?.trim() === label)!;
const radio = (element: Element, code: string): HTMLInputElement => element.shadowRoot!.querySelector(`input[name="thematique"][value="${code}"]`)!;

const CHAMPS = [{ chemin: 'modePriseEnCharge', label: 'Mode de prise en charge', section: 'Offre', valeur: 'Accueil de jour' }, { chemin: 'telephone', label: 'Téléphone', section: 'Contact' }];
const DEMANDE: DemandeSignalement = { noeudId: 'uo-crt', nom: 'CRT – Volet 1', champs: CHAMPS };

async function opened(demande: DemandeSignalement = DEMANDE, signale: () => unknown = () => ({ anomalie: detaille(signalement(), LECTRICE) }), lire: () => unknown = () => new Promise(() => undefined)) {
  const { client, sent } = fakeClient((name) => (name === 'lireProfil' ? enActeur(LECTRICE) : name === 'signalerAnomalie' ? signale() : lire()));
  const element = await fixture<RorSignalement>(html`<ror-signalement .client=${client}></ror-signalement>`);
  await element.ouvrir(demande);
  return { element, sentReports: () => sent.filter(({ name }) => name === 'signalerAnomalie').map(({ input }) => input) };
}

async function writes(element: RorSignalement, selector: string, value: string): Promise<void> {
  const control = element.shadowRoot!.querySelector<HTMLTextAreaElement | HTMLSelectElement>(selector)!;
  control.value = value;
  control.dispatchEvent(new Event(control.matches('select') ? 'change' : 'input', { bubbles: true }));
  await element.updateComplete;
}

describe('ror-signalement', () => {
  for (const [name, story] of Object.entries(stories)) {
    if (!('render' in story)) continue;
    it(`passes axe, closed and open: ${name}`, async () => {
      const page = await fixture<HTMLElement>(html`<div>${story.render()}</div>`);
      const element = page.querySelector('ror-signalement')!;
      page.querySelector('button')!.click();
      await waitUntil(() => radio(element, '06'));
      await expect(element).to.be.accessible();
    });
  }

  it('opens on a node by its name, the focus on the first question', async () => {
    const { element } = await opened();
    expect(dialog(element).open).to.equal(true);
    expect(shown(element)).to.contain('Signaler une anomalie').and.to.contain('CRT – Volet 1').and.to.contain('L’information n’est plus à jour.');
    expect(element.shadowRoot!.activeElement).to.equal(radio(element, '01'));
  });

  it('says what lacks next to it, and leads there', async () => {
    const { element, sentReports } = await opened();
    button(element, 'Envoyer le signalement').click();
    await element.updateComplete;
    expect(shown(element)).to.contain('Choisissez ce qui ne va pas.').and.to.contain('Expliquez l’anomalie en quelques mots.');
    await expect(element).to.be.accessible();
    radio(element, '04').click();
    await element.updateComplete;
    button(element, 'Envoyer le signalement').click();
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement?.id).to.equal('message');
    expect(sentReports()).to.deep.equal([]);
  });

  it('shows the value of the field concerned, and sends all that was said', async () => {
    const { element, sentReports } = await opened({ ...DEMANDE, chemin: 'modePriseEnCharge' });
    expect(shown(element)).to.contain('Valeur actuelle : Accueil de jour');
    await writes(element, '#champ', 'telephone');
    expect(shown(element)).to.contain('Valeur actuelle : Non renseigné');
    radio(element, '01').click();
    element.shadowRoot!.querySelector<HTMLInputElement>('input[name="action"][value="AJO"]')!.click();
    await writes(element, '#message', '  Le numéro manque  ');
    await writes(element, '#valeur', '01 99 00 03 99');
    const changed = oneEvent(element, 'ror-anomalie-change');
    button(element, 'Envoyer le signalement').click();
    expect((await changed).detail.anomalie.id).to.equal('a1');
    expect(sentReports()).to.deep.equal([{ noeudId: 'uo-crt', thematique: '01', actionDemandee: 'AJO', chemin: 'telephone', message: 'Le numéro manque', valeurProposee: '01 99 00 03 99' }]);
    await waitUntil(() => element.shadowRoot!.activeElement?.textContent === 'Votre signalement a été envoyé');
    expect(shown(element)).to.contain('L’administrateur du territoire le reçoit.');
    await expect(element).to.be.accessible();
    const followed = oneEvent(element, 'ror-anomalie-open');
    button(element, 'Suivre ce signalement').click();
    expect((await followed).detail.anomalieId).to.equal('a1');
    await waitUntil(() => !dialog(element).open);
    expect(element.unsaved).to.equal(false);
  });

  it('says who receives it when the territory has no administrator', async () => {
    const { element } = await opened(DEMANDE, () => ({ anomalie: detaille(signalement({ statut: '04' }), LECTRICE) }));
    radio(element, '06').click();
    await writes(element, '#message', 'Faux');
    button(element, 'Envoyer le signalement').click();
    await waitUntil(() => shown(element).includes('SESAN reçoit votre signalement'));
  });

  it('keeps the text when the network is gone, when it is closed by Escape, and gives it back for the same node only', async () => {
    const { element } = await opened(DEMANDE, () => { throw new RorClientError('offline', 'cut'); });
    radio(element, '06').click();
    await writes(element, '#message', 'Le téléphone est faux');
    button(element, 'Envoyer le signalement').click();
    await waitUntil(() => shown(element).includes('La connexion est interrompue'));
    element.shadowRoot!.querySelector<HTMLElement>('#message')!.focus();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog(element).open);
    expect(element.unsaved).to.equal(true);
    await element.ouvrir({ ...DEMANDE, noeudId: 'autre', nom: 'Autre' });
    expect(element.shadowRoot!.querySelector<HTMLTextAreaElement>('#message')!.value).to.equal('');
    await element.ouvrir(DEMANDE);
    expect(element.shadowRoot!.querySelector<HTMLTextAreaElement>('#message')!.value).to.equal('Le téléphone est faux');
    expect(radio(element, '06').checked).to.equal(true);
    expect(shown(element)).to.contain('Votre texte a été conservé');
    button(element, 'Recommencer').click();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector<HTMLTextAreaElement>('#message')!.value).to.equal('');
  });

  it('forgets what the former person typed when it is given another client', async () => {
    const { element } = await opened();
    await writes(element, '#message', 'À moi');
    element.client = fakeClient(() => new Promise(() => undefined)).client;
    await element.updateComplete;
    expect(element.unsaved).to.equal(false);
    await element.ouvrir(DEMANDE);
    expect(element.shadowRoot!.querySelector<HTMLTextAreaElement>('#message')!.value).to.equal('');
  });

  it('sends one report however often the button is pressed', async () => {
    const { element, sentReports } = await opened(DEMANDE, () => new Promise(() => undefined));
    radio(element, '06').click();
    await writes(element, '#message', 'Faux');
    for (let n = 0; n < 3; n++) button(element, n === 0 ? 'Envoyer le signalement' : 'Envoi en cours…').click(), await element.updateComplete;
    expect(sentReports()).to.have.length(1);
  });

  it('reads the fields of the fiche by itself, and does without when it cannot', async () => {
    const lue = {
      profil: 2, version: 1, chemin: [], etablissement: null, fraicheur: { etat: 'a-jour', jours: 1 }, encadres: [], favoris: [], ancetres: [], dossier: null, dateMiseJour: null,
      noeud: { id: 'uo-crt', type: 'UO', nom: 'CRT – Volet 1', nombreEnfants: 0, actions: [] }, contenu: { nomOffre: 'CRT – Volet 1', grandGroupeDisciplines: 'MSS', typeOffre: '136', champActivite: '04', modePriseEnCharge: '58' },
    };
    const { element } = await opened({ noeudId: 'uo-crt', nom: 'CRT – Volet 1', chemin: 'modePriseEnCharge' }, undefined, () => lue);
    await waitUntil(() => shown(element).includes('Valeur actuelle : Suivi ou coordination de parcours'));
    expect(element.shadowRoot!.querySelectorAll('optgroup').length).to.be.above(3);
    const without = await opened({ noeudId: 'x', nom: 'X' }, undefined, () => { throw new RorClientError('server', 'down'); });
    await waitUntil(() => shown(without.element).includes('dites laquelle dans votre message'));
  });
});
