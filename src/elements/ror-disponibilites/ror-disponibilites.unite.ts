import { html, nothing, type TemplateResult } from 'lit';
import { cellKey, type ColonnePlaces, type LignePlaces } from '../../engine/recherche/places-grid.ts';
import { countOf } from '../../engine/recherche/places.ts';
import type { PlacesUnite } from '../../engine/recherche/resultats.ts';
import { icons } from '../../ui/icons.ts';
import { pivotTable } from '../../ui/pivot-table.ts';
import { renderFermetures, fermetureMessages } from './ror-disponibilites.fermetures.ts';
import type { ChampFermeture, Lecture, Saisie } from './saisie.ts';
import type { Libelles, Mots } from './types.ts';

export interface UniteProps {
  readonly mots: Mots;
  readonly libelles: Libelles;
  readonly unite: PlacesUnite;
  readonly ouverte: boolean;
  /** Nothing can be typed. */
  readonly consultation: boolean;
  readonly saisie: Saisie;
  /** Whether something typed is not written. */
  readonly change: boolean;
  readonly lecture: Lecture;
  readonly quittes: ReadonlySet<string>;
  readonly enCours: boolean;
  /** Why the last writing failed. */
  readonly echec: string;
  readonly age: number | undefined;
  readonly titre: (contenu: unknown) => TemplateResult;
  readonly onOuvrir: (ouverte: boolean) => void;
  readonly onTexte: (cle: string, texte: string) => void;
  readonly onQuitter: (cle: string) => void;
  readonly onFermeture: (cle: string, champ: ChampFermeture, texte: string) => void;
  readonly onAjouter: () => void;
  readonly onRetirer: (cle: string) => void;
  readonly onEnregistrer: () => void;
  readonly onAbandonner: () => void;
}

/** Counted more days ago than this, a number tells a caller little. */
const STALE_DAYS = 2;

/** One unit: what it has and since when, then its numbers and closings when it is open. */
export function renderUnite(props: UniteProps): TemplateResult {
  const { unite, ouverte, mots: { disponibilites: mots }, age } = props;
  const { disponibles, installees } = countOf(unite.capacites);
  const ancien = age === undefined || age >= STALE_DAYS;
  return html`<li class="unite" part="unite">
    <div class="tete">
      ${props.titre(html`<button type="button" class="ouvrir" id="unite-${unite.id}" aria-expanded=${ouverte} aria-controls=${ouverte ? `saisie-${unite.id}` : nothing}
        @click=${() => { props.onOuvrir(!ouverte); }}>${icons.chevron}<span>${unite.nom}</span></button>`)}
      <p class="soft">${mots.resume(disponibles, installees)}</p>
      <p class="fraicheur ${ancien ? 'ancien' : ''}" title=${unite.dateMiseJour === null ? nothing : mots.maj(unite.dateMiseJour)}>${ancien ? icons.warning : nothing}${age === undefined ? mots.jamais : mots.fraicheur(age)}</p>
    </div>
    ${ouverte ? renderForm(props) : nothing}
  </li>`;
}

function renderForm(props: UniteProps): TemplateResult {
  const { unite, saisie, change, consultation, enCours, lecture, mots: { disponibilites: mots } } = props;
  const { grille } = lecture;
  if (consultation) return html`<div class="saisie" id="saisie-${unite.id}">${renderTable(props)}
    ${renderFermetures(props)}</div>`;
  const aCorriger = saisie.tentee ? lecture.erreurs.size : 0;
  return html`<form class="saisie" id="saisie-${unite.id}" novalidate @submit=${(event: Event) => { event.preventDefault(); props.onEnregistrer(); }}>
    ${renderTable(props)}
    ${grille.gardees.length > 0 ? html`<p class="soft">${mots.gardes(grille.gardees.length)}</p>` : nothing}
    ${renderFermetures(props)}
    ${props.echec === '' ? nothing : html`<p class="error" role="alert">${props.echec}</p>`}
    ${aCorriger > 0 ? html`<p class="error">${mots.aCorriger(aCorriger)}</p>` : nothing}
    <div class="buttons">
      <button class="button primary" aria-disabled=${enCours ? 'true' : nothing}>${enCours ? mots.enCours : mots.enregistrer}</button>
      ${change ? html`<button type="button" class="button" @click=${props.onAbandonner}>${mots.abandonner}</button>` : nothing}
    </div>
  </form>`;
}

function renderTable(props: UniteProps): TemplateResult {
  const { consultation, unite, saisie, lecture: { grille }, mots: { disponibilites: mots } } = props;
  return pivotTable({
    id: `grille-${unite.id}`, caption: mots.tableau(unite.nom), corner: mots.nature,
    columns: grille.colonnes.map((colonne) => ({ key: colonne.cle, label: columnLabel(colonne, props) })),
    rows: grille.lignes.map((ligne) => ({ key: ligne.cle, label: rowLabel(ligne, props) })),
    cell: (ligne, colonne) => {
      const text = saisie.textes.get(cellKey(ligne, colonne)) ?? '';
      return consultation && text === '' ? undefined : { text, messages: fermetureMessages(props, cellKey(ligne, colonne)) };
    },
    ...(!consultation && {
      onText: (ligne: string, colonne: string, texte: string) => { props.onTexte(cellKey(ligne, colonne), texte); },
      onLeave: (ligne: string, colonne: string) => { props.onQuitter(cellKey(ligne, colonne)); },
    }),
  });
}

function columnLabel({ attributs }: ColonnePlaces, { libelles, mots }: UniteProps): string {
  const { statutCapacite, genreCapaciteDispo, typeFermetureCapacite, typeLitsSupplementaire } = attributs;
  const precision = genreCapaciteDispo !== undefined ? libelles.genre.of(genreCapaciteDispo)
    : typeFermetureCapacite !== undefined ? libelles.fermeture.of(typeFermetureCapacite)
      : typeLitsSupplementaire === undefined ? undefined : libelles.supplement.of(typeLitsSupplementaire);
  return mots.disponibilites.colonne(libelles.statut.of(statutCapacite), precision);
}

/** Nobody is told of an affectation that is none, nor of the only place. */
function rowLabel({ nature, affectation, rang }: LignePlaces, { libelles, lecture: { grille }, mots }: UniteProps): string {
  const plusieurs = grille.lignes.some((one) => one.rang > 0);
  return mots.disponibilites.ligne(libelles.nature.of(nature), affectation === '01' ? undefined : libelles.affectation.of(affectation), plusieurs ? rang + 1 : undefined);
}
