/** Guide 002, "Définir la semaine type": the agenda in the form of a unit, filled by keyboard alone, saved, found again after a reload. */
import { after, before } from 'node:test';
import { etapes, MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const test = etapes();
const PHRASE = /^Du lundi au vendredi de 7.h à 8.h.30$/;
let portail: Portail;
let referent: Personne;

before(async () => {
  portail = await ouvrePortail();
  referent = await portail.arrive();
  await referent.signsIn('referent', MOT_DE_PASSE);
});
after(async () => { await portail?.close(); });

test('a unit is created, and its type chosen', async () => {
  await referent.page.getByRole('link', { name: 'Dossier collaboratif' }).click();
  await referent.clicks('Peuplement de EHPAD TEST');
  await referent.acts(/^EG .*EHPAD TEST/, 'Créer des unités opérationnelles');
  await referent.clicks('Créer');
  await referent.chooses(/3 - Sélectionnez un type d’UO/, 'hebergement dependantes', 'Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité');
  await referent.clicks(/Utiliser le nom proposé/);
  await referent.sees('Aucun horaire renseigné.');
});

test('guide 002: « Définir la semaine type » opens the agenda; zones are chosen by keys, « Modifier » brings the week back', async () => {
  await referent.button('Définir la semaine type').focus();
  await referent.presses('Enter');
  await referent.isOn(referent.page.getByRole('gridcell', { name: /^lundi 7.h, fermé$/ }));
  await referent.looksRight('the agenda over the form');
  await referent.presses('Shift+ArrowDown', 'Shift+ArrowDown', ...Array.from({ length: 4 }, () => 'Shift+ArrowRight'), 'Space');
  await referent.sees(referent.page.getByRole('gridcell', { name: /^vendredi 8.h, ouvert$/ }));
  await referent.tabsTo('button', 'Modifier');
  await referent.presses('Enter');
  await referent.isOn(referent.button('Définir la semaine type'));
  await referent.sees(PHRASE);
});

test('guide 002: a week given up by Escape asks first, and leaves the form as it was', async () => {
  await referent.presses('Enter');
  await referent.isOn(referent.page.getByRole('gridcell', { name: /^lundi 7.h, ouvert$/ }));
  await referent.presses('Space', 'Escape');
  await referent.sees('Abandonner les changements de cette semaine ?');
  await referent.looksRight('question before giving up');
  await referent.clicks('Abandonner les changements');
  await referent.sees(PHRASE);
});

test('saved on hold, the same week is there after a reload', async () => {
  await referent.saves();
  await referent.page.reload();
  await referent.row(/Unité hébergement pour personnes âgées dépendantes/).click();
  await referent.sees(PHRASE);
  await referent.clicks('Définir la semaine type');
  await referent.sees(referent.page.getByRole('gridcell', { name: /^mercredi 7.h 30, ouvert$/ }));
  await referent.clicks('Fermer sans modifier');
  await referent.doesNotSee(referent.page.getByRole('dialog'));
});

test('a closing between two dates is added in the agenda, comes back into the form, and is there after a reload', async () => {
  const fermeture = /Fermeture du 1er.août.2026 au 23.août.2026 \(congés annuels\)/;
  await referent.clicks('Définir la semaine type');
  await referent.clicks('Exceptions');
  await referent.clicks('Ajouter une exception');
  await referent.types('Du', '2026-08-01');
  await referent.types('au (inclus)', '2026-08-23');
  await referent.types('Motif', 'congés annuels');
  await referent.looksRight('an exception in the agenda over the form');
  await referent.clicks('Valider l’exception');
  await referent.button('Modifier').click();
  await referent.sees(/[Dd]u lundi au vendredi de 7.h à 8.h.30/, fermeture);
  await referent.saves();
  await referent.page.reload();
  await referent.row(/Unité hébergement pour personnes âgées dépendantes/).click();
  await referent.sees(/[Dd]u lundi au vendredi de 7.h à 8.h.30/, fermeture);
});
