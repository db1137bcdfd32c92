import { html, nothing, type TemplateResult } from 'lit';
import type { RorClientError } from '../../client/errors.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { asFailure } from '../../controllers/failure.ts';
import { wordsOf } from '../../controllers/words-controller.ts';
import type { OutputOf } from '../../contract/operation.ts';
import type { Operations } from '../../contract/operations.ts';
import type { Contenu, Fiche, Saisie } from '../../domain/fiche.ts';
import type { TypeFiche } from '../../domain/noeud.ts';
import type { RefusCorrection } from '../../engine/correction/refus.ts';
import { findField } from '../../engine/fiche/schema-index.ts';
import type { FormSchema } from '../../engine/fiche/types.ts';
import { correction as french } from '../../i18n/fr/correction.ts';
import type { Catalogue, Messages } from '../../i18n/messages.ts';
import '../ror-fiche-form/define.ts';
import type { RorFicheSaveEvent } from '../ror-fiche-form/events.ts';
import type { Support } from '../ror-fiche-form/ror-fiche-form.ailleurs.ts';
import { wordIssue } from '../ror-fiche-form/ror-fiche-form.fields.ts';
import type { RorFicheForm } from '../ror-fiche-form/ror-fiche-form.ts';
import { RorFicheCorrectionEvent } from './events.ts';
import type { Lue } from './lue.ts';
import { Repercussion } from './repercussion.ts';
import { changedValues, toCorrect } from './valeurs.ts';

type Corrigee = Exclude<OutputOf<Operations['corrigerFiche']>, { refus: RefusCorrection }>;

/** What was typed into a block that was left. */
export interface EnSuspens {
  readonly encadre: string;
  /** Title of the block. */
  readonly titre: string;
  readonly fiche: Fiche;
  readonly saisie: Saisie;
}

interface Page {
  readonly element: HTMLElement & { requestUpdate(): void; readonly updateComplete: Promise<boolean>; readonly renderRoot: HTMLElement | DocumentFragment };
  readonly client: () => Caller;
  readonly messages: () => Messages;
  readonly dire: (message: string) => void;
  /** The répertoire holds this now. */
  readonly adopter: (corrigee: Corrigee) => void;
  /** Leads the person back to what they have corrected. */
  readonly mener: (encadre: string) => void;
}

/** *Modifier un encadré*: one block of a published fiche in its form, saved at once. Comes with the first correction. */
export class Correction {
  /** The block that is open; undefined while none is. */
  encadre: string | undefined;
  readonly repercussion: Repercussion;
  readonly #page: Page;
  #fiche: Fiche | undefined;
  #draft: Saisie | undefined;
  #schema: FormSchema | undefined;
  #contents = new Map<number, Contenu>();
  #failure: Pick<RorClientError, 'kind' | 'problem'> | undefined;
  #notice: { readonly texte: string; readonly lignes: readonly string[] } | undefined;
  #busy = false;

  constructor(page: Page) {
    this.#page = page;
    this.repercussion = new Repercussion({ ...page, mots: () => this.#words });
  }

  get #words(): Catalogue['correction'] {
    return wordsOf(this.#page.messages(), { correction: french }).correction;
  }

  get #form(): RorFicheForm | null {
    return this.#page.element.renderRoot.querySelector('ror-fiche-form');
  }

  /** Opens a block: as it is published, or as the person had left it. */
  open(lue: Lue, encadre: string, reprise?: EnSuspens): void {
    this.encadre = encadre;
    this.#fiche = reprise?.fiche ?? enFiche(lue);
    this.#draft = reprise?.saisie;
    this.#schema = toCorrect(lue.schema, lue.acteur);
    this.#contents = new Map([[this.#fiche.version, this.#fiche.contenu]]);
    this.#failure = this.#notice = undefined;
    this.#page.element.requestUpdate();
    void this.#take();
  }

  async #take(): Promise<void> {
    await this.#page.element.updateComplete;
    this.#form?.focus();
  }

  close(): void {
    this.encadre = this.#fiche = this.#draft = undefined;
    this.#failure = this.#notice = undefined;
    this.#page.element.requestUpdate();
  }

  /** What the person typed and did not save, when they leave; undefined when there is nothing. */
  leave(): EnSuspens | undefined {
    const form = this.#form;
    const laissee = this.encadre && this.#fiche && form?.modified ? { encadre: this.encadre, titre: this.#schema?.sections.find(({ id }) => id === this.encadre)?.title ?? this.encadre, fiche: this.#fiche, saisie: form.saisie() } : undefined;
    this.close();
    return laissee;
  }

