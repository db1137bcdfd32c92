/**
 * Each gesture of the typical week, in the page of another application: by mouse, by finger, by keyboard alone with what the
 * accessibility tree holds, by typing; and its way into the form that is sent.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { serveNode, type NodeServer } from '../../demo/backend/doors/node.ts';
import { Agenda, fois } from './agenda.ts';
import { openBrowser, Personne } from './personne.ts';

const DEPART = 'Le lundi et le mardi de 9 h à 17 h';
let server: NodeServer;
let browser: Browser;

before(async () => {
  server = await serveNode({ handle: async () => new Response(null, { status: 404 }), portalDir: fileURLToPath(new URL('../../demo-dist', import.meta.url)) });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** A person before the page, Monday and Tuesday open from 9 to 17; nothing may have gone wrong when they leave. */
function geste(titre: string, fait: (agenda: Agenda, personne: Personne) => Promise<void>, viewport = { width: 1280, height: 1400 }): void {
  test(titre, async () => {
    const personne = await Personne.arrives(browser, `${server.url}viatrajectoire/`, viewport);
    const agenda = new Agenda(personne);
    await agenda.lit(DEPART);
    await fait(agenda, personne);
    await personne.looksRight(titre);
    await personne.leaves();
  });
}

// --- Mouse -----------------------------------------------------------------------------------------------------------

geste('mouse: draws over one day, then over several', async (agenda) => {
  await agenda.tire([['mercredi', 10.2], ['mercredi', 11.8]]);
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le mercredi de 10 h à 12 h');
  await agenda.tire([['jeudi', 14.1], ['samedi', 15.8]]);
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le mercredi de 10 h à 12 h ; du jeudi au samedi de 14 h à 16 h');
  await agenda.entend('Ouvert : du jeudi au samedi de 14 h à 16 h.');
});

geste('mouse: moves a range to another day, refused where the hours are taken', async (agenda, personne) => {
  await agenda.tire([['lundi', 12], ['jeudi', 13]]);
  await agenda.lit('Le mardi de 9 h à 17 h ; le jeudi de 10 h à 18 h');
  await agenda.tire([['jeudi', 12], ['mardi', 15]]);
  await personne.sees(/Ces heures sont déjà prises : mardi de 9.h à 17.h\./);
  await agenda.lit('Le mardi de 9 h à 17 h ; le jeudi de 10 h à 18 h');
});

geste('mouse: pulls either end; the last move before the release counts', async (agenda) => {
  await agenda.tire([['lundi', 16.95], ['lundi', 19], ['lundi', 18.1]]);
  await agenda.lit('Le lundi de 9 h à 18 h ; le mardi de 9 h à 17 h');
  await agenda.tire([['mardi', 9.05], ['mardi', 8]]);
  await agenda.lit('Le lundi de 9 h à 18 h ; le mardi de 8 h à 17 h');
});

geste('mouse: cuts with the eraser across ranges', async (agenda, personne) => {
  await personne.page.getByText('Fermer (gomme)').click();
  await agenda.tire([['lundi', 12.1], ['mardi', 13.9]]);
  await agenda.lit('Le lundi et le mardi de 9 h à 12 h et de 14 h à 17 h');
  await agenda.entend('Fermé : du lundi au mardi de 12 h à 14 h.');
});

geste('mouse: Escape gives a drag up; undo and redo by buttons', async (agenda, personne) => {
  await agenda.tire([['lundi', 12], ['vendredi', 14]], false);
  await personne.presses('Escape');
  await personne.page.mouse.up();
  await agenda.lit(DEPART);
  await agenda.tire([['vendredi', 9.1], ['vendredi', 9.9]]);
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le vendredi de 9 h à 10 h');
  await personne.clicks('Annuler');
  await agenda.lit(DEPART);
  await personne.clicks('Rétablir');
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le vendredi de 9 h à 10 h');
});

