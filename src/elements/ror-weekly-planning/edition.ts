import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WordsController } from '../../controllers/words-controller.ts';
import { deplacer, redimensionner } from '../../engine/planning/operations.ts';
import { jourDe } from '../../engine/planning/semaine.ts';
import { MINUTES_JOUR, TYPE_DEFAUT, type Jour, type Plage, type Suite } from '../../engine/planning/types.ts';
import { planningGestes } from '../../i18n/fr/planning-gestes.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { Announcer } from '../../ui/announcer.ts';
import { adopter } from './adopter.ts';
import type { Annexes } from './annexes.ts';
import { dessinerApercu } from './apercu.ts';
import { fermerBloc, ouvrirBloc, toutOuvert } from './commandes.ts';
import { Curseur } from './curseur.ts';
import type { Bloc, Fenetre, Point, Pose } from './geometrie.ts';
import { gestesStyles } from './gestes.styles.ts';
import { motsPlage } from './mots-plage.ts';
import { motsSemaine, type Mots, type Nommer } from './phrases.ts';
import { Pointeur, type Geste, type Scene } from './pointeur.ts';
import { GOMME } from './ror-weekly-planning.outils.ts';
import type { Saisie } from './saisie.ts';
import type { Toile } from './toile.ts';
import { caseDe, type Prise } from './tirage.ts';
import { intentionDe, pasEnArriere, type Intention } from './touches.ts';

/** What the editing works on, as the element shows it now. */
export interface Etabli {
  readonly saisie: Saisie;
  readonly toile: Toile;
  readonly annonces: Announcer;
  readonly mots: Mots;
  readonly nommer: Nommer;
  /** Only looked at. */
  readonly fige: boolean;
  readonly pas: number;
  readonly fenetre: Fenetre;
  readonly poses: readonly (readonly Pose[])[];
  /** Types that may be drawn, one at least. */
  readonly types: readonly string[];
  /** Exceptions in words, once they have been fetched. */
  readonly resumeExceptions: string;
  /** The person changed the week. */
  signaler(): void;
  /** What is being typed may be wrong now, or right. */
  valider(): void;
  /** Does something with what is loaded on demand: menus, list, copies. */
  avecAnnexes(faire: (annexes: Annexes) => void): void;
}

export type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

/** A range that goes with the keys or the pointer, without a button held down. */
export interface Tenue {
  readonly message: string;
  mener(vers: Point): void;
  toucher(intention: Intention): void;
  poser(): void;
  lacher(): void;
}

/**
 * Gestures of the pointer and of the keys on the agenda, turned into operations of the engine; and what is under way between two of
 * them. Fetched when somebody comes near: a page that only shows a week does without.
 */
export class Edition implements ReactiveController, Scene {
  readonly curseur: Curseur;
  readonly annonces: Announcer;
  readonly pointeur: Pointeur;
  /** The type that gestures draw, or the eraser. */
  pinceau: string = TYPE_DEFAUT;
  /** Why the last act was refused, in words. */
  refus = '';
  tenue: Tenue | undefined;

  readonly #host: Host;
  readonly #etabli: Etabli;
  readonly #gestes: WordsController<Pick<Catalogue, 'planningGestes'>>;
  #viser: string | undefined;

  constructor(host: Host, etabli: Etabli) {
    this.#host = host;
    this.#etabli = etabli;
    this.curseur = new Curseur(etabli.toile);
    this.annonces = etabli.annonces;
    this.#gestes = new WordsController<Pick<Catalogue, 'planningGestes'>>(host, { planningGestes });
    this.pointeur = new Pointeur(host, this);
    adopter(host.shadowRoot!, gestesStyles);
    host.addController(this);
  }

