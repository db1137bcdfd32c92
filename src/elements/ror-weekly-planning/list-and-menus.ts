import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { WordsController } from '../../controllers/words-controller.ts';
import { writeHeures } from '../../engine/planning/heures.ts';
import { copierJour, effacerJour, heuresOfJour, ouvrir24h } from '../../engine/planning/jours.ts';
import { changerType, retirer } from '../../engine/planning/operations.ts';
import { typesOf } from '../../engine/planning/summary.ts';
import { JOURS, MINUTES_JOUR, type Jour, type Plage, type Refus } from '../../engine/planning/types.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { planningActions } from '../../i18n/fr/planning-actions.ts';
import { constat, illisible, refus } from '../../i18n/fr/planning-messages.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { Menu, type MenuEntry } from '../../ui/menu.ts';
import { menuStyles } from '../../ui/menu.styles.ts';
import { adopt } from '../../ui/adopt.ts';
import { listAndMenusStyles } from './list-and-menus.styles.ts';
import { isAllOpen } from './block-commands.ts';
import type { Editing, Workbench, Host } from './editing.ts';
import { TypedHeures, type TypedError } from './typed-heures.ts';
import { entriesOf, jourEntries, type MenuAct } from './menus.ts';
import { applyPreset, PRESETS, type Preset } from './presets.ts';
import { plageWords } from './plage-words.ts';
import { HeldPlage } from './held-plage.ts';
import { renderCopy, type CopyQuestion } from './ror-weekly-planning.copy.ts';
import { renderList } from './ror-weekly-planning.list.ts';

/** How many remarks about a value are written out. */
const MOST_REMARKS = 5;

interface Mots extends Pick<Catalogue, 'planningActions' | 'commun'> {
  readonly planning: Pick<Catalogue['planning'], 'refus' | 'constat' | 'illisible'>;
}

/** What is loaded the first time that it is wanted: menus, ready-made weeks, copies from day to day, and the list of hours to type. */
export class ListAndMenus implements ReactiveController {
  readonly menu: Menu;
  readonly #host: Host;
  readonly #editing: Editing;
  readonly #bench: Workbench;
  readonly #words: WordsController<Mots>;
  readonly #typed = new TypedHeures();
  #list = false;
  #copy: CopyQuestion | undefined;
  /** Who opened the copy, to get the focus back. */
  #giveBack = '';

