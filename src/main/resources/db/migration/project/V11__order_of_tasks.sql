-- Tasks without a due date keep the order in which they were written: those of a copied model are its steps.
alter table project.task add column rank integer;
update project.task t set rank = n.rank
    from (select id, row_number() over (partition by action_id order by added_at, id) as rank from project.task) n
    where n.id = t.id;
alter table project.task alter column rank set not null;
