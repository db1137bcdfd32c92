import type { TemplateResult } from 'lit';
import type { Fiche, Saisie } from '../src/domain/fiche.ts';
import type { RorFicheForm } from '../src/elements/ror-fiche-form/ror-fiche-form.ts';
import type { Field, FormSchema, KindName, Reference } from '../src/engine/fiche/types.ts';
import communes from '../src/nomenclature/data/communes-idf.json';
import { officialSource } from '../src/nomenclature/load.ts';
import { html } from 'lit';
import '../src/elements/ror-fiche-form/define.ts';

export default { title: 'ror-fiche-form/genres', component: 'ror-fiche-form' };

const final = { final: true } as const;
const confidentialite: Field = { path: 'niveauConfidentialite', kind: 'code', label: 'Niveau de confidentialité', required: final, options: { valueSet: 'J222' } };

/** One field of each kind, as the forms of the model have them. */
export const champs: Readonly<Record<KindName, Field>> = {
  texte: { path: 'nomOffre', kind: 'texte', label: 'Nom', required: final, constraints: { maxLength: 100 } },
  'texte-long': { path: 'commentaire', kind: 'texte-long', label: 'Commentaire', required: final },
  nombre: { path: 'nombreLits', kind: 'nombre', label: 'Nombre de lits', unit: 'lits', required: final, constraints: { min: 0 } },
  date: { path: 'dateOuverture', kind: 'date', label: 'Date d’ouverture', required: final },
  booleen: { path: 'uniteSensible', kind: 'booleen', label: 'Unité sensible', required: final },
  code: { path: 'modePriseEnCharge', kind: 'code', label: 'Mode de prise en charge', required: final, options: { valueSet: 'J19' } },
  codes: { path: 'acteSpecifique', kind: 'codes', label: 'Actes spécifiques', required: final, options: { valueSet: 'J16' } },
  textes: { path: 'secteurPsychiatrique', kind: 'textes', label: 'Secteur psychiatrique', required: final, constraints: { maxItems: 20, maxLength: 100 } },
  reference: { path: 'managingOrganization', kind: 'reference', label: 'Structure gestionnaire', required: final },
  adresse: { path: 'adresse', kind: 'adresse', label: 'Adresse', required: final },
  territoires: { path: 'zoneIntervention', kind: 'territoires', label: 'Territoire d’intervention', required: final },
  liste: {
    path: 'contact', kind: 'liste', label: 'Contacts', required: final,
    element: { singular: 'contact', title: ['nom', 'fonctionContact', 'natureContact'], initial: { niveauConfidentialite: '2' } },
    fields: [
      { path: 'nom', kind: 'texte', label: 'Nom du contact' },
      { path: 'fonctionContact', kind: 'code', label: 'Fonction', options: { valueSet: 'J220' } },
      { path: 'natureContact', kind: 'code', label: 'Nature du contact', options: { valueSet: 'J221' } },
      confidentialite,
      {
        path: 'telecommunication', kind: 'liste', label: 'Télécommunications',
        element: { singular: 'télécommunication', title: ['canal'], initial: { niveauConfidentialite: '2' } },
        fields: [
          { path: 'canal', kind: 'code', label: 'Canal', required: final, options: { valueSet: 'J225' } },
          { path: 'adresseTelecom', kind: 'texte', label: 'Numéro ou adresse', required: final },
          { path: 'utilisation', kind: 'texte', label: 'Utilisation' },
          confidentialite,
        ],
      },
    ],
  },
  capacites: { path: 'capacitePriseCharge', kind: 'capacites', label: 'Capacité d’accueil', required: final },
  horaires: { path: 'horaire', kind: 'horaires', label: 'Horaires', required: final },
};

export const structures: readonly Reference[] = [
  { identifiant: '11/EG-1', label: 'EHPAD LES TILLEULS' }, { identifiant: '11/EG-2', label: 'CENTRE HOSPITALIER DE MEAUX' },
];

/** A form of these fields, each in a section of its own. */
export const schemaDe = (...fields: readonly Field[]): FormSchema => ({
  id: `genres-${fields.map(({ kind }) => kind).join('-')}`, version: '1', level: 'UO', title: 'Genres', names: ['nomOffre'],
  sections: fields.map((field) => ({ id: `section-${field.kind}`, title: `Rubrique ${field.label}`, fields: [field] })),
});

export const ficheDe = (contenu: Fiche['contenu'] = {}, illisibles: Saisie['illisibles'] = {}): Fiche => ({
  id: 'fiche-genres', type: 'UO', parentId: null, nom: 'Tous les genres', etat: 'en-attente', version: 1, dateMiseJour: '2026-11-20T09:30:00Z', contenu, illisibles,
});

