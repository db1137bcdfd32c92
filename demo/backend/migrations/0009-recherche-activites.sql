-- Activités follow the type of an offer: looked for among the combinations, not among the offers.
alter table recherche_classe add column activite text[] not null default '{}';
-- What was written without them is built anew when the backend opens.
truncate recherche_nom, recherche_unite, recherche_classe, recherche_lieu, recherche_horaire, recherche_mot cascade;
