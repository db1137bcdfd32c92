/** The steps of the guides in the répertoire: find one's structure, keep it, act on it, come back to it by a link, by keyboard alone. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { aujourdhui, etapes, MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const etape = etapes();
const CRT = /^UO .*CRT – Volet 1/;
let portail: Portail;
let claire: Personne;

before(async () => { portail = await ouvrePortail(); });
after(async () => {
  await claire?.leaves();
  await portail?.close();
});

const repertoire = async (): Promise<void> => {
  await claire.page.getByRole('link', { name: 'Répertoire', exact: true }).click();
  await claire.sees(claire.page.getByRole('heading', { name: 'Répertoire', level: 1 }));
};
const mss = () => claire.page.getByRole('checkbox', { name: 'MSS' });
/** How many the search says. */
const compte = (text: RegExp) => claire.page.getByRole('search').getByText(text).first();

etape('guide 000, "Retrouver sa structure": the répertoire opens on the départements, with MSS not ticked, and says what that hides', async () => {
  claire = await portail.arrive();
  await claire.signsIn('referent', MOT_DE_PASSE);
  await repertoire();
  await claire.sees(claire.row(/^DF .*Seine-et-Marne/), /MSS n’est pas coché/);
  assert.equal(await mss().isChecked(), false);
  await claire.looksRight('the répertoire');
});

etape('guides 001 to 004, the trap: an EHPAD, and its whole département, is nowhere as long as MSS is not ticked', async () => {
  await claire.doesNotSee(claire.row(/Val-de-Marne/));
  await mss().check();
  await claire.row(/^DF .*Val-de-Marne/).click();
  await claire.sees(claire.row(/^EG .*EHPAD TEST/), claire.row(/^EG .*IME T KITOI/));
  await mss().uncheck();
  await claire.doesNotSee(claire.row(/EHPAD TEST/));
});

etape('« Rechercher » says in which box the results are, and shows them in one gesture', async () => {
  await claire.types('Rechercher dans le répertoire', 'colibri');
  await claire.sees(compte(/résultats? dans MSS/));
  await claire.looksRight('results outside of the boxes');
  await claire.page.getByRole('button', { name: /^afficher\s+MSS$/ }).click();
  await claire.sees(claire.row(/EHPAD du Colibri.*résultat/));
  assert.equal(await mss().isChecked(), true);
  await claire.isOn(claire.field('Rechercher dans le répertoire'));
  await claire.looksRight('what was found, with what stands above it');
});

etape('a structure found is added to the favourites from its menu, and is under « Afficher par : Favoris »', async () => {
  await claire.acts(/EHPAD du Colibri.*résultat/, 'Ajouter aux favoris');
  await claire.sees(claire.row(/EHPAD du Colibri.*favori/));
  await claire.clicks('Effacer la recherche');
  await claire.page.getByLabel('Afficher par').selectOption({ label: 'Favoris' });
  await claire.row(/^FAV /).first().click();
  await claire.sees(claire.row(/^EG .*EHPAD du Colibri.*favori/), claire.row(/IME T KITOI/));
  await claire.looksRight('by favourites');
  await claire.acts(/EHPAD du Colibri/, 'Retirer des favoris');
  await claire.doesNotSee(claire.row(/EHPAD du Colibri/));
  await claire.clicks('Réinitialiser');
  await claire.sees(claire.row(/^DF .*Seine-et-Marne/));
  assert.equal(await mss().isChecked(), false);
});

etape('guides: « Afficher par » entité juridique, catégorie de besoins and filière show the same structures otherwise', async () => {
  for (const [par, row] of [['Entité juridique', /^EJ .*BARTHELEMY DURAND/], ['Catégorie de besoins', /^CB /], ['Filière', /^(GF|TF|NF|F) /]] as const) {
    await claire.page.getByLabel('Afficher par').selectOption({ label: par });
    await claire.sees(claire.row(row).first());
  }
  await claire.text('Légende des codes').click();
  await claire.sees('Unité fonctionnelle');
  await claire.looksRight('the legend');
  await claire.clicks('Réinitialiser');
});

