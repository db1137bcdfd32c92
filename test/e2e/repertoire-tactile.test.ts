/** The répertoire under a finger, on a telephone: open a branch, act on a structure, keep it, take it back. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { etapes, MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const etape = etapes();
let portail: Portail;
let claire: Personne;
const ehpad = () => claire.row(/^EG .*EHPAD du Colibri/);

before(async () => { portail = await ouvrePortail(); });
after(async () => {
  await claire?.leaves();
  await portail?.close();
});

etape('a finger opens a branch, and what it holds fits the width of the telephone', async () => {
  claire = await portail.arrive('', { width: 390, height: 844 }, { tactile: true });
  assert.equal(await claire.page.evaluate(() => matchMedia('(pointer: coarse)').matches), true);
  await claire.signsIn('referent', MOT_DE_PASSE);
  const lien = claire.page.getByRole('link', { name: 'Répertoire', exact: true });
  await lien.tap();
  await claire.page.getByRole('checkbox', { name: 'MSS' }).tap();
  const departement = claire.row(/^DF .*Val-de-Marne/);
  await departement.tap();
  await claire.sees(ehpad());
  assert.equal(await departement.getAttribute('aria-expanded'), 'true');
  assert.equal(await claire.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await claire.looksRight('the répertoire under a finger');
});

etape('the mark of a row opens its menu, whose entries are as large as a finger; the structure becomes a favourite', async () => {
  await ehpad().locator('[data-do="menu"]').tap();
  const entree = claire.page.getByRole('menuitem', { name: 'Ajouter aux favoris', exact: true });
  await claire.sees(entree);
  assert.ok((await entree.boundingBox())!.height >= 40, 'an entry is as high as a finger');
  await entree.tap();
  await claire.sees(claire.row(/EHPAD du Colibri.*favori/));
});

etape('the button above the tree does the same for the row that was touched', async () => {
  await ehpad().getByText(/EHPAD du Colibri/).tap();
  await claire.page.getByRole('button', { name: /^Actions de .*EHPAD du Colibri/ }).tap();
  await claire.page.getByRole('menuitem', { name: 'Retirer des favoris', exact: true }).tap();
  await claire.doesNotSee(claire.row(/EHPAD du Colibri.*favori/));
  await claire.looksRight('after the menu');
});

etape('the arrow of an open branch closes it', async () => {
  const departement = claire.row(/^DF .*Val-de-Marne/);
  await departement.locator('[data-do="toggle"]').tap();
  await claire.doesNotSee(ehpad());
  assert.equal(await departement.getAttribute('aria-expanded'), 'false');
});
