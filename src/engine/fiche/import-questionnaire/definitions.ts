import type { TypeFiche } from '../../../domain/noeud.ts';
import type { ValueSetId } from '../../../nomenclature/value-set-ids.ts';
import type { KindName } from '../types.ts';
import { compositeAt, contactOfKind, insideOf, type Part } from './composites.ts';
import type { LeftOut } from './report.ts';

/** An attribute of the exposure model that a field of the form can hold. */
export interface Attribute {
  readonly path: string;
  readonly kind: KindName;
  readonly valueSet?: ValueSetId;
}

type Entry = Attribute | LeftOut;
type Table = Readonly<Record<string, Entry>>;

const text = (path: string): Attribute => ({ path, kind: 'texte' });
const day = (path: string): Attribute => ({ path, kind: 'date' });
const code = (path: string, valueSet: ValueSetId): Attribute => ({ path, kind: 'code', valueSet });
const codes = (path: string, valueSet: ValueSetId): Attribute => ({ path, kind: 'codes', valueSet });

/** What every profile carries and nobody types. */
const common: Table = {
  id: 'computed', identifier: 'computed', meta: 'computed', 'meta.lastUpdated': 'computed', 'meta.tag': 'computed', 'meta.extension': 'computed',
  'identifier.type': 'technical', 'identifier.system': 'technical', 'identifier.use': 'technical', active: 'technical', text: 'technical',
  'extension:ror-meta-creation-date': 'computed', 'extension:ror-organization-creation-date': 'computed',
};

const PATIENT = 'extension:ror-healthcareservice-patient-type';

/** Element paths of the profile of offers (FHIR.md §1, "Where each UO field is"), without what only says "the value". */
const offre: Table = {
  ...common,
  name: text('nomOffre'),
  comment: { path: 'metadonnee.commentaire', kind: 'texte-long' },
  category: code('typeOffre', 'J238'),
  type: code('champActivite', 'J20'),
  'specialty:operationalActivity': codes('activiteOperationnelle', 'J17'),
  'specialty:operationalActivityFamily': 'computed',
  'characteristic:careMode': code('modePriseEnCharge', 'J19'),
  'characteristic:receptionType': code('temporaliteAccueil', 'J30'),
  'characteristic:receptionModality': codes('modaliteAccueil', 'J226'),
  'characteristic:managementType': codes('modeGestion', 'J26'),
  'characteristic:specificAct': codes('acteSpecifique', 'J16'),
  'characteristic:outsideOfficeAct': codes('acteRealiseHorsCabinet', 'J16'),
  'characteristic:takingCareSpeciality': codes('specialisationPriseEnCharge', 'J35'),
  'characteristic:annualOpening': code('ouvertureAnnuelle', 'J28'),
  'characteristic:ressourceProfession': codes('professionRessource', 'J186'),
  'characteristic:specificCompetence': codes('competenceSpecifique', 'J33'),
  'characteristic:expertiseLevel': codes('niveauExpertise', 'J227'),
  'characteristic:temporalityStopService': code('typeFermeture', 'J185'),
  'extension:ror-healthcareservice-sensitive-unit': { path: 'uniteSensible', kind: 'booleen' },
  'extension:ror-healthcareservice-no-consent-habilitation': { path: 'habilitationAuxSoinsSansConsentement', kind: 'booleen' },
  'extension:ror-healthcareservice-psychiatric-sector': { path: 'secteurPsychiatrique', kind: 'textes' },
  [`${PATIENT}.extension:supportedPatientInfo`]: codes('patientele.publicPrisEnCharge', 'J29'),
  [`${PATIENT}.extension:ageRange.low`]: { path: 'patientele.ageMin.valeur', kind: 'nombre' },
  [`${PATIENT}.extension:ageRange.high`]: { path: 'patientele.ageMax.valeur', kind: 'nombre' },
  [`${PATIENT}.extension:ageRange.low.code`]: 'unit-fixed', [`${PATIENT}.extension:ageRange.low.unit`]: 'unit-fixed',
  [`${PATIENT}.extension:ageRange.high.code`]: 'unit-fixed', [`${PATIENT}.extension:ageRange.high.unit`]: 'unit-fixed',
  'notAvailable.during.start': day('dateFermeture'), 'notAvailable:closingReopeningDate.during.start': day('dateFermeture'),
  'notAvailable.during.end': day('datePrevisionnelleReouverture'), 'notAvailable:closingReopeningDate.during.end': day('datePrevisionnelleReouverture'),
  providedBy: 'computed', 'extension:ror-calculated-distance': 'computed',
  location: 'kind-not-yet-known',
};

