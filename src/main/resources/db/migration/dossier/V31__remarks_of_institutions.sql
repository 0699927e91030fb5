-- Which institution wrote a remark, since it alone settles it; null for the team's own and for those older than this.
alter table dossier.remark
    add column institution_id uuid references access.institution,
    add column due_on date;
-- When a letter was first opened by the CPTS on the platform, and by whom.
create table dossier.letter_opened (
    file_id uuid primary key references dossier.file,
    opened_at timestamptz not null,
    opened_by text not null
);
