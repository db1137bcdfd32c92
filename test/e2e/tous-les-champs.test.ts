/** Every field of a unit, of an establishment and of a service: filled by label and role, saved, reloaded, found again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { formSchema } from '../../src/engine/fiche/schemas.ts';
import { Mains } from './mains.ts';
import { MOT_DE_PASSE, ouvrePortail, type Portail } from './portail.ts';
import type { Personne } from './personne.ts';
import { Remplisseur, type Rempli } from './remplisseur.ts';

const TYPE_UO = { typeOffre: 'Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité' };
let portail: Portail;

before(async () => { portail = await ouvrePortail(); });
after(async () => { await portail?.close(); });

const arrive = async (dossier: string): Promise<Personne> => {
  const personne = await portail.arrive();
  await personne.signsIn('referent', MOT_DE_PASSE);
  await personne.clicks(dossier);
  return personne;
};

const cree = async (personne: Personne, sous: RegExp, action: string): Promise<void> => {
  await personne.acts(sous, action);
  await personne.clicks('Créer');
  await personne.doesNotSee(personne.page.getByRole('dialog', { name: action }));
};

/** What a person reads in the form: each control by its label, with what it holds, and the sentences of the week. */
async function lit(personne: Personne): Promise<readonly string[]> {
  await new Mains(personne.page).attend();
  for (;;) {
    const closed = personne.page.locator('.element-toggle[aria-expanded=false], .pivot-tools [aria-expanded=false]');
    if ((await closed.count()) === 0) break;
    await closed.first().click();
  }
  return personne.page.evaluate(() => {
    const form = document.querySelector('ror-dossier')?.shadowRoot?.querySelector('ror-fiche-form')?.shadowRoot;
    return [...form?.querySelectorAll('section[part=section]') ?? []].flatMap((section) => {
      const title = section.querySelector('.heading')?.textContent?.trim() ?? '';
      const controls = [...section.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select')].map((control) => {
        const by = control.getAttribute('aria-labelledby')?.split(' ').map((id) => form?.getElementById(id)?.textContent?.trim()).join(' ');
        const label = control.getAttribute('aria-label') ?? by ?? control.labels?.[0]?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        const held = control instanceof HTMLSelectElement ? control.selectedOptions[0]?.text ?? ''
          : ['radio', 'checkbox'].includes(control.type) ? String((control as HTMLInputElement).checked) : control.value;
        return `${title} › ${label} : ${held}`;
      });
      return [...controls, ...[...section.querySelectorAll('.semaine')].map((week) => `${title} › ${week.textContent?.replace(/\s+/g, ' ').trim() ?? ''}`)];
    });
  });
}

interface Maniere { readonly mains: Mains; readonly fiche: RegExp; readonly bouton?: string }

/** Saves the fiche on screen with a mouse or by keyboard alone, and waits until the server has it. */
async function enregistre(personne: Personne, mains: Mains, bouton: string): Promise<void> {
  const saved = personne.page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
  await mains.active(personne.button(bouton));
  await saved;
  await personne.sees(personne.page.getByText('Enregistré', { exact: true }));
}

/** Fills the form on screen, saves, reloads: the same is there. @returns the paths that were filled. */
async function remplitEtRetrouve(personne: Personne, remplisseur: Remplisseur, { mains, fiche, bouton = 'Enregistrer et mettre en attente' }: Maniere): Promise<Rempli> {
  const rempli = await remplisseur.remplit();
  await personne.looksRight('every field filled');
  const avant = await lit(personne);
  await enregistre(personne, mains, bouton);
  await personne.page.reload();
  // The last one of its name: a fiche is created at the end of its parent.
  await mains.ouvre(personne.row(fiche).last());
  await personne.sees(personne.button('Enregistrer et finaliser'));
  assert.deepEqual(await lit(personne), avant);
  return rempli;
}

const tous = (level: 'UO' | 'EG' | 'S'): readonly string[] => formSchema(level).sections.flatMap(({ fields }) => fields.map(({ path }) => path));

for (const clavier of [false, true]) {
  test(`a unit: every field, ${clavier ? 'by keyboard alone' : 'with a mouse'}`, async () => {
    const personne = await arrive('Peuplement de EHPAD TEST');
    await cree(personne, /^EG .*EHPAD TEST/, 'Créer des unités opérationnelles');
    await personne.looksRight('empty unit');
    if (clavier) await personne.page.evaluate(() => { addEventListener('pointerdown', () => { console.error('a pointer was used'); }, { capture: true }); });
    const mains = new Mains(personne.page, clavier);
    const { valeurs, absents } = await remplitEtRetrouve(personne, new Remplisseur(mains, 'UO', TYPE_UO), { mains, fiche: /^UO / });
    assert.deepEqual(tous('UO').filter((path) => !valeurs.has(path)), []);
    assert.equal(absents.size, 0);
    await personne.leaves();
  });
}

test('an establishment: every field that is not FINESS’s own; those of hospitals on a hospital', async () => {
  const filled = new Set<string>();
  const never = new Map<string, string>();
  for (const [dossier, row] of [['Peuplement de EHPAD TEST', /^EG .*EHPAD TEST/], ['Peuplement de CH Sainte-Claire Site des Tilleuls', /^EG .*Tilleuls/]] as const) {
    const personne = await arrive(dossier);
    await personne.row(row).click();
    const mains = new Mains(personne.page);
    const { valeurs, absents } = await remplitEtRetrouve(personne, new Remplisseur(mains, 'EG'), { mains, fiche: /^EG / });
    for (const path of valeurs.keys()) filled.add(path);
    for (const [path, why] of absents) never.set(path, why);
    await personne.leaves();
  }
  assert.deepEqual(tous('EG').filter((path) => !filled.has(path) && never.get(path) !== 'lecture-seule'), []);
});

test('a service: every field', async () => {
  const personne = await arrive('Peuplement de CH Sainte-Claire Site des Tilleuls');
  // Its name is what the test before typed.
  await cree(personne, /^EG /, 'Créer des pôles');
  await personne.types(/^Nom\b(?!.*responsable|.*chef)/, 'Pôle gériatrie');
  await personne.saves();
  await cree(personne, /^P .*Pôle gériatrie/, 'Créer des services');
  const mains = new Mains(personne.page);
  const { valeurs } = await remplitEtRetrouve(personne, new Remplisseur(mains, 'S'), { mains, fiche: /^S / });
  assert.deepEqual(tous('S').filter((path) => !valeurs.has(path)), []);
  await personne.leaves();
});
