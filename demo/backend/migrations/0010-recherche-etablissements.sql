-- Establishments by their name: a page of a broad search is read in that order, and no further than it goes.
create index if not exists recherche_nom_etablissements on recherche_nom (cle, no) where type = 'EG';
