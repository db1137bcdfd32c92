import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Dossier } from '../../domain/dossier.ts';
import type { Etape, Progression } from '../../engine/dossier/progression.ts';
import type { Messages } from '../../i18n/messages.ts';

type Jalon = keyof Messages['dossier']['parcours'];

/** The milestones of a dossier, and which one is under way. */
function parcours({ circuit, valideur, etat }: Dossier): { readonly jalons: readonly Jalon[]; readonly rang: number } {
  const jalons: readonly Jalon[] = ['fiches', ...(circuit === 'sanitaire' ? ['direction' as const] : []), valideur, 'publication'];
  const jalon: Record<Dossier['etat'], Jalon | undefined> = {
    EN_COURS: 'fiches', REFUSE: 'fiches', EN_VALIDATION_INTERNE: 'direction', EN_VALIDATION_GESTIONNAIRE: valideur,
    VALIDE: 'publication', ERREUR_PUBLICATION: 'publication', PUBLIE: undefined,
  };
  const current = jalon[etat];
  return { jalons, rang: current ? jalons.indexOf(current) : jalons.length };
}

/** Where the dossier stands between its first fiche and its publication. */
export function renderEtapes(dossier: Dossier, messages: Messages): TemplateResult {
  const { jalons, rang } = parcours(dossier);
  const words = messages.dossier;
  return html`<ol class="steps" part="steps" aria-label=${words.etapes}>${jalons.map((jalon, index) => html`
    <li class=${classMap({ step: true, done: index < rang, current: index === rang })} aria-current=${index === rang ? 'step' : nothing}>
      <span class="step-mark" aria-hidden="true">${index < rang ? '✓' : index + 1}</span>
      <span>${words.parcours[jalon]}${index < rang ? html`<span class="visually-hidden"> (${words.etapeFaite})</span>` : nothing}</span>
    </li>`)}</ol>`;
}

/** Steps that are taken in the panel of the dossier. */
const IN_PANEL: ReadonlySet<Etape> = new Set<Etape>(['choisir-date-effet', 'envoyer', 'corriger-apres-refus', 'valider-en-interne', 'valider', 'reprendre-publication']);

/** What comes next, with the way to it when it is one gesture away. */
export function renderNext(
  dossier: Dossier, progression: Progression, messages: Messages, inFiche: boolean,
  open: { readonly fiche: (ficheId: string) => void; readonly panneau: () => void },
): TemplateResult {
  const words = messages.dossier;
  const { etape, prochaineFiche, aVous, finalisees, total } = progression;
  const tone = { success: etape === 'publie' || etape === 'attendre-date-effet', warning: etape === 'reprendre-publication' || dossier.etat.startsWith('EN_VALIDATION') };
  return html`<div id="next-step" tabindex="-1" role="group" aria-label=${words.prochaine} class=${classMap({ banner: true, ...tone })} part="next-step">
    <p>
      <strong>${aVous ? words.prochaine : words.etats[dossier.etat]}</strong> — ${words.etape[etape]}
      ${dossier.etat === 'REFUSE' && dossier.motifRefus ? html`<br>${words.refuseAvec} <q>${dossier.motifRefus}</q>` : nothing}
    </p>
    <div class="progress">
      <progress max=${total} value=${finalisees} aria-label=${words.avancement}></progress>
      <span>${words.progression(finalisees, total)}</span>
    </div>
    ${etape === 'completer-fiches' && prochaineFiche ? html`
      <button type="button" class="button primary small" @click=${() => { open.fiche(prochaineFiche.id); }}>
        ${words.prochaineFiche(prochaineFiche.nom || words.sansNom[prochaineFiche.type])}
      </button>` : nothing}
    ${inFiche && IN_PANEL.has(etape) ? html`<button type="button" class="button primary small" @click=${open.panneau}>${words.allerAuDossier}</button>` : nothing}
  </div>`;
}
