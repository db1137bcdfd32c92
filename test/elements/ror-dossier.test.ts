import { expect, fixture } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { RorClientError } from '../../src/client/index.ts';
import type { Dossier } from '../../src/domain/dossier.ts';
import type { RorDossier } from '../../src/elements/ror-dossier/ror-dossier.ts';
import type { RorFicheForm } from '../../src/elements/ror-fiche-form/ror-fiche-form.ts';
import type { RorTree } from '../../src/elements/ror-tree/ror-tree.ts';
import { acteur, contenuFiche, dossier, dossierPret, resume } from '../../stories/ehpad-test.ts';
import * as stories from '../../stories/ror-dossier.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { waitUntil } from '../support/wait.ts';

const shown = (element: Element): string => (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
const button = (element: Element, label: string): HTMLButtonElement | undefined =>
  [...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>('button') ?? [])].find((candidate) => candidate.textContent?.trim() === label);

/** Puts the element on the page and waits until it shows this text. */
async function placed(template: TemplateResult, text: string): Promise<RorDossier> {
  const element = await fixture<RorDossier>(template);
  await waitUntil(() => shown(element).includes(text), `never shows "${text}"`);
  return element;
}

type Answers = Partial<Record<string, (input: never) => unknown>>;

/** An open dossier whose server answers as told; `sent` is what was asked of it. */
async function opened(dossierShown: Dossier, answers: Answers = {}, role: Parameters<typeof acteur>[0] = 'referent') {
  const { client, sent } = fakeClient((name, input) => {
    const answer = answers[name];
    if (answer) return answer(input);
    if (name === 'lireProfil') return acteur(role);
    if (name === 'lireDossier') return dossierShown;
    if (name === 'listerDossiers') return { dossiers: [resume(dossierShown)], suite: null };
    const { ficheId } = input as { ficheId: string };
    return name === 'lireFiche' ? contenuFiche(dossierShown.fiches.find(({ id }) => id === ficheId)!) : new Promise(() => {});
  });
  const element = await placed(html`<ror-dossier dossier-id=${dossierShown.id} .client=${client}></ror-dossier>`, dossierShown.nom);
  await waitUntil(() => element.shadowRoot!.querySelector('ror-tree'));
  return { element, sent, tree: element.shadowRoot!.querySelector<RorTree>('ror-tree')!, asked: (name: string) => sent.filter((call) => call.name === name).map(({ input }) => input) };
}

const form = async (element: RorDossier): Promise<RorFicheForm> => {
  await waitUntil(() => element.shadowRoot!.querySelector('ror-fiche-form')?.shadowRoot?.querySelector('input'), 'no form');
  return element.shadowRoot!.querySelector('ror-fiche-form')!;
};