  constructor(host: Host, edition: Editing, etabli: Workbench) {
    this.#host = host;
    this.#editing = edition;
    this.#bench = etabli;
    this.#words = new WordsController<Mots>(host, { planningActions, planning: { refus, constat, illisible }, commun });
    this.menu = new Menu(host);
    adopt(host.shadowRoot!, menuStyles, listAndMenusStyles);
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdate(): void {
    this.#typed.follow(this.#bench.value.semaine);
  }

  /** The list of hours is unfolded. */
  get list(): boolean {
    return this.#list || this.#typed.faulty !== undefined;
  }

  get copy(): boolean {
    return this.#copy !== undefined;
  }

  /** Hours typed that can't be read: where, and why. */
  get faulty(): { readonly champ: string; readonly message: string } | undefined {
    const { faulty: fautive } = this.#typed;
    return fautive && { champ: `#heures-${fautive.jour}`, message: this.#words.current.planningActions.liste.erreur(fautive.jour, this.#error(fautive.erreur)) };
  }

  refusalWords(refus: Refus): string {
    return this.#words.current.planning.refus(refus);
  }

  /** What could not be read in the value of the page: the first remarks, and how many more there are. */
  renderConstats(): TemplateResult | typeof nothing {
    const { constats } = this.#bench.value;
    const { planning, planningActions: mots } = this.#words.current;
    const reste = constats.length - MOST_REMARKS;
    return constats.length === 0 ? nothing : html`<ul class="constats">${constats.slice(0, MOST_REMARKS).map((constat) => html`<li>${planning.constat(constat)}</li>`)}${
      reste > 0 ? html`<li>${mots.autresConstats(reste)}</li>` : nothing}</ul>`;
  }

  /** Texts that are not hours yet go with the week that they were typed beside. */
  forget(): void {
    this.#typed.clear();
  }

  /** One of the buttons of the element, by its name. */
  onTool(nom: string, bouton: HTMLElement, click: MouseEvent): void {
    if (nom === 'toujours') this.#editing.fill(ouvrir24h(this.#bench.value.semaine, JOURS, this.#editing.type));
    else if (nom === 'modeles') this.#choosePreset(bouton, click);
    else if (nom === 'copier') this.#toggleCopy('[data-tool="copier"]');
    else {
      this.#list = !this.list;
      this.#host.requestUpdate();
    }
  }

  /** @param opener what opens and closes it, and gets the focus back. */
  #toggleCopy(opener: string, de: Jour = this.#editing.cursor.current.jour): void {
    this.#giveBack = opener;
    this.#startCopy(this.#copy ? undefined : { de, vers: new Set() });
    if (this.#copy) this.#editing.aim('#copie-de');
  }

  #choosePreset(bouton: HTMLElement, click: MouseEvent): void {
    if (this.menu.closedBy(click, 'modeles')) return;
    void this.menu.open({
      label: this.#bench.words.planningGrille.boutons.modeles, entries: PRESETS.map((id) => ({ id, libelle: this.#words.current.planningActions.modele[id] })),
      opener: 'modeles', at: bouton.getBoundingClientRect(), returnTo: () => bouton,
      onChoose: (modele) => this.#editing.fill(applyPreset(this.#bench.value.semaine, modele as Preset, this.#editing.type)),
    });
  }

  /** The menu of the current cells, and of the range there. */
  openMenu(plage: Plage | undefined, at = this.#editing.cursor.cell?.getBoundingClientRect()): void {
    const { value: { semaine }, types, nameType: nommer, words: mots } = this.#bench;
    const { cursor: { block: bloc, extended: etendu, current: { jour } }, type, words: gestes } = this.#editing;
    const entrees = entriesOf(this.#words.current.planningActions, {
      jour, etendu, plage: etendu ? undefined : plage, ouvert: etendu ? isAllOpen(semaine, bloc, type) : plage !== undefined,
      types: types.map((code) => ({ type: code, nom: nommer(code) ?? mots.planningGrille.ouvert })),
    });
    const ou = plage && !etendu ? plageWords(gestes, plage) : gestes.bloc(bloc);
    if (at) this.#show(this.#words.current.planningActions.menuCase(ou), entrees, 'case', at, jour, plage);
  }

  /** The menu of a day, under its name. */
  openJourMenu(jour: Jour, titre: Element, click: MouseEvent): void {
    if (this.menu.closedBy(click, `jour-${jour}`)) return;
    this.#editing.cursor.goTo({ ...this.#editing.cursor.current, jour });
    const { planningActions: mots } = this.#words.current;
    this.#show(mots.actionsJour(jour), jourEntries(mots, jour), `jour-${jour}`, titre.getBoundingClientRect(), jour, undefined);
  }

  #show(label: string, entries: readonly MenuEntry[], opener: string, at: DOMRect, jour: Jour, plage: Plage | undefined): void {
    void this.menu.open({ label, entries, opener, at, returnTo: () => this.#editing.cursor.cell ?? null, onChoose: (acte) => this.#choose(acte as MenuAct, jour, plage) });
  }

  #choose(acte: MenuAct, jour: Jour, plage: Plage | undefined): void {
    const edition = this.#editing;
    const { words: gestes } = edition;
    const { value: { semaine }, words: mots, nameType: nommer } = this.#bench;
    const { planningActions: { faits, prises } } = this.#words.current;
    if (acte === 'ouvrir' || acte === 'fermer') edition.paint(edition.cursor.block, acte);
    else if (acte === '24h') edition.apply(ouvrir24h(semaine, [jour], edition.type), faits.jour(jour, [{ debut: 0, fin: MINUTES_JOUR }]));
    else if (acte === 'effacer') edition.apply(effacerJour(semaine, jour), faits.jour(jour, []));
    else if (acte === 'copier') this.#toggleCopy('[role="gridcell"][tabindex="0"]', jour);
    else if (acte === 'saisir') this.#type(jour);
    else if (!plage) return;
    else if (acte === 'supprimer') edition.apply(retirer(semaine, plage), faits.supprimee(plageWords(gestes, plage)));
    else if (acte === 'deplacer' || acte === 'debut' || acte === 'fin') {
      new HeldPlage(edition, plage, acte, prises[acte](plageWords(gestes, plage)), (vers) => plageWords(gestes, vers));
      this.#host.requestUpdate();
    } else {
      const type = acte.slice('type:'.length);
      edition.apply(changerType(semaine, plage, type), faits.type(nommer(type) ?? mots.planningGrille.ouvert, plageWords(gestes, plage)));
    }
  }

