import type { Role } from '../../domain/acteur.ts';
import type { NiveauFiche } from '../../domain/noeud.ts';
import type { Associations } from '../../nomenclature/associations.ts';
import type { Communes } from '../../nomenclature/communes.ts';
import type { Nomenclature } from '../../nomenclature/nomenclature.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import type { NamingRules } from './naming-rules.ts';
import type { Issue } from './issue.ts';

/**
 * The form-schema language. A schema is plain JSON: it says which attributes of the exposure model a
 * fiche shows, in which order, when, and when they are required. Its shape can receive a national
 * *modèle de saisie* (MODEL §4a): groups → sections, definition paths → `path`, answerOption subsets →
 * `options.codes`, enableWhen → `visible`, useContext → `appliesTo`.
 */
export interface FormSchema {
  readonly id: string;
  /** Grows when the meaning of a field changes. */
  readonly version: string;
  readonly level: NiveauFiche;
  readonly title: string;
  readonly appliesTo?: { readonly categoriesEG?: readonly string[]; readonly champs?: readonly string[]; readonly typesOffre?: readonly string[] };
  /** Paths of the attributes that name the fiche, the first filled one wins. The naming remarks (FIC-66 to FIC-68) are made on the first. */
  readonly names: readonly string[];
  /** Named slices of repeated attributes, used in paths as `contact:responsable`. */
  readonly slices?: Readonly<Record<string, Slice>>;
  readonly sections: readonly Section[];
}

/** The element of a repeated attribute that carries these values; `with` is added when it is created. */
export interface Slice {
  readonly where: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
  /** Attributes copied from the object that holds the list when the element is created (confidentiality). */
  readonly inherit?: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly visible?: Condition;
  readonly fields: readonly Field[];
}

/**
 * Kinds of fields that exist; one module each in `kinds/`. Composite ones: `textes` string[] · `liste` object[] (a
 * repeated group) · `adresse` an Adresse · `territoires` DivisionTerritoriale[] · `capacites` CapacitePriseCharge[]
 * · `horaires` Horaire[] · `reference` the identifier of another object.
 */
export type KindName = 'texte' | 'texte-long' | 'nombre' | 'date' | 'booleen' | 'code' | 'codes'
  | 'textes' | 'liste' | 'adresse' | 'territoires' | 'capacites' | 'horaires' | 'reference';

export interface Field {
  /** Path of the attribute in the object, e.g. `patientele.ageMin.valeur`, `contact:responsable.telecommunication:mail.adresseTelecom`. Also the identity of the field. */
  readonly path: string;
  readonly kind: KindName;
  readonly label: string;
  readonly help?: string;
  /** Wording of the unit shown after the field. */
  readonly unit?: string;
  readonly required?: Requirement;
  readonly visible?: Condition;
  /** Who may change the field; absent = whoever may edit the fiche. */
  readonly editableBy?: readonly Role[];
  /** Where it is changed by those who may not do it here. */
  readonly editedElsewhere?: 'support' | 'dossier';
  readonly options?: OptionSource;
  readonly constraints?: Constraints;
  /** Values written beside the field's own when it is filled, by path, removed when it is emptied. */
  readonly constants?: Readonly<Record<string, unknown>>;
  /** Value of a new fiche. */
  readonly initial?: unknown;
  /** Computed values that the person may take (never written over what was typed). */
  readonly proposal?: 'nom-offre' | 'usual';
  /**
   * Of a `liste`: the fields of one element. Their `path`, and the keys of their `constants`, are relative to the
   * element; in their conditions, `notUnder` and `usualOf`, a path that begins with `./` names a field of the same
   * element, any other one is absolute. `adresse` and `capacites` bring their own (`kinds/adresse.json`, `kinds/capacites.json`).
   */
  readonly fields?: readonly Field[];
  /** Of a `liste`. */
  readonly element?: ElementOfList;
  /** Who will see it (JDV_J222: 1 everybody, 2 professionals, 3 restricted), or the path of the code that says so. */
  readonly confidentiality?: '1' | '2' | '3' | { readonly path: string };
}

