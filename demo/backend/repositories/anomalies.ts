import type { Acteur } from '../../../src/domain/acteur.ts';
import type { Personne, Signalement, SignalementDetaille } from '../../../src/domain/signalement.ts';
import { evolveAnomalie } from '../../../src/engine/anomalie/evolve.ts';
import type { PorteeAnomalies } from '../../../src/engine/anomalie/portee.ts';
import type { EvenementAnomalie } from '../../../src/engine/anomalie/types.ts';
import type { Requeteur } from '../database/database.ts';
import { CACHES, horsCaches, regarder, visible, type Regard } from './noeuds.ts';

export const TAILLE_LISTE = 50;

interface LigneAnomalie extends Omit<Signalement, 'actionDemandee' | 'chemin' | 'valeurProposee' | 'valeurErronee' | 'dateCreation' | 'dateMiseJour' | 'dateCloture'> {
  readonly actionDemandee: string | null;
  readonly chemin: string | null;
  readonly valeurProposee: string | null;
  readonly valeurErronee: string | null;
  readonly dateCreation: Date;
  readonly dateMiseJour: Date;
  readonly dateCloture: Date | null;
}

const COLONNES = `
  a.id, jsonb_build_object('id', n.id, 'type', n.type, 'nom', n.nom, 'entiteGeographiqueId', a.eg_id) as noeud, a.departements, a.thematique,
  a.action_demandee as "actionDemandee", a.statut, a.chemin, a.message, a.valeur_proposee as "valeurProposee", a.valeur_erronee as "valeurErronee",
  a.declarant, a.assigne, a.reponse, a.version, a.date_creation as "dateCreation", a.date_mise_jour as "dateMiseJour", a.date_cloture as "dateCloture"`;

function enSignalement({ actionDemandee, chemin, valeurProposee, valeurErronee, dateCreation, dateMiseJour, dateCloture, ...reste }: LigneAnomalie): Signalement {
  return {
    ...reste,
    ...(actionDemandee !== null && { actionDemandee }), ...(chemin !== null && { chemin }),
    ...(valeurProposee !== null && { valeurProposee }), ...(valeurErronee !== null && { valeurErronee }),
    dateCreation: dateCreation.toISOString(), dateMiseJour: dateMiseJour.toISOString(), dateCloture: dateCloture?.toISOString() ?? null,
  };
}

export interface FiltreAnomalies {
  readonly portee: PorteeAnomalies;
  /** The reach, one's own reports, or both. */
  readonly quoi: 'traiter' | 'mes-signalements' | 'tout';
  readonly statuts?: { readonly liste: readonly string[]; readonly sauf: boolean } | undefined;
  readonly thematique?: string | undefined;
  readonly action?: string | undefined;
  readonly departement?: string | undefined;
  /** null: nobody. */
  readonly assigneId?: string | null | undefined;
  readonly noeudId?: string | undefined;
}

/** A condition on `a`, whose parameters begin at `$6`. */
function conditions(filtre: FiltreAnomalies): { readonly where: string; readonly statut: string; readonly params: unknown[] } {
  const params: unknown[] = [];
  const param = (value: unknown): string => `$${5 + params.push(value)}`;
  const { portee, quoi } = filtre;
  const miennes = `a.declarant ->> 'id' = $5`;
  // A parameter that no condition uses would be refused.
  const traitees = (): string => (portee.type === 'toutes' ? 'true' : portee.type === 'aucune' ? 'false'
    : portee.type === 'territoire' ? `a.departements && ${param(portee.departements)}::text[]` : `a.eg_id = any(${param(portee.entitesGeographiques)}::text[])`);
  const reach = quoi === 'tout' ? `(${traitees()} or ${miennes})` : quoi === 'traiter' ? traitees() : miennes;
  const egal = (colonne: string, value: string | undefined): string[] => (value === undefined ? [] : [`${colonne} = ${param(value)}`]);
  const where = [
    reach, ...egal('a.thematique', filtre.thematique), ...egal('a.action_demandee', filtre.action), ...egal('a.noeud_id', filtre.noeudId),
    ...(filtre.departement === undefined ? [] : [`a.departements && array[${param(filtre.departement)}]::text[]`]),
    ...(filtre.assigneId === undefined ? [] : [filtre.assigneId === null ? 'a.assigne is null' : `a.assigne ->> 'id' = ${param(filtre.assigneId)}`]),
    // All that is hidden is in `caches`, by the same rule: the nodes themselves need not be read.
    'not exists (select 1 from caches c where c.id = a.noeud_id)', '($4::text[] is null and $5::text is not null)',
  ].join(' and ');
  const statut = filtre.statuts ? `(a.statut = any(${param(filtre.statuts.liste)}::text[])) <> ${filtre.statuts.sauf}` : 'true';
  return { where, statut, params };
}

