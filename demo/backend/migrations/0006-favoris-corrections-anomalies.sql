-- What people keep, correct at once, and report.

-- Not a foreign key to `compte`: a host may have accounts of its own.
create table liste_favoris (
  id text primary key,
  compte_id text not null,
  -- Empty for the list that exists before any is named.
  nom text not null,
  rang int not null
);
create index liste_favoris_compte on liste_favoris (compte_id, rang);

create table favori (
  liste_id text not null references liste_favoris (id) on delete cascade,
  noeud_id text collate "C" not null references noeud (id) on delete cascade,
  rang int not null,
  primary key (liste_id, noeud_id)
);
create index favori_noeud on favori (noeud_id);

-- The journal of direct corrections; the version is the one that the correction made.
create table correction (
  noeud_id text collate "C" not null references noeud (id) on delete cascade,
  version int not null,
  encadre text not null,
  changements jsonb not null,
  auteur_id text not null,
  auteur_nom text not null,
  instant timestamptz not null,
  primary key (noeud_id, version)
);

create table anomalie (
  id text primary key,
  noeud_id text collate "C" not null references noeud (id),
  -- Where the node was when it was reported: who treats the report does not change when the node moves.
  eg_id text collate "C",
  departements text[] not null,
  thematique text not null,
  action_demandee text,
  statut text not null,
  chemin text,
  message text not null,
  valeur_proposee text,
  valeur_erronee text,
  declarant jsonb not null,
  assigne jsonb,
  reponse text,
  version int not null,
  date_creation timestamptz not null,
  date_mise_jour timestamptz not null,
  date_cloture timestamptz
);
create index anomalie_recentes on anomalie (date_mise_jour desc, id);
create index anomalie_declarant on anomalie ((declarant ->> 'id'));
create index anomalie_territoire on anomalie using gin (departements);
create index anomalie_structure on anomalie (eg_id);
create index anomalie_noeud on anomalie (noeud_id);

-- The events of the engine as they are, enough to rebuild the report.
create table evenement_anomalie (
  anomalie_id text not null references anomalie (id) on delete cascade,
  rang int not null,
  donnees jsonb not null,
  -- None = the server itself.
  auteur jsonb,
  instant timestamptz not null,
  primary key (anomalie_id, rang)
);
