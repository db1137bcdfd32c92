/** A report of an anomaly from the répertoire to its answer: who reports, who treats, who follows, who never sees it. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { etapes, MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const test = etapes();
let portail: Portail;
let referente: Personne;
let tutelle: Personne;
let sesan: Personne;
let lectrice: Personne;

const MESSAGE = 'Le téléphone de l’accueil n’est plus attribué.';
const MESSAGE_78 = 'La zone d’intervention n’est plus celle-ci.';
const REPONSE = 'C’est corrigé, merci pour votre signalement.';

before(async () => {
  portail = await ouvrePortail();
  [referente, tutelle, sesan, lectrice] = await Promise.all([portail.arrive(), portail.arrive(), portail.arrive(), portail.arrive()]) as [Personne, Personne, Personne, Personne];
  await referente.signsIn('referent', MOT_DE_PASSE);
  await tutelle.signsIn('tutelle', MOT_DE_PASSE);
  await sesan.signsIn('gestionnaire', MOT_DE_PASSE);
  await lectrice.signsIn('lecteur', MOT_DE_PASSE);
});
after(async () => { await portail?.close(); });

/** Goes to a section by its link. */
const section = (qui: Personne, nom: string): Promise<void> => qui.page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: nom, exact: true }).click();
const va = (qui: Personne, chemin: string): Promise<unknown> => qui.page.evaluate((hash) => { location.hash = hash; }, chemin);
/** The entry of a list that holds this text. */
const entree = (qui: Personne, texte: string) => qui.page.getByRole('listitem').filter({ hasText: texte });
const ouvre = (qui: Personne, message: string): Promise<void> => entree(qui, message).getByRole('button').first().click();

test('the référent reports an anomaly from the fiche of a structure of the Val-de-Marne', async () => {
  await va(referente, '#/repertoire/eg-ime-t-kitoi');
  await referente.button('Signaler une anomalie').first().click();
  await referente.sees(referente.heading('Signaler une anomalie'));
  await referente.clicks('Envoyer le signalement');
  await referente.sees('Choisissez ce qui ne va pas.', 'Expliquez l’anomalie en quelques mots.');
  await referente.looksRight('report, incomplete');
  await referente.page.getByRole('radio', { name: /^Exactitude/ }).check();
  await referente.types(/Votre message/, MESSAGE);
  await referente.types(/Valeur proposée/, '01 99 00 00 94');
  await referente.clicks('Envoyer le signalement');
  await referente.isOn(referente.heading('Votre signalement a été envoyé'));
  await referente.sees('L’administrateur du territoire le reçoit.');
  await referente.looksRight('report, sent');
  await referente.page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
});

test('the tutelle of the territory sees it and takes it to itself', async () => {
  await section(tutelle, 'Anomalies');
  await tutelle.sees(tutelle.heading('Anomalies signalées'), entree(tutelle, MESSAGE));
  await tutelle.looksRight('queue of the tutelle');
  await ouvre(tutelle, MESSAGE);
  await tutelle.isOn(tutelle.heading(/IME T KITOI/));
  await tutelle.sees('01 99 00 00 94', 'Claire Martin (référent)');
  await tutelle.clicks('M’attribuer');
  await tutelle.sees('Ce signalement vous est assigné.');
  await tutelle.looksRight('a report');
});

test('the tutelle refuses only with an answer, and answers by keyboard alone', async () => {
  await tutelle.tabsTo('combobox', 'Nouveau statut');
  await tutelle.page.keyboard.type('Ref');
  await tutelle.sees('Écrivez d’abord une réponse : elle sera lue par la personne qui a signalé l’anomalie.');
  await tutelle.page.keyboard.type('Cor');
  await tutelle.field('Nouveau statut').selectOption({ label: 'Corrigé' });
  await tutelle.tabsTo('textbox', /^Réponse au déclarant/);
  await tutelle.page.keyboard.type(REPONSE);
  await tutelle.tabsTo('button', 'Changer le statut');
  await tutelle.presses('Enter');
  await tutelle.sees(tutelle.status('Statut enregistré.'), 'Statut : Corrigé');
});

