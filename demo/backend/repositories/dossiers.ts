import type { Conflit, Dossier, DossierResume } from '../../../src/domain/dossier.ts';
import type { Editions, Fiche, FicheResume, Saisie } from '../../../src/domain/fiche.ts';
import type { Portee } from '../../../src/engine/dossier/visibilite.ts';
import type { Requeteur } from '../database/database.ts';

/** A dossier as PostgreSQL gives it. */
type LigneDossier = Omit<Dossier, 'fiches' | 'categorieEG' | 'dateCreation' | 'dateMiseJour'> & {
  categorieEG: string | null; dateCreation: Date; dateMiseJour: Date;
};

const DOSSIER = `
  d.id, d.nom, d.entite_geographique_id as "entiteGeographiqueId", d.categorie_eg as "categorieEG", d.departement, d.circuit, d.valideur,
  d.etat, d.date_effet::text as "dateEffet", d.motif_refus as "motifRefus", d.version, d.date_creation as "dateCreation", d.date_mise_jour as "dateMiseJour"`;

function enDossier<L extends LigneDossier>({ categorieEG, dateCreation, dateMiseJour, ...rest }: L) {
  return {
    ...rest,
    ...(categorieEG !== null && { categorieEG }),
    dateCreation: dateCreation.toISOString(), dateMiseJour: dateMiseJour.toISOString(),
  };
}

/** What a person may see, as a condition on `d`, with its parameters. */
function portee(p: Portee): { readonly where: string; readonly params: readonly unknown[] } {
  switch (p.type) {
    case 'tous': return { where: 'true', params: [] };
    case 'structures': return { where: 'd.entite_geographique_id = any($1::text[])', params: [p.entitesGeographiques] };
    case 'territoire': return { where: `d.valideur = 'tutelle' and d.departement = any($1::text[])`, params: [p.departements] };
    case 'aucun': return { where: 'false', params: [] };
  }
}

/** Dossiers of one page. */
export const TAILLE_DOSSIERS = 50;

/** Dossiers of this reach, latest change first: one page, and one more when there is another. */
export async function listerDossiersDe(tx: Requeteur, p: Portee, suite: { readonly instant: string; readonly id: string } | null): Promise<DossierResume[]> {
  const { where, params } = portee(p);
  const [instant, id] = [`$${params.length + 1}::timestamptz`, `$${params.length + 2}::text`];
  const rows = await tx.query<LigneDossier & { nombreFiches: number; nombreFinalisees: number }>(
    `select ${DOSSIER}, f.nombre as "nombreFiches", f.finalisees as "nombreFinalisees"
     from (
       select d.* from dossier d where ${where} and (${instant} is null or d.date_mise_jour < ${instant} or (d.date_mise_jour = ${instant} and d.id > ${id}))
       order by d.date_mise_jour desc, d.id limit ${TAILLE_DOSSIERS + 1}
     ) d, lateral (select count(*)::int as nombre, (count(*) filter (where etat = 'finalisee'))::int as finalisees from fiche where dossier_id = d.id) f
     order by d.date_mise_jour desc, d.id`, [...params, suite?.instant ?? null, suite?.id ?? null],
  );
  return rows.map((row) => enDossier(row));
}

const RESUME = `id, type, parent_id as "parentId", nom, etat, version, origine_id as "origineId"`;
type LigneFiche = Omit<FicheResume, 'origineId'> & { origineId: string | null };
const enResume = <L extends LigneFiche>({ origineId, ...rest }: L) => ({ ...rest, ...(origineId !== null && { origineId }) });

/** @param verrouiller keeps it for this transaction: nobody else changes it, or any of its fiches, before the end. */
export async function lireDossierEntier(tx: Requeteur, id: string, verrouiller = false): Promise<Dossier | undefined> {
  const [row] = await tx.query<LigneDossier>(`select ${DOSSIER} from dossier d where d.id = $1 ${verrouiller ? 'for update' : ''}`, [id]);
  if (!row) return undefined;
  const fiches = await tx.query<LigneFiche>(`select ${RESUME} from fiche where dossier_id = $1 order by rang`, [id]);
  const conflits = row.etat === 'PUBLIE' ? await lireConflits(tx, id) : [];
  return { ...enDossier(row), fiches: fiches.map((fiche) => enResume(fiche)), ...(conflits.length > 0 && { conflits }) };
}

/** What its publication found, as the journal has it. */
async function lireConflits(tx: Requeteur, id: string): Promise<Conflit[]> {
  const [row] = await tx.query<{ conflits: Conflit[] | null }>(
    `select donnees -> 'conflits' as conflits from evenement where dossier_id = $1 and type = 'dossier-publie' order by rang desc limit 1`, [id],
  );
  return row?.conflits ?? [];
}

export async function lireFicheEntiere(tx: Requeteur, dossierId: string, ficheId: string): Promise<Fiche | undefined> {
  const [row] = await tx.query<LigneFiche & Saisie & { dateMiseJour: Date; auteur: string | null; editions: Editions | null }>(
    `select ${RESUME}, contenu, illisibles, editions, date_mise_jour as "dateMiseJour", auteur from fiche where dossier_id = $1 and id = $2`, [dossierId, ficheId],
  );
  if (!row) return undefined;
  const { auteur, dateMiseJour, editions, ...rest } = row;
  return { ...enResume(rest), dateMiseJour: dateMiseJour.toISOString(), ...(auteur !== null && { auteur }), ...(editions !== null && { editions }) };
}

/** What is typed into the fiches of a dossier, by identifier. */
export async function lireSaisies(tx: Requeteur, dossierId: string, ficheIds?: readonly string[]): Promise<Map<string, Saisie>> {
  const rows = await tx.query<Saisie & { id: string }>(
    'select id, contenu, illisibles from fiche where dossier_id = $1 and ($2::text[] is null or id = any($2::text[]))', [dossierId, ficheIds ?? null],
  );
  return new Map(rows.map(({ id, contenu, illisibles }) => [id, { contenu, illisibles }]));
}

/** The dossiers whose day has come, the oldest first. */
export async function dossiersEchus(tx: Requeteur, aujourdhui: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(`select id from dossier where etat = 'VALIDE' and date_effet <= $1::date order by date_effet, id`, [aujourdhui]);
  return rows.map(({ id }) => id);
}

/** The dossier, not yet published, that holds this structure. */
export async function dossierOuvertSur(tx: Requeteur, entiteGeographiqueId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(`select id from dossier where entite_geographique_id = $1 and etat <> 'PUBLIE'`, [entiteGeographiqueId]);
  return row?.id;
}
