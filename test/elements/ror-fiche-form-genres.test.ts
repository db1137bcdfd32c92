import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { KindName } from '../../src/engine/fiche/types.ts';
import * as stories from '../../stories/ror-fiche-form-genres.ts';
import { formulaire } from '../support/formulaire.ts';

const { champs, valeurs, schemaDe, ficheDe, formulaireDe } = stories;
type Formulaire = Awaited<ReturnType<typeof formulaire>>;

interface Genre {
  /** Label of the control to type into; by default that of the field. */
  readonly controle?: string;
  /** Fills the empty field, by keys only. */
  readonly saisit: (page: Formulaire) => Promise<void>;
  /** What it holds then. */
  readonly donne: unknown;
  /** Empties it, by keys only. */
  readonly vide: (page: Formulaire) => Promise<void>;
  /** Words of the sample value when it is read. */
  readonly dit: readonly string[];
  /** A stored text that can't be read, and where it is to be seen. */
  readonly illisible?: string;
}

const texte = (label: string, frappe: string) => ({
  saisit: (page: Formulaire) => page.remplit(label, frappe),
  vide: (page: Formulaire) => page.efface(label),
});
const supprime = async ({ clique, settled }: Formulaire): Promise<void> => {
  await clique('Supprimer');
  await settled();
};

const genres: Readonly<Record<Exclude<KindName, 'horaires'>, Genre>> = {
  texte: { ...texte('Nom', 'Unité A'), donne: 'Unité A', dit: ['Unité Les Tilleuls'] },
  'texte-long': { ...texte('Commentaire', 'Fermé en août.'), donne: 'Fermé en août.', dit: ['Ouvert toute l’année.'] },
  nombre: { ...texte('Nombre de lits', '24'), donne: 24, dit: ['12 lits'], illisible: 'une douzaine' },
  date: { ...texte('Date d’ouverture', '31/01/2026'), donne: '2026-01-31', dit: ['31/01/2026'], illisible: 'au printemps' },
  booleen: { saisit: ({ coche }) => coche('Unité sensible', 'Oui'), donne: true, vide: async () => {}, dit: ['Oui'] },
  code: { saisit: ({ cherche }) => cherche('Mode de prise en charge', 'hospitalisation complete'), donne: '28', vide: (page) => page.efface('Mode de prise en charge'), dit: ['Hébergement (accueil jour et nuit)'], illisible: 'quelque chose' },
  codes: { controle: 'Ajouter : Actes spécifiques', saisit: ({ cherche }) => cherche('Ajouter : Actes spécifiques', 'consultation'), donne: Array, vide: ({ clique }) => clique('Retirer'), dit: [] },
  textes: { controle: '', saisit: async ({ root, form }) => {
    root.querySelector<HTMLElement>('.text-lines input')!.focus();
    await sendKeys({ type: '94G01' });
    await form.updateComplete;
  }, donne: ['94G01'], vide: ({ clique }) => clique('Supprimer'), dit: ['94G01', '94I02'] },
  reference: { saisit: async ({ champ, form }) => {
    champ('Structure gestionnaire').focus();
    await sendKeys({ press: 'ArrowDown' });
    await form.updateComplete;
  }, donne: '11/EG-1', vide: async ({ champ, form }) => {
    champ('Structure gestionnaire').focus();
    await sendKeys({ press: 'ArrowUp' });
    await form.updateComplete;
  }, dit: ['EHPAD LES TILLEULS'] },
  adresse: { controle: 'Voie', saisit: (page) => page.remplit('Voie', 'RUE DES LILAS'), donne: { libelleVoie: 'RUE DES LILAS' }, vide: (page) => page.efface('Voie'), dit: ['12 RUE DES LILAS', '77100 MEAUX'] },
  territoires: { controle: 'Ajouter un territoire', saisit: ({ cherche }) => cherche('Ajouter un territoire', 'meaux'), donne: [{ type: '3', code: '77284' }], vide: ({ clique }) => clique('Retirer'), dit: ['Meaux (77100)', 'Val-de-Marne', 'Île-de-France'] },
  liste: { controle: '', saisit: async (page) => {
    await page.clique('Ajouter un contact');
    await aTimeout(0);
    await page.remplit('Nom du contact', 'Dr Roux');
  }, donne: [{ nom: 'Dr Roux', niveauConfidentialite: '2' }], vide: supprime, dit: ['Dr Martin', '01 64 35 38 38'] },
  capacites: { controle: '', saisit: async ({ root, form, presse }) => {
    root.querySelector<HTMLElement>('.pivot input')!.focus();
    await sendKeys({ type: '24' });
    await form.updateComplete;
    await presse('Tab');
  }, donne: [{ typeSourceCapacite: '01', natureCapacite: '01', affectationTemporaire: '01', temporaliteCapacite: '01', statutCapacite: '01', nombreCapacite: 24 }], vide: async ({ root, form, presse }) => {
    const cell = root.querySelector<HTMLInputElement>('.pivot input')!;
    cell.focus();
    cell.select();
    await presse('Backspace', 'Tab');
    await form.updateComplete;
  }, dit: ['Lit', '24', 'Total', '30'] },
};

