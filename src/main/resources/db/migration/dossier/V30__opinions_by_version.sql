-- An opinion is about a version. Asked for one: the institutions near the CPTS, and whoever has already given one on this
-- dossier (a head office that stepped in). A new version asks all of them again; what they said before stays.
create view dossier.opinion_asked as
select s.dossier_id, s.institution_id
from dossier.instructed_by s join access.institution n on n.id = s.institution_id
where n.role <> 'ARS_HEAD_OFFICE'
union
select o.dossier_id, o.institution_id from dossier.opinion o;

-- Who, in an institution, a dossier is entrusted to.
create table dossier.entrusted (
    dossier_id uuid not null references dossier.dossier,
    institution_id uuid not null references access.institution,
    account_id uuid not null references access.account,
    account_name text not null,
    entrusted_by text not null,
    entrusted_at timestamptz not null,
    primary key (dossier_id, institution_id)
);
create index entrusted_to_account on dossier.entrusted (account_id);
