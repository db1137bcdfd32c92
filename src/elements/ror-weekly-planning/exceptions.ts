import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { WordsController } from '../../controllers/words-controller.ts';
import { writeHeures, readHeures } from '../../engine/planning/heures.ts';
import { fixerJour, heuresOfJour } from '../../engine/planning/jours.ts';
import { normalizePlanning, type Exception, type Planning, type Regle } from '../../engine/planning/planning.ts';
import { summarize } from '../../engine/planning/summary.ts';
import { JOURS, TYPE_DEFAUT, type Semaine } from '../../engine/planning/types.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { planningExceptions } from '../../i18n/fr/planning-exceptions.ts';
import { illisible, refus } from '../../i18n/fr/planning-messages.ts';
import { semaine as motsDesGroupes } from '../../i18n/fr/planning-semaine.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { adopt } from '../../ui/adopt.ts';
import { listAndMenusStyles } from './list-and-menus.styles.ts';
import { onEachJour } from './block-commands.ts';
import type { Workbench, Host } from './editing.ts';
import { renderExceptions, type ExceptionDraft } from './ror-weekly-planning.exceptions.ts';

type Mots = Pick<Catalogue, 'planningExceptions' | 'commun'> & { readonly planning: Pick<Catalogue['planning'], 'semaine' | 'refus' | 'illisible'> };

/** What departs from the typical week: shown in sentences, and a small form to change it. Fetched when there is any, or when it is wanted. */
export class Exceptions implements ReactiveController {
  readonly #host: Host;
  readonly #bench: Workbench;
  readonly #words: WordsController<Mots>;
  #open = false;
  #draft: ExceptionDraft | undefined;
  #pendingFocus: string | undefined;

  constructor(host: Host, etabli: Workbench) {
    this.#host = host;
    this.#bench = etabli;
    this.#words = new WordsController<Mots>(host, { planningExceptions, commun, planning: { semaine: motsDesGroupes, refus, illisible } });
    adopt(host.shadowRoot!, listAndMenusStyles);
    etabli.value.check(normalizePlanning);
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdated(): void {
    const vise = this.#pendingFocus;
    this.#pendingFocus = undefined;
    // Not during the update: a field that is left says its change.
    if (vise) void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(vise)?.focus());
  }

  get open(): boolean {
    return this.#open;
  }

  /** An exception is being typed: it would be lost if the form went now. */
  get faulty(): { readonly champ: string; readonly message: string } | undefined {
    const { erreurs } = this.#words.current.planningExceptions;
    return this.#draft && { champ: '#exception-valider', message: this.#draft.erreur?.message ?? erreurs.enCours };
  }

  /** All of it in sentences; empty when there is only the week. */
  get phrases(): readonly string[] {
    const { planningExceptions: mots } = this.#words.current;
    const { exceptions = [], feries, vacances, validite, fermeture } = this.#planning;
    return [
      ...exceptions.map((exception) => this.#phrase(exception)),
      ...(feries === undefined ? [] : [mots.regles.feries(feries)]), ...(vacances === undefined ? [] : [mots.regles.vacances(vacances)]),
      ...(validite ? [mots.validite(validite)] : []), ...(fermeture ? [mots.fermee] : []),
    ];
  }

  /** What is said of them when a step was taken back. */
  get summary(): string {
    return this.phrases.map((phrase) => `${phrase}.`).join(' ') || this.#words.current.planningExceptions.aucune;
  }

  toggle(): void {
    this.#open = !this.#open;
    this.#draft = undefined;
    this.#host.requestUpdate();
  }

  /** The value comes from elsewhere: what was being typed goes. */
  forget(): void {
    this.#draft = undefined;
    this.#bench.value.check(normalizePlanning);
  }

  get #planning(): Planning {
    return this.#bench.value.planning;
  }