const ouvre = (kind: KindName, contenu = {}, illisibles = {}, more = {}) =>
  formulaire({ render: () => formulaireDe(schemaDe(champs[kind]), ficheDe(contenu, illisibles), more) });
const avec = (kind: KindName) => ({ [champs[kind].path]: valeurs[kind] });

for (const [name, genre] of Object.entries(genres)) {
  const kind = name as KindName;
  const { path, label } = champs[kind];
  describe(`a field of kind ${kind}`, () => {
    it('has a name, says that it must be filled, and passes axe', async () => {
      const { form, root } = await ouvre(kind);
      const named = [...root.querySelectorAll('.field > label, legend')].filter((each) => each.textContent!.includes(label));
      expect(named.length).to.be.greaterThan(0);
      expect(root.querySelector('.sections .star')).to.not.equal(null);
      const said = root.querySelector('[aria-required=true]') ?? [...root.querySelectorAll('legend')].find((each) => each.textContent!.includes('(obligatoire)'));
      expect(said).to.be.ok;
      await expect(form).to.be.accessible();
    });

    it('takes its value from the keyboard, and gives it up', async () => {
      const page = await ouvre(kind);
      const { form } = page;
      await genre.saisit(page);
      await form.updateComplete;
      const value = form.saisie().contenu[path];
      if (genre.donne === Array) expect((value as unknown[] | undefined)?.length).to.equal(1);
      else expect(value).to.deep.equal(genre.donne);
      if (kind === 'booleen') return;
      await genre.vide(page);
      await form.updateComplete;
      expect(form.saisie().contenu[path]).to.equal(undefined);
    });

    it('says what is missing, tied to the field, and leads there', async () => {
      const { form, root, clique, focused } = await ouvre(kind);
      await clique('Enregistrer et finaliser');
      await form.updateComplete;
      const messages = root.getElementById(`champ-${path}-messages`)!;
      expect(messages.textContent).to.contain(label);
      expect(root.querySelector(`[aria-describedby~="${messages.id}"]`)).to.not.equal(null);
      root.querySelector<HTMLElement>('.summary a')!.click();
      expect(focused()).to.not.equal(null);
      expect(focused()!.closest('[data-path]')!.getAttribute('data-path')).to.contain(path);
      await expect(form).to.be.accessible();
    });

    it('shows its value in words when it is read', async () => {
      const { form, root } = await ouvre(kind, avec(kind), {}, { readonly: true });
      for (const words of genre.dit) expect(root.querySelector('dl.readonly')!.textContent!.replace(/\s+/g, ' ')).to.contain(words);
      expect(root.querySelector('.sections input')).to.equal(null);
      await expect(form).to.be.accessible();
    });

    it('keeps a text that can not be read, and a value of another shape', async () => {
      const strange = kind === 'texte' || kind === 'texte-long' || kind === 'textes' ? { a: 1 } : 'rien de lisible';
      const { form, all } = await ouvre(kind, genre.illisible ? {} : { [path]: strange }, genre.illisible ? { [path]: genre.illisible } : {});
      const shown = genre.illisible ?? (typeof strange === 'string' ? strange : JSON.stringify(strange));
      const texts = [...all<HTMLInputElement>('input, textarea').map(({ value }) => value), ...all('.chosen li').map((each) => each.textContent!), ...all('option').map((each) => each.textContent!)];
      if (kind !== 'booleen') expect(texts.some((text) => text.includes(shown)), texts.join('|')).to.equal(true);
      expect(form.modified).to.equal(false);
    });

    it('never asks to scroll two ways at 320 pixels', async () => {
      await setViewport({ width: 320, height: 640 });
      const { form } = await ouvre(kind, avec(kind));
      expect(form.scrollWidth).to.be.at.most(form.clientWidth);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await setViewport({ width: 1024, height: 768 });
    });
  });
}

