import type { TypeFiche } from '../../../domain/noeud.ts';
import type { Slice } from '../types.ts';

/** An attribute that is several questions of a model: a list of elements, an address, a territory, a week. */
export interface Composite {
  /** Path of the field that holds it, in the form of the level. */
  readonly path: string;
  /** Names of the ends of its element paths → path of the field inside; through a list inside it, two. Empty: the field has its own form. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** For an element of a list that the form of the level does not show apart: how it is told from the others. */
  readonly slice?: { readonly name: string; readonly where: Slice };
}

/** Where a question is in one. */
export interface Part {
  readonly composite: Composite;
  readonly inside: readonly string[];
}

type Parts = Composite['parts'];

const under = (list: string, parts: Parts): Parts => Object.fromEntries(Object.entries(parts).map(([name, inside]) => [name, [list, ...inside]]));
const within = (...names: readonly string[]): Parts => Object.fromEntries(names.map((name) => [name, []]));

/** MODEL §7. The same names in every resource, whichever edition of the guide wrote them. */
const telecom: Parts = {
  telecom: ['adresseTelecom'], telecomAddress: ['adresseTelecom'], 'ror-telecom-communication-channel': ['canal'],
  'ror-telecom-usage': ['utilisation'], 'ror-telecom-confidentiality-level': ['niveauConfidentialite'],
};
const contact: Parts = {
  ...under('telecommunication', telecom), name: ['nom'], description: ['description'], 'ror-contact-description': ['description'],
  purpose: ['natureContact'], purposeContact: ['natureContact'],
  'ror-contact-function-contact': ['fonctionContact'], 'ror-function-contact': ['fonctionContact'], 'ror-contact-fonction-contact': ['fonctionContact'], functionContact: ['fonctionContact'],
  'ror-confidentiality-level': ['niveauConfidentialite'], 'ror-contact-confidentiality-level': ['niveauConfidentialite'],
};
/** MODEL §5. */
const equipement: Parts = {
  equipmentType: ['typeEquipement'], nbInService: ['nbEquipementEnService'],
  ...under('limiteCaracteristiqueEquipement', { equipmentFeature: ['typeCaracteristique'], limitValue: ['valeurLimite.valeur'], unit: ['valeurLimite.unite'] }),
};
const capacite = within('capacityType', 'capacityStatus', 'temporalityCapacity', 'nbCapacity', 'capacitySourceType', 'genderCapacityAvailable', 'capacityUpdateDate',
  'capacityClosingType', 'additionalBedType', 'crisisType', 'temporaryAssignement', 'temporaryAssignment', 'comment');
/** MODEL §8. */
const adresse = within('address', 'line', 'postalCode', 'city', 'careOf', 'additionalLocator', 'houseNumber', 'buildingNumberSuffix', 'streetNameType', 'streetNameBase',
  'streetNamebase', 'postBox', 'postalBox', 'lieuDit', 'ror-lieu-dit', 'as-ext-lieu-dit', 'inseeCode');
/** MODEL §2b. */
const tarif: Parts = {
  priceType: ['typeTarif'], amount: ['montantTarif.valeur'], priceUnit: ['unitePrix'], startDate: ['dateDebutValiditeTarif'], residentialType: ['typeHabitation'],
  welcomeType: ['temporaliteAccueil'], specialPrice: ['conditionTarifaire'], under60: ['tarifMoins60Ans'], deliveryIncluded: ['prestationsNonObligatoiresIncluses'],
  othersDeliveryIncluded: ['autresPrestationsNonObligatoiresIncluses'], dependencyLevel: ['groupeTarifaireDependance'], humanHelpPriceName: ['nomTarifAidesHumaines'],
  managementType: ['modeGestion'], mealDeliveryName: ['nomTarifPortageRepas'],
};
const territoire = within('typeTerritorialDivision', 'codeTerritorialDivision');
/** MODEL §6. */
const horaire = within('availableStartTime', 'availableEndTime', 'allDay', 'daysOfWeek', 'start', 'end', 'ror-available-time-type-of-time',
  'ror-available-time-number-days-of-week', 'ror-available-time-effective-opening-closing-date');

const CONTACT_UO = 'extension:ror-healthcareservice-contact';
const TERRITOIRE = 'extension:ror-territorial-division';
const LIEU = 'lieuRealisationOffre:principal';

type Composites = Readonly<Record<string, Composite>>;

/** By where their element paths begin; of two that fit, the first. */
const offre: Composites = {
  [CONTACT_UO]: { path: 'contact', parts: contact },
  telecom: { path: 'boiteLettreMSS', parts: telecom },
  [TERRITOIRE]: { path: 'zoneIntervention', parts: territoire },
  availableTime: { path: 'horaire', parts: horaire },
};
/** The place of an offer, in the same form. */
const lieu: Composites = {
  telecom: { path: `${LIEU}.telecommunication`, parts: telecom },
  address: { path: `${LIEU}.adresse`, parts: adresse },
  'extension:ror-location-equipment': { path: `${LIEU}.equipementSpecifique`, parts: equipement },
  'extension:ror-location-residential-capacity': { path: `${LIEU}.capaciteHabitation`, parts: { residentialType: ['typeHabitation'], residentialNumber: ['nbHabitation'] } },
  'extension:ror-location-supported-capacity': { path: `${LIEU}.capacitePriseCharge`, parts: capacite },
};
const etablissement: Composites = {
  contact: { path: 'contact', parts: contact },
  [TERRITOIRE]: { path: 'territoireSante', parts: territoire },
  'extension:ror-organization-price': { path: 'tarif', parts: tarif },
};
const interne: Composites = { contact: { path: 'contact', parts: contact }, telecom: { path: 'boiteLettresMSS', parts: telecom } };

const levels: Readonly<Record<TypeFiche, Composites>> = { UO: offre, EG: etablissement, P: interne, S: interne, UF: interne };

/** The composite that an element path begins. */
export function compositeAt(key: string, level: TypeFiche, inPlace: boolean): Part | undefined {
  const found = Object.entries(inPlace ? lieu : levels[level]).find(([prefix]) => key === prefix || key.startsWith(`${prefix}.`));
  return found && { composite: found[1], inside: insideOf(key, found[1]) ?? UNKNOWN };
}

/** No field inside has such a path. */
const UNKNOWN: readonly string[] = ['?'];

/** The field that the end of an element path names. */
export function insideOf(key: string, { parts }: Composite): readonly string[] | undefined {
  const names = key.split(/\.|:/).map((name) => name.replace(/^iso21090-ADXP-/, ''));
  const name = names.findLast((one) => Object.hasOwn(parts, one));
  return name === undefined ? undefined : parts[name];
}

/**
 * Some models ask the means of contact of one kind of contact without a group for it: what they read at the start
 * says which (`…where(url = 'purposeContact' and value.coding.code = '09')…`).
 */
export function contactOfKind(key: string, expression: string | undefined, level: TypeFiche): Part | undefined {
  const nature = level === 'UO' ? /ror-healthcareservice-contact.*?'purposeContact'[^)]*?\bcode\s*=\s*'(\w{1,20})'/.exec(expression ?? '')?.[1] : undefined;
  const inside = nature === undefined ? undefined : insideOf(key, { path: '', parts: telecom });
  if (nature === undefined || !inside) return undefined;
  const name = `nature${nature}`;
  return { composite: { path: `contact:${name}.telecommunication`, parts: telecom, slice: { name, where: { where: { natureContact: nature }, with: { niveauConfidentialite: '1' } } } }, inside };
}