  hostUpdated(): void {
    this.curseur.caler(this.fenetre, this.pas);
    const vise = this.#viser;
    this.#viser = undefined;
    // Not during the update: a field that is left says its change.
    if (vise) void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(vise)?.focus());
  }

  /** How to put down a held range, else the last refusal. */
  get message(): string {
    return this.tenue?.message ?? this.refus;
  }

  /** The type of the list, of the ready-made weeks, and of new ranges. */
  get type(): string {
    const { types } = this.#etabli;
    return types.includes(this.pinceau) ? this.pinceau : types[0] ?? TYPE_DEFAUT;
  }

  /** The words of gestures. */
  get mots(): Catalogue['planningGestes'] {
    return this.#gestes.current.planningGestes;
  }

  // --- Acts ----------------------------------------------------------------------------------------------------------

  /** Takes the outcome of an act; says what was done, or why it can't be. */
  faire(suite: Suite, dire: string): void {
    const { refus, semaine } = suite;
    if (refus) return this.#etabli.avecAnnexes((annexes) => this.refuser(annexes.motsRefus(refus)));
    this.refus = '';
    if (this.#etabli.saisie.faire({ semaine })) this.#etabli.signaler();
    this.#host.requestUpdate();
    this.annonces.say(dire);
  }

  /** Shows and says why something can't be done. */
  refuser(pourquoi: string): void {
    this.refus = pourquoi;
    this.annonces.say(pourquoi);
    this.#host.requestUpdate();
  }

  /** Gestures draw this type from now on, or close. */
  prendre(pinceau: string): void {
    this.pinceau = pinceau;
    this.#host.requestUpdate();
  }

  /** The same for an act on the whole week, which is said whole. */
  remplir(suite: Suite): void {
    this.faire(suite, suite.semaine ? this.#resume(suite.semaine) : '');
  }

  reculer(sens: 'annuler' | 'retablir'): void {
    const { saisie } = this.#etabli;
    const { faits } = this.mots;
    const { semaine } = saisie;
    if (!saisie[sens]()) return this.annonces.say(faits.rien[sens]);
    this.refus = '';
    this.#etabli.signaler();
    this.annonces.say(faits[sens](saisie.semaine === semaine ? this.#etabli.resumeExceptions : this.#resume(saisie.semaine)));
  }

  /** Opens or closes a block; undecided, it opens unless all of it is open. */
  peindre(bloc: Bloc, vers?: 'ouvrir' | 'fermer'): void {
    const { saisie: { semaine }, nommer } = this.#etabli;
    if (vers === 'fermer' || (vers === undefined && (this.gomme || toutOuvert(semaine, bloc, this.type)))) {
      this.faire(fermerBloc(semaine, bloc, this.gomme || vers === 'fermer' ? undefined : this.type), this.mots.faits.ferme(bloc));
    } else this.faire(ouvrirBloc(semaine, bloc, this.type), this.mots.faits.ouvert(bloc, nommer(this.type) ?? this.#etabli.mots.planningGrille.ouvert));
  }

  /** Moves a range, or one of its ends, to where it was pulled. */
  tirer(plage: Plage, prise: Prise, vers: Plage): void {
    const { saisie: { semaine } } = this.#etabli;
    const suite = prise === 'deplacer' ? deplacer(semaine, plage, vers.debut - plage.debut) : redimensionner(semaine, plage, vers);
    this.faire(suite, this.mots.faits.plage(motsPlage(this.mots, vers)));
    const arrivee = suite.refus ? plage : vers;
    const bout = prise === 'fin' ? arrivee.fin - 1 : arrivee.debut;
    this.curseur.aller({ jour: jourDe(bout), debut: bout % MINUTES_JOUR });
    this.viser('[role="gridcell"][tabindex="0"]');
  }

  /** Leads there once it is drawn. */
  viser(choix: string): void {
    this.#viser = choix;
    this.#host.requestUpdate();
  }

  #resume(semaine: readonly Plage[]): string {
    return motsSemaine(this.#etabli.mots, semaine, this.#etabli.nommer).join(' ') || this.#etabli.mots.planningGrille.vide;
  }

  // --- Pointer -----------------------------------------------------------------------------------------------------

  get pas(): number { return this.#etabli.pas; }
  get fenetre(): Fenetre { return this.#etabli.fenetre; }
  get fige(): boolean { return this.#etabli.fige; }
  get rtl(): boolean { return this.#host.matches(':dir(rtl)'); }
  get gomme(): boolean { return this.pinceau === GOMME; }
  get zone(): HTMLElement | null { return this.#host.renderRoot.querySelector('.zone'); }

  poses(jour: Jour): readonly Pose[] {
    return this.#etabli.poses[jour - 1] ?? [];
  }

  apercevoir(geste: Geste | undefined): void {
    const calque = this.#host.renderRoot.querySelector<HTMLElement>('.apercu');
    calque?.classList.toggle('efface', geste?.sorte === 'bloc' && this.gomme);
    if (calque) dessinerApercu(calque, geste, this.fenetre, (vu) => this.#etabli.mots.planningGrille.bornes(vu.sorte === 'bloc' ? vu.bloc : heuresDe(vu.vers)));
  }

  lever(geste: Geste): void {
    if (geste.sorte !== 'bloc') return this.tirer(geste.plage, geste.sorte, geste.vers);
    this.curseur.aller({ jour: geste.bloc.premier, debut: geste.bloc.debut });
    this.curseur.cellule?.focus();
    this.peindre(geste.bloc, this.gomme ? 'fermer' : 'ouvrir');
  }

  cliquer(point: Point, plage: Plage | undefined): void {
    if (this.tenue) {
      this.tenue.mener(point);
      return this.tenue.poser();
    }
    this.curseur.aller(caseDe(point, this.pas));
    this.curseur.cellule?.focus();
    if (this.fige) return;
    if (plage && !this.gomme) this.#etabli.avecAnnexes((annexes) => annexes.ouvrirMenu(plage));
    else this.peindre(this.curseur.bloc);
  }

  detailler(point: Point, plage: Plage | undefined, at: DOMRect): void {
    if (this.fige || this.tenue) return;
    const { premier, dernier, debut, fin } = this.curseur.bloc;
    const dansLeBloc = premier <= point.jour && point.jour <= dernier && debut <= point.minute && point.minute < fin;
    if (!dansLeBloc) this.curseur.aller(caseDe(point, this.pas));
    this.#etabli.avecAnnexes((annexes) => annexes.ouvrirMenu(plage, at));
  }

  // --- Keys ----------------------------------------------------------------------------------------------------------

  readonly onFocusin = (event: FocusEvent): void => {
    const place = this.#etabli.toile.caseDe(event.target as Element);
    const { jour, debut } = this.curseur.courante;
    if (place && (place.jour !== jour || place.debut !== debut)) this.curseur.aller(place);
  };

  /** Keys of the cells. */
  readonly onTouche = (event: KeyboardEvent): void => {
    const intention = (event.target as Element).matches('[role="gridcell"]') ? intentionDe(event, this.pas, this.rtl) : undefined;
    if (!intention || (intention.kind === 'renoncer' && !this.renoncer())) return;
    event.preventDefault();
    event.stopPropagation();
    if (intention.kind === 'renoncer') return;
    if (this.tenue) return this.tenue.toucher(intention);
    if (intention.kind === 'aller') return this.#aller(intention);
    if (this.fige) return this.annonces.say(this.#etabli.mots.planningGrille.lectureSeule);
    if (intention.kind === 'menu') this.#etabli.avecAnnexes((annexes) => annexes.ouvrirMenu(this.#plageIci()));
    else this.peindre(this.curseur.bloc, intention.kind === 'fermer' ? 'fermer' : undefined);
  };

  /** Keys of the whole element. */
  readonly onToucheGenerale = (event: KeyboardEvent): void => {
    const sens = this.fige ? undefined : pasEnArriere(event);
    if (!sens) return;
    event.preventDefault();
    event.stopPropagation();
    this.reculer(sens);
  };

  #aller({ jours, minutes, etendre }: Extract<Intention, { kind: 'aller' }>): void {
    const { jour, debut } = this.curseur.courante;
    this.curseur.aller({ jour: (jour + jours) as Jour, debut: debut + minutes }, etendre);
    this.curseur.cellule?.focus();
    if (this.curseur.etendu) this.annonces.say(this.mots.selection(this.curseur.bloc));
  }

  /** Escape: what is under way is given up. False when nothing was. */
  renoncer(): boolean {
    const geste = this.pointeur.abandonner() || this.tenue !== undefined;
    if (!geste && !this.curseur.etendu) return false;
    if (geste) this.tenue?.lacher();
    else this.curseur.lacher();
    this.annonces.say(geste ? this.mots.abandon : this.mots.selectionQuittee);
    return true;
  }

  /** The range of the current cell: of the type being drawn rather than of another. */
  #plageIci(): Plage | undefined {
    const { jour, debut } = this.curseur.courante;
    const ici = this.poses(jour).map(({ morceau }) => morceau).filter((morceau) => morceau.debut < debut + this.pas && debut < morceau.fin).map(({ plage }) => plage);
    return ici.find(({ type }) => type === this.type) ?? ici[0];
  }
}

const heuresDe = ({ debut, fin }: Plage): { readonly debut: number; readonly fin: number } => ({ debut: debut % MINUTES_JOUR, fin: fin % MINUTES_JOUR || MINUTES_JOUR });
