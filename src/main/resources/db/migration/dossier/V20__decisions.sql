-- A decision as it was taken: one ground or both, the day by which an answer is awaited, in what quality it was signed.
alter table dossier.move disable trigger move_is_frozen;
alter table dossier.move
    add column grounds text[] not null default '{}',
    add column answer_by date,
    add column signatory_quality text;
update dossier.move set grounds = array[ground] where ground is not null;
alter table dossier.move drop column ground;
alter table dossier.move
    add check (move <> 'OPPOSE' or (cardinality(grounds) > 0 and reason is not null)),
    add check (move <> 'DECLINE' or reason is not null);
alter table dossier.move enable trigger move_is_frozen;

-- Where a dossier stands for the institutions: a draft taken up again after a decision is the CPTS's alone, so they go on
-- reading it as it was closed, until a new deposit.
create function dossier.step_seen(d dossier.dossier, day date) returns text language sql stable as $$
    select case when d.step = 'DRAFT' then coalesce((
            select m.from_step from dossier.move m where m.dossier_id = d.id and m.move = 'START_AGAIN'
            order by m.id desc limit 1), 'DRAFT')
        else dossier.step_on(d, day) end
$$;
