-- The search: what `noeud` says, in the order in which it is asked. Rows are written with each publication and each
-- correction, and can be rebuilt from `noeud`. Numbers are hashes of what they stand for (hashtextextended): rows of
-- several tables can be written at once, without asking for a number first.

create extension if not exists pg_trgm with schema public;

-- Where offers are: many share the door of their establishment, so that a distance is computed once.
create table recherche_lieu (
  no bigint primary key,
  latitude float8 not null,
  longitude float8 not null,
  -- Of the address, or the middle of the commune.
  precision text not null check (precision in ('adresse', 'commune'))
);
create index recherche_lieu_point on recherche_lieu (latitude, longitude) include (no);

-- What facets look at: few different combinations for many offers, so that eleven facets are counted on few rows.
create table recherche_classe (
  no bigint primary key,
  domaine text,
  type text,
  categorie text,
  champ text,
  mode text,
  temporalite text,
  public text[] not null,
  specialisation text[] not null,
  modalite text[] not null,
  accessibilite text,
  territoire text
);

-- Different plannings, and when they are surely open, computed by the engine from `depuis` to `jusqua`.
create table recherche_horaire (
  no bigint primary key,
  planning jsonb not null,
  zone text not null,
  ouvert tstzmultirange not null,
  depuis timestamptz not null,
  jusqua timestamptz not null
);
create index recherche_horaire_jusqua on recherche_horaire (jusqua);

-- Names: entités juridiques and all that is open below them.
create table recherche_nom (
  no bigint primary key,
  id text collate "C" not null unique references noeud (id) on delete cascade,
  type text not null,
  nom text not null,
  cle text collate "C" not null,
  eg_id text collate "C",
  departement text,
  commune text,
  lieu bigint,
  -- Hidden, or below what is hidden, from those who have not profile 1 there.
  sensible boolean not null,
  -- The greater, the earlier it is proposed.
  poids smallint not null,
  mots tsvector not null
);
create index recherche_nom_eg on recherche_nom (eg_id);

-- The names that hold a word, the likeliest first.
create table recherche_mot_nom (
  mot text collate "C" not null,
  poids smallint not null,
  nom bigint not null references recherche_nom (no) on delete cascade
);
create index recherche_mot_nom_mot on recherche_mot_nom (mot, poids desc, nom);
create index recherche_mot_nom_nom on recherche_mot_nom (nom);

-- The different words of names: what a mistyped word may have been.
create table recherche_mot (mot text collate "C" primary key);
create index recherche_mot_trigrammes on recherche_mot using gin (mot gin_trgm_ops);

-- The words and codes of an offer.
create table recherche_unite (
  no bigint primary key,
  id text collate "C" not null unique references noeud (id) on delete cascade,
  -- Of its name, of its establishment's, of their kinds, of the commune, postal code and FINESS.
  mots tsvector not null,
  -- `genre:code`.
  codes text[] not null
);
create index recherche_unite_mots on recherche_unite using gin (mots);
create index recherche_unite_codes on recherche_unite using gin (codes);

-- An offer in few bytes: a search without criterion reads them all.
create table recherche_offre (
  no bigint primary key references recherche_unite (no) on delete cascade,
  structure bigint not null,
  classe bigint not null,
  lieu bigint,
  horaire bigint,
  -- Years, from the first to before the second; null = not said.
  age_min real,
  age_fin real,
  -- Available now by the latest count; null = never counted.
  disponibles int,
  -- Day of that count: it knows of the closings that had begun.
  compte_le date,
  sensible boolean not null,
  departement text
);
create index recherche_offre_structure on recherche_offre (structure);
create index recherche_offre_classe on recherche_offre (classe);
create index recherche_offre_lieu on recherche_offre (lieu);

-- Planned closings of beds and places.
create table fermeture_places (
  id text primary key,
  noeud_id text collate "C" not null references noeud (id) on delete cascade,
  debut date not null,
  fin date,
  nombre int not null check (nombre > 0),
  type text,
  commentaire text
);
create index fermeture_places_noeud on fermeture_places (noeud_id);

-- Not a foreign key to `compte`: a host may have accounts of its own.
create table recherche_enregistree (
  id text primary key,
  compte_id text not null,
  nom text not null,
  requete text not null,
  alerte boolean not null,
  -- Offers that answered when the person last looked, as their numbers.
  vues bigint[] not null,
  date_creation timestamptz not null
);
create index recherche_enregistree_compte on recherche_enregistree (compte_id, date_creation);

-- Portals of others that embed the search: digest of the token, and the origins of the pages that may send it.
create table partenaire (
  id text primary key,
  nom text not null,
  empreinte text not null unique,
  origines text[] not null,
  actif boolean not null default true
);

-- The words of a search as a query: every word must be there, or begin a word that is. A word that begins none is
-- taken as mistyped, unless it holds digits: the nearest ones then.
create function requete_recherche(texte text) returns tsquery
  language sql stable strict parallel safe
  as $$
    select coalesce(string_agg(
      case
        when length(m.mot) < 4 or m.mot ~ '[0-9]' or exists (select 1 from public.recherche_mot r where r.mot >= m.mot collate "C" and r.mot < (m.mot || chr(1114111)) collate "C")
          then quote_literal(m.mot) || ':*'
        else coalesce((select '(' || string_agg(quote_literal(p.mot), ' | ') || ')' from
          (select r.mot from public.recherche_mot r where r.mot operator(public.%) m.mot order by public.similarity(r.mot, m.mot) desc, r.mot limit 4) p), quote_literal(m.mot) || ':*')
      end, ' & '), '')::tsquery
    from unnest(public.mots_de(texte)) as m (mot)
  $$;
