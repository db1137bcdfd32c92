/** Beds and places counted by the person in charge, then found by who looks for a place (issue 6, « Places »). */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Personne } from './personne.ts';
import { etapes, MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';

let portail: Portail;
before(async () => { portail = await ouvrePortail(); });
after(async () => { await portail?.close(); });

describe('from the count to the search', () => {
  const etape = etapes();
  let lui: Personne;
  let unite = '';

  etape('finds the services of their establishment, with how fresh the counts are', async () => {
    lui = await portail.arrive();
    await lui.signsIn('disponibilites', MOT_DE_PASSE);
    await lui.page.getByRole('link', { name: 'Lits et places' }).click();
    await lui.isOn(lui.heading('Disponibilités').first());
    await lui.sees(lui.heading('Lits et places'), lui.heading(/Sainte-Claire/).first());
    await lui.looksRight('the services');
  });

  etape('opens one and types the beds by gender', async () => {
    const premier = lui.page.locator('#places').getByRole('heading', { level: 4 }).first().getByRole('button');
    unite = await premier.innerText();
    await premier.click();
    const table = lui.page.getByRole('table', { name: `Lits et places de ${unite}` });
    await lui.sees(table, table.getByRole('columnheader', { name: 'Disponible – femme' }));
    await lui.looksRight('one unit');
    await table.getByRole('textbox', { name: 'Installé Lit' }).fill('30');
    await table.getByRole('textbox', { name: 'Disponible – femme Lit' }).fill('40');
  });

  etape('is told that more are available than there are, and mends it', async () => {
    await lui.clicks('Enregistrer');
    await lui.sees(/Plus de disponibles que d’installés/);
    await lui.isOn(lui.page.locator('#places [aria-invalid=true]').first());
    await lui.page.getByRole('textbox', { name: 'Disponible – femme Lit' }).fill('4');
    await lui.doesNotSee(/Plus de disponibles que d’installés/);
  });

  etape('plans a closing and writes it all', async () => {
    await lui.clicks('Ajouter une fermeture');
    await lui.isOn(lui.page.getByRole('textbox', { name: 'Premier jour' }).last());
    await lui.page.keyboard.type('01/08/2030');
    await lui.page.getByRole('textbox', { name: 'Dernier jour' }).last().fill('31/08/2030');
    await lui.page.getByRole('textbox', { name: 'Lits ou places fermés' }).last().fill('10');
    await lui.page.getByLabel('Type de fermeture').last().selectOption({ label: 'Réactivable' });
    await lui.clicks('Enregistrer');
    await lui.status(`${unite} : lits et places enregistrés.`).waitFor({ state: 'attached' });
    await lui.sees('à jour');
    await lui.looksRight('written');
  });

  etape('finds it again after a reload', async () => {
    await lui.page.reload();
    await lui.clicks(unite);
    const table = lui.page.getByRole('table', { name: `Lits et places de ${unite}` });
    await lui.sees(table);
    assert.equal(await table.getByRole('textbox', { name: 'Disponible – femme Lit' }).inputValue(), '4');
    assert.equal(await lui.page.getByRole('textbox', { name: 'Premier jour' }).last().inputValue(), '01/08/2030');
    await lui.leaves();
  });

  etape('is in the search at once, for somebody else', async () => {
    const elle = await portail.arrive();
    await elle.signsIn('lecteur', MOT_DE_PASSE);
    await elle.page.goto(`${portail.url}#/recherche?${new URLSearchParams({ texte: unite, places: '1' })}`);
    await elle.page.reload();
    await elle.sees(elle.page.getByRole('heading', { level: 2, name: /établissement/ }));
    await elle.page.getByRole('button', { name: /^Unités de .*Sainte-Claire/ }).first().click();
    await elle.sees(elle.page.getByRole('row').filter({ hasText: unite }).getByText(/\d+\slibres? sur 30\s+comptées aujourd’hui/));
    await elle.doesNotSee(elle.page.getByRole('link', { name: 'Lits et places' }));
    await elle.leaves();
  });
});

test('by keyboard alone: counts, gives up, counts again, plans a closing and takes it back', async () => {
  const lui = await portail.arrive('#/places');
  await lui.signsIn('disponibilites', MOT_DE_PASSE);
  await lui.page.goto(`${portail.url}#/places`);
  const service = lui.page.locator('#places').getByRole('heading', { level: 4 }).first().getByRole('button');
  await service.waitFor();
  const nom = await service.innerText();
  await lui.tabsTo('button', nom);
  await lui.presses('Enter');
  const table = lui.page.getByRole('table', { name: `Lits et places de ${nom}` });
  await lui.sees(table);
  const installe = table.getByRole('textbox', { name: 'Installé Lit' });
  const avant = await installe.inputValue();
  const rang = await lui.page.getByRole('group', { name: /^Fermeture \d/ }).count() + 1;
  await lui.tabsTo('textbox', 'Installé Lit');
  await lui.presses('Control+a');
  await lui.page.keyboard.type('77');
  await lui.tabsTo('button', 'Abandonner la saisie');
  await lui.presses('Enter');
  await lui.isOn(lui.button(nom));
  await lui.reads(installe, avant);
  await lui.tabsTo('textbox', 'Installé Lit');
  await lui.presses('Control+a');
  await lui.page.keyboard.type('21');
  await lui.tabsTo('button', 'Ajouter une fermeture');
  await lui.presses('Enter');
  await lui.isOn(lui.page.getByRole('textbox', { name: 'Premier jour' }).last());
  await lui.page.keyboard.type('24/12/2030');
  await lui.presses('Tab', 'Tab');
  await lui.isOn(lui.page.getByRole('textbox', { name: 'Lits ou places fermés' }).last());
  await lui.page.keyboard.type('5');
  await lui.tabsTo('button', 'Enregistrer');
  await lui.presses('Space');
  await lui.status(`${nom} : lits et places enregistrés.`).waitFor({ state: 'attached' });
  await lui.looksRight('written by keyboard');
  await lui.tabsTo('button', `Retirer la fermeture ${rang}`, { back: true });
  await lui.presses('Enter');
  await lui.isOn(lui.button('Ajouter une fermeture'));
  await lui.tabsTo('button', 'Enregistrer');
  await lui.presses('Enter');
  await lui.doesNotSee(lui.button(`Retirer la fermeture ${rang}`));
  await lui.doesNotSee(lui.button('Abandonner la saisie'));
  await lui.page.reload();
  await lui.clicks(nom);
  await lui.reads(installe, '21');
  assert.equal(await lui.button(`Retirer la fermeture ${rang}`).count(), 0);
  await lui.leaves();
});

test('a reader who asks for the page of the beds sees that nothing is theirs', async () => {
  const elle = await portail.arrive('#/places');
  await elle.signsIn('lecteur', MOT_DE_PASSE);
  await elle.sees('Aucun service ne vous est assigné.');
  await elle.leaves();
});
