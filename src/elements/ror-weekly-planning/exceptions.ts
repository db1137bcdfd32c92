import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { WordsController } from '../../controllers/words-controller.ts';
import { ecrireHeures, lireHeures } from '../../engine/planning/heures.ts';
import { fixerJour, heuresDuJour } from '../../engine/planning/jours.ts';
import { normaliserPlanning, type Exception, type Planning, type Regle } from '../../engine/planning/planning.ts';
import { resumer } from '../../engine/planning/resume.ts';
import { JOURS, TYPE_DEFAUT, type Semaine } from '../../engine/planning/types.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { planningExceptions } from '../../i18n/fr/planning-exceptions.ts';
import { illisible, refus } from '../../i18n/fr/planning-messages.ts';
import { semaine as motsDesGroupes } from '../../i18n/fr/planning-semaine.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { adopter } from './adopter.ts';
import { annexesStyles } from './annexes.styles.ts';
import { surChaque } from './commandes.ts';
import type { Etabli, Host } from './edition.ts';
import { renderExceptions, type Brouillon } from './ror-weekly-planning.exceptions.ts';

type Mots = Pick<Catalogue, 'planningExceptions' | 'commun'> & { readonly planning: Pick<Catalogue['planning'], 'semaine' | 'refus' | 'illisible'> };

/** What departs from the typical week: shown in sentences, and a small form to change it. Fetched when there is any, or when it is wanted. */
export class Exceptions implements ReactiveController {
  readonly #host: Host;
  readonly #etabli: Etabli;
  readonly #mots: WordsController<Mots>;
  #ouvert = false;
  #brouillon: Brouillon | undefined;
  #viser: string | undefined;

  constructor(host: Host, etabli: Etabli) {
    this.#host = host;
    this.#etabli = etabli;
    this.#mots = new WordsController<Mots>(host, { planningExceptions, commun, planning: { semaine: motsDesGroupes, refus, illisible } });
    adopter(host.shadowRoot!, annexesStyles);
    etabli.saisie.verifier(normaliserPlanning);
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdated(): void {
    const vise = this.#viser;
    this.#viser = undefined;
    // Not during the update: a field that is left says its change.
    if (vise) void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(vise)?.focus());
  }

  get ouvert(): boolean {
    return this.#ouvert;
  }

  /** An exception is being typed: it would be lost if the form went now. */
  get fautive(): { readonly champ: string; readonly message: string } | undefined {
    const { erreurs } = this.#mots.current.planningExceptions;
    return this.#brouillon && { champ: '#exception-valider', message: this.#brouillon.erreur?.message ?? erreurs.enCours };
  }

  /** All of it in sentences; empty when there is only the week. */
  get phrases(): readonly string[] {
    const { planningExceptions: mots } = this.#mots.current;
    const { exceptions = [], feries, vacances, validite, fermeture } = this.#planning;
    return [
      ...exceptions.map((exception) => this.#phrase(exception)),
      ...(feries === undefined ? [] : [mots.regles.feries(feries)]), ...(vacances === undefined ? [] : [mots.regles.vacances(vacances)]),
      ...(validite ? [mots.validite(validite)] : []), ...(fermeture ? [mots.fermee] : []),
    ];
  }

  /** What is said of them when a step was taken back. */
  get resume(): string {
    return this.phrases.map((phrase) => `${phrase}.`).join(' ') || this.#mots.current.planningExceptions.aucune;
  }

  basculer(): void {
    this.#ouvert = !this.#ouvert;
    this.#brouillon = undefined;
    this.#host.requestUpdate();
  }

  /** The value comes from elsewhere: what was being typed goes. */
  oublier(): void {
    this.#brouillon = undefined;
    this.#etabli.saisie.verifier(normaliserPlanning);
  }

  get #planning(): Planning {
    return this.#etabli.saisie.planning;
  }

