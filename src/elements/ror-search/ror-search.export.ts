import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Caller } from '../../controllers/contexts.ts';
import { wordsOf } from '../../controllers/words-controller.ts';
import type { Criteres } from '../../engine/recherche/criteres.ts';
import { criteresDonnes } from '../../engine/recherche/donnes.ts';
import type { PageResultats } from '../../engine/recherche/resultats.ts';
import { rechercheExport } from '../../i18n/fr/recherche-export.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { officialSource, type NomenclatureSource } from '../../nomenclature/load.ts';
import { download } from '../../ui/download.ts';
import { RorRechercheExportEvent } from './events.ts';
import { fichierDeRecherche, type Format } from './fichier.ts';
import { libelleCritere } from './libelles.ts';
import type { Contexte } from './types.ts';

export interface ExportProps {
  readonly contexte: Contexte;
  readonly client: () => Caller;
  readonly source: NomenclatureSource | undefined;
  /** Where it is searched, in words. */
  readonly lieu: string;
  readonly donnes: Partial<Catalogue> | undefined;
  readonly headingId: string;
}

type Etat = { readonly nom: 'repos' | 'arrete' | 'echec' } | { readonly nom: 'en-cours'; readonly fait: number; readonly total: number } | { readonly nom: 'fait'; readonly fichier: string };

/** *Exporter*: all the results as a file, with how far it is and the way to stop it. Loaded when asked. */
export class Export {
  readonly #host: LitElement;
  readonly #say: (message: string) => void;
  #format: Format = 'xlsx';
  #etat: Etat = { nom: 'repos' };
  #arret: AbortController | undefined;

  constructor(host: LitElement, say: (message: string) => void) {
    this.#host = host;
    this.#say = say;
  }

  /** The window is closed, or the element is gone: what was asked is not wanted any more. */
  oublier(): void {
    this.#arret?.abort();
    this.#arret = undefined;
    this.#etat = { nom: 'repos' };
  }

  render(props: ExportProps): TemplateResult {
    const words = wordsOf(props.donnes, { rechercheExport }).rechercheExport;
    const etat = this.#etat;
    const enCours = etat.nom === 'en-cours';
    return html`<h2 class="heading" id=${props.headingId} tabindex="-1">${words.titre}</h2>
      <p class="second">${words.aide}</p>
      <form class="export" @submit=${(event: Event) => {
        event.preventDefault();
        if (enCours) this.#arreter(words);
        else void this.#preparer(props, words);
      }}>
        <fieldset ?disabled=${enCours}><legend>${words.format}</legend>${(['xlsx', 'csv'] as const).map((format) => html`<label class="check"><input type="radio" name="format" value=${format}
          .checked=${this.#format === format} @change=${() => { this.#format = format; }}><span>${words.formats[format]}</span></label>`)}</fieldset>
        ${enCours ? html`<p><progress max=${Math.max(1, etat.total)} .value=${etat.fait} aria-label=${words.titre}></progress> ${words.avance(etat.fait, etat.total)}</p>` : nothing}
        ${etat.nom === 'fait' ? html`<p>${words.fait(etat.fichier)}</p>` : etat.nom === 'arrete' ? html`<p>${words.arrete}</p>` : nothing}
        ${etat.nom === 'echec' ? html`<p class="erreur" role="alert">${words.echec}</p>` : nothing}
        <button class="button ${enCours ? '' : 'primary'}">${enCours ? words.arreter : words.preparer}</button>
      </form>`;
  }

  #become(etat: Etat): void {
    this.#etat = etat;
    this.#host.requestUpdate();
  }

  #arreter(words: Catalogue['rechercheExport']): void {
    this.oublier();
    this.#become({ nom: 'arrete' });
    this.#say(words.arrete);
  }

  async #preparer({ contexte, client, source, lieu }: ExportProps, words: Catalogue['rechercheExport']): Promise<void> {
    const { criteres, mots } = contexte;
    const { signal } = (this.#arret = new AbortController());
    this.#become({ nom: 'en-cours', fait: 0, total: 0 });
    try {
      const fichier = await fichierDeRecherche({
        client: client(), criteres, source: source ?? officialSource, format: this.#format, mots: words, repertoire: words.repertoire(location.host), signal,
        dits: (tri) => ({ criteres: enMots(criteres, lieu, contexte), tri: mots.tris[tri as PageResultats['tri']] }),
        avance: (fait, total) => {
          this.#become({ nom: 'en-cours', fait, total });
          this.#say(words.avance(fait, total));
        },
      });
      signal.throwIfAborted();
      this.#become({ nom: 'fait', fichier: fichier.nom });
      this.#say(words.fait(fichier.nom));
      if (this.#host.dispatchEvent(new RorRechercheExportEvent(fichier))) download(fichier.nom, fichier.fichier);
    } catch {
      if (!signal.aborted) this.#become({ nom: 'echec' });
    }
  }
}

const enMots = (criteres: Criteres, lieu: string, { libelles, mots }: Contexte): readonly string[] =>
  criteresDonnes(criteres).map((critere) => libelleCritere(critere, criteres, lieu, libelles, mots));
