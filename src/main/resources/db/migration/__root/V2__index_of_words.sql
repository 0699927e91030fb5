-- An index of the words of one community's documents: GIN over a plain column and a tsvector.
create extension if not exists btree_gin with schema public;