  #type(jour: Jour): void {
    this.#list = true;
    this.#editing.aim(`#heures-${jour}`);
  }

  #startCopy(copie: CopyQuestion | undefined): void {
    if (this.#copy && !copie) this.#editing.aim(this.#giveBack);
    this.#copy = copie;
    this.#host.requestUpdate();
  }

  readonly #confirmCopy = (): void => {
    if (!this.#copy || this.#copy.vers.size === 0) return;
    const { de, vers } = this.#copy;
    this.#startCopy(undefined);
    this.#editing.apply(copierJour(this.#bench.value.semaine, de, [...vers]), this.#words.current.planningActions.faits.copie(de, [...vers].sort()));
  };

  /** The field of a day is left, or Enter is pressed in it. */
  #leave(jour: Jour): void {
    const { type } = this.#editing;
    const suite = this.#typed.leave(jour, type);
    const { faits, liste } = this.#words.current.planningActions;
    if (suite?.semaine) return this.#editing.apply(suite, faits.jour(jour, heuresOfJour(suite.semaine, jour, type)));
    const erreur = this.#typed.error(jour, type);
    if (erreur) this.#editing.announcer.say(liste.erreur(jour, this.#error(erreur)));
    this.#host.requestUpdate();
  }

  #error({ illisible, refus }: TypedError): string {
    const { planning } = this.#words.current;
    return refus ? planning.refus(refus) : planning.illisible(illisible.position, illisible.raison);
  }

  /** Hours of other types on this day, in words. */
  #others(jour: Jour): readonly string[] {
    const { value: { semaine }, nameType: nommer } = this.#bench;
    return typesOf(semaine).filter((type) => type !== this.#editing.type)
      .map((type) => ({ nom: nommer(type), heures: heuresOfJour(semaine, jour, type) }))
      .filter(({ heures }) => heures.length > 0).map(({ nom, heures }) => `${nom ?? ''} ${writeHeures(heures)}`);
  }

  // --- Rendering -----------------------------------------------------------------------------------------------------

  renderList(): TemplateResult | typeof nothing {
    if (!this.list) return nothing;
    const { type } = this.#editing;
    return renderList({
      mots: this.#words.current.planningActions, grille: this.#bench.words.planningGrille, nom: this.#bench.nameType(type),
      texte: (jour) => this.#typed.text(jour, type),
      erreur: (jour) => { const erreur = this.#typed.error(jour, type); return erreur && this.#error(erreur); },
      autres: (jour) => this.#others(jour),
      onInput: (jour, texte) => this.#typed.type(jour, type, texte),
      onChange: (jour) => this.#leave(jour),
      onEchap: (jour) => { if (this.#typed.forget(jour, type)) this.#host.requestUpdate(); },
      onCopier: (jour) => this.#toggleCopy(`#copier-${jour}`, jour),
    });
  }

  renderCopy(): TemplateResult | typeof nothing {
    const { planningActions: { copie }, commun: { annuler } } = this.#words.current;
    return this.#copy ? renderCopy({ ...copie, annuler, jour: this.#bench.words.planningGrille.jour }, this.#copy, (suite) => this.#startCopy(suite), this.#confirmCopy) : nothing;
  }
}