describe('ror-dossier: every situation', () => {
  for (const [name, story] of Object.entries(stories)) {
    if (!('render' in story)) continue;
    it(`passes axe: ${name}`, async () => {
      const element = await fixture<RorDossier>(story.render());
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }
});

describe('ror-dossier: a long list', () => {
  it('comes by pages: the focus goes to the first of the next one, and what moved meanwhile is there once', async () => {
    const un = (n: number) => resume(dossier({ id: `l${n}`, nom: `Dossier ${n}` }));
    let failing = true;
    const { client, sent } = fakeClient((name, input) => {
      if (name === 'lireProfil') return acteur();
      const { suite } = input as { suite?: string };
      if (suite === undefined) return { dossiers: [un(1), un(2)], suite: 'after 2' };
      if (failing) throw new RorClientError('offline', 'no network');
      return { dossiers: [un(2), un(3), un(4)], suite: null };
    });
    const element = await placed(html`<ror-dossier .client=${client}></ror-dossier>`, 'Dossier 2');
    await expect(element).to.be.accessible();
    button(element, 'Afficher la suite')!.click();
    await waitUntil(() => element.shadowRoot!.querySelector('[role=alert]'), 'the failure is not told');
    expect(shown(element)).to.include('Dossier 2');
    failing = false;
    button(element, 'Afficher la suite')!.click();
    await waitUntil(() => shown(element).includes('Dossier 4'));
    await waitUntil(() => element.shadowRoot!.activeElement?.textContent?.trim() === 'Dossier 3', 'the focus is lost');
    expect(shown(element).match(/Dossier \d/g)).to.deep.equal(['Dossier 1', 'Dossier 2', 'Dossier 3', 'Dossier 4']);
    expect(button(element, 'Afficher la suite')).to.equal(undefined);
    await waitUntil(() => shown(element).includes('4 dossiers affichés'), 'nobody is told how many');
    expect(sent.filter(({ name }) => name === 'listerDossiers').map(({ input }) => input)).to.deep.equal([{}, { suite: 'after 2' }, { suite: 'after 2' }]);
  });

  it('opens the dossier that is open on a structure, wherever it is in the list', async () => {
    const { client } = fakeClient((name) => {
      if (name === 'lireProfil') return acteur();
      if (name === 'listerDossiers') return { dossiers: [resume(dossier({ id: 'autre', nom: 'Un autre' }))], suite: 'more' };
      if (name === 'lireNoeud') return {
        noeud: { id: 'eg-ehpad-test', type: 'EG', nom: 'EHPAD TEST', nombreEnfants: 0, description: 'decrite', actions: [] }, contenu: {}, profil: 2, version: 1, ancetres: [], chemin: [], etablissement: null,
        fraicheur: { etat: 'a-jour', jours: 3 }, encadres: [], favoris: [], dateMiseJour: null, dossier: { id: 'd1', nom: dossier().nom, etat: 'EN_COURS' },
      };
      return name === 'lireDossier' ? dossier() : new Promise(() => {});
    });
    const element = await placed(html`<ror-dossier .client=${client}></ror-dossier>`, 'Un autre');
    await element.ouvrirPour('eg-ehpad-test');
    expect(element.dossierId).to.equal('d1');
    await waitUntil(() => shown(element).includes(dossier().nom));
  });
});

describe('ror-dossier: what a publication found changed meanwhile', () => {
  it('says each value published and the one that it replaced, in the words of the form, and the fiches that stayed', async () => {
    const element = await placed(stories.PublishedWithConflicts.render(), 'La publication a rencontré 4 conflits');
    await waitUntil(() => shown(element).includes('EHPAD du dossier'), 'the values do not come');
    const conflicts = element.shadowRoot!.querySelector<HTMLDetailsElement>('[part="conflicts"]')!;
    conflicts.open = true;
    const said = conflicts.innerText.replaceAll(/\s+/g, ' ');
    expect(said).to.match(/Publié : EHPAD du dossier Remplacé : EHPAD <b>du support<\/b>/);
    expect(said).to.match(/Nom du directeur Publié : Camille Renard Remplacé : Paul Petit/);
    expect(said).to.contain('« Pôle ancien » n’a pas été retirée').and.to.contain('(attributInconnu)');
    await expect(element).to.be.accessible();
  });

  it('says nothing of it when there was none', async () => {
    const element = await placed(stories.Published.render(), 'Le dossier est publié');
    expect(element.shadowRoot!.querySelector('[part="conflicts"]')).to.equal(null);
  });
});

describe('ror-dossier: the list', () => {
  it('gives each dossier its name, its state in words and its progress', async () => {
    const element = await placed(stories.List.render(), 'EHPAD du Colibri');
    expect(shown(element)).to.contain('En cours').and.to.contain('En validation').and.to.contain('À corriger').and.to.contain('Publié');
    expect(shown(element)).to.contain('2 fiches finalisées sur 2').and.to.contain('0 fiche finalisée sur 2');
  });

  it('writes a name along the line, also on a phone', async () => {
    await setViewport({ width: 320, height: 700 });
    const element = await placed(stories.List.render(), 'EHPAD du Colibri');
    const [link, item] = ['.link', '.dossier'].map((selector) => element.shadowRoot!.querySelector(selector)!.getBoundingClientRect()) as [DOMRect, DOMRect];
    await setViewport({ width: 800, height: 600 });
    expect(link.height).to.be.below(80);
    expect(item.width).to.be.above(200);
  });

  it('says where to begin when there is no dossier', async () => {
    await placed(stories.Empty.render(), 'Créer un dossier collaboratif');
  });

  it('says that no server is reached, and tries again on demand', async () => {
    let down = true;
    const { client } = fakeClient((name) => {
      if (down) throw new RorClientError('offline', 'cut');
      return name === 'lireProfil' ? acteur() : { dossiers: [resume(dossier())], suite: null };
    });
    const element = await placed(html`<ror-dossier .client=${client}></ror-dossier>`, 'La connexion est interrompue');
    down = false;
    button(element, 'Réessayer')!.click();
    await waitUntil(() => shown(element).includes('Peuplement de EHPAD TEST'));
    expect(shown(element)).not.to.contain('La connexion est interrompue');
  });

  it('tells a developer how to give it a server', async () => {
    await placed(stories.NoClient.render(), 'placez-le dans <ror-provider>');
  });

  it('tells the host when the person opens a dossier, and not when the host does', async () => {
    const element = await placed(stories.List.render(), 'EHPAD du Colibri');
    const told: (string | null)[] = [];
    element.addEventListener('ror-dossier-open', ({ detail }) => told.push(detail.dossierId));
    element.dossierId = 'd2';
    await element.updateComplete;
    expect(told).to.deep.equal([]);
    element.dossierId = null;
    await waitUntil(() => button(element, 'Peuplement de IME T KITOI'));
    button(element, 'Peuplement de IME T KITOI')!.click();
    expect(told).to.deep.equal(['d3']);
    expect(element.dossierId).to.equal('d3');
  });

  it('opens a dossier with the keyboard', async () => {
    const element = await placed(stories.List.render(), 'EHPAD du Colibri');
    button(element, 'Peuplement de EHPAD TEST')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(element.dossierId).to.equal('d1');
  });
});

describe('ror-dossier: what comes next', () => {
  for (const [name, text] of [
    ['InProgress', 'Complétez et finalisez les fiches grises.'],
    ['ReadyToSend', 'Tout est prêt : envoyez le dossier en validation.'],
    ['Refused', 'Le nombre de places manque.'],
    ['ToValidateInternally', 'Relisez le dossier, puis validez-le avec votre compte Direction'],
    ['WaitingForDirection', 'attend la validation d’une personne avec un compte Direction'],
    ['ToValidate', 'Relisez le dossier, puis validez-le ou refusez-le.'],
    ['WaitingForDate', 'il sera publié à sa date d’effet'],
    ['PublicationFailed', 'relancez-la, ou refusez le dossier'],
    ['Published', 'l’offre est visible dans le répertoire'],
  ] as const) {
    it(`${name}: « ${text} »`, async () => {
      await placed(stories[name].render(), text);
    });
  }

  it('marks the milestone under way for assistive technologies', async () => {
    const element = await placed(stories.WaitingForDirection.render(), 'Direction');
    expect(element.shadowRoot!.querySelector('[aria-current="step"]')!.textContent).to.contain('Direction');
  });

  it('leads to the next fiche in one gesture', async () => {
    const { element } = await opened(dossier());
    button(element, 'Ouvrir « EHPAD TEST »')!.click();
    expect((await form(element)).fiche?.id).to.equal('f-eg');
  });
});

describe('ror-dossier: acts', () => {
  it('shows why it can’t be sent, ties the reason to the button, and sends nothing', async () => {
    const { element, asked } = await opened(dossier());
    const send = button(element, 'Envoyer en validation')!;
    expect(send.getAttribute('aria-disabled')).to.equal('true');
    expect(element.shadowRoot!.getElementById(send.getAttribute('aria-describedby')!)!.textContent).to.equal('Il reste 2 fiches à finaliser avant l’envoi.');
    send.click();
    expect(asked('deciderDossier')).to.deep.equal([]);
  });

  it('sends with the date just typed: it is saved by the same gesture', async () => {
    const ready = dossierPret({ dateEffet: null });
    let current = ready;
    const { element, asked } = await opened(ready, {
      deciderDossier: ({ commande }: { commande: { type: string; dateEffet?: string } }) => {
        current = commande.type === 'fixer-date-effet' ? { ...current, version: 2, dateEffet: commande.dateEffet! } : { ...current, version: 3, etat: 'EN_VALIDATION_GESTIONNAIRE' };
        return { dossier: current };
      },
    });
    const date = element.shadowRoot!.querySelector<HTMLInputElement>('input[type=date]')!;
    date.value = '2099-01-15';
    date.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    const told: string[] = [];
    element.addEventListener('ror-dossier-change', ({ detail }) => told.push(detail.dossier.etat));
    button(element, 'Envoyer en validation')!.click();
    await waitUntil(() => shown(element).includes('en cours de validation par un gestionnaire'));
    expect(asked('deciderDossier')).to.deep.equal([
      { dossierId: 'd1', version: 1, commande: { type: 'fixer-date-effet', dateEffet: '2099-01-15' } },
      { dossierId: 'd1', version: 2, commande: { type: 'envoyer-en-validation' } },
    ]);
    expect(told).to.deep.equal(['EN_COURS', 'EN_VALIDATION_GESTIONNAIRE']);
  });

  it('puts the refusal of the server next to the buttons', async () => {
    const { element } = await opened(dossierPret(), { deciderDossier: () => ({ refus: { code: 'date-effet-passee', dateEffet: '2026-01-01' } }) });
    button(element, 'Envoyer en validation')!.click();
    await waitUntil(() => element.shadowRoot!.querySelector('.main [role=alert]')!.textContent!.includes('La date d’effet (01/01/2026) est passée'));
  });

  it('reads the dossier again when somebody else has changed it, and lets the person decide', async () => {
    const { element, asked } = await opened(dossierPret(), { deciderDossier: () => { throw new RorClientError('stale', 'x'); } });
    button(element, 'Envoyer en validation')!.click();
    await waitUntil(() => shown(element).includes('Une autre personne vient de modifier ce dossier'));
    expect(asked('lireDossier').length).to.equal(2);
    expect(asked('deciderDossier').length).to.equal(1);
  });

  it('asks for the reason before it refuses a dossier, and gives the focus back on Escape', async () => {
    const { element, asked } = await opened(dossierPret({ etat: 'EN_VALIDATION_GESTIONNAIRE' }), {}, 'gestionnaire');
    button(element, 'Refuser le dossier')!.focus();
    await sendKeys({ press: 'Enter' });
    const dialog = element.shadowRoot!.querySelector('dialog')!;
    await waitUntil(() => dialog.open);
    expect(dialog.querySelectorAll('[data-announcer]').length, 'what is said meanwhile is said in the dialog').to.equal(1);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog.open);
    expect(element.shadowRoot!.activeElement?.textContent?.trim()).to.equal('Refuser le dossier');
    expect(asked('deciderDossier')).to.deep.equal([]);
  });

  it('gives no editing act to those who only read', async () => {
    const { element, tree } = await opened(dossier(), {}, 'support');
    expect(button(element, 'Envoyer en validation')).to.equal(undefined);
    expect(button(element, 'Enregistrer')).to.equal(undefined);
    expect(tree.noeuds!.flatMap(({ actions }) => actions!.map(({ id }) => id))).to.deep.equal(['ouvrir', 'ouvrir', 'ouvrir']);
  });

  it('offers in the tree what the rules permit, by row', async () => {
    const { tree } = await opened(dossier());
    expect(tree.noeuds!.map(({ actions }) => actions!.map(({ libelle }) => libelle))).to.deep.equal([
      ['Ouvrir'],
      ['Ouvrir', 'Créer des pôles', 'Créer des unités opérationnelles'],
      ['Ouvrir', 'Dupliquer', 'Supprimer'],
    ]);
  });
});

describe('ror-dossier: nothing typed is lost', () => {
  const typed = async (element: RorDossier, text: string): Promise<void> => {
    const { shadowRoot } = await form(element);
    const input = shadowRoot!.querySelector<HTMLInputElement>('input:not([readonly])')!;
    input.focus();
    await sendKeys({ type: text });
  };

  it('puts a fiche left with changes on hold by itself', async () => {
    const { element, tree, asked } = await opened(dossier(), { enregistrerFiche: (input: { ficheId: string; contenu: object }) => ({ fiche: { ...contenuFiche(dossier().fiches[1]!), contenu: input.contenu, version: 2, etat: 'en-attente', nom: 'Unité A' } }) });
    tree.dispatchEvent(new CustomEvent('ror-selection-change', { detail: { id: 'f-uo' } }));
    await typed(element, 'Unité A');
    tree.dispatchEvent(new CustomEvent('ror-selection-change', { detail: { id: 'f-eg' } }));
    await waitUntil(() => asked('enregistrerFiche').length === 1);
    expect(asked('enregistrerFiche')[0]).to.deep.include({ ficheId: 'f-uo', version: 1, finaliser: false });
    await waitUntil(() => tree.noeuds!.some(({ nom }) => nom === 'Unité A'));
  });

  it('keeps on the page what could not be saved, and gives it back with its fiche', async () => {
    let down = true;
    const { element, tree, asked } = await opened(dossier(), { enregistrerFiche: (input: { contenu: object }) => {
      if (down) throw new RorClientError('offline', 'cut');
      return { fiche: { ...contenuFiche(dossier().fiches[1]!), contenu: input.contenu, version: 2, etat: 'en-attente', nom: 'Unité B' } };
    } });
    tree.dispatchEvent(new CustomEvent('ror-selection-change', { detail: { id: 'f-uo' } }));
    await typed(element, 'Unité B');
    tree.dispatchEvent(new CustomEvent('ror-selection-change', { detail: { id: 'f-eg' } }));
    await waitUntil(() => shown(element).includes('n’ont pas pu être enregistrées'));
    tree.dispatchEvent(new CustomEvent('ror-selection-change', { detail: { id: 'f-uo' } }));
    await waitUntil(() => element.shadowRoot!.querySelector('ror-fiche-form')?.fiche?.id === 'f-uo');
    const back = await form(element);
    expect((back.saisie().contenu as { nomOffre?: string }).nomOffre).to.equal('Unité B');
    expect(back.modified).to.equal(true);
    down = false;
    button(element, 'Réessayer')!.click();
    await waitUntil(() => !shown(element).includes('n’ont pas pu être enregistrées'));
    expect(asked('enregistrerFiche').length).to.equal(2);
  });

  it('two dossiers on one page do not meet', async () => {
    const one = await opened(dossier({ id: 'd1', nom: 'Un' }));
    const two = await opened(dossier({ id: 'd2', nom: 'Deux' }));
    one.tree.dispatchEvent(new CustomEvent('ror-selection-change', { detail: { id: 'f-uo' } }));
    await typed(one.element, 'Unité du premier');
    expect(two.element.shadowRoot!.querySelector('ror-fiche-form')).to.equal(null);
    expect(shown(two.element)).to.contain('Deux').and.not.to.contain('Unité du premier');
  });
});