const number = (path: string): Attribute => ({ path, kind: 'nombre' });
const boolean = (path: string): Attribute => ({ path, kind: 'booleen' });
const LIEU = 'lieuRealisationOffre:principal';

/** Of the place of an offer (FHIR.md, Location), which the form of the offer shows. */
const lieu: Table = {
  ...common,
  name: text(`${LIEU}.nom`), description: text(`${LIEU}.description`), type: code(`${LIEU}.fonctionLieu`, 'J198'), operationalStatus: code(`${LIEU}.statut`, 'J224'),
  'extension:ror-location-status': code(`${LIEU}.statut`, 'J224'), 'extension:ror-commune-cog': code(`${LIEU}.communeCog`, 'J230'),
  'position.latitude': number(`${LIEU}.coordonneeGeographique.latitude`), 'position.longitude': number(`${LIEU}.coordonneeGeographique.longitude`),
  'position.extension:ror-coordinate-reliability': boolean(`${LIEU}.coordonneeGeographique.coordonneesFiables`),
  'position.extension:ror-location-geolocation.extension:reliablePosition': boolean(`${LIEU}.coordonneeGeographique.coordonneesFiables`),
  'identifier:idExterneSynchro': text(`${LIEU}.idExterneSynchro`), 'alias:nomExterneSynchro': text(`${LIEU}.nomExterneSynchro`), alias: text(`${LIEU}.nomExterneSynchro`),
  'extension:ror-meta-comment': { path: `${LIEU}.commentaire`, kind: 'texte-long' },
  managingOrganization: 'computed',
};

const organisation: Table = {
  ...common, partOf: 'computed',
  telecom: 'kind-not-yet-known', address: 'kind-not-yet-known',
  // J201, which could not be read, and J185 take their codes from the same TRE_R286.
  'extension:ror-organization-closing-type': code('typeFermeture', 'J185'),
  'extension:organization-period.start': day('dateOuverture'), 'extension:organization-period.end': day('dateFermeture'),
};

const ADRESSE = 'lieuEG.adresse';
const GEOLOCALISATION = 'address.extension:ror-organization-geolocation';

/** Of an establishment, each line of the address is a field: the official registers own them. */
const adresse: Table = {
  'address.postalCode': text(`${ADRESSE}.codePostal`), 'address.city': text(`${ADRESSE}.localite`), 'address.extension:inseeCode': code(`${ADRESSE}.communeCog`, 'J230'),
  ...Object.fromEntries([
    ['careOf', 'pointRemise'], ['additionalLocator', 'complementPointGeographique'], ['houseNumber', 'numeroVoie'], ['buildingNumberSuffix', 'extension'],
    ['streetNameBase', 'libelleVoie'], ['postBox', 'mentionDistribution'], ['postalBox', 'mentionDistribution'], ['lieuDit', 'lieuDit'],
  ].map(([line, path]) => [`address.line.extension:${line}`, text(`${ADRESSE}.${path}`)])),
  'address.line.extension:streetNameType': code(`${ADRESSE}.typeVoie`, 'J219'),
  [`${GEOLOCALISATION}.extension:latitude`]: number('lieuEG.coordonneeGeographique.latitude'), [`${GEOLOCALISATION}.extension:longitude`]: number('lieuEG.coordonneeGeographique.longitude'),
  [`${GEOLOCALISATION}.extension:ror-confidence-geolocation`]: boolean('lieuEG.coordonneeGeographique.coordonneesFiables'),
};

