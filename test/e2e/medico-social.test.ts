/** The guides 000, 001 and 002 walked by a référent and a gestionnaire on an établissement médico-social. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { aujourdhui, MOT_DE_PASSE, etapes, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const NOM = 'Unité hébergement pour personnes âgées dépendantes';
const test = etapes();
let portail: Portail;
let referent: Personne;
let gestionnaire: Personne;

before(async () => {
  portail = await ouvrePortail();
  referent = await portail.arrive();
});
after(async () => { await portail?.close(); });

test('guide 000, "S’identifier": the sign-in page lists the accounts, and says when a password is wrong', async () => {
  await referent.sees(referent.heading('Bienvenue sur le ROR'), 'Comptes de démonstration', 'Gestionnaire régionale');
  await referent.looksRight('sign-in');
  await referent.types('Identifiant', 'referent');
  await referent.types('Mot de passe', 'faux');
  await referent.clicks('Connexion');
  await referent.sees('Identifiant ou mot de passe inconnu.');
  await referent.looksRight('sign-in refused');
  await referent.signsIn('referent', MOT_DE_PASSE);
});

test('guide 000, "Retrouver sa structure dans le répertoire": EHPAD TEST is there, not described, in a dossier', async () => {
  await referent.page.getByRole('link', { name: 'Répertoire' }).click();
  // The guides warn: as long as MSS is not ticked, what is médico-social is not there.
  await referent.sees(referent.row(/Seine-et-Marne/), /MSS n’est pas coché/);
  await referent.doesNotSee(referent.row(/Val-de-Marne/));
  await referent.looksRight('répertoire');
  await referent.page.getByRole('checkbox', { name: 'MSS' }).check();
  await referent.row(/Val-de-Marne/).click();
  await referent.row(/EHPAD TEST/).click();
  await referent.sees(referent.heading('EHPAD TEST'), /fait partie d’un dossier collaboratif/, /Rien n’a encore été publié/);
  await referent.looksRight('fiche not described');
});

test('guide 001 p. 9: the dossier « Peuplement de EHPAD TEST » is in the list and opens', async () => {
  await referent.page.getByRole('link', { name: 'Dossier collaboratif' }).click();
  await referent.sees(referent.heading('Liste des dossiers collaboratifs'));
  await referent.looksRight('list of dossiers');
  await referent.clicks('Peuplement de EHPAD TEST');
  await referent.sees(referent.row(/EHPAD TEST/), /Prochaine étape/, '0 / 1 fiches finalisées');
  await referent.looksRight('dossier opened');
});

test('guide 001 p. 9: « Créer des unités opérationnelles » asks how many, creates one and opens it', async () => {
  await referent.acts(/^EG .*EHPAD TEST/, 'Créer des unités opérationnelles');
  await referent.sees(referent.heading('Créer des unités opérationnelles'));
  await referent.looksRight('question: how many');
  assert.equal(await referent.field('Nombre de fiches à créer').inputValue(), '1');
  await referent.clicks('Créer');
  await referent.sees(referent.heading('Nouvelle unité opérationnelle'), referent.row(/Unité opérationnelle en création/));
  await referent.looksRight('new unit');
});

test('guide 002 p. 26: choosing the Type d’UO makes the fields appear, those of the establishment first', async () => {
  await referent.doesNotSee(referent.field(/^Âge minimum/), referent.field(/Mode de prise en charge/));
  const type = referent.page.getByRole('combobox', { name: /3 - Sélectionnez un type d’UO/ });
  await type.click();
  await referent.sees('Correspond à votre établissement');
  const first = await referent.option().innerText();
  assert.match(first, /personnes âgées|CRT|PASA|Pôle|Unité/, first);
  await referent.looksRight('list of types');
  await referent.chooses(/3 - Sélectionnez un type d’UO/, 'hebergement dependantes', 'Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité');
  await referent.sees(referent.field(/^Âge minimum/), referent.field(/Mode de prise en charge/), referent.heading('Activités opérationnelles'), referent.field(/Nom du responsable/));
  await referent.sees(referent.status(/champs ajoutés/));
  await referent.looksRight('type chosen');
});

test('guide 001 p. 10: the name follows the rule « Unité » + type, with one gesture', async () => {
  await referent.clicks(/Utiliser le nom proposé/);
  assert.equal(await referent.field(/^Nom\b/).first().inputValue(), NOM);
});

test('guide 001 p. 11: « Enregistrer et mettre en attente » keeps the fiche, and a reload finds all of it', async () => {
  await referent.types(/Nom du responsable/, 'Dominique Élan');
  await referent.saves();
  await referent.looksRight('saved on hold');
  await referent.page.reload();
  await referent.row(new RegExp(NOM)).click();
  assert.equal(await referent.field(/Nom du responsable/).inputValue(), 'Dominique Élan');
  assert.equal(await referent.field(/^Nom\b/).first().inputValue(), NOM);
  await referent.sees(referent.field(/^Âge minimum/));
});

test('guide 001 p. 10: « Enregistrer et finaliser » says what is missing, as links to the fields', async () => {
  await referent.clicks('Enregistrer et finaliser');
  await referent.sees(/Il reste \d+ points à compléter avant de finaliser/);
  await referent.looksRight('what is missing');
  await referent.page.getByRole('link', { name: /Adresse mail du responsable/ }).click();
  assert.ok(await referent.field(/Adresse mail du responsable/).evaluate((element) => element.matches(':focus')));
});

test('guide 002 p. 27 and 004 p. 10: activités are added, all selected, removed', async () => {
  const add = referent.page.getByRole('combobox', { name: /Ajouter une activité opérationnelle à l’UO/ });
  await add.fill('aidants');
  await referent.option().click();
  await add.fill('hébergement');
  await referent.option().click();
  await referent.presses('Escape');
  const list = referent.page.getByRole('group', { name: /Liste des activités opérationnelles de l’UO/ });
  assert.ok((await list.getByRole('checkbox').count()) >= 2);
  await list.getByRole('button', { name: 'Tout sélectionner' }).click();
  await list.getByRole('button', { name: 'Supprimer', exact: true }).click();
  await referent.sees('Rien dans la liste pour l’instant.');
  await referent.clicks('Annuler la suppression');
  assert.ok((await list.getByRole('checkbox').count()) >= 2);
  await referent.looksRight('activités');
});

test('guide 001 p. 10: once complete, the fiche is finalised and turns green', async () => {
  await referent.types(/Adresse mail du responsable/, 'dominique.elan@ehpad-test.example');
  await referent.chooses(/Mode de prise en charge/, 'hebergement', 'Hébergement (accueil jour et nuit)');
  await referent.field(/Temporalité d’accueil/).selectOption({ label: 'Permanent' });
  await referent.clicks('Enregistrer et finaliser');
  await referent.sees(referent.row(new RegExp(`${NOM}.*finalisée`)));
  await referent.looksRight('fiche finalised');
});

test('guide 002 p. 36: the dossier can’t be sent while a fiche is grey, nor without a date d’effet', async () => {
  await referent.row(/^DC /).click();
  await referent.sees('Il reste une fiche à finaliser avant l’envoi.', '1 / 2 fiches finalisées');
  await referent.looksRight('dossier not ready');
});

test('guide 002 p. 22: the fiche of the établissement is checked and finalised', async () => {
  await referent.row(/^EG .*EHPAD TEST/).click();
  await referent.sees(/modifié par le support, à votre demande/);
  await referent.types(/Nom du directeur/, 'Camille Renard');
  await referent.types(/Adresse mail du directeur/, 'direction@ehpad-test.example');
  await referent.clicks('Enregistrer et finaliser');
  await referent.sees(referent.row(/EHPAD TEST.*finalisée/), /Choisissez la date d’effet/);
});

test('guide 002 p. 38: with a date d’effet, « Envoyer en validation » sends the dossier', async () => {
  await referent.row(/^DC /).click();
  await referent.sees('Choisissez une date d’effet : aujourd’hui ou une date à venir.');
  await referent.field(/Date d’effet/).fill(aujourdhui());
  await referent.clicks('Envoyer en validation');
  await referent.sees(/en cours de validation par un gestionnaire/);
  await referent.doesNotSee(referent.button('Envoyer en validation'));
  await referent.looksRight('dossier sent');
  await referent.signsOut();
});

test('guide 000, "Valider": the gestionnaire finds the dossier, validates it, and it is published', async () => {
  gestionnaire = await portail.arrive();
  await gestionnaire.signsIn('gestionnaire', MOT_DE_PASSE);
  await gestionnaire.clicks('Peuplement de EHPAD TEST');
  await gestionnaire.sees(/Relisez le dossier/, gestionnaire.button('Refuser le dossier'));
  await gestionnaire.row(new RegExp(NOM)).click();
  await gestionnaire.sees('Cette fiche est en lecture seule.', 'Dominique Élan');
  await gestionnaire.looksRight('gestionnaire reads a fiche');
  await gestionnaire.row(/^DC /).click();
  await gestionnaire.clicks('Valider le dossier');
  await gestionnaire.sees(/Le dossier est publié/);
  await gestionnaire.looksRight('dossier published');
});

test('guide 000, last page: the unit is in the répertoire, for everybody', async () => {
  await gestionnaire.signsOut();
  await gestionnaire.signsIn('lecteur', MOT_DE_PASSE);
  await gestionnaire.sees(gestionnaire.row(/Seine-et-Marne/));
  await gestionnaire.doesNotSee(gestionnaire.row(/Val-de-Marne/));
  await gestionnaire.page.getByRole('checkbox', { name: 'MSS' }).check();
  await gestionnaire.row(/Val-de-Marne/).click();
  const structure = gestionnaire.row(/EHPAD TEST/);
  await structure.click();
  await gestionnaire.presses('ArrowRight');
  await gestionnaire.row(new RegExp(NOM)).click();
  await gestionnaire.sees(gestionnaire.heading(NOM), 'Hébergement (accueil jour et nuit)');
  await gestionnaire.looksRight('published unit');
  await gestionnaire.leaves();
  await referent.leaves();
});
