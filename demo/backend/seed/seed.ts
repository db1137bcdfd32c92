import type { NoeudPublie } from '../../../src/engine/dossier/creer.ts';
import { creerDossier } from '../../../src/engine/dossier/creer.ts';
import { loadCommunes } from '../../../src/nomenclature/communes.ts';
import { officialSource, type NomenclatureSource } from '../../../src/nomenclature/load.ts';
import type { Database, Requeteur } from '../database/database.ts';
import { insererPartenaire } from '../partenaires.ts';
import { hashPassword } from '../passwords.ts';
import { insererCompte } from '../repositories/comptes.ts';
import { insererDossier } from '../repositories/ecriture.ts';
import { ecrireDomaines, lireStructure } from '../repositories/publication.ts';
import { indexerStructures } from '../repositories/recherche-index.ts';
import { loadRules, type Rules } from '../rules.ts';
import { comptesDeDemonstration, partenaireDeDemonstration, type CompteDeDemonstration } from './comptes.ts';
import { medicoSocial } from './medico-social.ts';
import { sanitaire } from './sanitaire.ts';
import { insererUsages } from './usages.ts';
import type { Graine } from './vocabulary.ts';
import { voisins } from './voisins.ts';

export interface SeedOptions {
  readonly database: Database;
  readonly clock?: () => Date;
  readonly newId?: () => string;
  readonly source?: NomenclatureSource;
  /** Rounds of the password digests; less for tests. */
  readonly tours?: number;
  /** How many invented establishments surround those of the guides; none unless said. */
  readonly voisins?: number;
}

/** The structures of the demonstration, from the guides of the regional tool. */
export const structuresDeDemonstration: readonly Graine[] = [...medicoSocial, ...sanitaire];

/** Any number, the same for all processes: only one of them seeds. */
const VERROU = 7_261_003;

/** Whether a database holds nothing and nobody yet. */
export async function isEmpty(on: Requeteur): Promise<boolean> {
  return (await on.query('select 1 from noeud union all select 1 from compte limit 1')).length === 0;
}

/** Fills an empty database with the demonstration, all at once or not at all. False when it already holds something. */
export async function seedOnce(options: SeedOptions): Promise<boolean> {
  const { database, clock = () => new Date(), newId = () => globalThis.crypto.randomUUID(), tours, voisins: nombre = 0 } = options;
  const rules = await loadRules(options.source ?? officialSource);
  return database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [VERROU]);
    if (!(await isEmpty(tx))) return false;
    const instant = clock().toISOString();
    const autour = nombre > 0 ? voisins(nombre, (await loadCommunes()).all, rules.contexte('support', undefined).associations) : [];
    const structures = [...structuresDeDemonstration, ...autour];
    await insererGraines(tx, structures, instant);
    const etablissements = tous(structures).filter(({ type }) => type === 'EG');
    for (const structure of etablissements) {
      await ecrireDomaines(tx, structure.id, rules);
      if (structure.aDecrire) await ouvrirPeuplement(tx, structure, { rules, instant, nouvelId: newId });
    }
    await indexerStructures(tx, etablissements.map(({ id }) => id), { rules, instant });
    // One password for all, on the sign-in page: one digest is enough.
    const motDePasse = await hashPassword(comptesDeDemonstration[0]?.motDePasse ?? '', tours);
    for (const compte of comptesDeDemonstration) await insererCompte(tx, { ...compte, motDePasse });
    await insererPartenaire(tx, partenaireDeDemonstration);
    await insererUsages(tx, structuresDeDemonstration, { rules, instant });
    return true;
  });
}

/** The accounts of the demonstration that this database holds: what a sign-in page may show. */
export async function comptesPresents(database: Requeteur): Promise<Pick<CompteDeDemonstration, 'identifiant' | 'motDePasse' | 'nom' | 'role' | 'texte'>[]> {
  const rows = await database.query<{ id: string }>('select id from compte where actif and id = any($1::text[])', [comptesDeDemonstration.map(({ id }) => id)]);
  return comptesDeDemonstration
    .filter(({ id }) => rows.some((row) => row.id === id))
    .map(({ identifiant, motDePasse, nom, role, texte }) => ({ identifiant, motDePasse, nom, role, texte }));
}

/** All nodes, parents first. */
function tous(graines: readonly Graine[]): Graine[] {
  return graines.flatMap((graine) => [graine, ...tous(graine.enfants)]);
}

async function insererGraines(tx: Requeteur, graines: readonly Graine[], instant: string): Promise<void> {
  const rows = graines.flatMap((graine) => lignes(graine, { parentId: null, egId: null, departement: null }));
  await tx.query(
    `insert into noeud (id, type, parent_id, eg_id, nom, departement, categorie_eg, sensible, decrit, contenu, date_mise_jour)
     select id, type, "parentId", "egId", nom, departement, contenu ->> 'categorieEG', coalesce(contenu -> 'uniteSensible' = 'true'::jsonb, false), decrit, contenu, case when decrit then $2::timestamptz end
     from jsonb_to_recordset($1::jsonb) as r (id text, type text, "parentId" text, "egId" text, nom text, departement text, decrit boolean, contenu jsonb)`,
    [JSON.stringify(rows), instant],
  );
}

interface Au {
  readonly parentId: string | null;
  readonly egId: string | null;
  readonly departement: string | null;
}

function lignes({ id, type, nom, contenu, aDecrire = false, enfants }: Graine, au: Au): object[] {
  const egId = type === 'EG' ? id : au.egId;
  const departement = type === 'EG' ? departementDe(contenu['lieuEG']) : au.departement;
  const decrit = type === 'EJ' ? enfants.some((enfant) => !enfant.aDecrire) : !aDecrire;
  return [{ id, type, nom, contenu, parentId: au.parentId, egId, departement, decrit }, ...enfants.flatMap((enfant) => lignes(enfant, { parentId: id, egId, departement }))];
}

/** INSEE code of the département of a commune of the COG: three characters overseas. */
function departementDe(lieu: unknown): string {
  const cog = (lieu as { communeCog: string }).communeCog;
  return cog.slice(0, cog.startsWith('97') || cog.startsWith('98') ? 3 : 2);
}

/** Guide 001 p. 8: the dossier of a first description is opened by the server. */
async function ouvrirPeuplement(tx: Requeteur, { id, nom, contenu }: Graine, { rules, instant, nouvelId }: { rules: Rules; instant: string; nouvelId: () => string }): Promise<void> {
  const noeuds: NoeudPublie[] = await lireStructure(tx, id);
  const categorieEG = String(contenu['categorieEG']);
  const cree = creerDossier({
    acteur: 'systeme', entiteGeographiqueId: id, nom: `Peuplement de ${nom}`, categorieEG, departement: departementDe(contenu['lieuEG']),
    premiereDescription: true, noeuds, instant, nouvelId, manques: rules.manques('referent', categorieEG), ...rules.circuit(categorieEG),
  });
  if (cree.refus) throw new Error(`no first dossier for ${nom}: ${cree.refus.code}`);
  await insererDossier(tx, cree.dossier, cree.fiches, new Map(noeuds.map((noeud) => [noeud.id, noeud.contenu])), { acteur: 'systeme', instant });
}