geste('clicks alone do what drags do: a slot, a range moved, an end pulled, a range taken out', async (agenda) => {
  await agenda.clique('samedi', 10.2);
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le samedi de 10 h à 10 h 30');
  await agenda.clique('lundi', 12);
  await agenda.choisit('Déplacer la plage…');
  await agenda.clique('jeudi', 10.1);
  await agenda.lit('Le mardi de 9 h à 17 h ; le jeudi de 10 h à 18 h ; le samedi de 10 h à 10 h 30');
  await agenda.clique('mardi', 12);
  await agenda.choisit('Changer la fin…');
  await agenda.clique('mardi', 17.6);
  await agenda.lit('Le mardi de 9 h à 18 h ; le jeudi de 10 h à 18 h ; le samedi de 10 h à 10 h 30');
  await agenda.clique('samedi', 10.2);
  await agenda.choisit('Supprimer la plage');
  await agenda.lit('Le mardi de 9 h à 18 h ; le jeudi de 10 h à 18 h');
});

// --- Finger ----------------------------------------------------------------------------------------------------------

geste('finger: one that rests draws, one that moves at once scrolls, and a tap opens a slot; at 320 pixels', async (agenda, personne) => {
  const { page } = personne;
  await agenda.amene('mercredi', 13);
  await agenda.doigt(['mercredi', 12.1], ['mercredi', 13.9], true);
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le mercredi de 12 h à 14 h');
  const depuis = await page.evaluate(() => scrollY);
  await agenda.doigt(['vendredi', 14], ['vendredi', 12], false);
  await page.waitForFunction((y) => scrollY !== y, depuis);
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le mercredi de 12 h à 14 h');
  await agenda.amene('vendredi', 13);
  await agenda.tape('vendredi', 13.2);
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le mercredi de 12 h à 14 h ; le vendredi de 13 h à 13 h 30');
  const { width, scroll } = await page.evaluate(() => ({ width: innerWidth, scroll: document.documentElement.scrollWidth }));
  assert.ok(scroll <= width, `${scroll} pixels wide in ${width}`);
}, { width: 320, height: 640 });

// --- Keyboard alone, and what a screen reader meets ------------------------------------------------------------------

geste('keys: goes through cells, opens and closes a slot', async (agenda, personne) => {
  await agenda.entre();
  await agenda.ici('lundi 7 h, fermé, gridcell');
  await agenda.va(3, 5);
  await agenda.ici('mercredi 9 h 30, fermé, gridcell');
  await personne.presses('Space');
  await agenda.ici('mercredi 9 h 30, ouvert, gridcell');
  await agenda.entend('Ouvert : mercredi de 9 h 30 à 10 h.');
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le mercredi de 9 h 30 à 10 h');
  await personne.presses('Space');
  await agenda.entend('Fermé : mercredi de 9 h 30 à 10 h.');
  await agenda.lit(DEPART);
});

geste('keys: a block over days and hours is drawn, cut in its middle, taken back and done again', async (agenda, personne) => {
  await agenda.entre();
  await agenda.va(3, 4);
  await personne.presses(...fois(2, 'Shift+ArrowRight'), ...fois(5, 'Shift+ArrowDown'));
  await agenda.ici('vendredi 11 h 30, fermé, gridcell, selected');
  await agenda.entend('Choisi : du mercredi au vendredi de 9 h à 12 h.');
  await personne.presses('Space');
  const dessine = 'Le lundi et le mardi de 9 h à 17 h ; du mercredi au vendredi de 9 h à 12 h';
  await agenda.lit(dessine);
  await agenda.va(1, 10);
  await personne.presses('Shift+ArrowRight', 'Shift+ArrowDown', 'Delete');
  await agenda.entend('Fermé : du lundi au mardi de 12 h à 13 h.');
  const coupe = 'Le lundi et le mardi de 9 h à 12 h et de 13 h à 17 h ; du mercredi au vendredi de 9 h à 12 h';
  await agenda.lit(coupe);
  await personne.presses('Control+z', 'Control+z');
  await agenda.lit(DEPART);
  await agenda.entend('Annulé. Le lundi et le mardi de 9 h à 17 h (16 h par semaine)');
  await personne.presses('Control+y', 'Control+Shift+Z');
  await agenda.lit(coupe);
});

