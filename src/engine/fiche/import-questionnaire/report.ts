/** Why an item of a model is not a field of the form. */
export type LeftOut =
  | 'not-a-questionnaire' | 'level-unknown' | 'no-field' | 'invalid-schema'
  | 'not-an-item' | 'too-deep' | 'too-many' | 'empty-group'
  /** A question that says no attribute; one whose attribute is in no table; one of another resource. */
  | 'no-definition' | 'unknown-definition' | 'other-resource'
  /** The attribute is known, no kind of field can hold it yet (means of contact that do not say of whom, another place…), or its value set is not held. */
  | 'kind-not-yet-known' | 'value-set-not-held'
  /** Plumbing of FHIR: extension URLs, systems, hidden constants. */
  | 'technical'
  /** Nobody types it: identifiers, dates of the server, place in the tree, families of activities. */
  | 'computed'
  /** Ages are in years: the unit is not asked. */
  | 'unit-fixed'
  | 'duplicate-path' | 'type-mismatch';

/** What a kept field, or the model, lost. */
export type NotKept =
  | 'repeats-not-kept' | 'single-answer-not-kept' | 'condition-not-kept' | 'expression-not-kept' | 'initial-not-kept'
  | 'option-not-kept' | 'option-without-system' | 'open-choice-not-kept' | 'other-value-set' | 'text-cut' | 'label-missing'
  | 'context-not-kept'
  /** Asked inside a field that several questions share: its value says which. */
  | 'within-field'
  /** Kept and offered, though the loaded edition of the value set does not have it: the engine flags it (FIC-34). */
  | 'option-outside-value-set'
  /** The model asks no name: the name of the level is put first, since a fiche can't be finalised without. */
  | 'name-field-added';

/** One remark on one item. */
export interface ItemReport {
  /** Keys from the root: `item.0.item.3`; empty for the whole model. */
  readonly at: string;
  readonly linkId?: string;
  readonly definition?: string;
  readonly code: LeftOut | NotKept;
  /** Whether the item is a field of the form nevertheless. */
  readonly kept: boolean;
  /** The option, the condition or the text at stake, when it is short. */
  readonly value?: string;
  /** Its words, for an option. */
  readonly label?: string;
}
