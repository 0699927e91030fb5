-- A partner that is an actor of the CPTS keeps the name it has there, which may be one letter.
alter table project.partnership drop constraint partnership_name_check;
alter table project.partnership add constraint partnership_name_check
    check (length(btrim(name)) between 1 and 200);