etape('a link to a unit that the boxes hide shows it, ticks the box, says so, and moves the focus to its row', async () => {
  const jean = await portail.arrive('#/repertoire/uo-crt-volet-1');
  await jean.signsIn('direction', MOT_DE_PASSE);
  await jean.sees(jean.row(CRT), jean.page.getByRole('heading', { name: 'CRT – Volet 1', level: 2 }), /MSS a été coché pour l’afficher/);
  await jean.isOn(jean.row(CRT));
  assert.equal(await jean.row(CRT).getAttribute('aria-selected'), 'true');
  await jean.looksRight('deep link');
  await jean.page.evaluate(() => { location.hash = '#/repertoire/uo-qui-n-existe-pas'; });
  await jean.sees(/La structure demandée n’existe plus ou ne vous est pas ouverte/);
  await jean.leaves();
});

etape('a screen reader hears one tree: codes, names, states, levels and places', async () => {
  await mss().check();
  const tree = claire.page.getByRole('tree', { name: 'Répertoire' });
  await claire.sees(claire.row(/^DF .*Val-de-Marne/));
  if (await claire.row(/^DF .*Val-de-Marne/).getAttribute('aria-expanded') === 'false') await claire.row(/^DF .*Val-de-Marne/).click();
  await claire.row(/^EG .*EHPAD du Colibri/).click();
  await claire.presses('ArrowRight');
  await claire.sees(claire.row(CRT));
  const heard = await tree.ariaSnapshot();
  assert.match(heard, /treeitem "DF Val-de-Marne[^"]*" \[expanded\] \[level=1\]/);
  assert.match(heard, /treeitem "EG EHPAD du Colibri[^"]*décrite[^"]*" \[expanded\] \[level=2\] \[selected\]/);
  assert.match(heard, /treeitem "UO CRT – Volet 1[^"]*" \[level=3\]/);
  assert.doesNotMatch(heard, /button/, 'no button lies in a row');
  assert.deepEqual([await claire.row(CRT).getAttribute('aria-posinset'), await claire.row(CRT).getAttribute('aria-setsize')], ['1', '2']);
});

etape('guide 001: « Renommer » opens the block that holds the name; the tree then says the new one', async () => {
  await claire.acts(CRT, 'Renommer');
  await claire.sees(claire.page.getByRole('group', { name: /^Modifier l’encadré|^Modifier un encadré|^Modification/ }));
  await claire.types(/^Nom\b/, 'CRT – Volet 1 à domicile');
  await claire.looksRight('renaming');
  await claire.clicks('Enregistrer');
  await claire.sees(claire.row(/^UO .*CRT – Volet 1 à domicile/), claire.page.getByRole('heading', { name: 'CRT – Volet 1 à domicile', level: 2 }));
});

etape('« Signaler une anomalie » from the menu is about that row', async () => {
  await claire.acts(CRT, 'Signaler une anomalie');
  await claire.sees(claire.heading('Signaler une anomalie'));
  await claire.sees(claire.page.getByRole('dialog').getByText('CRT – Volet 1 à domicile').first());
  await claire.presses('Escape');
  await claire.doesNotSee(claire.heading('Signaler une anomalie'));
});

etape('« Déplacer » says that it goes through a dossier, and offers it with its name and the date of today', async () => {
  await claire.acts(CRT, 'Déplacer');
  await claire.sees(claire.heading('Déplacer dans un dossier collaboratif'));
  await claire.looksRight('moving explained');
  await claire.clicks('Ouvrir ou créer le dossier');
  const nom = claire.page.getByRole('dialog').getByRole('textbox').first();
  await nom.waitFor();
  const [annee, mois, jour] = aujourdhui().split('-');
  assert.match(await nom.inputValue(), new RegExp(`EHPAD du Colibri.*${jour}.${mois}.${annee}`));
  await claire.looksRight('new dossier, name proposed');
  await claire.page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await claire.sees(claire.row(/^DC .*EHPAD du Colibri/));
});

