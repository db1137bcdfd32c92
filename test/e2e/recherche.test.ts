/** The search as guide 002 tells it (« La Recherche », 1/3 to 3/3), by visible labels and by keyboard alone; then the page of a partner. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import readXlsxFile from 'read-excel-file/node';
import type { Personne } from './personne.ts';
import { etapes, MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';

let portail: Portail;
before(async () => { portail = await ouvrePortail(); });
after(async () => { await portail?.close(); });

const resultats = (personne: Personne, nom: RegExp) => personne.page.getByRole('heading', { level: 2, name: nom });

describe('the guide, by visible labels', () => {
  const etape = etapes();
  let elle: Personne;

  etape('opens the search from the menu', async () => {
    elle = await portail.arrive();
    await elle.signsIn('lecteur', MOT_DE_PASSE);
    await elle.page.getByRole('link', { name: 'Recherche' }).click();
    await elle.isOn(elle.heading('Recherche').first());
    await elle.sees('Indiquez ce que vous cherchez');
    await elle.looksRight('before any search');
  });

  etape('1. types the first letters of a commune, and takes it', async () => {
    await elle.chooses('Où ?', 'vers', /^Versailles/);
    await elle.sees(resultats(elle, /établissements?, .* triés par distance autour de Versailles/));
    assert.match(elle.page.url(), /#\/recherche\?ou=commune%3A78646$/);
  });

  etape('2. types three letters of what she looks for, among the kinds suggested', async () => {
    await elle.page.getByRole('combobox', { name: 'Quoi ?' }).fill('cpt');
    await elle.sees(elle.page.getByRole('listbox').getByRole('group', { name: 'Type d’UO' }));
    await elle.option(/Communauté Professionnelle Territoriale/).click();
    await elle.sees(resultats(elle, /^1 établissement/));
    await elle.looksRight('results');
  });

  etape('hears how many there are, once', async () => {
    await elle.status(/1\sétablissement, \d+\soffres?, triés par distance/).waitFor({ state: 'attached' });
    assert.equal(await elle.page.locator('#recherche').getByRole('status').count(), 1);
  });

  etape('3. takes back a criterion, and ticks a filter on the left', async () => {
    await elle.clicks(/^Retirer Communauté/);
    await elle.sees(resultats(elle, /^\d+ établissements/));
    await elle.page.getByRole('checkbox', { name: /^Psychiatrie \(/ }).check();
    await elle.sees(elle.button('Retirer Psychiatrie'));
    const tous = elle.page.waitForResponse((reponse) => reponse.url().includes('/recherche') && reponse.ok());
    await elle.clicks('Retirer Psychiatrie');
    await tous;
  });

  etape('4. opens an établissement by « + » to the table of its units', async () => {
    await elle.page.getByRole('button', { name: /^Unités de / }).first().click();
    const table = elle.page.getByRole('table').first();
    await elle.sees(table);
    for (const colonne of ['Unité', 'Distance', 'Trajet', 'Patients', 'Statut', 'Places']) await elle.sees(table.getByRole('columnheader', { name: colonne }));
    await elle.sees(table.getByText(/^(Ouvert|Fermé|Horaires inconnus)/), table.getByText(/\d\skm/), table.getByText(/environ \d+\smin/));
    await elle.looksRight('units');
  });

  etape('sorts by name, and the order is said', async () => {
    await elle.page.getByLabel('Trier par').selectOption({ label: 'Nom' });
    await elle.sees(resultats(elle, /triés par nom/));
  });

  etape('finds the same search by the address, after a reload and by « back »', async () => {
    await elle.page.reload();
    await elle.sees(resultats(elle, /triés par nom autour de Versailles/));
    await elle.page.goBack();
    await elle.sees(resultats(elle, /triés par distance autour de Versailles/));
  });

  etape('looks at the same in a table and on a map', async () => {
    await elle.clicks('Tableau');
    await elle.sees(elle.page.getByRole('columnheader', { name: 'Établissement' }));
    await elle.looksRight('table');
    await elle.clicks('Carte');
    await elle.sees(elle.page.getByRole('group', { name: /^Carte d/ }));
    await elle.looksRight('map');
    await elle.clicks('Liste');
  });

  etape('exports all the results to a workbook that another library reads', async () => {
    await elle.clicks('Exporter');
    await elle.sees('Tous les résultats, pas seulement ceux affichés.');
    await elle.looksRight('export');
    const arrive = elle.page.waitForEvent('download');
    await elle.clicks('Préparer le fichier');
    const fichier = await arrive;
    assert.match(fichier.suggestedFilename(), /^recherche-ror-\d{4}-\d{2}-\d{2}\.xlsx$/);
    const [offres, origine] = await readXlsxFile(readFileSync(await fichier.path()));
    const [entetes, ...lignes] = offres!.data;
    assert.equal(entetes![0], 'Établissement');
    const titre = await resultats(elle, /établissements?, /).innerText();
    assert.equal(lignes.length, Number(/(\d+)\soffre/.exec(titre.replaceAll('\u202f', ''))![1]));
    assert.ok(lignes.every((ligne) => typeof ligne[4] === 'number'), 'distances are numbers');
    assert.ok(JSON.stringify(origine!.data).includes('Versailles'));
    await elle.sees(/^Fichier prêt/);
    await elle.clicks('Fermer');
  });

  etape('keeps the search with an alert', async () => {
    await elle.clicks('Mes recherches');
    await elle.types('Nom de la recherche', 'Autour de Versailles');
    await elle.page.getByRole('dialog').getByRole('checkbox', { name: 'Me signaler les nouvelles offres', exact: true }).check();
    await elle.clicks('Enregistrer');
    await elle.sees(elle.button('Lancer la recherche « Autour de Versailles »'));
    await elle.clicks('Fermer');
  });

  etape('is told which criterion to leave out when nothing answers', async () => {
    await elle.page.getByRole('combobox', { name: 'Quoi ?' }).fill('zzzzzz introuvable');
    await elle.presses('Enter');
    await elle.sees(resultats(elle, /^Aucun résultat$/));
    await elle.clicks(/^Sans « zzzzzz introuvable »/);
    await elle.sees(resultats(elle, /^\d+ établissements/));
  });

  etape('5. goes to the fiche of a unit', async () => {
    await elle.page.getByRole('button', { name: /^Unités de / }).first().click();
    const unite = elle.page.getByRole('table').first().getByRole('rowheader').first().getByRole('button');
    const nom = await unite.innerText();
    await unite.click();
    await elle.sees(elle.page.getByRole('heading', { name: nom }));
    assert.match(elle.page.url(), /#\/repertoire\//);
    await elle.leaves();
  });
});

test('by keyboard alone, from the field to the table', async () => {
  const elle = await portail.arrive();
  await elle.signsIn('lecteur', MOT_DE_PASSE);
  await elle.page.goto(`${portail.url}#/recherche`);
  await elle.sees('Indiquez ce que vous cherchez');
  await elle.tabsTo('combobox', 'Où ?');
  await elle.page.keyboard.type('versailles');
  await elle.sees(elle.option(/^Versailles/));
  await elle.presses('ArrowDown', 'Enter');
  await elle.sees(resultats(elle, /autour de Versailles/));
  await elle.tabsTo('button', /^Unités de /);
  await elle.presses('Enter');
  await elle.sees(elle.page.getByRole('table').first());
  await elle.tabsTo('checkbox', /^Comparer /);
  await elle.presses('Space');
  await elle.tabsTo('button', 'Comparer (1 sur 4)', { back: true });
  await elle.presses('Enter');
  await elle.sees(elle.page.getByRole('dialog'));
  await elle.presses('Escape');
  await elle.isOn(elle.button('Comparer (1 sur 4)'));
  await elle.leaves();
});

for (const [what, hash] of [
  ['markup', '#/recherche?texte=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E'], ['a point outside France', '#/recherche?ou=point%3A-45.1%2C170.2%2CAilleurs&distance=10'],
  ['SQL', `#/recherche?texte=${encodeURIComponent("'; drop table offre; --")}`], ['ten thousand letters', `#/recherche?texte=${'a'.repeat(10_000)}&ouvert=1`],
] as const) {
  test(`an address with ${what} breaks nothing`, async () => {
    const elle = await portail.arrive(hash);
    await elle.signsIn('lecteur', MOT_DE_PASSE);
    await elle.page.goto(portail.url + hash);
    await elle.page.reload();
    await elle.sees(elle.page.getByRole('heading', { level: 2, name: /résultat|établissement/ }));
    await elle.leaves();
  });
}

test('a partner embeds it alone: no session, no favourites, its own parameters stay', async () => {
  const elle = await portail.arrive('partenaire/?page=2');
  await elle.chooses('Où ?', 'vers', /^Versailles/);
  await elle.sees(resultats(elle, /autour de Versailles/));
  assert.match(elle.page.url(), /\?page=2&ror-ou=commune%3A78646$/);
  await elle.page.getByRole('button', { name: /^Actions de / }).first().click();
  assert.deepEqual(await elle.page.getByRole('menuitem').filter({ hasNotText: /Ouvrir|Copier|courriel/ }).count(), 0);
  await elle.presses('Escape');
  await elle.doesNotSee(elle.button(/^Mes recherches/));
  await elle.looksRight('the page of a partner');
  await elle.leaves();
});

test('a part of the page that does not come is said, the list stays, and the next press asks again', async () => {
  const elle = await portail.arrive();
  await elle.signsIn('lecteur', MOT_DE_PASSE);
  await elle.page.goto(`${portail.url}#/recherche?ou=commune%3A78646`);
  await elle.sees(resultats(elle, /autour de Versailles/));
  let coupe = true;
  await elle.page.route(/\/assets\/(?:ror-search\.(?:table|compare|actions)|combobox-list)-.*\.js/, (route) => (coupe ? route.abort() : route.continue()));
  await elle.clicks('Tableau');
  await elle.sees(elle.page.getByText('Cette partie de la page n’a pas pu être chargée.').first());
  await elle.sees(elle.page.getByRole('button', { name: /^Unités de / }));
  assert.equal(await elle.button('Liste').getAttribute('aria-pressed'), 'true');
  await elle.page.getByRole('button', { name: /^Actions de / }).first().click();
  await elle.doesNotSee(elle.page.getByRole('menu'));
  // The list of suggestions does not come either: words typed are searched all the same.
  await elle.page.getByRole('combobox', { name: 'Quoi ?' }).fill('cpts');
  await elle.sees('Les suggestions ne viennent pas ; la recherche reste possible.');
  await elle.presses('Enter');
  await elle.sees(resultats(elle, /^1 établissement/));
  coupe = false;
  await elle.clicks('Tableau');
  await elle.sees(elle.page.getByRole('columnheader', { name: 'Établissement' }));
  await elle.doesNotSee(elle.page.getByText('Cette partie de la page n’a pas pu être chargée.').and(elle.page.locator('.note *')));
  await elle.page.getByRole('button', { name: /^Actions de / }).first().click();
  await elle.sees(elle.page.getByRole('menuitem', { name: 'Copier les coordonnées' }));
  await elle.presses('Escape');
  await elle.page.getByRole('combobox', { name: 'Quoi ?' }).fill('ehpad');
  await elle.sees(elle.option(/Accueil ou hébergement/));
  await elle.leaves();
});

test('a nurse with little time: a commune with a mistake in it, favourites, a contact, an anomaly', async () => {
  const elle = await portail.arrive();
  await elle.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await elle.signsIn('lecteur', MOT_DE_PASSE);
  await elle.page.goto(`${portail.url}#/recherche`);
  await elle.chooses('Où ?', 'fontenay sous boi', /^Fontenay-sous-Bois/);
  await elle.page.getByRole('combobox', { name: 'Où ?' }).fill('versaile');
  await elle.sees(elle.option(/^Versailles/));
  await elle.presses('Enter');
  await elle.sees(resultats(elle, /autour de Versailles/));
  const actions = elle.page.getByRole('button', { name: 'Actions de IME T KITOI' });
  await actions.click();
  await elle.page.getByRole('menuitem', { name: 'Copier les coordonnées' }).click();
  await elle.status('Coordonnées copiées.').waitFor({ state: 'attached' });
  assert.match(await elle.page.evaluate(() => navigator.clipboard.readText()), /^IME T KITOI\n.*\n94160 Saint-Mandé\nTél\. \d\d( \d\d){4}\n\S+@\S+$/);
  await actions.click();
  await elle.page.getByRole('menuitem', { name: 'Ajouter aux favoris' }).click();
  await elle.sees(elle.page.getByRole('listitem').filter({ hasText: 'IME T KITOI' }).getByText('Favori', { exact: true }));
  await actions.click();
  await elle.page.getByRole('menuitem', { name: 'Signaler une anomalie' }).click();
  await elle.sees(elle.page.getByRole('dialog').getByText('IME T KITOI').first());
  await elle.presses('Escape');
  await elle.leaves();
});

for (const width of [320, 768, 1100]) {
  test(`at ${width} pixels every gesture of a unit is within reach, with how old its places are`, async () => {
    const elle = await portail.arrive('', { width, height: 900 });
    await elle.signsIn('lecteur', MOT_DE_PASSE);
    await elle.page.goto(`${portail.url}#/recherche?ou=commune%3A78646`);
    await elle.clicks('Tout déplier');
    await elle.sees(elle.page.getByText(/^comptées /));
    await elle.page.getByRole('checkbox', { name: /^Comparer / }).nth(1).check();
    await elle.page.getByRole('button', { name: /^Actions de Unité/ }).first().click();
    await elle.sees(elle.page.getByRole('menuitem', { name: 'Ouvrir la fiche' }));
    await elle.presses('Escape');
    assert.equal(await elle.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await elle.looksRight(`units at ${width}`);
    await elle.leaves();
  });
}