geste('keys: moves a range, pulls both its ends, gives one up by Escape, is refused where hours are taken', async (agenda, personne) => {
  await agenda.entre();
  await agenda.va(1, 6);
  await agenda.agit('Déplacer la plage…');
  await personne.presses(...fois(3, 'ArrowRight'), 'ArrowDown', 'ArrowDown');
  await agenda.entend('jeudi de 10 h à 18 h');
  await personne.presses('Enter');
  await agenda.entend('Plage : jeudi de 10 h à 18 h.');
  await agenda.ici('jeudi 10 h, ouvert, gridcell');
  await agenda.agit('Changer la fin…');
  await personne.presses('ArrowUp', 'ArrowUp', 'Enter');
  await agenda.lit('Le mardi de 9 h à 17 h ; le jeudi de 10 h à 17 h');
  await agenda.agit('Changer le début…');
  await personne.presses('ArrowUp', 'Enter');
  await agenda.lit('Le mardi de 9 h à 17 h ; le jeudi de 9 h 30 à 17 h');
  await agenda.agit('Déplacer la plage…');
  await personne.presses('ArrowDown', 'Escape');
  await agenda.entend('Geste abandonné, la semaine n’a pas changé.');
  await agenda.agit('Déplacer la plage…');
  await personne.presses('ArrowLeft', 'ArrowLeft', 'Enter');
  await agenda.entend('Ces heures sont déjà prises : mardi de 9 h à 17 h.');
  await agenda.lit('Le mardi de 9 h à 17 h ; le jeudi de 9 h 30 à 17 h');
});

geste('keys: copies a day to others, clears one, opens one 24 h/24, takes a range out', async (agenda, personne) => {
  await agenda.entre();
  await agenda.va(1, 6);
  await agenda.agit('Copier le lundi vers…');
  await personne.isOn(personne.page.getByLabel('Copier le', { exact: true }));
  await personne.tabsTo('checkbox', 'mercredi');
  await personne.presses('Space');
  await personne.tabsTo('checkbox', 'jeudi');
  await personne.presses('Space');
  await personne.tabsTo('button', 'Copier');
  await personne.presses('Enter');
  await agenda.entend('Lundi copié vers mercredi, jeudi.');
  await agenda.ici('lundi 10 h, ouvert, gridcell');
  await agenda.lit('Du lundi au jeudi de 9 h à 17 h');
  await agenda.agit('Effacer le lundi');
  await agenda.entend('Lundi : fermé.');
  await personne.presses('ArrowRight');
  await agenda.agit('Ouvrir le mardi 24 h/24');
  await agenda.lit('Le mardi 24 h/24 ; le mercredi et le jeudi de 9 h à 17 h');
  await personne.presses('ArrowRight');
  await agenda.agit('Supprimer la plage');
  await agenda.entend('Plage supprimée : mercredi de 9 h à 17 h.');
  await agenda.lit('Le mardi 24 h/24 ; le jeudi de 9 h à 17 h');
});

geste('keys: the whole week 24 h/24, ready-made weeks, nothing at all', async (agenda, personne) => {
  await personne.tabsTo('button', 'Alimenter 7j/7 et 24h/24');
  await personne.presses('Enter');
  await agenda.lit('7 j/7 et 24 h/24');
  for (const [modele, phrase] of [
    ['Lun–ven 9 h–12 h 30 et 14 h–18 h', 'Du lundi au vendredi de 9 h à 12 h 30 et de 14 h à 18 h'],
    ['Tout effacer', 'Aucun horaire renseigné.'],
    ['Inverser ouvert et fermé', '7 j/7 et 24 h/24'],
  ] as const) {
    await personne.tabsTo('button', 'Modèles', { back: modele.startsWith('T') });
    await agenda.agit(modele);
    await agenda.lit(phrase);
  }
});

