import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Adresse } from '../../src/domain/adresse.ts';
import { Anomalie } from '../../src/domain/anomalie.ts';
import { Contact, Telecommunication } from '../../src/domain/contact.ts';
import { EntiteGeographique } from '../../src/domain/entite-geographique.ts';
import { EntiteJuridique } from '../../src/domain/entite-juridique.ts';
import { Horaire } from '../../src/domain/horaire.ts';
import { LieuRealisationOffre } from '../../src/domain/lieu-realisation-offre.ts';
import { Metadonnee } from '../../src/domain/metadonnees.ts';
import { OffreOperationnelle } from '../../src/domain/offre-operationnelle.ts';
import { OrganisationInterne } from '../../src/domain/organisation-interne.ts';
import { Professionnel, SituationOperationnelle } from '../../src/domain/professionnel.ts';
import { Tarif } from '../../src/domain/tarif.ts';
import { DivisionTerritoriale } from '../../src/domain/territoire.ts';
import type { z } from '../../src/domain/zod.ts';
import * as exemple from './exemples.ts';
import type { Json, JsonObject } from './exemples.ts';

/** Attributes that MODEL gives as 1..1 or 1..*, by path; array positions are left out. */
const REQUIS = {
  metadonnee: ['identifiant', 'dateCreation', 'dateMiseJour'],
  telecommunication: ['canal', 'adresseTelecom', 'niveauConfidentialite'],
  contact: ['niveauConfidentialite'],
  lieu: ['communeCog', 'coordonneeGeographique.latitude', 'coordonneeGeographique.longitude', 'coordonneeGeographique.systemeGeodesique'],
  tarif: ['typeTarif', 'montantTarif', 'montantTarif.valeur', 'montantTarif.devise', 'unitePrix'],
  division: ['type', 'code'],
  capacite: [
    'affectationTemporaire', 'natureCapacite', 'statutCapacite', 'temporaliteCapacite', 'nombreCapacite', 'typeSourceCapacite', 'dateMAJCapacite',
  ],
};
const under = (prefix: string, paths: readonly string[]) => paths.map((path) => `${prefix}.${path}`);
const metadonnee = ['metadonnee', ...under('metadonnee', REQUIS.metadonnee)];
const contact = [...under('contact', REQUIS.contact), ...under('contact.telecommunication', REQUIS.telecommunication)];
const lieu = [...REQUIS.lieu, ...under('telecommunication', REQUIS.telecommunication)];
const lieuRealisation = [
  ...lieu,
  'equipementSpecifique.typeEquipement',
  ...under('equipementSpecifique.limiteCaracteristiqueEquipement', ['typeCaracteristique', 'valeurLimite', 'valeurLimite.valeur', 'valeurLimite.unite']),
  'capaciteHabitation.typeHabitation',
  ...under('capacitePriseCharge', REQUIS.capacite),
  ...metadonnee,
];
const professionnel = ['idNat_PS', ...under('boiteLettresMSS', REQUIS.telecommunication), ...metadonnee];

const objets: readonly { readonly nom: string; readonly schema: z.ZodMiniType; readonly complet: JsonObject; readonly requis: readonly string[] }[] = [
  { nom: 'Metadonnee', schema: Metadonnee, complet: exemple.metadonnee, requis: REQUIS.metadonnee },
  { nom: 'Adresse', schema: Adresse, complet: exemple.adresse, requis: [] },
  { nom: 'Telecommunication', schema: Telecommunication, complet: exemple.telecommunication, requis: REQUIS.telecommunication },
  { nom: 'Contact', schema: Contact, complet: exemple.contact, requis: ['niveauConfidentialite', ...under('telecommunication', REQUIS.telecommunication)] },
  { nom: 'Horaire', schema: Horaire, complet: exemple.horaire, requis: [] },
  { nom: 'DivisionTerritoriale', schema: DivisionTerritoriale, complet: exemple.divisionTerritoriale, requis: REQUIS.division },
  { nom: 'Tarif', schema: Tarif, complet: exemple.tarif, requis: REQUIS.tarif },
  { nom: 'LieuRealisationOffre', schema: LieuRealisationOffre, complet: exemple.lieuRealisationOffre, requis: lieuRealisation },
  {
    nom: 'EntiteJuridique',
    schema: EntiteJuridique,
    complet: exemple.institutLeValMande,
    requis: ['idNatStruct', 'raisonSociale', 'statutJuridique', ...contact, ...under('telecommunication', REQUIS.telecommunication), ...metadonnee],
  },
  {
    nom: 'EntiteGeographique',
    schema: EntiteGeographique,
    complet: exemple.imeTKitoi,
    requis: [
      'idNatStruct', 'denominationEG', 'categorieEG', ...under('territoireSante', REQUIS.division), ...under('lieuEG', lieu),
      ...contact, ...under('tarif', REQUIS.tarif), ...metadonnee,
    ],
  },
  {
    nom: 'OrganisationInterne',
    schema: OrganisationInterne,
    complet: exemple.serviceGeriatrie,
    requis: ['identifiantOI', 'nomOI', 'typeOI', ...contact, ...under('boiteLettresMSS', REQUIS.telecommunication), ...metadonnee],
  },
  {
    nom: 'OffreOperationnelle',
    schema: OffreOperationnelle,
    complet: exemple.uniteAccueilDeJour,
    requis: [
      'identifiantOffre', 'nomOffre', 'champActivite', 'modePriseEnCharge', 'activiteOperationnelle', 'uniteSensible',
      ...under('zoneIntervention', REQUIS.division),
      'patientele', ...under('patientele', ['ageMin', 'ageMin.valeur', 'ageMin.unite', 'ageMax', 'ageMax.valeur', 'ageMax.unite']),
      ...contact, ...under('boiteLettreMSS', REQUIS.telecommunication),
      'eloignementCalcule.valeur', 'eloignementCalcule.unite',
      ...under('lieuRealisationOffre', lieuRealisation), ...metadonnee,
    ],
  },
  { nom: 'Professionnel', schema: Professionnel, complet: exemple.professionnel, requis: professionnel },
  {
    nom: 'SituationOperationnelle',
    schema: SituationOperationnelle,
    complet: exemple.situationOperationnelle,
    requis: [
      'identifiant', 'exerciceProfessionnel',
      ...under('exerciceProfessionnel', ['professionnel', 'profession', 'nomExercice', 'savoirFaire.typeSavoirFaire']),
      ...under('exerciceProfessionnel.professionnel', professionnel),
      'modeExerciceOffre', ...under('telecommunication', REQUIS.telecommunication), ...metadonnee,
    ],
  },
  { nom: 'Anomalie', schema: Anomalie, complet: exemple.anomalie, requis: ['thematique', 'statutMetier', 'objet', 'systemeDeclarant', ...metadonnee] },
];

