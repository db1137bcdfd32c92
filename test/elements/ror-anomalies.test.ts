import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, nothing, type TemplateResult } from 'lit';
import { RorClientError } from '../../src/client/index.ts';
import { problem } from '../../src/contract/problem.ts';
import type { Personne, Signalement, SignalementDetaille } from '../../src/domain/signalement.ts';
import type { RorAnomalies } from '../../src/elements/ror-anomalies/ror-anomalies.ts';
import { detaille, enActeur, GESTIONNAIRE, LECTRICE, queue, signalement, TUTELLE } from '../../stories/data/signalements.ts';
import * as stories from '../../stories/ror-anomalies.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { waitUntil } from '../support/wait.ts';

const shown = (element: Element): string => (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
const button = (element: Element, label: string): HTMLButtonElement =>
  [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('button')].find((one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim().startsWith(label))!;
const said = (element: Element): string => element.shadowRoot!.querySelector('[data-announcer]')!.textContent;
const why = (one: HTMLElement): string => one.parentElement!.querySelector('.reason')?.textContent ?? '';

async function placed(template: TemplateResult, text: string): Promise<RorAnomalies> {
  const element = await fixture<RorAnomalies>(template);
  await waitUntil(() => shown(element).includes(text), `never shows "${text}"`);
  return element;
}

type Answer = (name: string, input: { statut?: string; portee?: string; suite?: string; commande: { type: string } }) => unknown;

/** A queue, or one report, whose server answers as told, else as a plain one. */
async function opened(qui: Personne, { detail, liste = queue, answer }: { detail?: SignalementDetaille; liste?: readonly Signalement[]; answer?: Answer } = {}) {
  const { client, sent } = fakeClient((name, input) => {
    const told = answer?.(name, input);
    if (told !== undefined) return told;
    if (name === 'lireProfil') return enActeur(qui);
    if (name === 'listerAnomalies') return { anomalies: liste, suite: null, nombre: liste.length, parStatut: [{ statut: '02', nombre: 1 }, { statut: '09', nombre: 4 }] };
    return name === 'lireAnomalie' ? detail : new Promise(() => undefined);
  });
  const element = await placed(html`<ror-anomalies anomalie-id=${detail?.id ?? nothing} .client=${client}></ror-anomalies>`, detail ? 'Historique' : 'sur');
  return { element, asked: (name: string) => sent.filter((call) => call.name === name).map(({ input }) => input as Record<string, unknown>) };
}

const writes = (element: RorAnomalies, selector: string, value: string): Promise<unknown> => {
  const control = element.shadowRoot!.querySelector<HTMLTextAreaElement | HTMLSelectElement>(selector)!;
  control.value = value;
  control.dispatchEvent(new Event(control.matches('select') ? 'change' : 'input', { bubbles: true }));
  return element.updateComplete;
};

describe('ror-anomalies: every situation', () => {
  for (const [name, story] of Object.entries(stories)) {
    if (!('render' in story)) continue;
    it(`passes axe: ${name}`, async () => {
      const element = await fixture<RorAnomalies>(story.render());
      await waitUntil(() => shown(element).trim().length > 10);
      await expect(element).to.be.accessible();
    });
  }
});

describe('ror-anomalies: the queue', () => {
  it('gives each report its structure, its status in words, its theme, and who treats it', async () => {
    const { element } = await opened(GESTIONNAIRE);
    await waitUntil(() => shown(element).includes('Envoyé au destinataire'));
    expect(shown(element)).to.contain('CRT – Volet 1').and.to.contain('À traiter').and.to.contain('Récence').and.to.contain('Assigné à Claire Martin').and.to.contain('Signalé par Inès Caron');
  });

  it('begins with what waits for whoever treats, and with all of their own for others', async () => {
    const tutelle = await opened(TUTELLE);
    expect(tutelle.asked('listerAnomalies')).to.deep.equal([{ portee: 'traiter', statut: 'ouvert' }]);
    const lectrice = await opened(LECTRICE);
    expect(lectrice.asked('listerAnomalies')).to.deep.equal([{ portee: 'mes-signalements' }]);
    expect(shown(lectrice.element)).to.contain('Mes signalements').and.not.to.contain('Assignation');
  });

  it('counts by status, open ones and closed ones apart, and keeps one on demand', async () => {
    const { element, asked } = await opened(GESTIONNAIRE);
    await waitUntil(() => shown(element).includes('Refusé 4'));
    expect(shown(element)).to.contain('En cours 1').and.to.contain('Clos 4').and.to.contain('Tous 5');
    button(element, 'Refusé').click();
    await waitUntil(() => asked('listerAnomalies').length === 2);
    expect(asked('listerAnomalies')[1]).to.deep.equal({ portee: 'traiter', statut: '09' });
    await waitUntil(() => said(element).includes('3 signalements'));
    expect(button(element, 'Refusé').getAttribute('aria-pressed')).to.equal('true');
  });

  it('filters by theme, territory and assignment, and forgets the filters at once', async () => {
    const { element, asked } = await opened(GESTIONNAIRE);
    await waitUntil(() => element.shadowRoot!.querySelector('#departement option[value="94"]'));
    await writes(element, '#thematique', '06');
    await writes(element, '#departement', '94');
    await writes(element, '#assigne', 'moi');
    await waitUntil(() => asked('listerAnomalies').some((input) => input['assigne'] === 'moi'));
    expect(asked('listerAnomalies').at(-1)).to.deep.equal({ portee: 'traiter', statut: 'ouvert', thematique: '06', departement: '94', assigne: 'moi' });
    button(element, 'Effacer les filtres').click();
    await waitUntil(() => !('assigne' in asked('listerAnomalies').at(-1)! && asked('listerAnomalies').at(-1)!['assigne']));
  });

  it('goes on to the next page and leads the focus to its first report', async () => {
    const next = signalement({ id: 'a9', noeud: { id: 'z', type: 'EG', nom: 'Structure suivante', entiteGeographiqueId: 'z' } });
    const { element } = await opened(GESTIONNAIRE, { answer: (name, { suite }) => (name === 'listerAnomalies' ? { anomalies: suite ? [queue[0]!, next] : queue, suite: suite ? null : 'p2', nombre: 4, parStatut: [] } : undefined) });
    button(element, 'Afficher la suite').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.textContent?.includes('Structure suivante'), 'the focus does not follow');
    expect(element.shadowRoot!.querySelectorAll('.row')).to.have.length(4);
  });

  it('says that no server is reached, and tries again on demand', async () => {
    let down = true;
    const { client } = fakeClient((name) => {
      if (down) throw new RorClientError('offline', 'cut');
      return name === 'lireProfil' ? enActeur(TUTELLE) : { anomalies: queue, suite: null, nombre: 3, parStatut: [] };
    });
    const element = await placed(html`<ror-anomalies .client=${client}></ror-anomalies>`, 'La connexion est interrompue');
    down = false;
    button(element, 'Réessayer').click();
    await waitUntil(() => shown(element).includes('CRT – Volet 1'));
  });

  it('opens a report by keyboard, tells the page, and gives the focus back on the way back', async () => {
    const { element } = await opened(TUTELLE, { answer: (name) => (name === 'lireAnomalie' ? detaille(signalement(), TUTELLE) : undefined) });
    button(element, 'CRT – Volet 1').focus();
    const event = oneEvent(element, 'ror-anomalie-open');
    await sendKeys({ press: 'Enter' });
    expect((await event).detail.anomalieId).to.equal('a1');
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'title', 'the focus does not go to the report');
    button(element, '← Retour à la liste').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'row-a1', 'the focus does not come back');
  });
});

