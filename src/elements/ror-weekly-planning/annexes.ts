import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { WordsController } from '../../controllers/words-controller.ts';
import { ecrireHeures } from '../../engine/planning/heures.ts';
import { copierJour, effacerJour, heuresDuJour, ouvrir24h } from '../../engine/planning/jours.ts';
import { changerType, retirer } from '../../engine/planning/operations.ts';
import { typesDe } from '../../engine/planning/resume.ts';
import { JOURS, MINUTES_JOUR, type Jour, type Plage, type Refus } from '../../engine/planning/types.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { planningActions } from '../../i18n/fr/planning-actions.ts';
import { constat, illisible, refus } from '../../i18n/fr/planning-messages.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { Menu, type MenuEntry } from '../../ui/menu.ts';
import { menuStyles } from '../../ui/menu.styles.ts';
import { adopter } from './adopter.ts';
import { annexesStyles } from './annexes.styles.ts';
import { toutOuvert } from './commandes.ts';
import type { Edition, Etabli, Host } from './edition.ts';
import { Frappes, type Erreur } from './frappes.ts';
import { entreesDe, entreesDuJour, type Acte } from './menus.ts';
import { appliquerModele, MODELES, type Modele } from './modeles.ts';
import { motsPlage } from './mots-plage.ts';
import { PriseEnMain } from './prise.ts';
import { renderCopie, type Copie } from './ror-weekly-planning.copie.ts';
import { renderListe } from './ror-weekly-planning.liste.ts';

/** How many remarks about a value are written out. */
const REMARQUES = 5;

interface Mots extends Pick<Catalogue, 'planningActions' | 'commun'> {
  readonly planning: Pick<Catalogue['planning'], 'refus' | 'constat' | 'illisible'>;
}

/** What is loaded the first time that it is wanted: menus, ready-made weeks, copies from day to day, and the list of hours to type. */
export class Annexes implements ReactiveController {
  readonly menu: Menu;
  readonly #host: Host;
  readonly #edition: Edition;
  readonly #etabli: Etabli;
  readonly #mots: WordsController<Mots>;
  readonly #frappes = new Frappes();
  #liste = false;
  #copie: Copie | undefined;
  /** Who opened the copy, to get the focus back. */
  #rendre = '';

