/** What goes wrong in real life: each time a clear message where the person acts, and every character kept. */
import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import { MOT_DE_PASSE, etapes, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const NOM = 'Unité qui ne doit pas se perdre';
const test = etapes();
let portail: Portail;
let claire: Personne;

before(async () => {
  portail = await ouvrePortail();
  claire = await portail.arrive();
  await claire.signsIn('referent', MOT_DE_PASSE);
  await claire.clicks('Peuplement de EHPAD TEST');
  await claire.acts(/^EG .*EHPAD TEST/, 'Créer des unités opérationnelles');
  await claire.clicks('Créer');
  await claire.chooses(/3 - Sélectionnez un type d’UO/, 'hebergement dependantes', /personnes âgées dépendantes, sans/);
  await claire.saves();
});
after(async () => { await portail?.close(); });

const nom = (personne: Personne) => personne.field(/^Nom\b(?!.*(responsable|directeur))/).first();

beforeEach(async () => { await nom(claire).fill(NOM); });

test('a network cut in the middle of a save: the text stays, and « Réessayer » saves it', async () => {
  await claire.page.route('**/api/dossiers/*/fiches/*', (route) => (route.request().method() === 'PUT' ? route.abort('connectionreset') : route.continue()));
  await claire.clicks('Enregistrer et mettre en attente');
  await claire.sees(/La connexion est interrompue/);
  await claire.reads(nom(claire), NOM);
  await claire.looksRight('network cut');
  await claire.page.unroute('**/api/dossiers/*/fiches/*');
  await claire.saves('Réessayer');
  await claire.doesNotSee(/La connexion est interrompue/);
});

test('a save whose answer was lost is not taken for somebody else’s', async () => {
  await nom(claire).fill(`${NOM} 2`);
  await claire.page.route('**/api/dossiers/*/fiches/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  }, { times: 1 });
  await claire.clicks('Enregistrer et mettre en attente');
  await claire.sees(/La connexion est interrompue/);
  await claire.clicks('Réessayer');
  await claire.doesNotSee(/La connexion est interrompue/);
  await claire.sees(claire.page.getByText('Enregistré', { exact: true }));
  await claire.doesNotSee(/a enregistré entre-temps/);
});

test('a malformed answer of the server is said, and nothing typed goes', async () => {
  await claire.page.route('**/api/dossiers/*/fiches/*', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"fiche": 3}' }), { times: 1 });
  await nom(claire).fill(`${NOM} 3`);
  await claire.clicks('Enregistrer et mettre en attente');
  await claire.sees(/La réponse du serveur est incompréhensible/);
  await claire.reads(nom(claire), `${NOM} 3`);
  await claire.looksRight('malformed answer');
  await claire.saves('Réessayer');
});

test('two people on the same fiche: both versions are shown, field by field, and the person chooses', async () => {
  // Else it saves itself at rest, while somebody else is about to.
  await claire.saves();
  const jean = await portail.arrive();
  await jean.signsIn('direction', MOT_DE_PASSE);
  await jean.clicks('Peuplement de EHPAD TEST');
  await jean.row(/Unité qui ne doit pas se perdre/).click();
  await jean.types(/Nom du responsable/, 'Jean a écrit');
  await jean.saves();
  await jean.leaves();
  await claire.types(/Nom du responsable/, 'Claire a écrit');
  await claire.clicks('Enregistrer et mettre en attente');
  await claire.sees(claire.heading(/Jean Dupuis a enregistré entre-temps/), 'Claire a écrit', 'Jean a écrit');
  await claire.looksRight('two versions');
  await claire.clicks('Appliquer ces choix');
  await claire.reads(claire.field(/Nom du responsable/), 'Claire a écrit');
  await claire.saves();
});

test('a session that has expired: the password is asked in place, and the save goes on', async () => {
  portail.passe(9 * 3_600_000);
  await nom(claire).fill(`${NOM} 5`);
  await claire.clicks('Enregistrer et mettre en attente');
  await claire.sees(claire.heading('Votre session a expiré'));
  await claire.looksRight('session expired');
  await claire.clicks('Plus tard');
  await claire.sees(/Votre session a expiré. Votre saisie est conservée/);
  await claire.reads(nom(claire), `${NOM} 5`);
  await claire.clicks('Réessayer');
  await claire.types(/Mot de passe de/, MOT_DE_PASSE);
  await claire.saves('Reprendre');
  claire.forgives(/401/);
});

test('a fiche left with changes is saved by itself; what could not be saved is kept and said', async () => {
  await nom(claire).fill(`${NOM} 6`);
  await claire.row(/^EG .*EHPAD TEST/).click();
  await claire.sees(claire.row(new RegExp(`${NOM} 6`)));
  await claire.row(new RegExp(`${NOM} 6`)).click();
  await nom(claire).fill(`${NOM} 7`);
  await claire.page.route('**/api/dossiers/*/fiches/*', (route) => (route.request().method() === 'PUT' ? route.abort('connectionreset') : route.continue()));
  await claire.row(/^EG .*EHPAD TEST/).click();
  await claire.sees(/n’ont pas pu être enregistrées/);
  await claire.looksRight('left and not saved');
  await claire.page.unroute('**/api/dossiers/*/fiches/*');
  await claire.row(new RegExp(`${NOM} 6`)).click();
  await claire.reads(nom(claire), `${NOM} 7`);
  await claire.saves();
  await claire.doesNotSee(/n’ont pas pu être enregistrées/);
});

test('text left in a fiche that somebody else has saved meanwhile is compared with theirs, never laid over it', async () => {
  // Else it saves itself at rest, while somebody else is about to.
  await claire.saves();
  const jean = await portail.arrive();
  await jean.signsIn('direction', MOT_DE_PASSE);
  await jean.clicks('Peuplement de EHPAD TEST');
  await jean.row(new RegExp(NOM)).click();
  await jean.types(/Téléphone du responsable/, '01 99 00 00 01');
  await jean.saves();
  await jean.leaves();
  await claire.types(/Nom du responsable/, 'Claire revient');
  await claire.row(/^EG .*EHPAD TEST/).click();
  await claire.clicks('Ouvrir et comparer');
  await claire.sees(claire.heading(/Jean Dupuis a enregistré entre-temps/), 'Claire revient', '01 99 00 00 01');
  await claire.looksRight('compared');
  await claire.clicks('Appliquer ces choix');
  await claire.saves();
  await claire.reads(claire.field(/Nom du responsable/), 'Claire revient');
  await claire.reads(claire.field(/Téléphone du responsable/), '01 99 00 00 01');
  await claire.doesNotSee(/n’ont pas pu être enregistrées/);
});

test('text left in a fiche that somebody else has deleted is kept and said, until the person gives it up', async () => {
  await claire.acts(/^EG .*EHPAD TEST/, 'Créer des unités opérationnelles');
  await claire.clicks('Créer');
  await claire.sees(claire.heading('Nouvelle unité opérationnelle'));
  await nom(claire).fill('Unité éphémère');
  await claire.saves();
  const jean = await portail.arrive();
  await jean.signsIn('direction', MOT_DE_PASSE);
  await jean.clicks('Peuplement de EHPAD TEST');
  await jean.acts(/Unité éphémère/, 'Supprimer');
  await jean.page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await jean.doesNotSee(jean.row(/Unité éphémère/));
  await jean.leaves();
  await nom(claire).fill('Unité éphémère, texte précieux');
  await claire.row(/^EG .*EHPAD TEST/).click();
  await claire.sees(/« Unité éphémère » n’ont pas pu être enregistrées/);
  await claire.doesNotSee(claire.row(/Unité éphémère/));
  await claire.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await claire.clicks('Copier le texte');
  await claire.sees(/Texte copié/);
  assert.match(await claire.page.evaluate(() => navigator.clipboard.readText()), /Nom : Unité éphémère, texte précieux/);
  await claire.looksRight('left in a deleted fiche');
  await claire.clicks('Abandonner ces modifications');
  await claire.page.getByRole('dialog').getByRole('button', { name: 'Abandonner ces modifications' }).click();
  await claire.doesNotSee(/n’ont pas pu être enregistrées/);
  await claire.row(new RegExp(NOM)).click();
  await claire.sees(nom(claire));
});

test('a code that the nomenclature does not know is shown, flagged, and stops only the final save', async () => {
  // Else it saves itself at rest, while somebody else is about to.
  await claire.saves();
  const dossier = claire.page.url().split('/').at(-1)!;
  await claire.page.evaluate(async (id) => {
    const { jeton } = JSON.parse(sessionStorage.getItem('ror-portail-session')!) as { jeton: string };
    const headers = { authorization: `Bearer ${jeton}`, 'content-type': 'application/json' };
    const { fiches } = await (await fetch(`/api/dossiers/${id}`, { headers })).json() as { fiches: { id: string; type: string }[] };
    const path = `/api/dossiers/${id}/fiches/${fiches.find(({ type }) => type === 'UO')!.id}`;
    const fiche = await (await fetch(path, { headers })).json() as { version: number; contenu: object; illisibles: object };
    await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ version: fiche.version, illisibles: {}, finaliser: false, contenu: { ...fiche.contenu, activiteOperationnelle: ['9999'] } }) });
  }, dossier);
  await claire.page.reload();
  await claire.row(new RegExp(NOM)).click();
  await claire.sees('9999', /n’existe pas dans la nomenclature/);
  await claire.looksRight('unknown code');
  await nom(claire).fill(`${NOM} 8`);
  await claire.clicks('Enregistrer et finaliser');
  await claire.sees(/points à compléter avant de finaliser/);
  await claire.saves();
  await claire.sees('9999');
  await claire.leaves();
});
