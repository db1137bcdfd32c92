/** The guides 000 and 001 walked on a structure sanitaire: pôle → service → UF → UO, then Direction, then gestionnaire. */
import { after, before } from 'node:test';
import { aujourdhui, MOT_DE_PASSE, etapes, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';

const DOSSIER = 'Peuplement de CH Sainte-Claire Site des Tilleuls';
const test = etapes();
let portail: Portail;
let personne: Personne;

before(async () => {
  portail = await ouvrePortail();
  personne = await portail.arrive();
  await personne.signsIn('referent', MOT_DE_PASSE);
});
after(async () => { await portail?.close(); });

const cree = async (sous: RegExp, action: string): Promise<void> => {
  await personne.acts(sous, action);
  await personne.clicks('Créer');
  await personne.doesNotSee(personne.page.getByRole('dialog'));
};

/** A pôle, a service or an UF: its name and, where the form asks for it, who is in charge. */
const finaliseNiveau = async (nom: string): Promise<void> => {
  await personne.types(/^Nom\b(?!.*responsable|.*chef)/, nom);
  await personne.clicks('Enregistrer et finaliser');
  await personne.sees(personne.row(new RegExp(`${nom}.*finalisée`)));
};

test('guide 000, "Ajouter des fiches": pôle, service and UF are created in that order', async () => {
  await personne.clicks(DOSSIER);
  await cree(/^EG .*Tilleuls/, 'Créer des pôles');
  await finaliseNiveau('Pôle gériatrie');
  await cree(/^P .*Pôle gériatrie/, 'Créer des services');
  await finaliseNiveau('Réadaptation gériatrique');
  await cree(/^S .*Réadaptation gériatrique/, 'Créer des unités fonctionnelles');
  await finaliseNiveau('SMR gériatrique');
  await personne.looksRight('pôle, service, UF');
});

test('guide 000: the unité opérationnelle hangs from the UF, and nowhere else', async () => {
  await personne.row(/^P .*Pôle gériatrie/).click();
  await personne.clicks(/^Actions de /);
  await personne.sees(personne.page.getByRole('menuitem', { name: 'Créer des services' }));
  await personne.doesNotSee(personne.page.getByRole('menuitem', { name: 'Créer des unités opérationnelles' }));
  await personne.presses('Escape');
  await cree(/^UF .*SMR gériatrique/, 'Créer des unités opérationnelles');
  await personne.chooses(/3 - Sélectionnez un type d’UO/, 'readaptation geriatrie', /gériatrie/);
  await personne.clicks(/Utiliser le nom proposé/);
  await personne.chooses(/Mode de prise en charge/, 'hospitalisation complete', /Hospitalisation complète/);
  const add = personne.page.getByRole('combobox', { name: /Ajouter une activité opérationnelle à l’UO/ });
  await add.fill('gériatr');
  await personne.option().click();
  await personne.presses('Escape');
  await personne.types(/Nom du responsable/, 'Léa Fabre');
  await personne.types(/Adresse mail du responsable/, 'lea.fabre@tilleuls.example');
  await personne.clicks('Enregistrer et finaliser');
  await personne.sees(personne.row(/^UO .*finalisée/));
  await personne.looksRight('sanitary unit finalised');
});

test('guide 001 p. 12: the référent sends, and the banner says that a Direction must validate', async () => {
  await personne.row(/^EG .*Tilleuls/).click();
  await personne.types(/Nom du directeur/, 'Marc Vidal');
  await personne.types(/Adresse mail du directeur/, 'direction@tilleuls.example');
  await personne.clicks('Enregistrer et finaliser');
  await personne.sees(personne.row(/^EG .*finalisée/));
  await personne.row(/^DC /).click();
  await personne.field(/Date d’effet/).fill(aujourdhui());
  await personne.clicks('Envoyer en validation');
  await personne.sees(/attend la validation d’une personne avec un compte Direction/);
  await personne.doesNotSee(personne.button('Valider le dossier'));
  await personne.looksRight('waiting for the Direction');
  await personne.signsOut();
});

test('guide 001 p. 11: the Direction sends it back with a reason, the référent corrects and sends again', async () => {
  await personne.signsIn('direction', MOT_DE_PASSE);
  await personne.clicks(DOSSIER);
  await personne.clicks('Demander des corrections');
  await personne.types(/Motif/, 'Précisez le téléphone de l’accueil.');
  await personne.looksRight('asking for corrections');
  await personne.page.getByRole('dialog').getByRole('button', { name: 'Demander des corrections' }).click();
  await personne.sees('À corriger');
  await personne.signsOut();
  await personne.signsIn('referent', MOT_DE_PASSE);
  await personne.clicks(DOSSIER);
  await personne.sees('Précisez le téléphone de l’accueil.');
  await personne.looksRight('sent back');
  await personne.clicks('Envoyer en validation');
  await personne.sees(/attend la validation d’une personne avec un compte Direction/);
  await personne.signsOut();
});

test('guide 001 p. 11: the Direction validates, then the gestionnaire publishes', async () => {
  await personne.signsIn('direction', MOT_DE_PASSE);
  await personne.clicks(DOSSIER);
  await personne.clicks('Valider le dossier');
  await personne.sees(/en cours de validation par un gestionnaire/);
  await personne.looksRight('validated by the Direction');
  await personne.signsOut();
  await personne.signsIn('gestionnaire', MOT_DE_PASSE);
  await personne.clicks(DOSSIER);
  await personne.clicks('Valider le dossier');
  await personne.sees(/Le dossier est publié/);
});

test('guide 000, last page: the four levels are in the répertoire', async () => {
  await personne.page.getByRole('link', { name: 'Répertoire' }).click();
  await personne.row(/^DF .*Seine-et-Marne/).click();
  await personne.row(/^EG .*Tilleuls/).click();
  for (const level of [/^P .*Pôle gériatrie/, /^S1 .*Réadaptation gériatrique/, /^UF .*SMR gériatrique/]) {
    await personne.presses('ArrowRight');
    await personne.row(level).click();
  }
  await personne.presses('ArrowRight');
  await personne.row(/^UO .*gériatrie/i).click();
  await personne.sees('Léa Fabre', 'Hospitalisation complète (HC)');
  await personne.looksRight('published sanitary unit');
  await personne.leaves();
});
