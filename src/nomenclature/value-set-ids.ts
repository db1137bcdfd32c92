/**
 * Short ids of the value sets that the package holds: `J17` is JDV_J17_ActiviteOperationnelle_ROR.
 * Their French names and editions are data: `ValueSet.name`, or `loadCatalogue` for all at once.
 */
export const valueSetIds = [
  'COG_departements', 'COG_regions', 'J16', 'J17', 'J18', 'J19', 'J20', 'J26', 'J28', 'J29', 'J30', 'J31',
  'J32', 'J33', 'J34', 'J35', 'J41', 'J50', 'J51', 'J55', 'J100', 'J185', 'J186', 'J187', 'J188', 'J189',
  'J190', 'J191', 'J192', 'J193', 'J194', 'J195', 'J198', 'J202', 'J203', 'J220', 'J221', 'J222', 'J223',
  'J224', 'J225', 'J226', 'J227', 'J228', 'J238', 'J241', 'J242', 'J244', 'J286',
] as const;

/**
 * Value sets that the exposure model names and whose codes the project could not read: the package holds none of them
 * (J230: the communes of Île-de-France only), a host may load them (`importValueSet`, `withEditions`). They are open:
 * until then any code may be right, and is its own label.
 */
export const openValueSetIds = [
  'J27', 'J36', 'J39', 'J199', 'J200', 'J201', 'J204', 'J205', 'J206', 'J219', 'J230', 'J237', 'J249',
] as const;

export type HeldValueSetId = (typeof valueSetIds)[number];
export type OpenValueSetId = (typeof openValueSetIds)[number];
export type ValueSetId = HeldValueSetId | OpenValueSetId;

export const allValueSetIds: readonly [ValueSetId, ...ValueSetId[]] = [...valueSetIds, ...openValueSetIds];

/** For ids that come from outside (a form schema, a URL). */
export function isValueSetId(id: string): id is ValueSetId {
  return (allValueSetIds as readonly string[]).includes(id);
}

export function isHeld(id: ValueSetId): id is HeldValueSetId {
  return (valueSetIds as readonly string[]).includes(id);
}