type Path = readonly (string | number)[];
/** Every value inside an example, with its path. */
function* values(value: Json, path: Path = []): Generator<readonly [Path, Json]> {
  if (path.length > 0) yield [path, value];
  if (typeof value !== 'object') return;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* values(item as Json, [...path, index]);
  else for (const [name, item] of Object.entries(value)) yield* values(item as Json, [...path, name]);
}
/** A copy with another value at a path; `undefined` removes the attribute. */
function withValue(value: unknown, [head, ...rest]: Path, next: unknown): unknown {
  if (head === undefined) return next;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === head ? withValue(item, rest, next) : item));
  const copy = { ...(value as Record<string, unknown>) };
  copy[head] = withValue(copy[head], rest, next);
  if (copy[head] === undefined) delete copy[head];
  return copy;
}
const named = (path: Path) => path.filter((step) => typeof step === 'string').join('.');
const issuePaths = (schema: z.ZodMiniType, value: unknown) => (schema.safeParse(value).error?.issues ?? []).map((issue) => issue.path.join('.'));
/** Something that the attribute can't be, whatever its pattern. */
const wrongType = (value: Json): unknown => (typeof value === 'object' ? 'texte' : typeof value === 'string' ? 42 : typeof value === 'number' ? 'quarante-deux' : 'oui');

for (const { nom, schema, complet, requis } of objets) {
  describe(nom, () => {
    test('accepts a full example and keeps every attribute of it', () => {
      const result = schema.safeParse(complet);
      assert.deepEqual(result.error?.issues ?? [], []);
      assert.deepEqual(result.data, complet);
    });

    test('has an attribute of the example for each of its own', () => {
      const { shape } = (schema as unknown as { def: { shape: Record<string, unknown> } }).def;
      assert.deepEqual(Object.keys(complet).sort(), Object.keys(shape).sort());
    });

    test('requires exactly what the model requires, and names what is missing', () => {
      const missing = new Set<string>();
      for (const [path] of values(complet)) {
        if (typeof path.at(-1) === 'number') continue;
        const paths = issuePaths(schema, withValue(complet, path, undefined));
        if (paths.length === 0) continue;
        assert.deepEqual(paths, [path.join('.')]);
        missing.add(named(path));
      }
      assert.deepEqual([...missing].sort(), [...new Set(requis)].sort());
    });

    test('accepts an object reduced to what is required', () => {
      const needed = new Set(requis);
      const reduced = [...values(complet)]
        .filter(([path]) => path.length === 1 && !needed.has(named(path)))
        .reduce<unknown>((value, [path]) => withValue(value, path, undefined), complet);
      assert.deepEqual(issuePaths(schema, reduced), []);
    });

    test('refuses a value of another type wherever it stands, and names it', () => {
      for (const [path, value] of values(complet)) {
        for (const wrong of [wrongType(value), null]) {
          assert.deepEqual(issuePaths(schema, withValue(complet, path, wrong)), [path.join('.')]);
        }
      }
    });

    test('refuses an emptied text: an attribute without value is absent', () => {
      for (const [path, value] of values(complet)) {
        if (typeof value === 'string') assert.deepEqual(issuePaths(schema, withValue(complet, path, '')), [path.join('.')]);
      }
    });

    test('refuses a text beyond any sensible length', () => {
      for (const [path, value] of values(complet)) {
        if (typeof value === 'string') assert.deepEqual(new Set(issuePaths(schema, withValue(complet, path, 'a'.repeat(2001)))), new Set([path.join('.')]));
      }
    });

    test('leaves out an attribute that the model does not know', () => {
      assert.deepEqual(schema.safeParse({ ...complet, couleur: 'bleu' }).data, complet);
    });

    test('refuses what is not an object', () => {
      for (const other of [null, undefined, 'texte', 12, [], true]) assert.equal(schema.safeParse(other).success, false);
    });
  });
}
