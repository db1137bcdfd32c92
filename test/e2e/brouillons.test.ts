/** Nothing typed is lost: closed tab, cut network, expired session, two tabs. The person finds the text again. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { MOT_DE_PASSE, etapes, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const test = etapes();
let portail: Portail;
let claire: Personne;
let dossier: string;

const nom = (personne: Personne) => personne.field(/^Nom\b(?!.*(responsable|directeur))/).first();
const unite = (personne: Personne) => personne.row(/^UO /);
/** Nothing reaches the server with a save; everything else does. */
const coupe = (personne: Personne) => personne.page.route('**/api/dossiers/*/fiches/*', (route) => (route.request().method() === 'PUT' ? route.abort('connectionreset') : route.continue()));
/** Longer than it takes to keep on the device, shorter than the rest after which the server has it. */
const garde = (personne: Personne) => personne.page.waitForTimeout(700);
const enregistre = (personne: Personne) => personne.sees(personne.page.getByText('Enregistré', { exact: true }));

before(async () => {
  portail = await ouvrePortail();
  claire = await portail.arrive();
  await claire.signsIn('referent', MOT_DE_PASSE);
  await claire.clicks('Peuplement de EHPAD TEST');
  await claire.acts(/^EG .*EHPAD TEST/, 'Créer des unités opérationnelles');
  await claire.clicks('Créer');
  await nom(claire).fill('Unité du début');
  await claire.saves();
  dossier = claire.page.url();
});
after(async () => { await portail?.close(); });

test('what is typed is saved by itself when the person pauses', async () => {
  await nom(claire).fill('Unité au repos');
  await enregistre(claire);
  await claire.sees(claire.row(/Unité au repos/));
  await claire.looksRight('saved at rest');
});

test('a tab closed in the middle of typing: the fiche is marked, the text is found again and taken back by one gesture', async () => {
  await coupe(claire);
  await nom(claire).fill('Unité de l’onglet fermé');
  await garde(claire);
  claire = await claire.killsTab(portail.url);
  await claire.signsIn('referent', MOT_DE_PASSE);
  await claire.page.goto(dossier);
  await claire.sees(claire.row(/texte retrouvé/));
  await unite(claire).click();
  await claire.sees(/Texte retrouvé du/);
  await claire.looksRight('text found');
  await claire.reads(nom(claire), 'Unité au repos');
  await claire.clicks('Reprendre');
  await claire.reads(nom(claire), 'Unité de l’onglet fermé');
  await enregistre(claire);
  await claire.doesNotSee(/Texte retrouvé du/);
  await claire.doesNotSee(claire.row(/texte retrouvé/));
});

test('offline: the text is said to be on the device, and goes when the network is back', async () => {
  await claire.page.context().setOffline(true);
  await nom(claire).fill('Unité hors ligne');
  await claire.sees('Gardé sur cet appareil (hors ligne)');
  await claire.looksRight('offline');
  await claire.page.context().setOffline(false);
  await enregistre(claire);
  await claire.sees(claire.row(/Unité hors ligne/));
});

test('a session that expires: « Plus tard », close everything, come back: the text is there', async () => {
  portail.passe(9 * 3_600_000);
  await nom(claire).fill('Unité de la session expirée');
  await claire.sees(claire.heading('Votre session a expiré'));
  await claire.clicks('Plus tard');
  await claire.sees('Gardé sur cet appareil (session expirée)');
  claire = await claire.killsTab(portail.url);
  await claire.signsIn('referent', MOT_DE_PASSE);
  await claire.page.goto(dossier);
  await unite(claire).click();
  await claire.clicks('Reprendre');
  await claire.reads(nom(claire), 'Unité de la session expirée');
  await enregistre(claire);
});

test('a text found over a fiche that somebody has saved since is compared with theirs', async () => {
  await coupe(claire);
  await nom(claire).fill('Claire a écrit');
  await garde(claire);
  claire = await claire.killsTab(portail.url);
  const jean = await portail.arrive();
  await jean.signsIn('direction', MOT_DE_PASSE);
  await jean.page.goto(dossier);
  await unite(jean).click();
  await jean.doesNotSee(/Texte retrouvé/);
  await nom(jean).fill('Jean a écrit');
  await jean.saves();
  await jean.leaves();
  await claire.signsIn('referent', MOT_DE_PASSE);
  await claire.page.goto(dossier);
  await unite(claire).click();
  await claire.sees(/La fiche a changé depuis/);
  await claire.clicks('Reprendre');
  await claire.sees(claire.heading(/Votre texte retrouvé et la fiche diffèrent/), 'Claire a écrit', 'Jean a écrit');
  await claire.looksRight('found and compared');
  await claire.clicks('Appliquer ces choix');
  await enregistre(claire);
  await claire.reads(nom(claire), 'Claire a écrit');
});

test('a found text is given up only once confirmed; another account on the same browser never sees it', async () => {
  await coupe(claire);
  await nom(claire).fill('À abandonner');
  await garde(claire);
  claire = await claire.killsTab(portail.url);
  await claire.signsIn('direction', MOT_DE_PASSE);
  await claire.page.goto(dossier);
  await unite(claire).click();
  await claire.sees(nom(claire));
  await claire.doesNotSee(/texte retrouvé/i);
  claire = await claire.killsTab(portail.url);
  await claire.signsIn('referent', MOT_DE_PASSE);
  await claire.page.goto(dossier);
  await unite(claire).click();
  await claire.clicks('Abandonner');
  await claire.clicks('Non, le garder');
  await claire.clicks('Abandonner');
  await claire.clicks('Oui, abandonner ce texte');
  await claire.doesNotSee(/texte retrouvé/i);
  await claire.page.reload();
  await unite(claire).click();
  await claire.sees(nom(claire));
  await claire.doesNotSee(/texte retrouvé/i);
  await claire.reads(nom(claire), 'Claire a écrit');
});

test('two tabs on one fiche: the second to save is shown both texts', async () => {
  const autre = await claire.opensTab(portail.url);
  await autre.signsIn('referent', MOT_DE_PASSE);
  await autre.page.goto(dossier);
  await unite(autre).click();
  await nom(autre).fill('Texte du second onglet');
  await enregistre(autre);
  await nom(claire).fill('Texte du premier onglet');
  await claire.sees(claire.heading(/a enregistré entre-temps/), 'Texte du premier onglet', 'Texte du second onglet');
  await claire.sees(/Gardé sur cet appareil : la fiche a été enregistrée par ailleurs/);
  await claire.clicks('Appliquer ces choix');
  await enregistre(claire);
  await claire.reads(nom(claire), 'Texte du premier onglet');
});

test('signing out of a shared computer leaves nothing of what was typed on it', async () => {
  await claire.signsOut();
  const left = await claire.page.evaluate(() => new Promise<number>((resolve) => {
    const opening = indexedDB.open('ror-elements');
    opening.onsuccess = () => {
      const counting = opening.result.transaction('brouillons').objectStore('brouillons').count();
      counting.onsuccess = () => { resolve(counting.result); };
    };
  }));
  assert.equal(left, 0);
});
