import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { brouillons } from '../../src/controllers/brouillons.ts';
import { purgeBrouillons } from '../../src/controllers/purge-brouillons.ts';
import type { GardeHost } from '../../src/controllers/brouillons-options.ts';
import { KeeperInWaiting, type KeptForm } from '../../src/elements/ror-fiche-form/keeper-in-waiting.ts';
import '../../src/elements/ror-provider/define.ts';
import type { RorProvider } from '../../src/elements/ror-provider/ror-provider.ts';
import type { RorFicheForm } from '../../src/elements/ror-fiche-form/ror-fiche-form.ts';
import { fiche, uniteHebergement } from '../../stories/ror-fiche-form.ts';
import { formulaire } from '../support/formulaire.ts';
import { waitUntil } from '../support/wait.ts';

const NOM = 'Unité Les Tilleuls';
const CLAIRE = { portee: '', compte: 'claire' };

const page = (more: Partial<RorFicheForm> = {}) => ({ render: () => html`<ror-fiche-form .fiche=${more.fiche ?? fiche('UO')} .compte=${'compte' in more ? more.compte : 'claire'}
  .drafts=${more.drafts ?? 'on'} .autosave=${more.autosave ?? 'off'} guard="off" nom-eg="EHPAD TEST"></ror-fiche-form>` });
const kept = () => brouillons().find(CLAIRE);
const etat = ({ root }: { root: ShadowRoot }) => root.querySelector('.save-state')!.textContent!.trim();

/** Somebody types, then the form goes without having been saved. */
async function perdu(text = NOM, more: Partial<RorFicheForm> = {}): Promise<void> {
  const { tape, form } = await formulaire(page(more));
  await tape('Nom', text);
  form.remove();
}

