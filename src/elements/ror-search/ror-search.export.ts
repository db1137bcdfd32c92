import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { wordsOf } from '../../controllers/words-controller.ts';
import type { Criteres } from '../../engine/recherche/criteres.ts';
import { criteresDonnes } from '../../engine/recherche/donnes.ts';
import type { PageResultats } from '../../engine/recherche/resultats.ts';
import { rechercheExport } from '../../i18n/fr/recherche-export.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { officialSource } from '../../nomenclature/load.ts';
import { download } from '../../ui/download.ts';
import { RorRechercheExportEvent } from './export-event.ts';
import type { Contenu, ContenuProps } from './fenetre.ts';
import { fichierDeRecherche, type Format } from './fichier.ts';
import { libelleCritere } from './libelles.ts';
import type { Contexte } from './types.ts';

/** Loaded when asked. */
export const ouvrir = (host: LitElement): Contenu => new Export(host);

type Etat = { readonly nom: 'repos' | 'arrete' | 'echec' } | { readonly nom: 'en-cours'; readonly fait: number; readonly total: number } | { readonly nom: 'fait'; readonly fichier: string };

/** *Exporter*: all the results as a file, with how far it is and the way to stop it. */
class Export implements Contenu {
  readonly #host: LitElement;
  #format: Format = 'xlsx';
  #etat: Etat = { nom: 'repos' };
  #arret: AbortController | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The window is closed, or the element is gone: what was asked is not wanted any more. */
  readonly oublier = (): void => {
    this.#arret?.abort();
    this.#arret = undefined;
    this.#etat = { nom: 'repos' };
  };

  readonly render = (props: ContenuProps): TemplateResult => {
    const words = wordsOf(props.donnes, { rechercheExport }).rechercheExport;
    const etat = this.#etat;
    const enCours = etat.nom === 'en-cours';
    return html`<h2 class="heading" id=${props.headingId} tabindex="-1">${words.titre}</h2>
      <p class="second">${words.aide}</p>
      <form class="export" @submit=${(event: Event) => {
        event.preventDefault();
        if (enCours) this.#arreter(words, props.say);
        else void this.#preparer(props, words);
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
    this.#etat = etat;
    this.#host.requestUpdate();
  }

  #arreter(words: Catalogue['rechercheExport'], say: ContenuProps['say']): void {
    this.oublier();
    this.#become({ nom: 'arrete' });
    say(words.arrete);
  }

  async #preparer({ contexte, client, source, lieu, say }: ContenuProps, words: Catalogue['rechercheExport']): Promise<void> {
    const { criteres, mots } = contexte;
    const { signal } = (this.#arret = new AbortController());
    this.#become({ nom: 'en-cours', fait: 0, total: 0 });
    try {
      const fichier = await fichierDeRecherche({
        client: client(), criteres, source: source ?? officialSource, format: this.#format, mots: words, repertoire: words.repertoire(location.host), signal,
        dits: (tri) => ({ criteres: enMots(criteres, lieu, contexte), tri: mots.tris[tri as PageResultats['tri']] }),
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

const enMots = (criteres: Criteres, lieu: string, { libelles, mots }: Contexte): readonly string[] =>
  criteresDonnes(criteres).map((critere) => libelleCritere(critere, criteres, lieu, libelles, mots));
