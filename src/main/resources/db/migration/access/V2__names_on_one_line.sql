-- Names enter the subjects of mails, letters and lists: they are one line.
update access.account set name = btrim(regexp_replace(name, '[[:cntrl:]]+', ' ', 'g')) where name ~ '[[:cntrl:]]';
update access.institution set name = btrim(regexp_replace(name, '[[:cntrl:]]+', ' ', 'g')) where name ~ '[[:cntrl:]]';
update access.invitation set name = btrim(regexp_replace(name, '[[:cntrl:]]+', ' ', 'g')) where name ~ '[[:cntrl:]]';
update access.invitation set place_name = btrim(regexp_replace(place_name, '[[:cntrl:]]+', ' ', 'g'))
 where place_name ~ '[[:cntrl:]]';

alter table access.account add constraint account_name_on_one_line check (name !~ '[[:cntrl:]]');
alter table access.institution add constraint institution_name_on_one_line check (name !~ '[[:cntrl:]]');
alter table access.invitation add constraint invitation_name_on_one_line check (name !~ '[[:cntrl:]]');
alter table access.invitation add constraint invitation_place_on_one_line check (place_name !~ '[[:cntrl:]]');
