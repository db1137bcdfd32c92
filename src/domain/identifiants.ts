/**
 * The identifiers of the exposure model (MODEL §9): their shape as schemas, their key as checks.
 *
 * Real files hold wrong keys (the national guide's own examples do), so a schema refuses a wrong
 * *shape* only; whoever wants to warn about a *key* calls the `verifier…` function.
 */
import { CODE_POSTAL, COMMUNE, FINESS, RPPS, SIREN, SIRET, verifierIdNatPS, verifierIdNatStruct, type Verification } from './verifier-identifiants.ts';
import { z } from './zod.ts';

export {
  siretPorteLeSiren, verifierCodePostal, verifierCommune, verifierFINESS, verifierIdNatPS, verifierIdNatStruct, verifierRPPS, verifierSIREN, verifierSIRET,
} from './verifier-identifiants.ts';
export type { CodeCle, CodeForme, Verification } from './verifier-identifiants.ts';

/** FINESS number of an entité juridique. Its brand keeps it out of an EG's attribute. */
export const NumFINESSEJ = z.string().check(z.regex(FINESS)).brand<'NumFINESSEJ'>();
export type NumFINESSEJ = z.infer<typeof NumFINESSEJ>;

/** FINESS number of an entité géographique. */
export const NumFINESSEG = z.string().check(z.regex(FINESS)).brand<'NumFINESSEG'>();
export type NumFINESSEG = z.infer<typeof NumFINESSEG>;

/** SIREN number of an entité juridique. */
export const NumSIREN = z.string().check(z.regex(SIREN)).brand<'NumSIREN'>();
export type NumSIREN = z.infer<typeof NumSIREN>;

/** SIRET number of an entité géographique. */
export const NumSIRET = z.string().check(z.regex(SIRET)).brand<'NumSIRET'>();
export type NumSIRET = z.infer<typeof NumSIRET>;

/** RPPS number of a professional. */
export const NumRPPS = z.string().check(z.regex(RPPS)).brand<'NumRPPS'>();
export type NumRPPS = z.infer<typeof NumRPPS>;

/** RPPS-rang (14 digits) or ADELI-rang (11 characters) of a practice. */
export const NumRppsAdeliRang = z.string().check(z.regex(/^([0-9]{14}|[0-9A-Z]{11})$/)).brand<'NumRppsAdeliRang'>();
export type NumRppsAdeliRang = z.infer<typeof NumRppsAdeliRang>;

const shaped = (verify: (text: string) => Verification) => z.refine<string>((text) => verify(text).statut !== 'forme');

/** National identifier of a structure, see {@link verifierIdNatStruct}. */
export const IdNatStruct = z.string().check(shaped(verifierIdNatStruct)).brand<'IdNatStruct'>();
export type IdNatStruct = z.infer<typeof IdNatStruct>;

/** National identifier of a professional, see {@link verifierIdNatPS}. */
export const IdNatPS = z.string().check(shaped(verifierIdNatPS)).brand<'IdNatPS'>();
export type IdNatPS = z.infer<typeof IdNatPS>;

/** Commune code of the COG (JDV_J230). */
export const CodeCommune = z.string().check(z.regex(COMMUNE)).brand<'CodeCommune'>();
export type CodeCommune = z.infer<typeof CodeCommune>;

/** Postal code. */
export const CodePostal = z.string().check(z.regex(CODE_POSTAL)).brand<'CodePostal'>();
export type CodePostal = z.infer<typeof CodePostal>;

/** Technical identifier: 1 to 64 characters without space, given by the system that stores the object. */
export const IdentifiantTechnique = z.string().check(z.regex(/^\S{1,64}$/));

const REGIONAL = /^-?[0-9]{1,2}\/\S{1,64}$/;

/** Unique and permanent national identifier of an offer: INSEE code of the region, `/`, number (`94/666`). */
export const IdentifiantOffre = z.string().check(z.regex(REGIONAL)).brand<'IdentifiantOffre'>();
export type IdentifiantOffre = z.infer<typeof IdentifiantOffre>;

/** Unique and permanent national identifier of an organisation interne, shaped like an offer's. */
export const IdentifiantOI = z.string().check(z.regex(REGIONAL)).brand<'IdentifiantOI'>();
export type IdentifiantOI = z.infer<typeof IdentifiantOI>;

/**
 * Builds the identifier of an offer from the region's INSEE code and the number given by its ROR.
 * Throws on a part that can't make one: it is a mistake of the caller, not of a user.
 */
export const identifiantOffre = (codeRegion: string, numero: string): IdentifiantOffre =>
  z.parse(IdentifiantOffre, `${codeRegion}/${numero}`);

/** As {@link identifiantOffre}, for an organisation interne. */
export const identifiantOI = (codeRegion: string, numero: string): IdentifiantOI =>
  z.parse(IdentifiantOI, `${codeRegion}/${numero}`);
