/**
 * A modèle de saisie written for the tests from what is public of MS-141 (unité hospitalière de
 * gynécologie, 2026-02-13): its contexts, groups, attributes and codes; not a copy of it.
 */
type Json = Readonly<Record<string, unknown>>;

const ROR = 'https://interop.esante.gouv.fr/ig/fhir/ror';
const tre = (id: string): string => `https://mos.esante.gouv.fr/NOS/${id}/FHIR/${id.replace('_', '-')}`;
const jdv = tre;

export const offre = (path: string): string => `${ROR}/StructureDefinition/ror-healthcareservice#HealthcareService.${path}`;
export const CACHE = { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden', valueBoolean: true };
const lu = (expression: string) => ({ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression', valueExpression: { language: 'text/fhirpath', expression } });

export const groupe = (linkId: string, item: readonly Json[], autres: Json = {}): Json => ({ linkId, type: 'group', item, ...autres });
export const option = (system: string, code: string, display: string): Json => ({ valueCoding: { system: tre(system), code, display }, initialSelected: false });
const titre = (linkId: string, text: string): Json => ({ linkId, text, type: 'display' });
const choix = (linkId: string, path: string, text: string, autres: Json): Json =>
  groupe(linkId, [{ linkId: `${linkId}.coding`, definition: offre(`${path}.coding`), text, type: 'choice', required: false, repeats: false, readOnly: false, extension: [lu('%ror-structure')], ...autres }], { definition: offre(path.replace(/:.*/, '')) });
const url = (linkId: string, path: string): Json => ({ linkId: `${linkId}.url`, definition: offre(`${path}.url`), type: 'string', extension: [CACHE], initial: [{ valueString: 'https://…' }] });

export const categories = ['101', '106', '114', '355', '365', '698', '128', '129', '122', '131'];
const PATIENT = 'extension:ror-healthcareservice-patient-type';
const age = (bound: 'low' | 'high', text: string, initial: number): Json => groupe(`age.${bound}@hgroup`, [
  // As published: the definition says only "the value", the group around it says which bound.
  { linkId: `Hs1.${PATIENT}.extension:ageRange.range.${bound}.value`, definition: offre(`${PATIENT}.extension:ageRange.value`), text, type: 'integer', required: true, initial: [{ valueInteger: initial }] },
  { linkId: `Hs1.${PATIENT}.extension:ageRange.range.${bound}.unit`, definition: offre(`${PATIENT}.extension:ageRange.value.${bound}.code`), text: `Unité : ${text}`, type: 'choice', required: true, answerValueSet: jdv('JDV_J37-UcumUniteTemps') },
  { linkId: `Hs1.${PATIENT}.extension:ageRange.range.${bound}.system`, definition: offre(`${PATIENT}.extension:ageRange.value.${bound}.system`), type: 'string', extension: [CACHE] },
], { text, definition: offre(`${PATIENT}.extension:ageRange.value.${bound}`) });

/** As published: only what is read at the start says of which contact it is. */
export const lieDe = (nature: string) => lu(`%ror-structure.extension.where(url = '${ROR}/StructureDefinition/ror-healthcareservice-contact' and extension.where(url = 'purposeContact' and value.coding.code = '${nature}')).extension.where(url = '${ROR}/StructureDefinition/ror-healthcareservice-contact-telecom').extension.where(url = 'telecomAddress').value`);
export const ADRESSE_TELECOM = `${ROR}/0.6.0/StructureDefinition-ror-healthcareservice-contact-telecom#telecomAddress`;
export const CANAL = `${ROR}/StructureDefinition-ror-telecom-communication-channel`;
const teleconsultation = groupe('teleconsultation', [1, 2, 3, 4, 5].map((n) => ({
  linkId: `teleconsultation.telecom.adresse-${n}`, definition: ADRESSE_TELECOM, text: "Lien vers l'outil de téléconsultation", type: 'string', extension: [lieDe('09')],
})), { text: 'Téléconsultation' });

const informations = groupe('informationsGenerales', [
  { linkId: 'Hs1.name', definition: offre('name'), text: "Nom de l'offre", type: 'string', required: true, extension: [lu('%ror-structure.name')] },
  choix('Hs1.type', 'type', "Champ d'activité", { required: true, answerOption: [option('TRE_R227-ChampActivite', '01', 'MCO')] }),
  { linkId: 'Hs1.providedBy', definition: offre('providedBy'), text: 'Rattachement organisationnel', type: 'string', required: true },
  groupe('sensitive', [
    url('sensitive', 'extension:ror-healthcareservice-sensitive-unit'),
    { linkId: 'sensitive.value', definition: offre('extension:ror-healthcareservice-sensitive-unit.value'), text: 'Unité sensible', type: 'boolean', required: true },
  ], { definition: offre('extension') }),
  groupe('complementaires', [
    { linkId: 'Hs1.identifier.value', definition: offre('identifier.value'), text: "Identifiant de l'offre", type: 'string', required: true },
    { linkId: 'Hs1.meta.lastUpdated', definition: offre('meta.lastUpdated'), text: 'Date de dernière mise à jour', type: 'dateTime', readOnly: true },
  ], { text: 'Informations complémentaires' }),
], { text: 'Informations générales' });

const accueil = groupe('accueilEtPriseEnCharge', [
  choix('Hs1.category', 'category', "Type d'offre", { required: true, answerOption: [option('TRE_R244-CategorieOrganisation', '157', 'Unité hospitalière de gynécologie')] }),
  choix('Hs1.careMode', 'characteristic:careMode', 'Mode de prise en charge', {
    required: true,
    answerOption: ['09', '28', '29', '32', '34', '29'].map((code) => (code === '29' ? { valueCoding: { code, display: 'HJ' } } : option('TRE_R213-ModePriseEnCharge', code, code))),
  }),
  choix('Hs1.receptionModality', 'characteristic:receptionModality', "Modalité d'accueil", {
    repeats: true, answerOption: ['02', '03', '04', '09', '10', '11', '12'].map((code) => option('TRE_R338-ModaliteAccueil', code, code)),
  }),
  teleconsultation,
  choix('Hs1.managementType', 'characteristic:managementType', 'Mode de gestion', { answerValueSet: jdv('JDV_J26-ModeGestion-ROR') }),
  groupe('territoire', [
    { linkId: 'territoire.type', definition: offre('extension:ror-territorial-division.extension:typeTerritorialDivision.value'), text: 'Type', type: 'choice', repeats: true, answerValueSet: jdv('JDV_J223-TypeDivisionTerritoriale-ROR') },
  ], { definition: offre('extension'), text: 'Périmètre', repeats: true }),
], { text: 'Accueil et prise en charge' });

const patientele = groupe('patientele', [
  choix('Hs1.publics', `${PATIENT}.extension:supportedPatientInfo.value`, 'Public(s) pris en charge', {
    definition: offre(`${PATIENT}.extension:supportedPatientInfo.value`), repeats: true, answerValueSet: jdv('JDV_J29-PublicPrisEnCharge-ROR'),
  }),
  age('low', 'Age minimum', 0), age('high', 'Age maximum', 150),
], { text: 'Patientèle' });

const specificites = groupe('specificites', [
  titre('titre.activites', 'Activités'),
  choix('Hs1.activites', 'specialty:operationalActivity', 'Activités opérationnelles', {
    required: true, repeats: true, answerOption: [['022', 'Chirurgie gynécologique'], ['053', 'Gynécologie médicale'], ['080', 'Médecine de la reproduction']].map(([code = '', label = '']) => option('TRE_R211-ActiviteOperationnelle', code, label)),
  }),
  groupe('famille', [
    titre('titre.specialisations', 'Spécialisations'),
    choix('Hs1.actes', 'characteristic:specificAct', 'Actes spécifiques', {
      repeats: true,
      answerOption: [
        ['0013', "Examen victime d'agression sexuelle"], ['0887', 'Chirurgie sénologique'], ['1026', 'Colposcopie'],
        ['1302', 'Echographie de mesure de la clarté nucale'], ['1303', 'Échographie morphologique du 2ème trimestre'],
      ].map(([code = '', label = '']) => option('TRE_R210-ActeSpecifique', code, label)),
    }),
    groupe('hors-cabinet', [
      titre('titre.expertise', 'Expertise'),
      choix('Hs1.expertise', 'characteristic:expertiseLevel', 'Niveau de recours', {
        repeats: true, answerOption: ['26', '31', '32', '33'].map((code) => option('TRE_R344-NiveauExpertise', code, code)),
        enableWhen: [{ question: 'Hs1.careMode.coding', operator: '=', answerCoding: { code: '28' } }],
      }),
    ], { definition: offre('characteristic') }),
  ], { definition: offre('specialty') }),
], { text: "Spécificités de l'offre" });

export const ms141: Json = {
  resourceType: 'Questionnaire', name: 'MS-141', title: 'Unité hospitalière de gynécologie', version: '1', status: 'active', publisher: 'ANS',
  date: '2026-02-13', lastReviewDate: '2023-12-05', effectivePeriod: { start: '2026-03-01' }, subjectType: ['HealthcareService'],
  url: `${ROR}/Questionnaire/FDS-109`, derivedFrom: [`${ROR}/Questionnaire/FDS-001`],
  useContext: [
    ...categories.map((code) => ({ code: { system: tre('TRE_R67-TypeStructure-EJ-EG'), code: 'EG' }, valueCodeableConcept: { coding: [{ system: tre('TRE_R66-CategorieEtablissement'), code }] } })),
    { code: { system: `${ROR}/CodeSystem/usage-context-ror-codesystem`, code: 'champAct' }, valueCodeableConcept: { coding: [{ system: tre('TRE_R227-ChampActivite'), code: '01' }] } },
    { code: { system: tre('TRE_R288-TypeProfession'), code: 'P01' }, valueCodeableConcept: { coding: [{ code: '10' }] } },
  ],
  item: [groupe('Hs1', [informations, accueil, patientele, specificites])],
};

/** A model of one group, for one point. */
export const modele = (items: readonly unknown[], autres: Json = {}): Json => ({
  resourceType: 'Questionnaire', name: 'essai', title: 'Essai', subjectType: ['HealthcareService'],
  item: [{ linkId: 'nom', definition: offre('name'), text: 'Nom', type: 'string' }, ...items], ...autres,
});
