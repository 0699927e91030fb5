-- An index with a condition that a search bears too would be gone through whole, each text with it.
drop index library.document_shelf;
create index document_shelf on library.document (community_id, archived_at, type, dated);
