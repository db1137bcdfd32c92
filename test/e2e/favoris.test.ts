/** The lists of favourites of a person: made, sorted, found again from another computer. */
import { after, before } from 'node:test';
import { etapes, MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const test = etapes();
let portail: Portail;
let lectrice: Personne;

before(async () => {
  portail = await ouvrePortail();
  lectrice = await portail.arrive();
  await lectrice.signsIn('lecteur', MOT_DE_PASSE);
});
after(async () => { await portail?.close(); });

const favoris = (qui: Personne): Promise<void> => qui.page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Favoris', exact: true }).click();

test('creates a list by keyboard alone', async () => {
  await favoris(lectrice);
  await lectrice.sees(lectrice.heading('Mes favoris'), lectrice.heading('Sorties d’hospitalisation'));
  await lectrice.looksRight('favourites');
  await lectrice.tabsTo('button', 'Nouvelle liste');
  await lectrice.presses('Enter');
  await lectrice.isOn(lectrice.page.getByRole('textbox', { name: /^Nom de la liste/ }));
  await lectrice.page.keyboard.type('Gériatrie');
  await lectrice.presses('Enter');
  await lectrice.isOn(lectrice.heading('Gériatrie'));
});

test('sorts a favourite into it', async () => {
  await lectrice.clicks('Ranger EHPAD Sainte-Claire dans mes listes');
  await lectrice.looksRight('sorting');
  await lectrice.page.getByRole('checkbox', { name: /^Gériatrie/ }).check();
  await lectrice.clicks('Terminé');
  await lectrice.sees(lectrice.button('Retirer EHPAD Sainte-Claire de la liste Gériatrie'));
});

test('adds a favourite from its fiche, and finds it here', async () => {
  await lectrice.page.evaluate(() => { location.hash = '#/repertoire/uo-ime-accueil-de-jour'; });
  await lectrice.clicks('Ajouter aux favoris');
  await lectrice.sees(lectrice.button('Retirer des favoris'));
  await favoris(lectrice);
  await lectrice.sees(lectrice.button('Retirer Unité IME Accueil de jour de la liste Favoris'));
});

test('takes one out and puts it back; deletes a list only when told again', async () => {
  await lectrice.clicks('Retirer CRT – Volet 1 de la liste Sorties d’hospitalisation');
  await lectrice.sees('CRT – Volet 1 retiré de la liste « Sorties d’hospitalisation ».');
  await lectrice.button('Annuler').first().click();
  await lectrice.sees(lectrice.button('Retirer CRT – Volet 1 de la liste Sorties d’hospitalisation'));
  await lectrice.clicks('Supprimer la liste Sorties d’hospitalisation');
  await lectrice.sees(/Supprimer la liste « Sorties d’hospitalisation » et ses 3 favoris/);
  await lectrice.clicks('Supprimer');
  await lectrice.doesNotSee(lectrice.heading('Sorties d’hospitalisation'));
});

test('finds the same lists from another computer', async () => {
  const ailleurs = await portail.arrive();
  await ailleurs.signsIn('lecteur', MOT_DE_PASSE);
  await favoris(ailleurs);
  await ailleurs.sees(ailleurs.heading('Gériatrie'), ailleurs.button('EHPAD Sainte-Claire'));
  await ailleurs.clicks('EHPAD Sainte-Claire');
  await ailleurs.sees(ailleurs.heading('EHPAD Sainte-Claire'));
  await ailleurs.leaves();
  await lectrice.leaves();
});
