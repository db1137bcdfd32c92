-- The structures of each département are counted with what hides some of them from some people: without them in the
-- index, the first screen would read every row.
drop index if exists noeud_compte;
create index noeud_compte on noeud (departement) include (sensible, eg_id) where ouvert and type = 'EG';
