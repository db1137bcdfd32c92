import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { RorClientError } from '../../src/client/index.ts';
import type { ListeFavoris } from '../../src/domain/favoris.ts';
import type { CommandeFavoris } from '../../src/engine/favoris/commandes.ts';
import { changeListes, type Liste } from '../../src/engine/favoris/favoris.ts';
import type { RorFavoris } from '../../src/elements/ror-favoris/ror-favoris.ts';
import { favoris } from '../../stories/data/signalements.ts';
import * as stories from '../../stories/ror-favoris.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { waitUntil } from '../support/wait.ts';

const shown = (element: Element): string => (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
const dialog = (element: Element): HTMLDialogElement => element.shadowRoot!.querySelector('dialog')!;
/** By what a screen reader calls it. */
const button = (element: Element, name: string): HTMLButtonElement =>
  [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === name)!;

/** A server with the rules of the engine, and the lists of the stories. */
async function opened(listes: readonly ListeFavoris[] = favoris, down: () => boolean = () => false) {
  const noeuds = new Map(favoris.flatMap((liste) => liste.noeuds.map((noeud) => [noeud.id, noeud])));
  let etat: readonly Liste[] = listes.map(({ id, nom, noeuds: ici }) => ({ id, nom, noeuds: ici.map((noeud) => noeud.id) }));
  let n = 0;
  const enDomaine = (): ListeFavoris[] => etat.map(({ id, nom, noeuds: ids }) => ({ id, nom, noeuds: ids.map((un) => noeuds.get(un)!) }));
  const { client, sent } = fakeClient((name, { commande }: { commande: CommandeFavoris }) => {
    if (name === 'listerFavoris') return { listes: enDomaine() };
    if (down()) throw new RorClientError('offline', 'cut');
    const { refus, listes: apres } = changeListes(etat, commande, () => `nouvelle-${++n}`);
    if (refus) return { refus };
    etat = apres;
    return { listes: enDomaine() };
  });
  const element = await fixture<RorFavoris>(html`<ror-favoris .client=${client}></ror-favoris>`);
  await waitUntil(() => shown(element).includes('Mes favoris'));
  return { element, etat: () => etat, commands: () => sent.filter(({ name }) => name === 'changerFavoris').length };
}

async function names(element: RorFavoris, nom: string): Promise<void> {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('#nom')!;
  input.value = nom;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.form!.requestSubmit();
  await element.updateComplete;
}

describe('ror-favoris', () => {
  for (const [name, story] of Object.entries(stories)) {
    if (!('render' in story)) continue;
    it(`passes axe: ${name}`, async () => {
      const element = await fixture<RorFavoris>(story.render());
      await waitUntil(() => shown(element).trim() !== '');
      await expect(element).to.be.accessible();
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });
  }

  it('teaches how to begin when there is nothing', async () => {
    const { element } = await opened([]);
    expect(shown(element)).to.contain('Vous n’avez pas encore de favoris.').and.to.contain('Ajouter aux favoris').and.to.contain('Afficher par : Favoris');
  });

  it('creates a list, tells the page, and leads the focus to it', async () => {
    const { element, etat } = await opened();
    button(element, 'Nouvelle liste').click();
    await waitUntil(() => dialog(element).open);
    await expect(element).to.be.accessible();
    const changed = oneEvent(element, 'ror-favoris-change');
    await names(element, '  Gériatrie ');
    expect((await changed).detail.listes).to.have.length(4);
    expect(etat().at(-1)).to.deep.equal({ id: 'nouvelle-1', nom: 'Gériatrie', noeuds: [] });
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'liste-nouvelle-1');
  });

  it('says why a name is refused, next to it, and keeps it', async () => {
    const { element } = await opened();
    button(element, 'Renommer la liste Favoris').click();
    await waitUntil(() => dialog(element).open);
    await names(element, 'sorties d’HOSPITALISATION');
    await waitUntil(() => shown(element).includes('Une autre de vos listes porte déjà ce nom.'));
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('#nom')!;
    expect([input.value, input.getAttribute('aria-invalid')]).to.deep.equal(['sorties d’HOSPITALISATION', 'true']);
    await names(element, 'Mes EHPAD');
    await waitUntil(() => !dialog(element).open);
    expect(shown(element)).to.contain('Mes EHPAD');
  });

  it('asks before it deletes a list that holds something, and not for an empty one', async () => {
    const { element, etat } = await opened();
    button(element, 'Supprimer la liste À vérifier').click();
    await waitUntil(() => etat().length === 2);
    expect(dialog(element).open).to.equal(false);
    button(element, 'Supprimer la liste Sorties d’hospitalisation').click();
    await waitUntil(() => dialog(element).open);
    expect(shown(element)).to.contain('ses 2 favoris');
    expect(etat()).to.have.length(2);
    dialog(element).querySelector('form')!.requestSubmit();
    await waitUntil(() => etat().length === 1 && !dialog(element).open);
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'title');
  });

  it('takes a favourite out by keyboard, the focus goes to the next one, and puts it back on demand', async () => {
    const { element, etat } = await opened();
    button(element, 'Retirer CRT – Volet 1 de la liste Sorties d’hospitalisation').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'fav-l2-uo-crt-2');
    expect(etat()[1]!.noeuds).to.deep.equal(['uo-crt-2']);
    button(element, 'Annuler').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'fav-l2-uo-crt');
    expect(etat()[1]!.noeuds).to.deep.equal(['uo-crt-2', 'uo-crt']);
    await waitUntil(() => element.shadowRoot!.querySelector('[data-announcer]')!.textContent.includes('CRT – Volet 1 ajouté à la liste'));
  });

  it('sorts a favourite into several lists, and into one made at once', async () => {
    const { element, etat } = await opened();
    button(element, 'Ranger EHPAD du Colibri dans mes listes').click();
    await waitUntil(() => dialog(element).open);
    await expect(element).to.be.accessible();
    const boxes = (): HTMLInputElement[] => [...dialog(element).querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    expect(boxes().map(({ checked }) => checked)).to.deep.equal([true, false, false]);
    boxes()[2]!.click();
    await waitUntil(() => etat()[2]!.noeuds.length === 1);
    // The dialog stays open, and what is behind it is not heard.
    const [behind, heard] = [':not(dialog *)', ':is(dialog *)'].map((where) => element.shadowRoot!.querySelector(`[data-announcer]${where}`)!);
    await waitUntil(() => /EHPAD du Colibri/.test(heard!.textContent));
    expect(behind!.textContent).to.equal('');
    await names(element, 'Gériatrie');
    await waitUntil(() => etat()[3]?.noeuds.length === 1);
    expect(boxes().map(({ checked }) => checked)).to.deep.equal([true, false, true, true]);
  });

  it('leads to the fiche of a favourite', async () => {
    const { element } = await opened();
    const event = oneEvent(element, 'ror-fiche-open');
    button(element, 'CRT – Volet 1').click();
    expect((await event).detail).to.deep.equal({ noeudId: 'uo-crt', nom: 'CRT – Volet 1' });
  });

  it('keeps what is shown and says so when a change does not go through', async () => {
    let cut = true;
    const { element, etat } = await opened(favoris, () => cut);
    button(element, 'Retirer EHPAD du Colibri de la liste Favoris').click();
    await waitUntil(() => shown(element).includes('La connexion est interrompue'));
    expect(shown(element)).to.contain('EHPAD du Colibri');
    cut = false;
    button(element, 'Retirer EHPAD du Colibri de la liste Favoris').click();
    await waitUntil(() => etat()[0]!.noeuds.length === 0);
    await waitUntil(() => !shown(element).includes('La connexion est interrompue'));
  });

  it('asks for the lists of any node that the host names', async () => {
    const { element, etat } = await opened();
    await element.ranger({ id: 'uo-crt-2', nom: 'CRT – Volet 2' });
    await waitUntil(() => dialog(element).open);
    dialog(element).querySelectorAll<HTMLInputElement>('input[type="checkbox"]')[0]!.click();
    await waitUntil(() => etat()[0]!.noeuds.includes('uo-crt-2'));
  });
});