etape('a structure that has a dossier offers it first: « Ouvrir le dossier collaboratif »', async () => {
  await repertoire();
  await claire.acts(/^EG .*EHPAD du Colibri/, 'Ouvrir le dossier collaboratif');
  await claire.sees(claire.row(/^DC .*EHPAD du Colibri/));
  await repertoire();
  await claire.row(/^EG .*EHPAD TEST/).click();
  await claire.clicks(/^Actions de /);
  await claire.doesNotSee(claire.page.getByRole('menuitem', { name: 'Créer un dossier collaboratif' }));
  await claire.page.getByRole('menuitem', { name: 'Ouvrir le dossier collaboratif' }).click();
  await claire.sees(claire.heading('Peuplement de EHPAD TEST'));
});

etape('keyboard alone: letters find a row, arrows open and walk, Enter reads, Maj + F10 acts, Escape comes back', async () => {
  await repertoire();
  await claire.tabsTo('button', /^Actions de /);
  await claire.presses('Tab');
  await claire.presses('Home');
  await claire.page.keyboard.type('val');
  await claire.isOn(claire.row(/^DF .*Val-de-Marne/));
  if (await claire.row(/^DF .*Val-de-Marne/).getAttribute('aria-expanded') === 'true') await claire.presses('ArrowLeft');
  await claire.presses('ArrowRight', 'ArrowDown');
  const structure = claire.page.locator('ror-tree#arbre [role=treeitem]:focus');
  assert.equal(await structure.getAttribute('aria-level'), '2');
  await claire.presses('Enter');
  assert.equal(await structure.getAttribute('aria-selected'), 'true');
  await claire.presses('Shift+F10');
  await claire.isOn(claire.page.getByRole('menuitem', { name: 'Ouvrir', exact: true }));
  await claire.presses('ArrowDown', 'Escape');
  assert.equal(await structure.getAttribute('aria-level'), '2');
  // Closes it when it is open, then goes out.
  if (await structure.getAttribute('aria-expanded') === 'true') await claire.presses('ArrowLeft');
  await claire.presses('ArrowLeft');
  await claire.isOn(claire.row(/^DF .*Val-de-Marne/));
});

etape('Ctrl + F comes to the search from any row, F3 goes on, the down arrow goes to what was found', async () => {
  await claire.presses('Control+f');
  await claire.isOn(claire.field('Rechercher dans le répertoire'));
  await claire.types('Rechercher dans le répertoire', 'tilleuls');
  await claire.sees(claire.row(/Tilleuls.*résultat/));
  await claire.presses('ArrowDown');
  await claire.isOn(claire.row(/Tilleuls.*résultat/));
  await claire.clicks('Effacer la recherche');
});

etape('drawn as one scrolls, a row that is scrolled away keeps the focus and its keys', async () => {
  await claire.page.evaluate(() => {
    const tree = document.querySelector('ror-tree')!;
    tree.windowFrom = 3;
    tree.style.setProperty('--ror-tree-height', '6rem');
  });
  await claire.row(/^DF /).first().click();
  await claire.presses('Home', '*', 'End');
  const focused = claire.page.locator('ror-tree#arbre [role=treeitem]:focus');
  await claire.presses('Home');
  const nom = await focused.getAttribute('data-cle');
  await focused.hover();
  await claire.page.mouse.wheel(0, 4000);
  await claire.page.waitForFunction(() => (document.querySelector('ror-tree')!.shadowRoot!.querySelector('[role=tree]')?.scrollTop ?? 0) > 20);
  assert.equal(await focused.getAttribute('data-cle'), nom);
  assert.equal(await focused.getAttribute('aria-posinset'), '1');
  await claire.presses('ArrowDown');
  assert.notEqual(await focused.getAttribute('data-cle'), nom);
  assert.equal(await focused.evaluate((row) => {
    const [own, box] = [row.getBoundingClientRect(), row.closest('[role=tree]')!.getBoundingClientRect()];
    return own.top >= box.top - 1 && own.bottom <= box.bottom + 1;
  }), true, 'the next row is in view');
  await claire.looksRight('windowed');
});