export interface PageAnomalies {
  readonly anomalies: Signalement[];
  readonly plus: boolean;
  readonly nombre: number;
  readonly parStatut: { readonly statut: string; readonly nombre: number }[];
}

/** One page, latest change first, and how many there are by status: what may be seen is looked for once. */
export async function listerAnomaliesDe(tx: Requeteur, filtre: FiltreAnomalies, regard: Regard, suite: { readonly instant: string; readonly id: string } | null): Promise<PageAnomalies> {
  const { where, statut, params } = conditions(filtre);
  const tous = [...regarder({ ...regard, domaines: undefined }), ...params];
  const [apres, id] = [`$${tous.length + 1}`, `$${tous.length + 2}`];
  const [row] = await tx.query<{ anomalies: readonly LigneAnomalie[]; parStatut: readonly { statut: string; nombre: number; gardes: number }[] }>(
    `with recursive ${CACHES}, vues as materialized (
       select a.id, a.statut, a.date_mise_jour, ${statut} as garde from anomalie a where ${where}
     ), page as (
       select v.id from vues v where v.garde and (${apres}::timestamptz is null or v.date_mise_jour < ${apres}::timestamptz or (v.date_mise_jour = ${apres}::timestamptz and v.id > ${id}::text))
       order by v.date_mise_jour desc, v.id limit ${TAILLE_LISTE + 1}
     ), lues as (select ${COLONNES} from page join anomalie a on a.id = page.id join noeud n on n.id = a.noeud_id)
     select coalesce((select jsonb_agg(to_jsonb(l) order by l."dateMiseJour" desc, l.id) from lues l), '[]'::jsonb) as anomalies,
       coalesce((select jsonb_agg(s order by s.statut) from (select statut, count(*)::int as nombre, (count(*) filter (where garde))::int as gardes from vues group by statut) s), '[]'::jsonb) as "parStatut"`,
    [...tous, suite?.instant ?? null, suite?.id ?? null],
  );
  const { anomalies, parStatut } = row!;
  return {
    anomalies: anomalies.slice(0, TAILLE_LISTE).map((ligne) => enSignalement({ ...ligne, ...dates(ligne) })), plus: anomalies.length > TAILLE_LISTE,
    nombre: parStatut.reduce((total, { gardes }) => total + gardes, 0), parStatut: parStatut.map(({ statut: code, nombre }) => ({ statut: code, nombre })),
  };
}

/** Of a row that came as JSON, where instants are text. */
const dates = ({ dateCreation, dateMiseJour, dateCloture }: LigneAnomalie) =>
  ({ dateCreation: new Date(dateCreation), dateMiseJour: new Date(dateMiseJour), dateCloture: dateCloture && new Date(dateCloture) });

/** One report on a node that this person may know of. @param verrouiller keeps it for this transaction. */
export async function lireSignalement(tx: Requeteur, id: string, regard: Regard, verrouiller = false): Promise<Signalement | undefined> {
  if (verrouiller) await tx.query('select 1 from anomalie where id = $1 for update', [id]);
  const [row] = await tx.query<LigneAnomalie>(
    `with recursive ${CACHES} select ${COLONNES} from anomalie a join noeud n on n.id = a.noeud_id
     where a.id = $6 and ${visible('n')} and ${horsCaches('n')} and $4::text[] is null and $5::text is not null`, [...regarder({ ...regard, domaines: undefined }), id],
  );
  return row && enSignalement(row);
}

