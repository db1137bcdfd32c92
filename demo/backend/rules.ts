import type { Role } from '../../src/domain/acteur.ts';
import type { Contenu } from '../../src/domain/fiche.ts';
import type { TypeFiche } from '../../src/domain/noeud.ts';
import { circuitDe, type CircuitValidation } from '../../src/engine/dossier/circuit.ts';
import type { Contexte } from '../../src/engine/dossier/types.ts';
import { manques } from '../../src/engine/fiche/complete.ts';
import { neededValueSets } from '../../src/engine/fiche/value-sets.ts';
import { naming } from '../../src/engine/fiche/naming-rules.ts';
import { formSchema } from '../../src/engine/fiche/schemas.ts';
import type { FicheContext } from '../../src/engine/fiche/types.ts';
import { Associations } from '../../src/nomenclature/associations.ts';
import type { NomenclatureSource } from '../../src/nomenclature/load.ts';
import { Nomenclature } from '../../src/nomenclature/nomenclature.ts';
import { loadContexteRecherche, type ContexteRecherche } from './repositories/recherche-contexte.ts';

/** What the engines need to know of the nomenclatures, loaded once. */
export interface Rules {
  /** What keeps a fiche from being finalised by a person of this role. */
  manques(role: Role, categorieEG: string | undefined): Contexte['manques'];
  circuit(categorieEG: string | undefined): CircuitValidation;
  /** Grands groupes de disciplines of a unit, or of an establishment by its category. */
  domaines(type: TypeFiche, contenu: Contenu): readonly string[];
  /** Catégories de besoins and filières (codes) of a unit by its type; of an establishment, what its category is mainly for. */
  groupes(type: TypeFiche, contenu: Contenu): { readonly besoins: readonly string[]; readonly filieres: readonly string[] };
  /** Name of a département by its INSEE code. */
  departement(code: string): string;
  /** Name of the territoire de santé of a département; of a catégorie de besoins; of a filière. */
  territoire(departement: string): string;
  besoin(code: string): string;
  filiere(code: string): string;
  readonly besoinsDansLOrdre: readonly string[];
  readonly filieresDansLOrdre: readonly string[];
  /** What surrounds a fiche for the form engine. */
  contexte(role: Role, categorieEG: string | undefined): FicheContext;
  /** Whether a code of the anomalies exists and is not retired. */
  connait(valueSet: 'J241' | 'J242' | 'J244', code: string): boolean;
  readonly recherche: ContexteRecherche;
}

const NIVEAUX: readonly TypeFiche[] = ['EG', 'P', 'S', 'UF', 'UO'];

export async function loadRules(source: NomenclatureSource): Promise<Rules> {
  const schemas = NIVEAUX.map((level) => formSchema(level));
  const nomenclature = await Nomenclature.load(source, [...schemas.flatMap((schema) => neededValueSets(schema)), 'COG_departements', 'J241', 'J242', 'J244']);
  const associations = await Associations.load(source, nomenclature);
  const recherche = await loadContexteRecherche(source);
  const besoins = associations.besoins();
  const filieres = associations.filieres();
  const libelles = (entries: readonly { readonly code: string; readonly label: string }[]) => new Map(entries.map(({ code, label }) => [code, label]));
  const [nomsBesoins, nomsFilieres] = [libelles(besoins), libelles(filieres)];
  const territoires = new Map(associations.territoires().map(({ departement, label }) => [departement, label]));
  const departement = (code: string) => nomenclature.valueSet('COG_departements').describe(code).label;
  const groupesDe = (domaines: readonly string[]) => ({
    besoins: besoins.filter((besoin) => domaines.some((domaine) => besoin.domaines.includes(domaine))).map(({ code }) => code),
    // A filière names many domaines: only the main one of a unit counts, or most units would be in most filières.
    filieres: filieres.filter((filiere) => filiere.domaines.includes(domaines[0] ?? '')).map(({ code }) => code),
  });
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    manques: (role, categorieEG) => (type, saisie) => manques(type, saisie, { nomenclature, associations, role, categorieEG }),
    circuit: (categorieEG) => circuitDe(associations.categorieEG(categorieEG ?? '')),
    domaines: (type, contenu) => {
      if (type === 'UO') return text(contenu['grandGroupeDisciplines']) ? [text(contenu['grandGroupeDisciplines'])] : associations.typeOffre(text(contenu['typeOffre']))?.ggd.slice(0, 1) ?? [];
      return type === 'EG' ? associations.categorieEG(text(contenu['categorieEG']))?.ggd.slice(0, 1) ?? [] : [];
    },
    groupes: (type, contenu) => {
      if (type === 'UO') return groupesDe(associations.typeOffre(text(contenu['typeOffre']))?.domaines ?? []);
      if (type !== 'EG') return { besoins: [], filieres: [] };
      const categorieEG = text(contenu['categorieEG']);
      const principaux = associations.typesOffre({ categorieEG }).map((code) => associations.typeOffre(code)).filter((one) => one?.categoriesEG[0] === categorieEG);
      return { besoins: groupesDe(principaux.flatMap((one) => one?.domaines[0] ?? [])).besoins, filieres: [...new Set(principaux.flatMap((one) => groupesDe(one?.domaines.slice(0, 1) ?? []).filieres))] };
    },
    departement,
    territoire: (code) => territoires.get(code) ?? departement(code),
    besoin: (code) => nomsBesoins.get(code) ?? code,
    filiere: (code) => nomsFilieres.get(code) ?? code,
    besoinsDansLOrdre: besoins.map(({ code }) => code),
    filieresDansLOrdre: filieres.map(({ code }) => code),
    contexte: (role, categorieEG) => ({ nomenclature, associations, role, categorieEG, naming }),
    recherche,
    connait: (valueSet, code) => nomenclature.valueSet(valueSet).describe(code).status === 'selectable',
  };
}
