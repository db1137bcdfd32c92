import { html, type TemplateResult } from 'lit';
import type { Fiche } from '../src/domain/fiche.ts';
import '../src/elements/ror-fiche-form/define.ts';
import type { RorFicheForm } from '../src/elements/ror-fiche-form/ror-fiche-form.ts';
import { newSaisie, formSchema } from '../src/engine/fiche/schemas.ts';
import type { TypeFiche } from '../src/domain/noeud.ts';
import { officialSource } from '../src/nomenclature/load.ts';

export default { title: 'ror-fiche-form', component: 'ror-fiche-form' };

/** A fiche as a dossier holds it: the initial values of its level, and these. */
export function fiche(type: TypeFiche, more: Partial<Fiche> = {}): Fiche {
  return {
    id: `fiche-${type}`, type, parentId: null, nom: '', etat: 'en-creation', version: 1, dateMiseJour: '2026-11-20T09:30:00Z',
    ...newSaisie(formSchema(type)), ...more,
  };
}

/** J55: EHPAD. */
const EHPAD = '500';

const responsable = {
  fonctionContact: '22', niveauConfidentialite: '2', nom: 'Nadia Perrin',
  telecommunication: [{ canal: '3', niveauConfidentialite: '2', adresseTelecom: 'nadia.perrin@ehpad-test.example' }],
};

/** A unit of type 21, complete. */
export const uniteHebergement: Fiche = fiche('UO', {
  nom: 'Unité hébergement pour personnes âgées dépendantes', etat: 'en-attente', version: 4, auteur: 'Camille Renard',
  contenu: {
    ...newSaisie(formSchema('UO')).contenu,
    nomOffre: 'Unité Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité Hébergement complet internat',
    grandGroupeDisciplines: 'MSS', typeOffre: '21', champActivite: '04', modePriseEnCharge: '46', temporaliteAccueil: '02',
    patientele: { ageMin: { valeur: 60, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' }, publicPrisEnCharge: ['01'] },
    activiteOperationnelle: ['300', '333', '289'], uniteSensible: false, contact: [responsable],
  },
});

export const story = (more: Partial<RorFicheForm>): TemplateResult => html`<ror-fiche-form .fiche=${more.fiche} .brouillon=${more.brouillon}
  .schema=${more.schema} .modeles=${more.modeles} .edition=${more.edition} .source=${more.source ?? officialSource} .categorieEG=${more.categorieEG ?? EHPAD} .nomEG=${more.nomEG ?? 'EHPAD TEST'} .roleActeur=${more.roleActeur ?? 'referent'}
  .readonly=${more.readonly ?? false} .busy=${more.busy ?? false} .failure=${more.failure} .refus=${more.refus}
  heading-level=${more.headingLevel ?? 2}></ror-fiche-form>`;

const with21 = (contenu: Fiche['contenu'], more: Partial<Fiche> = {}): Fiche => ({ ...uniteHebergement, ...more, contenu: { ...uniteHebergement.contenu, ...contenu } });

/** A unit just created: only what names it is asked. */
export const UniteVide = { name: 'Unité vide', render: () => story({ fiche: fiche('UO') }) };

/** A unit of type 21, filled. */
export const UniteRemplie = { name: 'Unité remplie', render: () => story({ fiche: uniteHebergement }) };

/** Started, with much missing: finalise it to see what. */
export const UniteIncomplete = {
  name: 'Unité incomplète',
  render: () => story({ fiche: with21({ nomOffre: 'COPIE DE Unité', activiteOperationnelle: undefined, contact: undefined, uniteSensible: undefined }) }),
};

/** Codes that the nomenclature does not have are shown and flagged. */
export const CodeInconnu = {
  name: 'Code inconnu', render: () => story({ fiche: with21({ modePriseEnCharge: '99', activiteOperationnelle: ['300', '9999', '333'] }) }),
};

/** Somebody saved in between: both versions, field by field. */
export const Conflit = {
  render: () => story({
    fiche: uniteHebergement,
    brouillon: { contenu: { ...uniteHebergement.contenu, nomOffre: 'Unité Les Tilleuls', activiteOperationnelle: ['300', '333', '289', '313'] }, illisibles: {} },
    failure: { kind: 'stale', problem: { type: 'urn:x', title: '', status: 409, code: 'perime', actuel: with21({ nomOffre: 'Unité hébergement LES TILLEULS', metadonnee: { commentaire: 'Ouvert toute l’année.' } }, { version: 5, auteur: 'Paul Martin' }) } },
  }),
};

/** The network is cut in the middle of a save. */
export const HorsLigne = { name: 'Hors ligne', render: () => story({ fiche: uniteHebergement, failure: { kind: 'offline' } }) };

export const SessionExpiree = { name: 'Session expirée', render: () => story({ fiche: uniteHebergement, failure: { kind: 'unauthenticated' } }) };

/** A rule refuses. */
export const Refusee = { name: 'Refusée', render: () => story({ fiche: uniteHebergement, refus: { code: 'etat', etat: 'EN_VALIDATION_GESTIONNAIRE' } }) };

export const LectureSeule = { name: 'Lecture seule', render: () => story({ fiche: uniteHebergement, readonly: true }) };

export const Enregistrement = { render: () => story({ fiche: uniteHebergement, busy: true }) };

/** Names and texts far longer than usual, and a name without a place to break. */
export const NomsLongs = {
  name: 'Noms longs',
  render: () => story({
    fiche: with21({
      nomOffre: 'Unité Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité, Accueil de jour temporaire des Hauts-de-la-Vallée-de-l’Yerres et de ses environs',
      contact: [{ ...responsable, nom: 'Marie-Antoinette-Joséphine de La Rochefoucauld-Montbel-Castelnau', telecommunication: [{ canal: '3', adresseTelecom: `${'prenom.compose.'.repeat(5)}nom@etablissement-hospitalier.example` }] }],
      metadonnee: { commentaire: `${'Donaudampfschifffahrtsgesellschaft'.repeat(6)}\n${'Une phrase ordinaire. '.repeat(40)}` },
    }, { nom: `Unité ${'Accueil-ou-hébergement-'.repeat(8)}` }),
  }),
};

/** The form in a narrow column of a wide page. */
export const Etroite = { name: 'Colonne étroite', render: () => html`<div class="narrow">${story({ fiche: uniteHebergement })}</div>` };

/** An establishment: what the support changes is read, the rest is filled. */
export const Etablissement = {
  name: 'Entité géographique',
  render: () => story({
    fiche: fiche('EG', {
      nom: 'EHPAD TEST', etat: 'en-attente',
      contenu: { denominationEG: 'EHPAD TEST', numFINESS: '940690324', numSIRET: '73282932000074', categorieEG: EHPAD,
        lieuEG: { adresse: { numeroVoie: '12', libelleVoie: 'rue des Tilleuls', codePostal: '91580', localite: 'Étréchy' } } },
    }),
  }),
};

export const Pole = { name: 'Pôle', render: () => story({ fiche: fiche('P') }) };