describe('ror-fiche-form: never lose a character', () => {
  beforeEach(() => purgeBrouillons());
  afterEach(() => purgeBrouillons());

  it('finds again the text of a form that went, says when it is from, and passes axe', async () => {
    await perdu();
    await waitUntil(async () => (await kept()).length === 1);
    const { form, root, champ } = await formulaire(page());
    await waitUntil(() => root.textContent!.includes('Texte retrouvé du'));
    expect(root.querySelector('#retrouve-titre')!.textContent).to.match(/^Texte retrouvé du \d+ .+ à \d+ h \d\d$/);
    expect(champ('Nom').value).to.equal('');
    await expect(form).to.be.accessible();
  });

  it('keeps what was typed into a fiche that went before what keeps it had come', async () => {
    const saisie = { contenu: { nomOffre: NOM }, illisibles: {} };
    const host = Object.assign(document.createElement('div'), { addController: () => {}, drafts: 'on', autosave: 'off', guard: 'off', compte: 'claire', modified: true, updateComplete: Promise.resolve(true) });
    const gardien = new KeeperInWaiting(host as unknown as GardeHost, { sitting: () => ({ fiche: fiche('UO'), session: { base: fiche('UO') }, saisie, modified: true }) } as unknown as KeptForm);
    gardien.touch();
    gardien.hostDisconnected();
    await waitUntil(async () => (await kept()).length === 1);
    expect((await kept())[0]!.contenu).to.deep.equal(saisie.contenu);
  });

  it('takes it back by one gesture, as a change to save', async () => {
    await perdu();
    const { form, root, champ, clique } = await formulaire(page());
    await waitUntil(() => root.querySelector('#retrouve-reprendre'));
    await clique('Reprendre');
    await waitUntil(() => champ('Nom').value === NOM);
    expect(form.modified).to.equal(true);
    expect(root.querySelector('#retrouve-titre')).to.equal(null);
    // What was found is now what is typed here: it is kept again if this form goes too.
    form.remove();
    await waitUntil(async () => (await kept()).length === 1);
    expect((await kept())[0]!.contenu['nomOffre']).to.equal(NOM);
  });

  it('keeps one copy when the form goes at once after it was taken back', async () => {
    await perdu();
    const { form, root } = await formulaire(page());
    await waitUntil(() => root.querySelector('#retrouve-reprendre'));
    const [lost] = await kept();
    root.querySelector<HTMLElement>('#retrouve-reprendre')!.click();
    form.remove();
    await waitUntil(async () => { const drafts = await kept(); return drafts.length === 1 && drafts[0]!.seance !== lost!.seance; });
  });

  it('gives it up only when the person confirms', async () => {
    await perdu();
    const { root, clique, focused } = await formulaire(page());
    await waitUntil(() => root.querySelector('#retrouve-abandonner'));
    await clique('Abandonner');
    await waitUntil(() => focused()?.id === 'retrouve-non');
    await clique('Non, le garder');
    await waitUntil(() => root.querySelector('#retrouve-abandonner'));
    await clique('Abandonner');
    await waitUntil(() => root.querySelector('#retrouve-oui'));
    await clique('Oui, abandonner ce texte');
    await waitUntil(async () => !root.querySelector('#retrouve-titre') && (await kept()).length === 0);
  });

  it('shows both versions, field by field, when the fiche has changed since', async () => {
    await perdu(NOM, { fiche: uniteHebergement });
    const moved = { ...uniteHebergement, version: 9, contenu: { ...uniteHebergement.contenu, nomOffre: 'Celui de Jean' } };
    const { root, champ, clique } = await formulaire(page({ fiche: moved }));
    await waitUntil(() => root.querySelector('#retrouve-reprendre'));
    await clique('Reprendre');
    await waitUntil(() => root.querySelector('#conflit-titre'));
    expect(root.querySelector('.conflict')!.textContent).to.contain(NOM).and.contain('Celui de Jean');
    await clique('Appliquer ces choix');
    await waitUntil(() => champ('Nom').value === NOM);
  });

  it('loses neither text when something was typed before taking the other back', async () => {
    await perdu('Texte d’hier');
    const { form, root, champ, tape, clique } = await formulaire(page());
    await waitUntil(() => root.querySelector('#retrouve-reprendre'));
    await tape('Nom', 'Texte du jour');
    await clique('Reprendre');
    await waitUntil(() => root.querySelector('#conflit-titre'));
    expect(root.querySelector('.conflict')!.textContent).to.contain('Texte d’hier').and.contain('Texte du jour');
    const other = root.querySelectorAll<HTMLInputElement>('.conflict input[type=radio]')[1]!;
    other.click();
    await clique('Appliquer ces choix');
    await waitUntil(() => champ('Nom').value === 'Texte du jour');
    expect(form.modified).to.equal(true);
  });

  it('keeps nothing once the page has saved', async () => {
    const { form, tape, clique, saves } = await formulaire(page());
    await tape('Nom', NOM);
    await clique('Enregistrer et mettre en attente');
    form.fiche = { ...fiche('UO'), ...saves[0]!.saisie, version: 2, etat: 'en-attente' };
    await form.updateComplete;
    form.remove();
    await waitUntil(async () => (await kept()).length === 0);
  });

  for (const [why, more] of [['the host opts out', { drafts: 'off' }], ['nobody says whose text it is', { compte: undefined }]] as const) {
    it(`keeps nothing on the device when ${why}`, async () => {
      await perdu(NOM, more);
      const { root } = await formulaire(page());
      expect(await kept()).to.deep.equal([]);
      expect(root.querySelector('#retrouve-titre')).to.equal(null);
    });
  }

  it('obeys the provider around: whose text, and whether it is kept', async () => {
    const around = await fixture<RorProvider>(html`<ror-provider compte="claire" base-url="/recette"><ror-fiche-form guard="off" autosave="off" .fiche=${fiche('UO')}></ror-fiche-form></ror-provider>`);
    const form = around.querySelector('ror-fiche-form')!;
    await waitUntil(() => form.shadowRoot!.querySelector('input'), 'the form');
    form.shadowRoot!.querySelector<HTMLInputElement>('input:not([readonly])')!.focus();
    await sendKeys({ type: 'Recette' });
    form.remove();
    await waitUntil(async () => (await brouillons().find({ portee: '/recette', compte: 'claire' })).length === 1);
    expect(await kept()).to.deep.equal([]);
    const other = await formulaire({ render: () => html`<ror-provider drafts="off" compte="claire"><ror-fiche-form guard="off" autosave="off" .fiche=${fiche('UO')}></ror-fiche-form></ror-provider>` });
    await other.tape('Nom', NOM);
    other.form.remove();
    expect(await kept()).to.deep.equal([]);
  });

  it('shows another account nothing', async () => {
    await perdu();
    await waitUntil(async () => (await kept()).length === 1);
    const { root } = await formulaire(page({ compte: 'jean' }));
    await brouillons().find({ portee: '', compte: 'jean' });
    expect(root.querySelector('#retrouve-titre')).to.equal(null);
  });
});