const etablissement: Table = {
  ...organisation, ...adresse,
  name: text('denominationEG'), 'name.extension:ror-organization-additional-name': text('complementDenominationEG'), alias: text('nomOperationnel'),
  type: code('categorieEG', 'J55'), 'type:categorieEtablissement': code('categorieEG', 'J55'), 'type:sphParticipation': code('modaliteParticipationSPH', 'J202'),
  'extension:ror-organization-level-recourse-orsan': code('niveauRecoursORSAN', 'J204'),
  'extension:ror-organization-comment': { path: 'commentaire', kind: 'texte-long' },
  'extension:ror-organization-financial-help-type': codes('aideFinanciere', 'J31'),
  'extension:ror-organization-accomodation-family': { path: 'hebergementFamille', kind: 'booleen' },
  'extension:ror-organization-nb-permanent-social-help-place': { path: 'nbPlaceAideSocialPermanent', kind: 'nombre' },
  'extension:ror-organization-nb-temporary-social-help-place': { path: 'nbPlaceAideSocialTemporaire', kind: 'nombre' },
  'extension:ror-organization-accessibility-location': code('accessibiliteLieu', 'J50'),
  'extension:ror-organization-drop-zone': { path: 'zonePoser', kind: 'booleen' },
};

const interne: Table = {
  ...organisation, name: text('nomOI'), type: 'computed',
  'extension:ror-organization-reopening-date': day('datePrevisionnelleReouverture'),
  'extension:ror-meta-comment': { path: 'metadonnee.commentaire', kind: 'texte-long' },
};

const tables: Readonly<Record<TypeFiche, { readonly resource: string; readonly table: Table }>> = {
  UO: { resource: 'HealthcareService', table: offre }, EG: { resource: 'Organization', table: etablissement },
  P: { resource: 'Organization', table: interne }, S: { resource: 'Organization', table: interne }, UF: { resource: 'Organization', table: interne },
};

/** Editions of the guide write the slice, or leave it to the code system of the answers. */
const bySystem: Readonly<Record<string, string>> = {
  R240: 'characteristic:receptionType', J30: 'characteristic:receptionType', R213: 'characteristic:careMode', J19: 'characteristic:careMode',
  R338: 'characteristic:receptionModality', J226: 'characteristic:receptionModality', R236: 'characteristic:managementType', J26: 'characteristic:managementType',
  R245: 'characteristic:takingCareSpeciality', J35: 'characteristic:takingCareSpeciality', R238: 'characteristic:annualOpening', J28: 'characteristic:annualOpening',
  R243: 'characteristic:specificCompetence', J33: 'characteristic:specificCompetence', R286: 'characteristic:temporalityStopService', J185: 'characteristic:temporalityStopService',
  R344: 'characteristic:expertiseLevel', R253: 'characteristic:expertiseLevel', J227: 'characteristic:expertiseLevel',
  R356: 'characteristic:ressourceProfession', G15: 'characteristic:ressourceProfession', R94: 'characteristic:ressourceProfession', R85: 'characteristic:ressourceProfession',
  R95: 'characteristic:ressourceProfession', R96: 'characteristic:ressourceProfession', J186: 'characteristic:ressourceProfession',
  // Without an act type an act is a specific one (FHIR.md §5).
  R210: 'characteristic:specificAct', J16: 'characteristic:specificAct', R211: 'specialty:operationalActivity', J17: 'specialty:operationalActivity',
  R265: 'specialty:operationalActivityFamily', R266: 'specialty:operationalActivityFamily', J51: 'specialty:operationalActivityFamily',
};

/** Where an item says it writes. */
export interface Place {
  readonly definition: string;
  readonly linkId: string;
  /** Definitions of the groups around it, the nearest first: some items only say "the value". */
  readonly around: readonly string[];
  /** Systems of its options, or its value set. */
  readonly systems: readonly string[];
  /** Where the item reads its first value, as FHIRPath. */
  readonly reads?: string | undefined;
}

/** The attribute of an item, the part of a composite one that it is, or why it is none. */
export function resolve({ definition, linkId, around, systems, reads }: Place, level: TypeFiche): Entry | Part {
  const { element } = split(definition);
  if (/\.(url|system)$/.test(element)) return 'technical';
  const { key, root } = keyOf(definition, level);
  const inPlace = level === 'UO' && (root === PLACE || /^extension:ror-(location-|commune-cog)/.test(key));
  const { resource, table } = inPlace ? { resource: PLACE, table: lieu } : tables[level];
  if (/^[A-Z]/.test(root) && root !== resource && root !== 'Extension') return 'other-resource';
  const entry = attributeAt(table, key, linkId, around, systems);
  if (typeof entry !== 'string') return entry;
  if (/\.currency$/.test(key)) return 'unit-fixed';
  const part = compositeAt(key, level, inPlace) ?? (key.startsWith('extension:') ? partAround(key, around, level) ?? contactOfKind(key, reads, level) : undefined);
  return part ?? entry;
}