  #phrase(exception: Exception): string {
    const { planningExceptions: mots, planning } = this.#words.current;
    return mots.phrase(exception, exception.semaine ? planning.semaine(summarize(exception.semaine)) : '');
  }

  // --- What the person does ------------------------------------------------------------------------------------------

  #apply(parts: Partial<{ [K in 'exceptions' | 'feries' | 'vacances']: Planning[K] | undefined }>, dire: string): void {
    if (this.#bench.value.apply(parts)) this.#bench.changed();
    this.#bench.announcer.say(dire);
    this.#host.requestUpdate();
  }

  readonly #setRule = (quoi: 'feries' | 'vacances', choix: string): void => {
    const { regles, faits, champs } = this.#words.current.planningExceptions;
    if (choix === 'heures') return;
    const regle = (choix || undefined) as Extract<Regle, string> | undefined;
    this.#apply({ [quoi]: regle }, regle ? faits.regle(regles[quoi](regle)) : faits.sansRegle(champs[quoi]));
  };

  readonly #start = (rang: number | undefined): void => {
    const exception = rang === undefined ? undefined : this.#planning.exceptions?.[rang];
    const { effet = 'fermeture', du = '', au = '', motif = '' } = exception ?? {};
    this.#draft = { rang, effet, du, au: au === du ? '' : au, sansFin: exception !== undefined && exception.au === undefined, motif, ...heuresDe(exception?.semaine, this.#words.current.planning.semaine) };
    this.#pendingFocus = '#exception-effet';
    this.#host.requestUpdate();
  };

  readonly #change = (parts: Partial<ExceptionDraft>): void => {
    if (this.#draft) this.#draft = { ...this.#draft, ...parts };
    this.#host.requestUpdate();
  };

  readonly #giveUp = (): void => {
    this.#pendingFocus = this.#draft?.rang === undefined ? '#exception-ajouter' : `#exception-${this.#draft.rang} button`;
    this.#draft = undefined;
    this.#host.requestUpdate();
  };

  readonly #confirm = (): void => {
    const brouillon = this.#draft;
    if (!brouillon) return;
    const { planningExceptions: { erreurs, faits } } = this.#words.current;
    const { rang, effet, sansFin } = brouillon;
    const [du, au] = [brouillon.du || undefined, sansFin ? undefined : brouillon.au || brouillon.du || undefined];
    if (!du && !au) return this.#refuse('du', erreurs.date);
    if (du && au && au < du) return this.#refuse('au', erreurs.ordre);
    const { exceptions = [] } = this.#planning;
    const heures = this.#readHeures(brouillon, rang === undefined ? undefined : exceptions[rang]);
    if (heures.erreur !== undefined) return this.#refuse('heures', heures.erreur);
    if (effet !== 'fermeture' && !heures.semaine) return this.#refuse('heures', erreurs.heures);
    const motif = brouillon.motif.trim();
    const exception: Exception = { effet, ...(du && { du }), ...(au && { au }), ...(heures.semaine && { semaine: heures.semaine }), ...(motif && { motif }) };
    const autres = exceptions.filter((_, place) => place !== rang);
    const toutes = [...autres, exception].sort((a, b) => ((a.du ?? '') < (b.du ?? '') ? -1 : (a.du ?? '') > (b.du ?? '') ? 1 : 0));
    this.#draft = undefined;
    this.#pendingFocus = `#exception-${toutes.indexOf(exception)} button`;
    this.#apply({ exceptions: toutes }, faits[rang === undefined ? 'ajoutee' : 'modifiee'](this.#phrase(exception)));
  };

  readonly #remove = (rang: number): void => {
    const { exceptions = [] } = this.#planning;
    const exception = exceptions[rang];
    if (!exception) return;
    this.#draft = undefined;
    this.#pendingFocus = exceptions.length > 1 ? `#exception-${Math.min(rang, exceptions.length - 2)} button` : '#exception-ajouter';
    this.#apply({ exceptions: exceptions.filter((_, place) => place !== rang) }, this.#words.current.planningExceptions.faits.supprimee(this.#phrase(exception)));
  };

  #refuse(champ: 'du' | 'au' | 'heures', message: string): void {
    this.#change({ erreur: { champ, message } });
    this.#pendingFocus = `#exception-${champ}`;
    this.#bench.announcer.say(message);
    this.#bench.commit();
  }

  /** The hours typed, on each day; those of an exception whose days differ stay when nothing is typed. */
  #readHeures({ heures, gardees }: ExceptionDraft, avant: Exception | undefined): { readonly semaine?: Semaine | undefined; readonly erreur?: string } {
    const { planning } = this.#words.current;
    if (heures.trim() === '') return gardees === undefined ? {} : { semaine: avant?.semaine };
    const lues = readHeures(heures);
    if (!lues.heures) return { erreur: planning.illisible(lues.position, lues.raison) };
    const suite = onEachJour([], JOURS, (faite, jour) => fixerJour(faite, jour, lues.heures, TYPE_DEFAUT));
    return suite.refus ? { erreur: planning.refus(suite.refus) } : { semaine: suite.semaine.length > 0 ? suite.semaine : undefined };
  }

  // --- Rendering -----------------------------------------------------------------------------------------------------

  /** For those who only look: beside the sentence of the week. */
  renderPhrases(): TemplateResult | typeof nothing {
    const { phrases } = this;
    return phrases.length === 0 ? nothing : html`<ul class="exceptions-lues" part="exceptions">${phrases.map((phrase) => html`<li>${phrase}</li>`)}</ul>`;
  }

  renderEdition(feries: boolean): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const { planningExceptions: mots, commun: { annuler } } = this.#words.current;
    const { exceptions = [] } = this.#planning;
    return renderExceptions({
      mots, annuler, feries: feries ? this.#planning : undefined, phrases: exceptions.map((exception) => this.#phrase(exception)), brouillon: this.#draft,
      onRegle: this.#setRule, onCommencer: this.#start, onChange: this.#change, onValider: this.#confirm, onRenoncer: this.#giveUp, onSupprimer: this.#remove,
    });
  }
}

/** The hours as one text when each day has the same; else in words, to be kept. */
function heuresDe(semaine: Semaine | undefined, enMots: Catalogue['planning']['semaine']): Pick<ExceptionDraft, 'heures' | 'gardees'> {
  if (!semaine) return { heures: '', gardees: undefined };
  const textes = JOURS.map((jour) => writeHeures(heuresOfJour(semaine, jour, TYPE_DEFAUT)));
  const simple = textes.every((texte) => texte === textes[0]) && semaine.every(({ type }) => type === TYPE_DEFAUT);
  return simple ? { heures: textes[0] ?? '', gardees: undefined } : { heures: '', gardees: enMots(summarize(semaine)) };
}
