-- The CPTS first, as text: the planner, which takes a long text for as quick to look through as a short one, cannot choose
-- the index of the dates instead.
create index document_words on library.document using gin ((community_id::text), search);
drop index library.document_search;

-- Kinds and years are counted on every page of the list, from this index alone.
create index document_shelf on library.document (community_id, type, dated) where archived_at is null;
