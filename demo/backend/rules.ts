import type { Role } from '../../src/domain/acteur.ts';
import type { Contenu } from '../../src/domain/fiche.ts';
import type { TypeFiche } from '../../src/domain/noeud.ts';
import { circuitDe, type CircuitValidation } from '../../src/engine/dossier/circuit.ts';
import type { Contexte } from '../../src/engine/dossier/types.ts';
import { manques, neededValueSets } from '../../src/engine/fiche/complete.ts';
import { formSchema } from '../../src/engine/fiche/schemas.ts';
import { Associations } from '../../src/nomenclature/associations.ts';
import type { NomenclatureSource } from '../../src/nomenclature/load.ts';
import { Nomenclature } from '../../src/nomenclature/nomenclature.ts';

/** What the engines need to know of the nomenclatures, loaded once. */
export interface Rules {
  /** What keeps a fiche from being finalised by a person of this role. */
  manques(role: Role, categorieEG: string | undefined): Contexte['manques'];
  circuit(categorieEG: string | undefined): CircuitValidation;
  /** Grands groupes de disciplines of a unit, or of an establishment by its category. */
  domaines(type: TypeFiche, contenu: Contenu): readonly string[];
  /** Name of a département by its INSEE code. */
  departement(code: string): string;
}

const NIVEAUX: readonly TypeFiche[] = ['EG', 'P', 'S', 'UF', 'UO'];

export async function loadRules(source: NomenclatureSource): Promise<Rules> {
  const schemas = NIVEAUX.map((level) => formSchema(level));
  const nomenclature = await Nomenclature.load(source, [...schemas.flatMap((schema) => neededValueSets(schema)), 'COG_departements']);
  const associations = await Associations.load(source, nomenclature);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    manques: (role, categorieEG) => (type, saisie) => manques(type, saisie, { nomenclature, associations, role, categorieEG }),
    circuit: (categorieEG) => circuitDe(associations.categorieEG(categorieEG ?? '')),
    domaines: (type, contenu) => {
      if (type === 'UO') return text(contenu['grandGroupeDisciplines']) ? [text(contenu['grandGroupeDisciplines'])] : associations.typeOffre(text(contenu['typeOffre']))?.ggd.slice(0, 1) ?? [];
      return type === 'EG' ? associations.categorieEG(text(contenu['categorieEG']))?.ggd.slice(0, 1) ?? [] : [];
    },
    departement: (code) => nomenclature.valueSet('COG_departements').describe(code).label,
  };
}