describe('a repeated group', () => {
  it('leads the person: into the new element, to the next one after a removal, back by undo', async () => {
    const { form, root, clique, focused, bouton, annonce } = await ouvre('liste', avec('liste'));
    await clique('Ajouter un contact');
    await aTimeout(0);
    expect(focused()!.id).to.equal('champ-contact.2.nom');
    await annonce('Contact 3 : ajouté');
    root.querySelector<HTMLElement>('[aria-labelledby^="champ-contact-0-remove"]')!.click();
    await form.updateComplete;
    await aTimeout(0);
    expect(focused()!.id).to.equal('champ-contact-0-toggle');
    await annonce('Dr Martin : supprimé');
    bouton('Annuler la suppression').click();
    await form.updateComplete;
    await aTimeout(0);
    expect(focused()!.textContent).to.contain('Dr Martin');
    expect((form.saisie().contenu['contact'] as unknown[]).slice(0, 2)).to.deep.equal(valeurs.liste);
  });

  it('opens the element of a missing thing', async () => {
    const { form, root, clique, focused } = await ouvre('liste', { contact: [{ nom: 'A', niveauConfidentialite: '2' }, { nom: 'B', niveauConfidentialite: '2', telecommunication: [{ canal: '2', niveauConfidentialite: '1' }] }] });
    await clique('Enregistrer et finaliser');
    await form.updateComplete;
    const link = root.querySelector<HTMLElement>('.summary a')!;
    expect(link.textContent).to.contain('B');
    link.click();
    expect(focused()!.id).to.equal('champ-contact.1.telecommunication.0.adresseTelecom');
  });

  it('draws no field of a closed element: a hundred contacts stay quick', async () => {
    const { root, form } = await formulaire(stories.CentContacts);
    expect(root.querySelectorAll('.element').length).to.equal(100);
    expect(root.querySelectorAll('.element input').length).to.equal(0);
    root.querySelector<HTMLElement>('#champ-contact-50-toggle')!.click();
    const input = root.getElementById('champ-contact.50.nom') as HTMLInputElement;
    input.focus();
    const before = performance.now();
    for (let n = 0; n < 20; n++) {
      input.value += 'x';
      input.dispatchEvent(new Event('input'));
    }
    expect((performance.now() - before) / 20, 'ms a key, on a busy machine').to.be.below(60);
    expect(root.getElementById('champ-contact-50-title')!.textContent).to.contain('xxx');
    expect(form.modified).to.equal(true);
  });
});

describe('territories', () => {
  it('takes all the communes of a département in one gesture, and keeps a thousand of them out of the page', async () => {
    const { form, root, champ, clique } = await formulaire(stories.MilleCommunes);
    expect(root.querySelectorAll('.chosen li').length).to.be.below(60);
    const select = champ('Toutes les communes d’un département') as HTMLSelectElement;
    select.value = '95';
    select.dispatchEvent(new Event('change'));
    await clique('Tout sélectionner');
    await form.updateComplete;
    const codes = (form.saisie().contenu['zoneIntervention'] as { code: string }[]).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('95')).length).to.equal(183);
    expect(new Set(codes).size).to.equal(codes.length);
  });
});