  constructor(host: Host, edition: Edition, etabli: Etabli) {
    this.#host = host;
    this.#edition = edition;
    this.#etabli = etabli;
    this.#mots = new WordsController<Mots>(host, { planningActions, planning: { refus, constat, illisible }, commun });
    this.menu = new Menu(host);
    adopter(host.shadowRoot!, menuStyles, annexesStyles);
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdate(): void {
    this.#frappes.suivre(this.#etabli.saisie.semaine);
  }

  /** The list of hours is unfolded. */
  get liste(): boolean {
    return this.#liste || this.#frappes.fautive !== undefined;
  }

  get copie(): boolean {
    return this.#copie !== undefined;
  }

  /** Hours typed that can't be read: where, and why. */
  get fautive(): { readonly champ: string; readonly message: string } | undefined {
    const { fautive } = this.#frappes;
    return fautive && { champ: `#heures-${fautive.jour}`, message: this.#mots.current.planningActions.liste.erreur(fautive.jour, this.#erreur(fautive.erreur)) };
  }

  motsRefus(refus: Refus): string {
    return this.#mots.current.planning.refus(refus);
  }

  /** What could not be read in the value of the page: the first remarks, and how many more there are. */
  renderConstats(): TemplateResult | typeof nothing {
    const { constats } = this.#etabli.saisie;
    const { planning, planningActions: mots } = this.#mots.current;
    const reste = constats.length - REMARQUES;
    return constats.length === 0 ? nothing : html`<ul class="constats">${constats.slice(0, REMARQUES).map((constat) => html`<li>${planning.constat(constat)}</li>`)}${
      reste > 0 ? html`<li>${mots.autresConstats(reste)}</li>` : nothing}</ul>`;
  }

  /** Texts that are not hours yet go with the week that they were typed beside. */
  oublier(): void {
    this.#frappes.vider();
  }

  /** One of the buttons of the element, by its name. */
  outil(nom: string, bouton: HTMLElement, click: MouseEvent): void {
    if (nom === 'toujours') this.#edition.remplir(ouvrir24h(this.#etabli.saisie.semaine, JOURS, this.#edition.type));
    else if (nom === 'modeles') this.#choisirModele(bouton, click);
    else if (nom === 'copier') this.#basculerCopie('[data-outil="copier"]');
    else {
      this.#liste = !this.liste;
      this.#host.requestUpdate();
    }
  }

  /** @param opener what opens and closes it, and gets the focus back. */
  #basculerCopie(opener: string, de: Jour = this.#edition.curseur.courante.jour): void {
    this.#rendre = opener;
    this.#copier(this.#copie ? undefined : { de, vers: new Set() });
    if (this.#copie) this.#edition.viser('#copie-de');
  }

  #choisirModele(bouton: HTMLElement, click: MouseEvent): void {
    if (this.menu.closedBy(click, 'modeles')) return;
    void this.menu.open({
      label: this.#etabli.mots.planningGrille.boutons.modeles, entries: MODELES.map((id) => ({ id, libelle: this.#mots.current.planningActions.modele[id] })),
      opener: 'modeles', at: bouton.getBoundingClientRect(), returnTo: () => bouton,
      onChoose: (modele) => this.#edition.remplir(appliquerModele(this.#etabli.saisie.semaine, modele as Modele, this.#edition.type)),
    });
  }

  /** The menu of the current cells, and of the range there. */
  ouvrirMenu(plage: Plage | undefined, at = this.#edition.curseur.cellule?.getBoundingClientRect()): void {
    const { saisie: { semaine }, types, nommer, mots } = this.#etabli;
    const { curseur: { bloc, etendu, courante: { jour } }, type, mots: gestes } = this.#edition;
    const entrees = entreesDe(this.#mots.current.planningActions, {
      jour, etendu, plage: etendu ? undefined : plage, ouvert: etendu ? toutOuvert(semaine, bloc, type) : plage !== undefined,
      types: types.map((code) => ({ type: code, nom: nommer(code) ?? mots.planningGrille.ouvert })),
    });
    const ou = plage && !etendu ? motsPlage(gestes, plage) : gestes.bloc(bloc);
    if (at) this.#montrer(this.#mots.current.planningActions.menuCase(ou), entrees, 'case', at, jour, plage);
  }

  /** The menu of a day, under its name. */
  ouvrirJour(jour: Jour, titre: Element, click: MouseEvent): void {
    if (this.menu.closedBy(click, `jour-${jour}`)) return;
    this.#edition.curseur.aller({ ...this.#edition.curseur.courante, jour });
    const { planningActions: mots } = this.#mots.current;
    this.#montrer(mots.actionsJour(jour), entreesDuJour(mots, jour), `jour-${jour}`, titre.getBoundingClientRect(), jour, undefined);
  }

  #montrer(label: string, entries: readonly MenuEntry[], opener: string, at: DOMRect, jour: Jour, plage: Plage | undefined): void {
    void this.menu.open({ label, entries, opener, at, returnTo: () => this.#edition.curseur.cellule ?? null, onChoose: (acte) => this.#choisir(acte as Acte, jour, plage) });
  }

  #choisir(acte: Acte, jour: Jour, plage: Plage | undefined): void {
    const edition = this.#edition;
    const { mots: gestes } = edition;
    const { saisie: { semaine }, mots, nommer } = this.#etabli;
    const { planningActions: { faits, prises } } = this.#mots.current;
    if (acte === 'ouvrir' || acte === 'fermer') edition.peindre(edition.curseur.bloc, acte);
    else if (acte === '24h') edition.faire(ouvrir24h(semaine, [jour], edition.type), faits.jour(jour, [{ debut: 0, fin: MINUTES_JOUR }]));
    else if (acte === 'effacer') edition.faire(effacerJour(semaine, jour), faits.jour(jour, []));
    else if (acte === 'copier') this.#basculerCopie('[role="gridcell"][tabindex="0"]', jour);
    else if (acte === 'saisir') this.#saisir(jour);
    else if (!plage) return;
    else if (acte === 'supprimer') edition.faire(retirer(semaine, plage), faits.supprimee(motsPlage(gestes, plage)));
    else if (acte === 'deplacer' || acte === 'debut' || acte === 'fin') {
      new PriseEnMain(edition, plage, acte, prises[acte](motsPlage(gestes, plage)), (vers) => motsPlage(gestes, vers));
      this.#host.requestUpdate();
    } else {
      const type = acte.slice('type:'.length);
      edition.faire(changerType(semaine, plage, type), faits.type(nommer(type) ?? mots.planningGrille.ouvert, motsPlage(gestes, plage)));
    }
  }