test('the reporter reads the answer, and says that it is still wrong', async () => {
  await section(referente, 'Anomalies');
  await referente.clicks('Mes signalements');
  await referente.sees(entree(referente, MESSAGE));
  await ouvre(referente, MESSAGE);
  await referente.sees('L’anomalie est corrigée. Si ce n’est pas le cas, dites-le.', REPONSE);
  await referente.looksRight('answer to the reporter');
});

test('a report outside of that territory never reaches this tutelle', async () => {
  await va(referente, '#/repertoire/eg-cpts-grand-versailles');
  await referente.sees(referente.heading('CPTS Grand Versailles'));
  await referente.button('Signaler une anomalie').first().click();
  await referente.page.getByRole('radio', { name: /^Récence/ }).check();
  await referente.types(/Votre message/, MESSAGE_78);
  await referente.clicks('Envoyer le signalement');
  await referente.sees('Ce territoire n’a pas encore d’administrateur : SESAN reçoit votre signalement et le suit.');
  await referente.clicks('Suivre ce signalement');
  await referente.sees(referente.heading('CPTS Grand Versailles'), 'SESAN suit votre signalement.');

  await tutelle.clicks(/Retour à la liste/);
  await tutelle.clicks(/^Tous/);
  await tutelle.sees(entree(tutelle, MESSAGE));
  assert.equal(await entree(tutelle, MESSAGE_78).count(), 0);
  const adresse = await referente.page.evaluate(() => location.hash);
  await va(tutelle, adresse);
  await tutelle.sees('Cet élément n’existe plus ou ne vous est pas ouvert.');
  await tutelle.looksRight('a report of another territory');
});

test('SESAN filters the queue and assigns the report to whoever describes the structure', async () => {
  await section(sesan, 'Anomalies');
  await sesan.field('Territoire').selectOption({ label: 'Yvelines (78)' });
  await sesan.sees(entree(sesan, MESSAGE_78));
  await ouvre(sesan, MESSAGE_78);
  await sesan.field('Assigner à').selectOption({ label: 'Claire Martin (référent)' });
  await sesan.clicks('Assigner');
  await sesan.sees('Statut : Envoyé au destinataire', 'Assigné à Claire Martin (référent)');
  await sesan.looksRight('assigned');
});

test('whoever has no part in it sees neither report, and follows their own', async () => {
  await section(lectrice, 'Mes signalements');
  await lectrice.sees(lectrice.heading('Mes signalements'), entree(lectrice, 'Le numéro du secrétariat ne répond plus depuis lundi.'));
  assert.equal(await entree(lectrice, MESSAGE).count(), 0);
  await ouvre(lectrice, 'L’unité Alzheimer n’est pas décrite.');
  await lectrice.sees('Cette unité a fermé en 2025.', lectrice.button('Contester'));
});

test('a report whose sending fails is not lost', async () => {
  await va(lectrice, '#/repertoire/uo-crt-volet-1');
  await lectrice.button('Signaler une anomalie').first().click();
  await lectrice.page.getByRole('radio', { name: /^Complétude/ }).check();
  await lectrice.types(/Votre message/, 'Il manque un horaire.');
  await lectrice.page.context().setOffline(true);
  await lectrice.clicks('Envoyer le signalement');
  await lectrice.sees(/La connexion est interrompue/);
  await lectrice.presses('Escape');
  await lectrice.page.context().setOffline(false);
  await lectrice.button('Signaler une anomalie').first().click();
  await lectrice.sees('Votre texte a été conservé : reprenez où vous en étiez.');
  assert.equal(await lectrice.field(/Votre message/).inputValue(), 'Il manque un horaire.');
  await lectrice.clicks('Envoyer le signalement');
  await lectrice.sees('Votre signalement a été envoyé');
});

test('nobody’s page complained', async () => {
  for (const qui of [referente, tutelle, sesan, lectrice]) await qui.leaves();
});
