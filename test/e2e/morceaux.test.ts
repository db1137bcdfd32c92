/** A part of the form that does not come over the network: it is said, and it comes when it is asked for again. */
import { after, before } from 'node:test';
import type { Personne } from './personne.ts';
import { MOT_DE_PASSE, etapes, ouvrePortail, type Portail } from './portail.ts';

/** The files of the parts, at whatever address they are asked for again. */
const PARTS = {
  'what searches the long lists': /\/assets\/longues-[^/]*\.js/,
  'a list of the nomenclature': /\/assets\/J224\.json-[^/]*\.js/,
};

let portail: Portail;
let dossier: string;
const nom = (personne: Personne) => personne.field(/^Nom\b(?!.*(responsable|directeur))/).first();

before(async () => {
  portail = await ouvrePortail();
  const claire = await portail.arrive();
  await claire.signsIn('referent', MOT_DE_PASSE);
  await claire.clicks('Peuplement de EHPAD TEST');
  await claire.acts(/^EG .*EHPAD TEST/, 'Créer des unités opérationnelles');
  await claire.clicks('Créer');
  // The form of the establishment, which has a name too, is there until then.
  await claire.sees(claire.heading('Nouvelle unité opérationnelle'));
  await nom(claire).fill('Unité du début');
  await claire.saves();
  dossier = claire.page.url();
  await claire.leaves();
});
after(async () => { await portail?.close(); });

/** In a browser that has nothing yet, the unit is opened, and one of the files of its form does not come. */
async function ouvreSans(file: RegExp): Promise<Personne> {
  const claire = await portail.arrive();
  await claire.signsIn('referent', MOT_DE_PASSE);
  await claire.page.goto(dossier);
  await claire.page.route(file, (route) => route.abort('connectionreset'));
  await claire.row(/^UO /).click();
  return claire;
}

for (const [part, file] of Object.entries(PARTS)) {
  const test = etapes();
  let claire: Personne;

  test(`${part} does not come: the form says so`, async () => {
    claire = await ouvreSans(file);
    await claire.sees(/Le formulaire n’a pas pu être chargé/);
    await claire.looksRight('a part that did not come');
  });

  test(`${part}: « Réessayer » while it still fails says so again`, async () => {
    const failed = claire.page.waitForEvent('requestfailed', (request) => file.test(request.url()));
    await claire.clicks('Réessayer');
    await failed;
    await claire.sees(/Le formulaire n’a pas pu être chargé/);
  });

  test(`${part}: « Réessayer » once the network is back brings the form, its long lists are searched`, async () => {
    await claire.page.unroute(file);
    await claire.clicks('Réessayer');
    await claire.reads(nom(claire), 'Unité du début');
    await claire.chooses(/3 - Sélectionnez un type d’UO/, 'hebergement dependantes', /personnes âgées dépendantes, sans/);
    await claire.reads(claire.page.getByRole('combobox', { name: /3 - Sélectionnez un type d’UO/ }), 'Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité');
    await claire.leaves();
  });
}

{
  const test = etapes();
  const file = /\/assets\/textes-[^/]*\.js/;
  let claire: Personne;

  test('a kind of field does not come: the form says so, and the rest of it can be filled', async () => {
    claire = await ouvreSans(file);
    await nom(claire).fill('Unité de jour');
    await claire.sees(/La liste n’a pas pu être chargée/);
    await claire.looksRight('a kind of field that did not come');
  });

  test('« Réessayer » brings it, and takes nothing of what was typed', async () => {
    await claire.page.unroute(file);
    await claire.clicks('Réessayer');
    await claire.doesNotSee(/La liste n’a pas pu être chargée/);
    await claire.reads(nom(claire), 'Unité de jour');
    await claire.saves();
    await claire.reads(nom(claire), 'Unité de jour');
    await claire.leaves();
  });
}
