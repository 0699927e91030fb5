-- Two more things a CPTS writes and deposits: the pré-projet that some ARS ask for, and a demande de subvention.
alter table dossier.dossier drop constraint dossier_kind_check;
alter table dossier.dossier add constraint dossier_kind_check
    check (kind in ('LETTER_OF_INTENT', 'PRE_PROJECT', 'HEALTH_PROJECT', 'GRANT_REQUEST'));
