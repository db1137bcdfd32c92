import type { Database, Requeteur } from '../database/database.ts';
import type { Rules } from '../rules.ts';
import { lignesDe, ouverturesAutour, AVANCE_MS, type NoeudIndexe } from './recherche-lignes.ts';

export interface Indexation {
  readonly rules: Rules;
  /** ISO instant. */
  readonly instant: string;
}

/** Establishments of one statement of a rebuild. */
const LOT = 150;
/** How long before their end known hours are known further. */
const MARGE_MS = 7 * 86_400_000;

const LU = 'n.id, n.type, n.parent_id as "parentId", n.eg_id as "egId", n.nom, n.cle_tri as cle, n.departement, n.sensible, n.contenu';

/** Writes what the search knows of these establishments and all that is open in them, in the transaction that changed them. */
export async function indexerStructures(tx: Requeteur, egIds: readonly string[], indexation: Indexation): Promise<void> {
  const noeuds = await tx.query<NoeudIndexe>(
    `select ${LU} from noeud n where n.ouvert and n.eg_id = any($1::text[])
     union all select ${LU} from noeud n where n.ouvert and n.type = 'EJ' and n.id in (select parent_id from noeud where id = any($1::text[]))`, [egIds],
  );
  await ecrire(tx, noeuds, () => true, egIds, indexation);
}

/** The same for one unit whose content alone has changed. */
export async function indexerUnite(tx: Requeteur, id: string, indexation: Indexation): Promise<void> {
  const noeuds = await tx.query<NoeudIndexe>(
    `with recursive lignee as (
       select n.* from noeud n where n.id = $1 union all select p.* from lignee l join noeud p on p.id = l.parent_id
     ) select ${LU} from lignee n`, [id],
  );
  await ecrire(tx, noeuds, (noeud) => noeud.id === id, [], indexation);
}

/** `entiers`: establishments of which all is given, so that what is not is gone. */
async function ecrire(tx: Requeteur, noeuds: readonly NoeudIndexe[], ecrits: (noeud: NoeudIndexe) => boolean, entiers: readonly string[], { rules, instant }: Indexation): Promise<void> {
  const { noms, offres } = lignesDe(noeuds, ecrits, (contenu) => rules.domaines('UO', contenu), instant, rules.recherche);
  await tx.query(
    `with n as materialized (
       select hashtextextended(id, 0) as no, r.*, ${LIEU('r.point')} as lieu, mots_de(nom) || mots_de(autres) || mots_de("lieuDit") as liste
       from jsonb_to_recordset($1::jsonb) as r (id text, type text, nom text, cle text, "egId" text, departement text, commune text, point jsonb, sensible boolean, poids int, autres text, "lieuDit" text)
     ), o as materialized (
       select hashtextextended(id, 0) as no, r.*, ${LIEU('r.point')} as lieu, hashtextextended(classe::text, 0) as "noClasse", hashtextextended(horaire ->> 'cle', 0) as "noHoraire",
         (select array_agg(mot) from jsonb_array_elements_text(textes) t (ligne), unnest(mots_de(ligne)) mot) as liste
       from jsonb_to_recordset($2::jsonb) as r (id text, structure text, point jsonb, sensible boolean, departement text, horaire jsonb, "ageMin" real, "ageFin" real, disponibles int, "compteLe" date, codes jsonb, classe jsonb, textes jsonb)
     ), partis as materialized (
       select no from recherche_nom where eg_id = any($3::text[]) and not exists (select 1 from n where n.no = recherche_nom.no)
     ), sans_unites as (delete from recherche_unite where no in (select no from partis)),
     sans_noms as (delete from recherche_nom where no in (select no from partis)),
     lieux as (
       insert into recherche_lieu (no, latitude, longitude, precision)
       select distinct on (lieu) lieu, (point ->> 'latitude')::float8, (point ->> 'longitude')::float8, point ->> 'precision'
       from (select lieu, point from n union all select lieu, point from o) p where lieu is not null order by lieu on conflict do nothing
     ), classes as (
       insert into recherche_classe (no, domaine, type, categorie, champ, mode, temporalite, public, specialisation, modalite, activite, accessibilite, territoire)
       select distinct on (no) no, classe ->> 'domaine', classe ->> 'type', classe ->> 'categorie', classe ->> 'champ', classe ->> 'mode', classe ->> 'temporalite',
         ${LISTE('public')}, ${LISTE('specialisation')}, ${LISTE('modalite')}, ${LISTE('activite')}, classe ->> 'accessibilite', classe ->> 'territoire'
       from (select "noClasse" as no, classe from o) c order by no on conflict do nothing
     ), horaires as (
       insert into recherche_horaire (no, planning, zone, ouvert, depuis, jusqua)
       select distinct on ("noHoraire") "noHoraire", horaire -> 'planning', horaire ->> 'zone', (horaire ->> 'ouvert')::tstzmultirange, (horaire ->> 'depuis')::timestamptz, (horaire ->> 'jusqua')::timestamptz
       from o where "noHoraire" is not null order by "noHoraire" on conflict do nothing
     ), noms as (
       insert into recherche_nom (no, id, type, nom, cle, eg_id, departement, commune, lieu, sensible, poids, mots)
       select no, id, type, nom, cle, "egId", departement, commune, lieu, sensible, poids, array_to_tsvector(liste) from n
       on conflict (no) do update set nom = excluded.nom, cle = excluded.cle, eg_id = excluded.eg_id, departement = excluded.departement, commune = excluded.commune,
         lieu = excluded.lieu, sensible = excluded.sensible, poids = excluded.poids, mots = excluded.mots
     ), sans_mots as (delete from recherche_mot_nom where nom in (select no from n)),
     mots_noms as (insert into recherche_mot_nom (mot, poids, nom) select distinct mot, poids, no from n, unnest(liste) as mot),
     mots as (
       insert into recherche_mot (mot) select distinct mot from (select unnest(liste) as mot from n union all select unnest(liste) from o) m
       where mot !~ '[0-9]' and length(mot) > 2 order by mot on conflict do nothing
     ), unites as (
       insert into recherche_unite (no, id, mots, codes) select no, id, array_to_tsvector(coalesce(liste, '{}')), array(select jsonb_array_elements_text(codes)) from o
       on conflict (no) do update set mots = excluded.mots, codes = excluded.codes
     )
     insert into recherche_offre (no, structure, classe, lieu, horaire, age_min, age_fin, disponibles, compte_le, sensible, departement)
     select no, hashtextextended(structure, 0), "noClasse", lieu, "noHoraire", "ageMin", "ageFin", disponibles, "compteLe", sensible, departement from o
     on conflict (no) do update set structure = excluded.structure, classe = excluded.classe, lieu = excluded.lieu, horaire = excluded.horaire, age_min = excluded.age_min,
       age_fin = excluded.age_fin, disponibles = excluded.disponibles, compte_le = excluded.compte_le, sensible = excluded.sensible, departement = excluded.departement`,
    [JSON.stringify(noms), JSON.stringify(offres), entiers],
  );
}

