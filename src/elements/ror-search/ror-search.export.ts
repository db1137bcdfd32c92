import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { wordsOf } from '../../controllers/words-controller.ts';
import type { Criteres } from '../../engine/recherche/criteres.ts';
import { criteresGiven } from '../../engine/recherche/given.ts';
import type { PageResultats } from '../../engine/recherche/resultats.ts';
import { rechercheExport } from '../../i18n/fr/recherche-export.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { officialSource } from '../../nomenclature/load.ts';
import { download } from '../../ui/download.ts';
import { RorRechercheExportEvent } from './export-event.ts';
import type { Contenu, ContenuProps } from './result-dialog.ts';
import { searchFile, type Format } from './search-file.ts';
import { critereLabel } from './labels.ts';
import type { Contexte } from './types.ts';

/** Loaded when asked. */
export const ouvrir = (host: LitElement): Contenu => new Export(host);

type Etat = { readonly nom: 'repos' | 'arrete' | 'echec' } | { readonly nom: 'en-cours'; readonly fait: number; readonly total: number } | { readonly nom: 'fait'; readonly fichier: string };

/** *Exporter*: all the results as a file, with how far it is and the way to stop it. */
class Export implements Contenu {
  readonly #host: LitElement;
  #format: Format = 'xlsx';
  #state: Etat = { nom: 'repos' };
  #abort: AbortController | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The window is closed, or the element is gone: what was asked is not wanted any more. */
  readonly forget = (): void => {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#state = { nom: 'repos' };
  };

  readonly render = (props: ContenuProps): TemplateResult => {
    const words = wordsOf(props.donnes, { rechercheExport }).rechercheExport;
    const etat = this.#state;
    const enCours = etat.nom === 'en-cours';
    return html`<h2 class="heading" id=${props.headingId} tabindex="-1">${words.titre}</h2>
      <p class="second">${words.aide}</p>
      <form class="export" @submit=${(event: Event) => {
        event.preventDefault();
        if (enCours) this.#stop(words, props.say);
        else void this.#prepare(props, words);
      }}>
        <fieldset ?disabled=${enCours}><legend>${words.format}</legend>${(['xlsx', 'csv'] as const).map((format) => html`<label class="check"><input type="radio" name="format" value=${format}
          .checked=${this.#format === format} @change=${() => { this.#format = format; }}><span>${words.formats[format]}</span></label>`)}</fieldset>
        ${enCours ? html`<p><progress max=${Math.max(1, etat.total)} .value=${etat.fait} aria-label=${words.titre}></progress> ${words.avance(etat.fait, etat.total)}</p>` : nothing}
        ${etat.nom === 'fait' ? html`<p>${words.fait(etat.fichier)}</p>` : etat.nom === 'arrete' ? html`<p>${words.arrete}</p>` : nothing}
        ${etat.nom === 'echec' ? html`<p class="erreur" role="alert">${words.echec}</p>` : nothing}
        <button class="button ${enCours ? '' : 'primary'}">${enCours ? words.arreter : words.preparer}</button>
      </form>`;
  };

  #become(etat: Etat): void {
    this.#state = etat;
    this.#host.requestUpdate();
  }

  #stop(words: Catalogue['rechercheExport'], say: ContenuProps['say']): void {
    this.forget();
    this.#become({ nom: 'arrete' });
    say(words.arrete);
  }

  async #prepare({ contexte, client, source, lieu, say }: ContenuProps, words: Catalogue['rechercheExport']): Promise<void> {
    const { criteres, mots } = contexte;
    const { signal } = (this.#abort = new AbortController());
    this.#become({ nom: 'en-cours', fait: 0, total: 0 });
    try {
      const fichier = await searchFile({
        client: client(), criteres, source: source ?? officialSource, format: this.#format, mots: words, repertoire: words.repertoire(location.host), signal,
        dits: (tri) => ({ criteres: inWords(criteres, lieu, contexte), tri: mots.tris[tri as PageResultats['tri']] }),
        avance: (fait, total) => {
          this.#become({ nom: 'en-cours', fait, total });
          say(words.avance(fait, total));
        },
      });
      signal.throwIfAborted();
      this.#become({ nom: 'fait', fichier: fichier.nom });
      say(words.fait(fichier.nom));
      if (this.#host.dispatchEvent(new RorRechercheExportEvent(fichier))) download(fichier.nom, fichier.fichier);
    } catch {
      if (!signal.aborted) this.#become({ nom: 'echec' });
    }
  }
}

const inWords = (criteres: Criteres, lieu: string, { libelles, mots }: Contexte): readonly string[] =>
  criteresGiven(criteres).map((critere) => critereLabel(critere, criteres, lieu, libelles, mots));
