-- The répertoire: what is published, one row per node of the tree.

create extension if not exists unaccent with schema public;

-- PGlite has no ICU collation: names are ordered by this key, in bytes, so that both engines agree.
-- 64 characters, so that a key fits an index and a cursor whatever the length of the name.
create function cle_de_tri(nom text) returns text
  language sql immutable strict parallel safe
  as $$ select left(lower(public.unaccent('public.unaccent'::regdictionary, nom)), 64) $$;

create table noeud (
  id text collate "C" primary key,
  type text not null check (type in ('EJ', 'EG', 'P', 'S', 'UF', 'UO')),
  parent_id text collate "C" references noeud (id),
  -- The entité géographique that this node is or lies below; none for an entité juridique.
  eg_id text collate "C" references noeud (id) deferrable initially deferred,
  nom text not null,
  cle_tri text collate "C" not null generated always as (cle_de_tri(nom)) stored,
  -- INSEE code, from the commune of the COG, never from the postal code.
  departement text,
  -- Grands groupes de disciplines (MCO, MSS, PSY, SLD, SMA, SSR, VIL) of the offers at or below this node.
  domaines text[] not null default '{}',
  -- JDV_J55, entités géographiques only.
  categorie_eg text,
  -- An offer that only access profile 1 may know of (MODEL §11).
  sensible boolean not null default false,
  -- False once it was withdrawn by a publication; kept, so that what pointed to it still has a name.
  ouvert boolean not null default true,
  -- Whether its offer has been published.
  decrit boolean not null default false,
  -- The object of the exposure model, without what the columns and the tree already say.
  contenu jsonb not null default '{}',
  version int not null default 1,
  date_mise_jour timestamptz,
  check ((type = 'EJ') = (parent_id is null)),
  check ((type = 'EJ') = (eg_id is null))
);

create index noeud_enfants on noeud (parent_id, cle_tri, id) include (sensible) where ouvert;
create index noeud_racines on noeud (cle_tri, id) where ouvert and type = 'EJ';
create index noeud_departement on noeud (departement, cle_tri, id) where ouvert and type = 'EG';
-- Narrow, to count the structures of each département for the first screen.
create index noeud_compte on noeud (departement) where ouvert and type = 'EG';
create index noeud_eg on noeud (eg_id) where ouvert;