const LIEU = (point: string): string => `case when ${point} is not null then hashtextextended(concat_ws(' ', ${point} ->> 'latitude', ${point} ->> 'longitude', ${point} ->> 'precision'), 0) end`;
const LISTE = (cle: string): string => `array(select jsonb_array_elements_text(classe -> '${cle}'))`;

/** Builds all that the search knows anew: after rows of `noeud` were written by other means. */
export async function reindexer(database: Database, indexation: Indexation, onProgress?: (structures: number) => void): Promise<void> {
  await database.exec('truncate recherche_nom, recherche_unite, recherche_lieu, recherche_classe, recherche_horaire, recherche_mot cascade');
  let total = 0;
  for (let apres = ''; ;) {
    const lot = await database.query<{ id: string }>(`select id from noeud where type = 'EG' and ouvert and id > $1 order by id limit ${LOT}`, [apres]);
    const dernier = lot.at(-1);
    if (!dernier) break;
    await database.transaction((tx) => indexerStructures(tx, lot.map(({ id }) => id), indexation));
    apres = dernier.id;
    onProgress?.(total += lot.length);
  }
  await database.exec('vacuum analyze recherche_nom, recherche_unite, recherche_offre, recherche_lieu, recherche_classe, recherche_horaire, recherche_mot, recherche_mot_nom');
}

/** Knows the hours further ahead, where they are soon known no more or the clock was set back. Gives how many plannings. */
export async function prolongerOuvertures(tx: Requeteur, { rules, instant }: Indexation): Promise<number> {
  const rows = await tx.query<{ no: string; planning: never; zone: string }>(
    'select no::text, planning, zone from recherche_horaire where jusqua < $1::timestamptz or depuis > $2::timestamptz for update',
    [new Date(Date.parse(instant) + AVANCE_MS - MARGE_MS).toISOString(), instant],
  );
  if (rows.length === 0) return 0;
  const suite = rows.map(({ no, planning, zone }) => ({ no, ...ouverturesAutour(planning, zone, instant, rules.recherche) }));
  await tx.query(
    `update recherche_horaire h set ouvert = r.ouvert::tstzmultirange, depuis = r.depuis, jusqua = r.jusqua
     from jsonb_to_recordset($1::jsonb) as r (no bigint, ouvert text, depuis timestamptz, jusqua timestamptz) where h.no = r.no`, [JSON.stringify(suite)],
  );
  return rows.length;
}