  /** The block in its form. */
  render(lue: Lue, { titre, level, support }: { readonly titre: string; readonly level: number; readonly support: Support | undefined }): TemplateResult {
    const { etablissement, contenu, noeud } = lue;
    const dessus = etablissement?.contenu ?? contenu;
    const mots = this.#words;
    return html`<div class="correction" part="correction" role="group" aria-label=${mots.titre(titre)}>
      <p class="soft">${mots.immediat}</p>
      ${this.#notice ? html`<div class="banner danger" role="alert"><p>${this.#notice.texte}</p>${this.#notice.lignes.length > 0 ? html`<ul>${this.#notice.lignes.map((ligne) => html`<li>${ligne}</li>`)}</ul>` : nothing}</div>` : nothing}
      <ror-fiche-form .fiche=${this.#fiche} .brouillon=${this.#draft} .schema=${this.#schema} .support=${support} .failure=${this.#failure} ?busy=${this.#busy}
        bloc=${this.encadre!} autosave="off" drafts="off" exigence="aucune" heading-level=${level} role-acteur=${lue.acteur.role}
        categorie-eg=${typeof dessus['categorieEG'] === 'string' ? dessus['categorieEG'] : nothing} nom-eg=${etablissement?.nom ?? (noeud.type === 'EG' ? noeud.nom : nothing)}
        @ror-fiche-save=${(event: RorFicheSaveEvent) => { event.stopPropagation(); void this.#save(lue, titre, event.detail); }}
        @ror-fiche-change=${(event: Event) => { event.stopPropagation(); this.#forget(); }} @ror-fiche-cancel=${this.#onCancel}></ror-fiche-form>
    </div>`;
  }

  readonly #onCancel = (event: Event): void => {
    event.stopPropagation();
    const { encadre } = this;
    this.close();
    if (encadre) this.#page.mener(encadre);
  };

  #forget(): void {
    if (!this.#notice) return;
    this.#notice = undefined;
    this.#page.element.requestUpdate();
  }

  async #save({ noeud }: Lue, titre: string, { saisie, version, ficheId }: RorFicheSaveEvent['detail']): Promise<void> {
    const encadre = this.encadre!;
    const schema = this.#schema!;
    const illisibles = Object.keys(saisie.illisibles).flatMap((path) => {
      const place = findField(schema, path);
      return place?.section.id === encadre ? [place.field.label] : [];
    });
    if (illisibles.length > 0) return this.#notify(this.#words.illisibles([...new Set(illisibles)]));
    const valeurs = changedValues(schema, encadre, this.#contents.get(version) ?? {}, saisie.contenu);
    if (Object.keys(valeurs).length === 0) {
      this.close();
      this.#page.dire(this.#words.inchangee);
      return this.#page.mener(encadre);
    }
    this.#busy = true;
    this.#failure = this.#notice = undefined;
    this.#page.element.requestUpdate();
    try {
      const answer = await this.#page.client().call('corrigerFiche', { noeudId: noeud.id, encadre, version, valeurs });
      if (this.#fiche?.id !== ficheId || this.encadre !== encadre) return;
      if ('refus' in answer) return this.#refuse(answer.refus);
      this.close();
      this.#page.adopter(answer);
      this.#page.dire(this.#words.enregistree(titre));
      this.#page.element.dispatchEvent(new RorFicheCorrectionEvent(noeud.id, encadre, answer.version));
      if (answer.repercussion) this.repercussion.ask(answer.repercussion, encadre);
      else this.#page.mener(encadre);
    } catch (error) {
      if (this.#fiche?.id === ficheId) this.#failure = this.#asFiches(asFailure(error));
    } finally {
      this.#busy = false;
      this.#page.element.requestUpdate();
    }
  }

  /** The version of the server as the form compares it: a fiche. */
  #asFiches(failure: RorClientError): Pick<RorClientError, 'kind' | 'problem'> {
    const actuelle = failure.kind === 'stale' ? (failure.problem?.actuel as Lue | undefined) : undefined;
    if (!failure.problem || !actuelle?.noeud) return failure;
    const fiche = enFiche(actuelle);
    this.#contents.set(fiche.version, fiche.contenu);
    return { kind: 'stale', problem: { ...failure.problem, actuel: fiche } };
  }

  #refuse(refus: RefusCorrection): void {
    const texte = (this.#words.refus[refus.code] as (refus: RefusCorrection) => string)(refus);
    this.#notify(texte, refus.code !== 'champs-invalides' ? [] : refus.issues.flatMap((issue) => {
      const field = findField(this.#schema!, issue.path)?.field;
      return field ? [`${field.label} : ${wordIssue(issue, { field, value: undefined }, this.#page.messages()).text}`] : [];
    }));
  }

  #notify(texte: string, lignes: readonly string[] = []): void {
    this.#notice = { texte, lignes };
    this.#page.element.requestUpdate();
  }
}

/** A published node as the form takes it. */
const enFiche = ({ noeud, contenu, version, dateMiseJour }: Pick<Lue, 'noeud' | 'contenu' | 'version' | 'dateMiseJour'>): Fiche => ({
  id: noeud.id, type: noeud.type as TypeFiche, parentId: null, nom: noeud.nom, etat: 'finalisee', version, contenu, illisibles: {}, dateMiseJour: dateMiseJour ?? '',
});