describe('ror-anomalies: one report', () => {
  it('says in words the field, what stood there and what is proposed', async () => {
    const { element } = await opened(TUTELLE, { detail: detaille(signalement(), TUTELLE) });
    await waitUntil(() => shown(element).includes('Mode de prise en charge'));
    expect(shown(element)).to.contain('Suivi ou coordination de parcours').and.to.contain('Accueil de jour').and.to.contain('Inès Caron (lecteur)');
  });

  it('takes a report to oneself, and says so', async () => {
    const before = detaille(signalement(), TUTELLE);
    const { element, asked } = await opened(TUTELLE, { detail: before, answer: (name) => (name === 'traiterAnomalie' ? { anomalie: detaille(signalement({ assigne: TUTELLE, version: 3 }), TUTELLE) } : undefined) });
    const changed = oneEvent(element, 'ror-anomalie-change');
    button(element, 'M’attribuer').click();
    expect((await changed).detail.anomalie.assigne).to.deep.equal(TUTELLE);
    expect(asked('traiterAnomalie')).to.deep.equal([{ anomalieId: 'a1', version: 2, commande: { type: 'assigner', compteId: 'tutelle' } }]);
    await waitUntil(() => said(element) === 'Assignation enregistrée.');
    expect(shown(element)).to.contain('Ce signalement vous est assigné.');
  });

  it('says why the status cannot change yet: none chosen, then no answer where the rules ask for one', async () => {
    const { element, asked } = await opened(TUTELLE, { detail: detaille(signalement(), TUTELLE) });
    const change = button(element, 'Changer le statut');
    expect([change.getAttribute('aria-disabled'), why(change)]).to.deep.equal(['true', 'Choisissez un nouveau statut.']);
    await writes(element, '#nouveau-statut', '09');
    expect(why(change)).to.contain('Écrivez d’abord une réponse');
    expect(element.shadowRoot!.querySelector('#texte')!.getAttribute('aria-required')).to.equal('true');
    change.click();
    expect(asked('traiterAnomalie')).to.deep.equal([]);
    await writes(element, '#texte', 'Cette unité a fermé.');
    expect([change.hasAttribute('aria-disabled'), why(change)]).to.deep.equal([false, '']);
    change.click();
    await waitUntil(() => asked('traiterAnomalie').length === 1);
    expect(asked('traiterAnomalie')[0]!['commande']).to.deep.equal({ type: 'changer-statut', statut: '09', reponse: 'Cette unité a fermé.' });
  });

  it('keeps the answer being written when somebody else was faster, and shows where the report is now', async () => {
    const now = detaille(signalement({ statut: '05', version: 4 }), TUTELLE);
    let overtaken = false;
    const { element } = await opened(TUTELLE, { answer: (name) => {
      if (name === 'lireAnomalie') return overtaken ? now : detaille(signalement(), TUTELLE);
      if (name !== 'traiterAnomalie') return undefined;
      overtaken = true;
      throw RorClientError.fromProblem(problem('perime', 'treated since', { actuel: now }));
    }, detail: detaille(signalement(), TUTELLE) });
    await writes(element, '#nouveau-statut', '08');
    await writes(element, '#texte', 'C’est fait');
    button(element, 'Changer le statut').click();
    await waitUntil(() => shown(element).includes('Une autre personne a traité ce signalement entre-temps'));
    expect(element.shadowRoot!.querySelector('.badge')!.textContent).to.equal('Envoyé au destinataire');
    expect(element.shadowRoot!.querySelector<HTMLTextAreaElement>('#texte')!.value).to.equal('C’est fait');
    expect(element.unsaved).to.equal(true);
  });

  it('keeps the answer when the network is gone', async () => {
    const { element } = await opened(TUTELLE, { detail: detaille(signalement(), TUTELLE), answer: (name) => { if (name === 'traiterAnomalie') throw new RorClientError('offline', 'cut'); return undefined; } });
    await writes(element, '#texte', 'Je regarde');
    button(element, 'Répondre sans changer le statut').click();
    await waitUntil(() => shown(element).includes('La connexion est interrompue'));
    expect(element.shadowRoot!.querySelector<HTMLTextAreaElement>('#texte')!.value).to.equal('Je regarde');
  });

  it('tells the reporter what became of it, and lets them contest a correction with a reason only', async () => {
    const { element, asked } = await opened(LECTRICE, { detail: detaille(signalement({ statut: '08', reponse: 'C’est corrigé.' }), LECTRICE) });
    expect(shown(element)).to.contain('L’anomalie est corrigée. Si ce n’est pas le cas, dites-le.').and.to.contain('C’est corrigé.').and.not.to.contain('M’attribuer');
    const contest = button(element, 'Contester');
    expect(why(contest)).to.equal('Expliquez l’anomalie en quelques mots.');
    await writes(element, '#texte', 'Toujours faux');
    contest.click();
    await waitUntil(() => asked('traiterAnomalie').length === 1);
    expect(asked('traiterAnomalie')[0]!['commande']).to.deep.equal({ type: 'contester', texte: 'Toujours faux' });
  });

  it('asks the reporter before it cancels', async () => {
    const { element, asked } = await opened(LECTRICE, { detail: detaille(signalement(), LECTRICE), answer: (name) => (name === 'traiterAnomalie' ? { anomalie: detaille(signalement({ statut: '03' }), LECTRICE) } : undefined) });
    button(element, 'Annuler mon signalement').click();
    const dialog = element.shadowRoot!.querySelector('dialog')!;
    await waitUntil(() => dialog.open);
    expect(dialog.querySelectorAll('[data-announcer]').length, 'what is said meanwhile is said in the dialog').to.equal(1);
    expect(asked('traiterAnomalie')).to.deep.equal([]);
    [...dialog.querySelectorAll('button')][0]!.click();
    await waitUntil(() => !dialog.open && shown(element).includes('Vous avez annulé ce signalement.'));
  });

  it('leads to the fiche, at the field concerned', async () => {
    const { element } = await opened(TUTELLE, { detail: detaille(signalement(), TUTELLE) });
    const event = oneEvent(element, 'ror-fiche-open');
    button(element, 'Ouvrir la fiche').click();
    expect((await event).detail).to.deep.equal({ noeudId: 'uo-crt', nom: 'CRT – Volet 1', chemin: 'modePriseEnCharge' });
  });

  it('shows a name that looks like markup as the text it is', async () => {
    const element = await placed(stories.LongAndOdd.render(), '<b>ÉTABLISSEMENT</b>');
    expect(element.shadowRoot!.querySelector('b')).to.equal(null);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });
});
