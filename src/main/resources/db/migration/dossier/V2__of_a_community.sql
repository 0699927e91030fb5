-- A dossier belongs to a CPTS of the program; its people are named by their accounts.
alter table dossier.dossier add foreign key (community_id) references community.community (id);
alter table dossier.dossier add foreign key (created_by) references access.account (id);
alter table dossier.narrative add foreign key (author_id) references access.account (id);
alter table dossier.revision add foreign key (author_id) references access.account (id);
alter table dossier.remark add foreign key (author_id) references access.account (id);
alter table dossier.remark_answer add foreign key (author_id) references access.account (id);
alter table dossier.assignment add foreign key (account_id) references access.account (id);
create index dossier_of_community on dossier.dossier (community_id);
