-- A later version of the program: backups made before it must still be restored.
alter table platform.house add column colour text not null default 'blanche';