  #saisir(jour: Jour): void {
    this.#liste = true;
    this.#edition.viser(`#heures-${jour}`);
  }

  #copier(copie: Copie | undefined): void {
    if (this.#copie && !copie) this.#edition.viser(this.#rendre);
    this.#copie = copie;
    this.#host.requestUpdate();
  }

  readonly #validerCopie = (): void => {
    if (!this.#copie || this.#copie.vers.size === 0) return;
    const { de, vers } = this.#copie;
    this.#copier(undefined);
    this.#edition.faire(copierJour(this.#etabli.saisie.semaine, de, [...vers]), this.#mots.current.planningActions.faits.copie(de, [...vers].sort()));
  };

  /** The field of a day is left, or Enter is pressed in it. */
  #quitter(jour: Jour): void {
    const { type } = this.#edition;
    const suite = this.#frappes.quitter(jour, type);
    const { faits, liste } = this.#mots.current.planningActions;
    if (suite?.semaine) return this.#edition.faire(suite, faits.jour(jour, heuresDuJour(suite.semaine, jour, type)));
    const erreur = this.#frappes.erreur(jour, type);
    if (erreur) this.#edition.annonces.say(liste.erreur(jour, this.#erreur(erreur)));
    this.#host.requestUpdate();
  }

  #erreur({ illisible, refus }: Erreur): string {
    const { planning } = this.#mots.current;
    return refus ? planning.refus(refus) : planning.illisible(illisible.position, illisible.raison);
  }

  /** Hours of other types on this day, in words. */
  #autres(jour: Jour): readonly string[] {
    const { saisie: { semaine }, nommer } = this.#etabli;
    return typesDe(semaine).filter((type) => type !== this.#edition.type)
      .map((type) => ({ nom: nommer(type), heures: heuresDuJour(semaine, jour, type) }))
      .filter(({ heures }) => heures.length > 0).map(({ nom, heures }) => `${nom ?? ''} ${ecrireHeures(heures)}`);
  }

  // --- Rendering -----------------------------------------------------------------------------------------------------

  renderListe(): TemplateResult | typeof nothing {
    if (!this.liste) return nothing;
    const { type } = this.#edition;
    return renderListe({
      mots: this.#mots.current.planningActions, grille: this.#etabli.mots.planningGrille, nom: this.#etabli.nommer(type),
      texte: (jour) => this.#frappes.texte(jour, type),
      erreur: (jour) => { const erreur = this.#frappes.erreur(jour, type); return erreur && this.#erreur(erreur); },
      autres: (jour) => this.#autres(jour),
      onInput: (jour, texte) => this.#frappes.taper(jour, type, texte),
      onChange: (jour) => this.#quitter(jour),
      onEchap: (jour) => { if (this.#frappes.oublier(jour, type)) this.#host.requestUpdate(); },
      onCopier: (jour) => this.#basculerCopie(`#copier-${jour}`, jour),
    });
  }

  renderCopie(): TemplateResult | typeof nothing {
    const { planningActions: { copie }, commun: { annuler } } = this.#mots.current;
    return this.#copie ? renderCopie({ ...copie, annuler, jour: this.#etabli.mots.planningGrille.jour }, this.#copie, (suite) => this.#copier(suite), this.#validerCopie) : nothing;
  }
}
