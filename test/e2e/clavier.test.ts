/** The same first description by a person who never touches a mouse. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { aujourdhui, MOT_DE_PASSE, etapes, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const test = etapes();
let portail: Portail;
let personne: Personne;

before(async () => {
  portail = await ouvrePortail();
  personne = await portail.arrive();
  // No pointer at all: a click is an error of the test.
  await personne.page.addInitScript(() => {
    addEventListener('pointerdown', () => { console.error('a pointer was used'); }, { capture: true });
  });
});
after(async () => { await portail?.close(); });

const tape = async (texte: string): Promise<void> => { await personne.page.keyboard.type(texte); };

/** The parts of a date are in the order of the browser's language: a person sees which one, a test tries both. */
async function saisitDate(label: RegExp, date: string): Promise<void> {
  const champ = personne.field(label);
  for (let i = 0; i < 60 && !(await champ.evaluate((element) => element.matches(':focus'))); i++) await personne.presses('Tab');
  const [annee, mois, jour] = date.split('-') as [string, string, string];
  for (const parts of [`${jour}${mois}${annee}`, `${mois}${jour}${annee}`]) {
    await personne.presses('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await tape(parts);
    if ((await champ.inputValue()) === date) return;
  }
  assert.fail(`the date field holds ${await champ.inputValue()}`);
}

test('signs in with Tab and Enter', async () => {
  await personne.tabsTo('textbox', 'Identifiant');
  await tape('referent');
  await personne.presses('Tab');
  await tape(MOT_DE_PASSE);
  await personne.presses('Enter');
  await personne.sees(personne.heading('Liste des dossiers collaboratifs'));
});

test('opens the dossier, walks its tree with the arrows, opens the menu with Shift+F10 and creates a unit', async () => {
  await personne.tabsTo('button', 'Peuplement de EHPAD TEST');
  await personne.presses('Enter');
  await personne.isOn(personne.heading('Peuplement de EHPAD TEST'));
  await personne.tabsTo('treeitem', /^DC /);
  await personne.presses('ArrowDown', 'Shift+F10');
  await personne.sees(personne.page.getByRole('menuitem', { name: 'Ouvrir' }));
  for (let i = 0; i < 10; i++) {
    if (await personne.page.getByRole('menuitem', { name: 'Créer des unités opérationnelles' }).evaluate((item) => item.matches(':focus'))) break;
    await personne.presses('ArrowDown');
  }
  await personne.presses('Enter');
  await personne.sees(personne.heading('Créer des unités opérationnelles'));
  await personne.presses('Enter');
  await personne.isOn(personne.heading('Nouvelle unité opérationnelle'));
  await personne.looksRight('unit created by keyboard');
});

test('chooses the type in the list with the arrows, takes the proposed name, fills the fields', async () => {
  await personne.tabsTo('combobox', /3 - Sélectionnez un type d’UO/);
  await tape('hebergement dependantes');
  await personne.sees(personne.option(/personnes âgées dépendantes/));
  await personne.presses('ArrowDown', 'Enter');
  await personne.sees(personne.field(/^Âge minimum/));
  await personne.tabsTo('button', /Utiliser le nom proposé/, { back: true });
  await personne.presses('Enter');
  assert.equal(await personne.field(/^Nom\b/).first().inputValue(), 'Unité hébergement pour personnes âgées dépendantes');
  await personne.tabsTo('combobox', /Mode de prise en charge/);
  await tape('hebergement');
  await personne.sees(personne.option(/Hébergement/));
  await personne.presses('ArrowDown', 'Enter');
  await personne.tabsTo('combobox', /Temporalité d’accueil/);
  await tape('Perm');
  await personne.tabsTo('combobox', /Ajouter une activité opérationnelle à l’UO/);
  await tape('aidants');
  await personne.sees(personne.option());
  await personne.presses('ArrowDown', 'Enter', 'Escape');
  await personne.tabsTo('textbox', /Nom du responsable/);
  await tape('Dominique Élan');
  await personne.tabsTo('textbox', /Adresse mail du responsable/);
  await tape('dominique.elan@ehpad-test.example');
  await personne.tabsTo('button', 'Enregistrer et finaliser');
  await personne.presses('Enter');
  await personne.sees(personne.row(/Unité hébergement.*finalisée/));
  await personne.looksRight('unit finalised by keyboard');
});

test('goes back to the tree, finalises the fiche of the établissement, sends the dossier', async () => {
  await personne.tabsTo('treeitem', /Unité hébergement/, { back: true });
  await personne.presses('ArrowUp', 'Enter');
  await personne.tabsTo('textbox', /Nom du directeur/);
  await tape('Camille Renard');
  await personne.tabsTo('textbox', /Adresse mail du directeur/);
  await tape('direction@ehpad-test.example');
  await personne.tabsTo('button', 'Enregistrer et finaliser');
  await personne.presses('Enter');
  await personne.sees(personne.row(/EHPAD TEST.*finalisée/));
  await personne.tabsTo('treeitem', /^EG /, { back: true });
  await personne.presses('Home', 'Enter');
  await personne.sees(personne.field(/Date d’effet/));
  await saisitDate(/Date d’effet/, aujourdhui());
  await personne.tabsTo('button', 'Envoyer en validation');
  await personne.presses('Enter');
  await personne.sees(/en cours de validation par un gestionnaire/);
  await personne.isOn(personne.page.getByRole('group', { name: 'Prochaine étape' }));
  await personne.looksRight('sent by keyboard');
  await personne.leaves();
});
