/** The fiche of the répertoire: read, corrected in place, and offered to the dossier that is open on the structure (guides 000, 001, 003, 004). */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Dossier } from '../../src/domain/dossier.ts';
import type { Fiche } from '../../src/domain/fiche.ts';
import { comptesDeDemonstration } from '../../demo/backend/seed/comptes.ts';
import { readPath } from '../../src/engine/fiche/paths.ts';
import { formSchema } from '../../src/engine/fiche/schemas.ts';
import { etapes, MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const etape = etapes();
const COLIBRI = 'eg-ehpad-du-colibri';
const CPTS = 'uo-cpts-grand-versailles';
const referent = comptesDeDemonstration.find(({ identifiant }) => identifiant === 'referent')!;
let portail: Portail;
let elle: Personne;
let dossier: Dossier;

before(async () => { portail = await ouvrePortail(); });
after(async () => {
  await elle?.leaves();
  await portail?.close();
});

const ouvre = async (qui: Personne, id: string, nom: string): Promise<void> => {
  await qui.page.evaluate((noeudId) => { location.hash = `#/repertoire/${noeudId}`; }, id);
  await qui.sees(qui.page.getByRole('heading', { name: nom, level: 2, exact: true }));
};
const modifie = async (encadre: string, champ: string, texte: string): Promise<void> => {
  await elle.clicks(`Modifier un encadré : ${encadre}`);
  await elle.types(champ, texte);
  await elle.clicks('Enregistrer');
};
/** What the open dossier holds of the EHPAD. */
const copie = async (): Promise<Fiche> => {
  const { fiches } = await portail.backend.dispatch('lireDossier', { dossierId: dossier.id }, referent) as Dossier;
  return await portail.backend.dispatch('lireFiche', { dossierId: dossier.id, ficheId: fiches.find(({ origineId }) => origineId === COLIBRI)!.id }, referent) as Fiche;
};
const mailDuDossier = async (): Promise<unknown> => readPath((await copie()).contenu, 'contact:accueil.telecommunication:mail.adresseTelecom', formSchema('EG').slices);

etape('opens a fiche by its address, as a notification gives it', async () => {
  elle = await portail.arrive(`#/repertoire/${COLIBRI}`);
  await elle.signsIn('referent', MOT_DE_PASSE);
  await ouvre(elle, COLIBRI, 'EHPAD du Colibri');
  await elle.page.reload();
  await elle.sees(elle.page.getByRole('heading', { name: 'EHPAD du Colibri', level: 2 }), elle.page.getByRole('link', { name: '01 99 00 03 11' }), 'Publiée', /^Mise à jour le /);
  await elle.looksRight('the fiche');
});

etape('says who sees a contact, and who changes what is not changed here', async () => {
  await elle.sees(elle.page.getByText('professionnels', { exact: true }));
  await elle.sees(/le support le change, à votre demande/, elle.page.getByRole('link', { name: 'support@ror.example' }).first());
});

etape('goes to a unit and back by links, and lands on its title', async () => {
  await elle.page.getByRole('link', { name: 'CRT – Volet 1' }).click();
  await elle.isOn(elle.page.getByRole('heading', { name: 'CRT – Volet 1', level: 2 }));
  assert.match(elle.page.url(), /#\/repertoire\//);
  await elle.page.getByRole('navigation', { name: 'Emplacement dans le répertoire' }).getByRole('link', { name: 'EHPAD du Colibri' }).click();
  await elle.isOn(elle.page.getByRole('heading', { name: 'EHPAD du Colibri', level: 2 }));
});

etape('modifies a block, which shows at once and after a reload', async () => {
  await elle.clicks('Modifier un encadré : Secrétariat – Accueil');
  await elle.types('Téléphone', '01 99 00 00 77');
  await elle.looksRight('a block open');
  await elle.clicks('Enregistrer');
  await elle.sees(elle.page.getByRole('link', { name: '01 99 00 00 77' }));
  await elle.isOn(elle.button('Modifier un encadré : Secrétariat – Accueil'));
  await elle.page.reload();
  await elle.sees(elle.page.getByRole('link', { name: '01 99 00 00 77' }));
});

etape('does it by keyboard alone', async () => {
  await elle.tabsTo('button', 'Modifier un encadré : Direction');
  await elle.presses('Enter');
  await elle.tabsTo('textbox', 'Nom du directeur');
  await elle.page.keyboard.press('Control+a');
  await elle.page.keyboard.type('Camille Dupont');
  await elle.tabsTo('button', 'Enregistrer');
  await elle.presses('Enter');
  await elle.sees('Camille Dupont');
  await elle.isOn(elle.button('Modifier un encadré : Direction'));
});

etape('keeps what was typed into a block when another fiche is opened, and gives it back', async () => {
  await elle.clicks('Modifier un encadré : Direction');
  const directeur = elle.page.getByRole('textbox', { name: 'Nom du directeur' });
  await directeur.fill('Dominique Texte-Gardé');
  await ouvre(elle, CPTS, 'CPTS Grand Versailles');
  await elle.sees(/Votre saisie dans l’encadré « Direction » de « EHPAD du Colibri » n’est pas enregistrée/);
  await elle.clicks('Reprendre ma saisie');
  await elle.sees(elle.page.getByRole('heading', { name: 'EHPAD du Colibri', level: 2 }));
  await elle.clicks('Reprendre ma saisie');
  await elle.sees(directeur);
  assert.equal(await directeur.inputValue(), 'Dominique Texte-Gardé');
  await elle.clicks('Annuler');
  await elle.sees('Camille Dupont');
});

etape('shows field by field what somebody else saved meanwhile, with the text kept', async () => {
  const autre = await portail.backend.dispatch('lireNoeud', { noeudId: COLIBRI }, referent) as { version: number };
  await elle.clicks('Modifier un encadré : Secrétariat – Accueil');
  await elle.types('Téléphone', '01 99 00 00 88');
  await portail.backend.dispatch('corrigerFiche', { noeudId: COLIBRI, encadre: 'secretariat', version: autre.version, valeurs: { 'contact:accueil.telecommunication:telephone.adresseTelecom': '01 99 00 00 66' } }, referent);
  await elle.clicks('Enregistrer');
  await elle.sees('01 99 00 00 66', elle.button('Appliquer ces choix'));
  await elle.looksRight('a conflict');
  await elle.clicks('Appliquer ces choix');
  await elle.clicks('Enregistrer');
  await elle.sees(elle.page.getByRole('link', { name: '01 99 00 00 88' }));
});

etape('exports the fiche as a PDF, which says what the screen says', async () => {
  const arrivee = elle.page.waitForEvent('download');
  await elle.clicks('Export PDF');
  const telechargement = await arrivee;
  assert.match(telechargement.suggestedFilename(), /^EHPAD du Colibri - \d{4}-\d\d-\d\d\.pdf$/);
  const pdf = await getDocument({ data: new Uint8Array(await readFile(await telechargement.path())), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
  const texte = pages.join(' ').replaceAll(/\s+/g, ' ');
  for (const dit of ['EHPAD du Colibri', 'Camille Dupont', '01 99 00 00 88', 'SA Equateur']) assert.ok(texte.includes(dit), `the PDF says ${dit}`);
});

etape('shows the banner of a dossier, with the way to it', async () => {
  ({ dossier } = await portail.backend.dispatch('creerDossier', { entiteGeographiqueId: COLIBRI, nom: 'Mise à jour du Colibri' }, referent) as { dossier: Dossier });
  await elle.page.reload();
  await elle.sees(elle.status(/Cette fiche fait partie d’un dossier collaboratif/), elle.button('Ouvrir le dossier'));
  await elle.looksRight('the banner');
});

etape('offers a correction to the dossier; declined, the dossier stays as it is', async () => {
  const avant = await mailDuDossier();
  await modifie('Secrétariat – Accueil', 'Adresse mail', 'nouvelle@ehpad-colibri.example');
  await elle.isOn(elle.page.getByRole('heading', { name: 'Répercuter dans le dossier ?' }));
  await elle.sees(elle.page.getByRole('cell', { name: String(avant) }), elle.page.getByRole('cell', { name: 'nouvelle@ehpad-colibri.example' }), /Mise à jour du Colibri/);
  await elle.looksRight('the question');
  await elle.clicks('Non, laisser le dossier tel quel');
  await elle.doesNotSee(elle.page.getByRole('heading', { name: 'Répercuter dans le dossier ?' }));
  assert.equal(await mailDuDossier(), avant);
});

etape('takes it over into the dossier when the person accepts', async () => {
  await modifie('Secrétariat – Accueil', 'Adresse mail', 'autre@ehpad-colibri.example');
  await elle.clicks('Oui, répercuter');
  await elle.sees(elle.status(/répercuté/));
  assert.equal(await mailDuDossier(), 'autre@ehpad-colibri.example');
});

etape('opens the dossier from the banner', async () => {
  await elle.clicks('Ouvrir le dossier');
  await elle.sees(elle.heading('Mise à jour du Colibri'));
});

etape('shows a reader neither what is restricted nor any way to modify', async () => {
  const lui = await portail.arrive();
  await lui.signsIn('lecteur', MOT_DE_PASSE);
  await ouvre(lui, CPTS, 'CPTS Grand Versailles');
  await lui.sees(lui.page.getByRole('link', { name: 'direction@cpts-grandversailles.example' }), 'Horaires à vérifier');
  await lui.doesNotSee('01 99 00 04 99', lui.button(/^Modifier un encadré/), lui.button('Créer un dossier collaboratif'));
  await lui.clicks('Ajouter aux favoris');
  await lui.sees(lui.button('Retirer des favoris'));
  await lui.looksRight('the fiche of a reader');
  await lui.leaves();
});

etape('says that a fiche has gone, and nothing of it', async () => {
  await elle.page.goto(`${portail.url}#/repertoire/n-existe-pas`);
  await elle.sees(/Cette fiche n’est plus dans le répertoire/);
  await elle.looksRight('a fiche that has gone');
});