// --- Typing ----------------------------------------------------------------------------------------------------------

geste('typing: the list and the grid are one value; what can’t be read is said, kept, and holds the form back', async (agenda, personne) => {
  const { page } = personne;
  await personne.tabsTo('button', 'Saisir les heures');
  await personne.presses('Enter');
  await personne.tabsTo('textbox', 'Mercredi');
  await page.keyboard.type('8h45-12h, 22h-6h');
  await personne.presses('Enter');
  await agenda.entend('Mercredi : de 8 h 45 à 12 h et de 22 h à 6 h le lendemain.');
  await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le mercredi de 8 h 45 à 12 h et de 22 h à 6 h le lendemain');
  await personne.presses('Tab', 'Tab');
  await personne.isOn(page.getByRole('textbox', { name: 'Jeudi' }));
  await page.keyboard.type('neuf heures');
  await personne.presses('Enter');
  await personne.sees(/^Écrivez par exemple/);
  await personne.tabsTo('button', 'Envoyer la fiche');
  await personne.presses('Enter');
  await personne.isOn(page.getByRole('textbox', { name: 'Jeudi' }));
  await personne.presses('Escape');
  await agenda.entre();
  await agenda.va(1, 0);
  await page.getByRole('textbox', { name: 'Lundi' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Lundi' }).inputValue(), '9h-17h');
});

// --- Small screens ---------------------------------------------------------------------------------------------------

for (const [quoi, viewport] of [['320 pixels', { width: 320, height: 640 }], ['400 % of 1280', { width: 320, height: 256 }]] as const) {
  geste(`keys at ${quoi}: the current cell is always in sight, nothing is wider than the screen`, async (agenda, personne) => {
    const { page } = personne;
    await agenda.entre();
    for (const touche of ['Control+End', 'Control+Home', 'End', 'PageDown', 'PageDown']) {
      await personne.presses(touche);
      const vue = await page.evaluate(() => {
        const { top, bottom, left, right } = document.activeElement!.shadowRoot!.activeElement!.getBoundingClientRect();
        return { dedans: top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth, large: document.documentElement.scrollWidth <= innerWidth };
      });
      assert.deepEqual(vue, { dedans: true, large: true }, touche);
    }
    await agenda.va(4, 4);
    await personne.presses('Shift+ArrowDown', 'Space');
    await agenda.lit('Le lundi et le mardi de 9 h à 17 h ; le jeudi de 9 h à 10 h');
  }, viewport);
}

// --- Into the form ---------------------------------------------------------------------------------------------------

test('what was drawn, moved and typed is what the form sends', async () => {
  const personne = await Personne.arrives(browser, `${server.url}viatrajectoire/`, { width: 1280, height: 1400 });
  const agenda = new Agenda(personne);
  await agenda.tire([['vendredi', 9.1], ['vendredi', 11.9]]);
  await agenda.tire([['mardi', 12], ['jeudi', 12]]);
  await agenda.lit('Le lundi et le jeudi de 9 h à 17 h ; le vendredi de 9 h à 12 h');
  await personne.clicks('Envoyer la fiche');
  await personne.sees(personne.heading('Fiche reçue'));
  assert.deepEqual(JSON.parse(await personne.page.locator('dt:has-text("ouverture") + dd').innerText()),
    [{ debut: 540, fin: 1020, type: '01' }, { debut: 3 * 1440 + 540, fin: 3 * 1440 + 1020, type: '01' }, { debut: 4 * 1440 + 540, fin: 4 * 1440 + 720, type: '01' }]);
  await personne.leaves();
});