/** How the elements of a `liste` are named and begun. */
export interface ElementOfList {
  /** `contact`, for "Ajouter un contact", "Contact 2". */
  readonly singular: string;
  /** Relative paths; the wording of the first one filled names the element ("Dr Martin", "Téléphone fixe"). */
  readonly title?: readonly string[];
  /** What a new element holds (a confidentiality); an element that holds nothing more is blank, and goes with the next save. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Slices of the same list that other fields show: their elements are not shown in this one. */
  readonly except?: readonly string[];
}

/** `pending`: needed even to put the fiche on hold; `final`: needed to finalise (the starred fields). */
export interface Requirement {
  readonly pending?: boolean | Condition;
  readonly final?: boolean | Condition;
}

/** Conditions are data, interpreted by `conditions.ts`; nothing is ever evaluated as code. */
export type Condition =
  | { readonly path: string; readonly in: readonly string[] }
  | { readonly path: string; readonly filled: boolean }
  /** The code at `usualOf` has usual values in this value set (associations of the nomenclature). */
  | { readonly usualOf: string; readonly valueSet: ValueSetId }
  /** The category of the establishment is one of these JDV_J55 codes, or is a handicap structure. */
  | { readonly categorieEG: readonly string[] }
  | { readonly handicap: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface OptionSource {
  readonly valueSet: ValueSetId | 'GGD';
  /** Only these codes (a model's answerOption subset). */
  readonly codes?: readonly string[];
  /** Path of a code whose usual values come first; the others stay reachable and are flagged. */
  readonly usualOf?: string;
  /** Choice in steps (Type d'UO): filters that shorten the list and are not stored. */
  readonly steps?: readonly ('discipline' | 'besoin')[];
  /** Codes that fit the category of the establishment come first, in bold. */
  readonly preferCategorieEG?: boolean;
}

export interface Constraints {
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** Most elements of a `liste`, values of a `codes` or `textes`… */
  readonly maxItems?: number;
  /** Digits allowed after the comma; absent = whole numbers only. */
  readonly decimals?: number;
  readonly format?: 'email' | 'telephone' | 'code-postal' | 'finess' | 'siret' | 'siren' | 'url' | 'commune' | 'numero-voie';
  /** The value may not be under the one at this path (ages). */
  readonly notUnder?: string;
}

/** What surrounds a fiche and changes its form. */
export interface FicheContext {
  readonly nomenclature: Nomenclature;
  readonly associations: Associations;
  readonly role: Role;
  /** JDV_J55 code of the establishment. */
  readonly categorieEG?: string | undefined;
  /** Name of the establishment: some name their units after it (CAJ). */
  readonly nomEG?: string | undefined;
  /** With it, a postal code that does not serve the commune is said, and unknown communes of territories are. */
  readonly communes?: Communes | undefined;
  /** The rules of names (`naming-rules.ts`); without them, nothing is said of any name. `manques` always has them. */
  readonly naming?: NamingRules | undefined;
  /** What a field of kind `reference` may name; without it, nothing is said of any identifier. */
  readonly references?: readonly Reference[] | undefined;
}

/** Another object of the répertoire. */
export interface Reference {
  /** Its `metadonnee.identifiant`. */
  readonly identifiant: string;
  readonly label: string;
}

/** One choice of a field of kind `code` or `codes`. */
export interface Option {
  readonly code: string;
  readonly label: string;
  /** `prefere`: fits the establishment, first and bold; `usuel`: fits the answers; `autre`: the rest of the value set. */
  readonly rank: 'prefere' | 'usuel' | 'autre';
  readonly status: 'selectable' | 'retired' | 'unknown';
}

/** A field as it is now, for whoever shows it. */
export interface FieldView {
  readonly field: Field;
  readonly value: unknown;
  /** The text to show: what was typed when unreadable, else the formatted value. */
  readonly text: string;
  readonly required: boolean;
  readonly readonly: boolean;
  readonly issues: readonly Issue[];
}

export interface SectionView {
  readonly section: Section;
  readonly fields: readonly FieldView[];
}

/** The whole form as it is now: only what is visible. */
export interface FormView {
  readonly sections: readonly SectionView[];
}
