/** Every state of the form of a fiche: axe finds nothing, and a screen zoomed to 400 % scrolls one way only. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { etapes, MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const test = etapes();
/** 1280 × 1024 at 400 %. */
const ZOOM = { width: 320, height: 256 };
const LARGE = { width: 1280, height: 900 };
let portail: Portail;
let claire: Personne;

const nom = (personne: Personne) => personne.field(/^Nom\b(?!.*(responsable|directeur|lieu))/).first();

/** What is wider than the page, when something is. */
const deborde = (personne: Personne): Promise<readonly string[]> => personne.page.evaluate(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out: string[] = [`page ${scrollWidth} > ${clientWidth}`];
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      const { right, width } = element.getBoundingClientRect();
      if (width > 0 && right > clientWidth + 1) out.push(`${element.tagName}.${element.className.toString()} ${Math.round(right)}`);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return out.slice(0, 12);
});

async function convient(where: string): Promise<void> {
  await claire.looksRight(where);
  await claire.page.setViewportSize(ZOOM);
  assert.deepEqual(await deborde(claire), [], `${where}, at 400 %`);
  await claire.looksRight(`${where}, at 400 %`);
  await claire.page.setViewportSize(LARGE);
}

before(async () => {
  portail = await ouvrePortail();
  claire = await portail.arrive('', LARGE);
  await claire.signsIn('referent', MOT_DE_PASSE);
  await claire.clicks('Peuplement de EHPAD TEST');
  await claire.acts(/^EG .*EHPAD TEST/, 'Créer des unités opérationnelles');
  await claire.clicks('Créer');
  await claire.sees(nom(claire));
});
after(async () => { await portail?.close(); });

test('a new fiche', () => convient('new'));

test('with a type, so with every section', async () => {
  await claire.chooses(/3 - Sélectionnez un type d’UO/, 'hebergement dependantes', 'Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité');
  await claire.sees(claire.heading('Capacité d’accueil'));
  await convient('every section');
});

test('with lists begun, a line of places, a territory', async () => {
  await claire.clicks('Ajouter un contact');
  await claire.clicks('Ajouter un équipement');
  await claire.clicks('Ajouter une limite');
  await claire.clicks('Ajouter une ligne');
  await claire.page.getByRole('combobox', { name: 'Ajouter un territoire' }).fill('creteil');
  await claire.option().click();
  await claire.presses('Escape');
  await convient('lists begun');
});

test('the help, then the legend', async () => {
  await claire.clicks('Afficher les infobulles');
  await convient('help');
  await claire.clicks('Afficher la légende');
  await claire.sees(claire.page.getByRole('dialog', { name: /légende/i }));
  await convient('legend');
  await claire.presses('Escape');
});

test('what is missing, and what can’t be read', async () => {
  await claire.page.getByRole('textbox', { name: 'Âge minimum', exact: true }).fill('soixante');
  await claire.page.getByRole('textbox', { name: 'Nom du responsable', exact: true }).fill('Dominique Élan');
  await claire.clicks('Enregistrer et finaliser');
  await claire.sees(/Il reste \d+ points à compléter avant de finaliser/);
  await convient('missing');
});

test('two people on one fiche: the conflict', async () => {
  await nom(claire).fill('Unité de Claire');
  await claire.saves();
  const jean = await portail.arrive();
  await jean.signsIn('direction', MOT_DE_PASSE);
  await jean.page.goto(claire.page.url());
  await jean.row(/^UO /).click();
  await nom(jean).fill('Unité de Jean');
  await jean.saves();
  await jean.leaves();
  await nom(claire).fill('Unité de Claire, encore');
  await claire.sees(claire.heading(/a enregistré entre-temps/));
  await convient('conflict');
  await claire.clicks('Appliquer ces choix');
});

test('to be read only', async () => {
  await claire.page.getByText('Enregistré', { exact: true }).waitFor();
  const lecture = await portail.arrive();
  await lecture.signsIn('gestionnaire', MOT_DE_PASSE);
  await lecture.page.goto(claire.page.url());
  await lecture.row(/^UO /).click();
  await lecture.sees('Cette fiche est en lecture seule.');
  await claire.leaves();
  claire = lecture;
  await convient('read only');
  await claire.leaves();
});
