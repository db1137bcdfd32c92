import type { LitElement, TemplateResult } from 'lit';
import type { FavorisController } from '../../controllers/favoris-controller.ts';
import { wordsOf } from '../../controllers/words-controller.ts';
import { rechercheActions } from '../../i18n/fr/recherche-actions.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { adopt } from '../../ui/adopt.ts';
import { Menu, type MenuEntry } from '../../ui/menu.ts';
import { menuStyles } from '../../ui/menu.styles.ts';
import { RorAnomalieDemandeEvent } from '../ror-signalement/events.ts';
import type { Target } from './target.ts';
import type { Mots } from './types.ts';

type Dits = Catalogue['rechercheActions'];

const mailOf = ({ offre, etablissement }: Target): string | null => offre?.mail ?? etablissement.mail;

/** Without a session there are no favourites and no report: nobody would know whose they are. */
function entriesOf(cible: Target, { favori, lecture }: { readonly favori: boolean | undefined; readonly lecture: boolean }, mots: Dits): readonly MenuEntry[] {
  return [
    { id: 'ouvrir', libelle: mots.ouvrirFiche },
    { id: 'copier', libelle: mots.copier },
    ...(mailOf(cible) === null ? [] : [{ id: 'ecrire', libelle: mots.ecrire }]),
    ...(lecture || favori === undefined ? [] : [{ id: 'favori', libelle: favori ? mots.retirerFavori : mots.ajouterFavori }]),
    ...(lecture ? [] : [{ id: 'signaler', libelle: mots.signaler }]),
  ];
}

/** A contact as it is pasted into a letter: names, address, telephone, e-mail, a line each. */
function contactText({ offre, etablissement }: Target, mots: Dits): string {
  const telephone = offre?.telephone ?? etablissement.telephone;
  const mail = offre?.mail ?? etablissement.mail;
  return [offre?.nom, etablissement.nom, ...etablissement.adresse, telephone === null ? undefined : `${mots.telephone} ${telephone}`, mail ?? undefined].filter((line) => line !== undefined && line !== '').join('\n');
}

/** Opens the mail program of the person; an address with anything but an address in it is not one. */
function writeMail(cible: Target): void {
  const mail = mailOf(cible);
  if (mail === null || !/^[^\s@?&,;:<>"]+@[^\s@?&,;:<>"]+$/.test(mail)) return;
  const link = document.createElement('a');
  link.href = `mailto:${encodeURIComponent(mail).replace('%40', '@')}?subject=${encodeURIComponent(cible.nom)}`;
  link.click();
}

/** Does one of the actions that need no host. @returns what to say of it; nothing when the person sees it. */
async function act(action: string, cible: Target, { favori, favoris }: { readonly favori: boolean; readonly favoris: FavorisController | undefined }, mots: Dits): Promise<{ readonly done: boolean; readonly dit: string }> {
  if (action === 'copier') {
    // Not there at all on a page without a secure address.
    const done = await Promise.resolve().then(() => navigator.clipboard.writeText(contactText(cible, mots))).then(() => true, () => false);
    return { done, dit: done ? mots.copie : mots.copieEnPanne };
  }
  if (action === 'favori') {
    const done = (await favoris?.change({ type: favori ? 'retirer' : 'ajouter', noeudId: cible.id })) ?? false;
    return { done, dit: done ? (favori ? mots.favoriRetire : mots.favoriAjoute)(cible.nom) : mots.favoriEnPanne };
  }
  if (action === 'ecrire') writeMail(cible);
  return { done: true, dit: '' };
}

interface Ports {
  readonly mots: () => Mots;
  /** Words of the host. */
  readonly donnes: () => Partial<Catalogue> | undefined;
  readonly lecture: () => boolean;
  readonly favoris: () => FavorisController | undefined;
  /** Undefined for somebody who keeps none. */
  readonly estFavori: (id: string) => boolean | undefined;
  readonly ouvrir: (cible: Target) => void;
  readonly dire: (dit: string, done: boolean) => void;
}

/** The menu of a result and what it does. Loaded with the first press of one. */
export class Actions {
  readonly #host: LitElement;
  readonly #menu: Menu;
  readonly #ports: Ports;

  constructor(host: LitElement, ports: Ports) {
    this.#host = host;
    this.#ports = ports;
    this.#menu = new Menu(host);
    adopt(host.renderRoot, menuStyles);
  }

  get #said(): Dits {
    return wordsOf(this.#ports.donnes(), { rechercheActions }).rechercheActions;
  }

  readonly onPress = (): void => { this.#menu.onPress(); };

  show(click: MouseEvent, cible: Target, at: HTMLElement): void {
    if (this.#menu.closedBy(click, cible.id)) return;
    void this.#menu.open({
      label: this.#ports.mots().actionsDe(cible.nom), opener: cible.id, at: at.getBoundingClientRect(),
      entries: entriesOf(cible, { favori: this.#ports.estFavori(cible.id), lecture: this.#ports.lecture() }, this.#said),
      returnTo: () => this.#host.renderRoot.querySelector<HTMLElement>(`[data-do="actions"][data-id="${CSS.escape(cible.id)}"]`),
      onChoose: (action) => { void this.#act(action, cible); },
    });
  }

  async #act(action: string, cible: Target): Promise<void> {
    if (action === 'ouvrir') return this.#ports.ouvrir(cible);
    if (action === 'signaler') return void this.#host.dispatchEvent(new RorAnomalieDemandeEvent({ noeudId: cible.id, nom: cible.nom }));
    const { done, dit } = await act(action, cible, { favori: this.#ports.estFavori(cible.id) ?? false, favoris: this.#ports.favoris() }, this.#said);
    this.#ports.dire(dit, done);
  }

  render(): TemplateResult {
    return this.#menu.render();
  }
}