describe('ror-fiche-form: at rest', () => {
  beforeEach(() => purgeBrouillons());
  afterEach(() => purgeBrouillons());
  const auRepos = (saves: readonly { readonly reason: string }[]) => waitUntil(() => saves.some(({ reason }) => reason === 'repos'), 'a save at rest');

  it('asks the page to put on hold by itself, and says nothing aloud', async () => {
    const shown = await formulaire(page({ autosave: 'on' }));
    const { form, tape, saves, root } = shown;
    await tape('Nom', NOM);
    await auRepos(saves);
    expect(saves[0]).to.deep.include({ reason: 'repos', finaliser: false, version: 1 });
    expect(etat(shown)).to.equal('Enregistrement en cours…');
    form.fiche = { ...fiche('UO'), ...saves[0]!.saisie, version: 2, etat: 'en-attente' };
    await form.updateComplete;
    expect(etat(shown)).to.equal('Enregistré');
    expect(root.querySelector('[data-announcer]')!.textContent).to.equal('');
  });

  it('raises no alarm when that save fails on the way: the text is on the device', async () => {
    const shown = await formulaire(page({ autosave: 'on' }));
    const { form, tape, saves, root } = shown;
    await tape('Nom', NOM);
    await auRepos(saves);
    form.failure = { kind: 'offline' };
    await form.updateComplete;
    expect(etat(shown)).to.equal('Gardé sur cet appareil (hors ligne)');
    expect(root.querySelector('[role=alert]')).to.equal(null);
    dispatchEvent(new Event('online'));
    await waitUntil(() => saves.length === 2);
  });

  it('does not lead away from the typing when somebody else has saved', async () => {
    const shown = await formulaire(page({ autosave: 'on' }));
    const { form, tape, saves, champ, focused, root } = shown;
    await tape('Nom', NOM);
    await auRepos(saves);
    form.failure = { kind: 'stale', problem: { type: '', title: '', status: 409, code: 'perime', actuel: { ...fiche('UO'), version: 2, contenu: { nomOffre: 'Jean' } } } } as unknown as NonNullable<RorFicheForm['failure']>;
    await form.updateComplete;
    expect(root.querySelector('#conflit-titre')).not.to.equal(null);
    expect(focused()).to.equal(champ('Nom'));
    expect(etat(shown)).to.contain('comparez en haut de la fiche');
  });

  it('never undoes « finalisée » by itself', async () => {
    const shown = await formulaire(page({ autosave: 'on', fiche: { ...uniteHebergement, etat: 'finalisee' } }));
    const { tape, saves } = shown;
    await tape('Nom', NOM);
    await waitUntil(() => etat(shown).includes('la fiche reste finalisée tant que vous n’enregistrez pas'), 'it is said');
    expect(saves).to.deep.equal([]);
  });

  it('lets the person’s own save come next when the page was busy with one at rest', async () => {
    const { form, tape, saves, clique } = await formulaire(page({ autosave: 'on' }));
    await tape('Nom', NOM);
    await auRepos(saves);
    form.busy = true;
    await form.updateComplete;
    await clique('Enregistrer et mettre en attente');
    expect(saves.length).to.equal(1);
    form.fiche = { ...fiche('UO'), ...saves[0]!.saisie, version: 2, etat: 'en-attente' };
    form.busy = false;
    await waitUntil(() => saves.length === 2);
    expect(saves[1]).to.deep.include({ reason: 'personne', version: 2 });
  });

  it('asks before the page is left with unsaved text, unless the host opts out', async () => {
    const { form, tape } = await formulaire(page());
    const leaving = () => { const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented; };
    form.guard = 'on';
    expect(leaving()).to.equal(false);
    await tape('Nom', NOM);
    expect(leaving()).to.equal(true);
    form.guard = 'off';
    expect(leaving()).to.equal(false);
  });
});
