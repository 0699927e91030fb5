-- Where a dossier stands is also a matter of the day: once its legal delay has elapsed, it is validated for every reader
-- and for every act, even in the hours before the daily job writes it down.

-- Whether a request for a complement stops the clock, told like deemed_on by the rule in force on the day of the deposit.
alter table dossier.deposit add column complement_stops boolean not null default false;

create function dossier.step_on(d dossier.dossier, day date) returns text language sql stable as $$
    select case when d.step in ('SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE') and exists (
            select 1 from (select p.deemed_on, p.complement_stops from dossier.deposit p
                           where p.dossier_id = d.id order by p.ordinal desc limit 1) last
            where last.deemed_on <= day and not (d.step = 'TO_COMPLETE' and last.complement_stops))
        then 'VALIDATED' else d.step end
$$;

create index opinion_by_deposit on dossier.opinion (deposit_id, institution_id);