/** A telecom or a confidentiality whose definition does not say of what: of the nearest group around it that does. */
function partAround(key: string, around: readonly string[], level: TypeFiche): Part | undefined {
  for (const group of around) {
    const { key: place, root } = keyOf(group, level);
    const composite = compositeAt(place, level, level === 'UO' && root === PLACE)?.composite;
    const inside = composite && insideOf(key, composite);
    if (inside) return { composite, inside };
  }
  return undefined;
}

const PLACE = 'Location';

/** An element path from the resource, without what only says "the value"; and what the definition begins with. */
function keyOf(definition: string, level: TypeFiche): { readonly key: string; readonly root: string } {
  const { profile, element } = split(definition);
  const [root = ''] = element.split('.');
  const known = root === tables[level].resource || root === PLACE;
  return { root, key: plain(known ? element.slice(root.length + 1) : root === 'Extension' || root === '' ? `extension:${profile}${element.slice(root.length)}` : `extension:${profile}.${element}`) };
}

function attributeAt(table: Table, key: string, linkId: string, around: readonly string[], systems: readonly string[]): Entry {
  const bare = /^(characteristic|specialty)$/.test(key) ? systems.map((system) => bySystem[numberOf(system)] ?? '').find((found) => found !== '') ?? key : key;
  const sliced = bare === 'characteristic:specificAct' && linkId.includes('outsideOfficeAct') ? 'characteristic:outsideOfficeAct' : bare;
  return look(table, /ageRange$/.test(sliced) ? `${sliced}${boundOf(linkId, around)}` : sliced);
}

/** The entry of a key; else the nearest attribute around it that no kind can hold yet. */
function look(table: Table, key: string): Entry {
  if (Object.hasOwn(table, key)) return table[key] ?? 'unknown-definition';
  for (let parent = key; parent.includes('.');) {
    parent = parent.slice(0, parent.lastIndexOf('.'));
    const entry = Object.hasOwn(table, parent) ? table[parent] : undefined;
    if (typeof entry === 'string') return entry;
  }
  // A telecom, a channel or a confidentiality on its own belongs to a contact.
  return /^extension:ror-(telecom|contact|healthcareservice-contact|organization-contact|confidentiality|location|available-time)/.test(key) ? 'kind-not-yet-known' : 'unknown-definition';
}

/** `https://…/StructureDefinition/ror-healthcareservice|0.7#HealthcareService.name` → profile and element. */
function split(definition: string): { readonly profile: string; readonly element: string } {
  const hash = definition.indexOf('#');
  const url = (hash < 0 ? definition : definition.slice(0, hash)).split('|')[0] ?? '';
  return { profile: (url.split('/').at(-1) ?? '').replace(/^StructureDefinition-/, ''), element: hash < 0 ? '' : definition.slice(hash + 1) };
}

/** Leaves out the parts of a path that only say that there is a value. */
const plain = (path: string): string => path.split('.').filter((part) => !/^(coding|value|valueCodeableConcept|valueBoolean|valueString|valueInteger|valueQuantity|valueHumanName|valueMoney|valueDate|valueDecimal|value\[x\]|range)$/.test(part))
  .join('.').replace(/iso21090-ADXP-/g, '').replace(/(characteristic|specialty|category|type)(:\w+)?\.code$/, '$1$2');

function boundOf(linkId: string, around: readonly string[]): string {
  const found = [linkId, ...around].map((where) => /\.(low|high)(?:\.(code|unit))?\b/.exec(where)).find((match) => match !== null);
  return found ? `.${found[1] ?? ''}` : '';
}

/** `…/TRE_R213-…`, `…/JDV_J19-…` → `R213`, `J19`. */
const numberOf = (url: string): string => /(?:TRE|JDV)[_-]([A-Z]\d+)/.exec(url)?.[1] ?? '';
