-- A file may say an establishment twice: told in the report and taken once after the last line, not a failure of the copy.
drop index professionals.establishment_by_number;
create index establishment_by_number on professionals.establishment (slot, finess);