/** What happened to a report, the first first. */
export async function lireHistorique(tx: Requeteur, id: string): Promise<SignalementDetaille['historique']> {
  const rows = await tx.query<{ donnees: EvenementAnomalie; auteur: Personne | null; instant: Date }>(
    'select donnees, auteur, instant from evenement_anomalie where anomalie_id = $1 order by rang', [id],
  );
  return rows.map(({ donnees, auteur, instant }) => ({ ...donnees, auteur, instant: instant.toISOString() }));
}

/** The accounts that administer a territory or describe a structure. */
export const lireAssignables = (tx: Requeteur, { departements, noeud }: Pick<Signalement, 'departements' | 'noeud'>): Promise<Personne[]> =>
  tx.query<Personne>(
    `select id, nom, role from compte where actif and (role in ('gestionnaire', 'support') or (role = 'tutelle' and departements && $1::text[])
       or (role in ('referent', 'direction') and $2::text = any(entites_geographiques))) order by role, nom, id limit 200`,
    [departements, noeud.entiteGeographiqueId ?? ''],
  );

/** The départements of a node: those of all its establishments, for an entité juridique. */
export async function departementsDe(tx: Requeteur, noeudId: string): Promise<string[]> {
  const rows = await tx.query<{ departement: string }>(
    `select distinct departement from noeud where (id = $1 or (parent_id = $1 and type = 'EG' and ouvert)) and departement is not null order by departement`, [noeudId],
  );
  return rows.map(({ departement }) => departement);
}

export interface Acte {
  readonly evenement: EvenementAnomalie;
  /** null = the server. */
  readonly auteur: Acteur | null;
}

const enPersonne = (acteur: Acteur | null) => acteur && { id: acteur.id, nom: acteur.nom, role: acteur.role };

/** Stores what these acts make of a report, and their journal. `evolveAnomalie` says what it becomes. */
export async function appliquerActes(tx: Requeteur, avant: Signalement, actes: readonly Acte[], instant: string): Promise<Signalement> {
  const apres = actes.reduce((etat, { evenement }) => evolveAnomalie(etat, evenement, instant), avant);
  await tx.query(
    `insert into anomalie (id, noeud_id, eg_id, departements, thematique, action_demandee, statut, chemin, message, valeur_proposee, valeur_erronee, declarant, assigne, reponse, version, date_creation, date_mise_jour, date_cloture)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13::jsonb, $14, $15, $16, $17, $18)
     on conflict (id) do update set statut = excluded.statut, assigne = excluded.assigne, reponse = excluded.reponse, version = excluded.version,
       date_mise_jour = excluded.date_mise_jour, date_cloture = excluded.date_cloture`,
    [apres.id, apres.noeud.id, apres.noeud.entiteGeographiqueId, apres.departements, apres.thematique, apres.actionDemandee ?? null, apres.statut, apres.chemin ?? null, apres.message,
      apres.valeurProposee ?? null, apres.valeurErronee ?? null, JSON.stringify(apres.declarant), apres.assigne && JSON.stringify(apres.assigne), apres.reponse, apres.version,
      apres.dateCreation, apres.dateMiseJour, apres.dateCloture],
  );
  await tx.query(
    `insert into evenement_anomalie (anomalie_id, rang, donnees, auteur, instant)
     select $1, $2 + e.ordre, e.acte -> 'evenement', nullif(e.acte -> 'auteur', 'null'::jsonb), $4 from jsonb_array_elements($3::jsonb) with ordinality as e (acte, ordre)`,
    [apres.id, avant.version, JSON.stringify(actes.map(({ evenement, auteur }) => ({ evenement, auteur: enPersonne(auteur) }))), instant],
  );
  return apres;
}