  #phrase(exception: Exception): string {
    const { planningExceptions: mots, planning } = this.#mots.current;
    return mots.phrase(exception, exception.semaine ? planning.semaine(resumer(exception.semaine)) : '');
  }

  // --- What the person does ------------------------------------------------------------------------------------------

  #faire(parts: Partial<{ [K in 'exceptions' | 'feries' | 'vacances']: Planning[K] | undefined }>, dire: string): void {
    if (this.#etabli.saisie.faire(parts)) this.#etabli.signaler();
    this.#etabli.annonces.say(dire);
    this.#host.requestUpdate();
  }

  readonly #regler = (quoi: 'feries' | 'vacances', choix: string): void => {
    const { regles, faits, champs } = this.#mots.current.planningExceptions;
    if (choix === 'heures') return;
    const regle = (choix || undefined) as Extract<Regle, string> | undefined;
    this.#faire({ [quoi]: regle }, regle ? faits.regle(regles[quoi](regle)) : faits.sansRegle(champs[quoi]));
  };

  readonly #commencer = (rang: number | undefined): void => {
    const exception = rang === undefined ? undefined : this.#planning.exceptions?.[rang];
    const { effet = 'fermeture', du = '', au = '', motif = '' } = exception ?? {};
    this.#brouillon = { rang, effet, du, au: au === du ? '' : au, sansFin: exception !== undefined && exception.au === undefined, motif, ...heuresDe(exception?.semaine, this.#mots.current.planning.semaine) };
    this.#viser = '#exception-effet';
    this.#host.requestUpdate();
  };

  readonly #changer = (parts: Partial<Brouillon>): void => {
    if (this.#brouillon) this.#brouillon = { ...this.#brouillon, ...parts };
    this.#host.requestUpdate();
  };

  readonly #renoncer = (): void => {
    this.#viser = this.#brouillon?.rang === undefined ? '#exception-ajouter' : `#exception-${this.#brouillon.rang} button`;
    this.#brouillon = undefined;
    this.#host.requestUpdate();
  };

  readonly #valider = (): void => {
    const brouillon = this.#brouillon;
    if (!brouillon) return;
    const { planningExceptions: { erreurs, faits } } = this.#mots.current;
    const { rang, effet, sansFin } = brouillon;
    const [du, au] = [brouillon.du || undefined, sansFin ? undefined : brouillon.au || brouillon.du || undefined];
    if (!du && !au) return this.#refuser('du', erreurs.date);
    if (du && au && au < du) return this.#refuser('au', erreurs.ordre);
    const { exceptions = [] } = this.#planning;
    const heures = this.#lireHeures(brouillon, rang === undefined ? undefined : exceptions[rang]);
    if (heures.erreur !== undefined) return this.#refuser('heures', heures.erreur);
    if (effet !== 'fermeture' && !heures.semaine) return this.#refuser('heures', erreurs.heures);
    const motif = brouillon.motif.trim();
    const exception: Exception = { effet, ...(du && { du }), ...(au && { au }), ...(heures.semaine && { semaine: heures.semaine }), ...(motif && { motif }) };
    const autres = exceptions.filter((_, place) => place !== rang);
    const toutes = [...autres, exception].sort((a, b) => ((a.du ?? '') < (b.du ?? '') ? -1 : (a.du ?? '') > (b.du ?? '') ? 1 : 0));
    this.#brouillon = undefined;
    this.#viser = `#exception-${toutes.indexOf(exception)} button`;
    this.#faire({ exceptions: toutes }, faits[rang === undefined ? 'ajoutee' : 'modifiee'](this.#phrase(exception)));
  };

  readonly #supprimer = (rang: number): void => {
    const { exceptions = [] } = this.#planning;
    const exception = exceptions[rang];
    if (!exception) return;
    this.#brouillon = undefined;
    this.#viser = exceptions.length > 1 ? `#exception-${Math.min(rang, exceptions.length - 2)} button` : '#exception-ajouter';
    this.#faire({ exceptions: exceptions.filter((_, place) => place !== rang) }, this.#mots.current.planningExceptions.faits.supprimee(this.#phrase(exception)));
  };

  #refuser(champ: 'du' | 'au' | 'heures', message: string): void {
    this.#changer({ erreur: { champ, message } });
    this.#viser = `#exception-${champ}`;
    this.#etabli.annonces.say(message);
    this.#etabli.valider();
  }

  /** The hours typed, on each day; those of an exception whose days differ stay when nothing is typed. */
  #lireHeures({ heures, gardees }: Brouillon, avant: Exception | undefined): { readonly semaine?: Semaine | undefined; readonly erreur?: string } {
    const { planning } = this.#mots.current;
    if (heures.trim() === '') return gardees === undefined ? {} : { semaine: avant?.semaine };
    const lues = lireHeures(heures);
    if (!lues.heures) return { erreur: planning.illisible(lues.position, lues.raison) };
    const suite = surChaque([], JOURS, (faite, jour) => fixerJour(faite, jour, lues.heures, TYPE_DEFAUT));
    return suite.refus ? { erreur: planning.refus(suite.refus) } : { semaine: suite.semaine.length > 0 ? suite.semaine : undefined };
  }

  // --- Rendering -----------------------------------------------------------------------------------------------------

  /** For those who only look: beside the sentence of the week. */
  renderPhrases(): TemplateResult | typeof nothing {
    const { phrases } = this;
    return phrases.length === 0 ? nothing : html`<ul class="exceptions-lues" part="exceptions">${phrases.map((phrase) => html`<li>${phrase}</li>`)}</ul>`;
  }

  renderEdition(feries: boolean): TemplateResult | typeof nothing {
    if (!this.#ouvert) return nothing;
    const { planningExceptions: mots, commun: { annuler } } = this.#mots.current;
    const { exceptions = [] } = this.#planning;
    return renderExceptions({
      mots, annuler, feries: feries ? this.#planning : undefined, phrases: exceptions.map((exception) => this.#phrase(exception)), brouillon: this.#brouillon,
      onRegle: this.#regler, onCommencer: this.#commencer, onChange: this.#changer, onValider: this.#valider, onRenoncer: this.#renoncer, onSupprimer: this.#supprimer,
    });
  }
}

/** The hours as one text when each day has the same; else in words, to be kept. */
function heuresDe(semaine: Semaine | undefined, enMots: Catalogue['planning']['semaine']): Pick<Brouillon, 'heures' | 'gardees'> {
  if (!semaine) return { heures: '', gardees: undefined };
  const textes = JOURS.map((jour) => ecrireHeures(heuresDuJour(semaine, jour, TYPE_DEFAUT)));
  const simple = textes.every((texte) => texte === textes[0]) && semaine.every(({ type }) => type === TYPE_DEFAUT);
  return simple ? { heures: textes[0] ?? '', gardees: undefined } : { heures: '', gardees: enMots(resumer(semaine)) };
}