export const formulaireDe = (schema: FormSchema, fiche: Fiche, more: Partial<Pick<RorFicheForm, 'readonly'>> = {}): TemplateResult =>
  html`<ror-fiche-form .schema=${schema} .fiche=${fiche} .source=${officialSource} .references=${structures} .readonly=${more.readonly ?? false} drafts="off" autosave="off"></ror-fiche-form>`;

/** A value of each kind. */
export const valeurs: Readonly<Record<KindName, unknown>> = {
  texte: 'Unité Les Tilleuls', 'texte-long': 'Ouvert toute l’année.', nombre: 12, date: '2026-01-31', booleen: true, code: '46', codes: ['0001', '0004'],
  textes: ['94G01', '94I02'], reference: '11/EG-1',
  adresse: { numeroVoie: '12', libelleVoie: 'RUE DES LILAS', codePostal: '77100', localite: 'MEAUX', communeCog: '77284' },
  territoires: [{ type: '3', code: '77284' }, { type: '2', code: '94' }, { type: '1', code: '11' }],
  liste: [
    { nom: 'Dr Martin', fonctionContact: '22', niveauConfidentialite: '2', telecommunication: [
      { canal: '2', adresseTelecom: '01 64 35 38 38', niveauConfidentialite: '1' }, { canal: '3', adresseTelecom: 'dr.martin@exemple.fr', niveauConfidentialite: '2' }] },
    { natureContact: '02', niveauConfidentialite: '1', telecommunication: [{ canal: '2', adresseTelecom: '01 64 35 00 00', niveauConfidentialite: '1' }] },
  ],
  capacites: [
    { affectationTemporaire: '01', natureCapacite: '01', statutCapacite: '01', temporaliteCapacite: '01', nombreCapacite: 24, typeSourceCapacite: '01', dateMAJCapacite: '2026-11-20T08:00:00Z' },
    { affectationTemporaire: '01', natureCapacite: '02', statutCapacite: '01', temporaliteCapacite: '01', nombreCapacite: 6, typeSourceCapacite: '01', dateMAJCapacite: '2026-11-20T08:00:00Z' },
    { affectationTemporaire: '01', natureCapacite: '01', statutCapacite: '02', temporaliteCapacite: '01', nombreCapacite: 3, typeSourceCapacite: '01', genreCapaciteDispo: '01', dateMAJCapacite: '2026-11-20T08:00:00Z' },
  ],
  horaires: [{ typePlageHoraire: '01', jourSemaine: 1, heureDebut: '09:00', heureFin: '12:00' }],
};

const tous = Object.values(champs);
const rempli = ficheDe(Object.fromEntries(tous.map(({ path, kind }) => [path, valeurs[kind]])));

export const Vides = { render: () => formulaireDe(schemaDe(...tous), ficheDe()) };
export const Remplis = { render: () => formulaireDe(schemaDe(...tous), rempli) };
export const EnLecture = { name: 'En lecture', render: () => formulaireDe(schemaDe(...tous), rempli, { readonly: true }) };

/** As many as no fiche should have. */
export const CentContacts = {
  name: 'Cent contacts', render: () => formulaireDe(schemaDe(champs.liste), ficheDe({
    contact: Array.from({ length: 100 }, (_, n) => ({ nom: `Contact numéro ${n + 1}`, fonctionContact: '22', niveauConfidentialite: '2', telecommunication: [{ canal: '2', adresseTelecom: '01 64 35 38 38', niveauConfidentialite: '1' }] })),
  })),
};
export const MilleCommunes = {
  name: 'Mille communes', render: () => formulaireDe(schemaDe(champs.territoires), ficheDe({ zoneIntervention: communes.rows.slice(0, 1000).map(([code = '']) => ({ type: '3', code: `${code}` })) })),
};

/** Texts that can't be read, and values of another shape: all stay to be seen. */
export const Illisibles = {
  render: () => formulaireDe(schemaDe(...tous), ficheDe({
    contact: 'pas une liste', adresse: { libelleVoie: 'RUE DU GENERAL DE GAULLE PROLONGEE JUSQU’AU BOUT', numeroVoie: '12 bis' }, zoneIntervention: [{ type: '3', code: '99999' }, { type: '4', code: 'T1' }],
    capacitePriseCharge: [{ natureCapacite: '01', statutCapacite: '01', affectationTemporaire: '01', temporaliteCapacite: '01', typeSourceCapacite: '01' }],
    secteurPsychiatrique: { a: 1 }, managingOrganization: '11/EG-9',
  }, { 'capacitePriseCharge.0.nombreCapacite': 'une douzaine' })),
};
