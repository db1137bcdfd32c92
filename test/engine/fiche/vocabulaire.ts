/** Words for tests about fiches: real nomenclatures, small schemas, frozen inputs. */
import type { Contenu, Saisie } from '../../../src/domain/fiche.ts';
import type { Issue } from '../../../src/engine/fiche/issue.ts';
import { naming } from '../../../src/engine/fiche/naming-rules.ts';
import { findField } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import type { FicheContext, Field, FormSchema, Section } from '../../../src/engine/fiche/types.ts';
import { Associations } from '../../../src/nomenclature/associations.ts';
import { officialSource } from '../../../src/nomenclature/load.ts';
import { Nomenclature } from '../../../src/nomenclature/nomenclature.ts';
import { ValueSet } from '../../../src/nomenclature/value-set.ts';
import type { ValueSetId } from '../../../src/nomenclature/value-set-ids.ts';

export const nomenclature = await Nomenclature.load(officialSource, ['J16', 'J17', 'J19', 'J20', 'J29', 'J30', 'J35', 'J55', 'J238']);
export const associations = await Associations.load(officialSource, nomenclature);

/** Freezes a value through and through: a function that changes its input fails the test. */
export function gele<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(gele);
  return value;
}

/** A référent in an establishment without category. */
export const contexte: FicheContext = Object.freeze({ nomenclature, associations, naming, role: 'referent' as const });
export const dans = (autres: Partial<FicheContext>): FicheContext => Object.freeze({ ...contexte, ...autres });
export const EHPAD = dans({ categorieEG: '500' });
export const IME = dans({ categorieEG: '183' });

/** The same nomenclatures, where J19 is a small edition with a retired code `99` and J238 lacks nothing. */
export const avecRetires: FicheContext = dans({ nomenclature: new Nomenclature([
  ...nomenclature.ids.map((id): readonly [ValueSetId, ValueSet] => [id, nomenclature.valueSet(id)]),
  ['J19', new ValueSet({
    id: 'J19', officialId: 'JDV_J19', name: 'Mode', edition: '2030-01-01', source: { repo: 'test' }, licence: 'test', systems: [],
    columns: ['code', 'label'], concepts: [['46', 'Hébergement'], ['47', 'Accueil de jour'], ['28', 'Hospitalisation']],
    retired: [['99', 'Ancien mode', '2020-01-01']],
  })],
]) });

/** Nothing loaded yet. */
export const sansNomenclature: FicheContext = dans({ nomenclature: new Nomenclature() });

export const UO = gele(formSchema('UO'));
export const EG = gele(formSchema('EG'));

/** The fields of one value each: lists and groups have their own tests (FIC-80 to FIC-95). */
export const sansListes = (forme: FormSchema): FormSchema => gele({
  ...forme, sections: forme.sections.map((section) => ({ ...section, fields: section.fields.filter(({ kind }) => !['liste', 'capacites', 'adresse'].includes(kind)) })),
});

export const saisie = (contenu: Contenu = {}, illisibles: Saisie['illisibles'] = {}): Saisie => gele({ contenu, illisibles });

/** The field of a schema at a path; fails when there is none. */
export function champ(path: string, schema: FormSchema = UO): Field {
  const placed = findField(schema, path);
  if (!placed) throw new Error(`No field at ${path}`);
  return placed.field;
}

/** A field of a small schema: `unChamp('a', { kind: 'nombre' })`. */
export const unChamp = (path: string, autres: Partial<Field> = {}): Field => gele({ path, kind: 'texte', label: `Libellé de ${path}`, ...autres });

/** A schema of one section per list of fields. */
export function schema(sections: readonly (readonly Field[] | Section)[], autres: Partial<FormSchema> = {}): FormSchema {
  return gele({
    id: 'essai', version: '1', level: 'UO', title: 'Essai', names: ['nom'],
    sections: sections.map((one, at) => ('id' in one ? one : { id: `section-${at}`, title: `Section ${at}`, fields: one })),
    ...autres,
  });
}

/** Issues in one line each: `manquant nomOffre`, with `!` for a warning. */
export const resume = (issues: readonly Issue[]): string[] => issues.map(({ code, path, severity }) => `${code} ${path}${severity === 'erreur' ? '' : ' !'}`);

/** A unit of an EHPAD, complete. */
export const uniteComplete: Contenu = gele({
  nomOffre: 'Unité hébergement pour personnes âgées dépendantes',
  grandGroupeDisciplines: 'MSS',
  typeOffre: '21',
  champActivite: '04',
  modePriseEnCharge: '46',
  temporaliteAccueil: '02',
  activiteOperationnelle: [associations.usual('J17', '21')[0] ?? ''],
  uniteSensible: false,
  patientele: { ageMin: { valeur: 60, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' } },
  contact: [{
    fonctionContact: '22', niveauConfidentialite: '2', nom: 'Mme DURAND Claire',
    telecommunication: [{ canal: '3', niveauConfidentialite: '2', adresseTelecom: 'claire.durand@ehpad.example' }],
  }],
});
