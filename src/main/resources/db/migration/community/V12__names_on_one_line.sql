-- Names enter the subjects of mails, letters and lists: they are one line.
update community.community set name = btrim(regexp_replace(name, '[[:cntrl:]]+', ' ', 'g')) where name ~ '[[:cntrl:]]';
update community.community set association_name = btrim(regexp_replace(association_name, '[[:cntrl:]]+', ' ', 'g'))
 where association_name ~ '[[:cntrl:]]';
update community.body set name = btrim(regexp_replace(name, '[[:cntrl:]]+', ' ', 'g')) where name ~ '[[:cntrl:]]';
update community.participant set name = btrim(regexp_replace(name, '[[:cntrl:]]+', ' ', 'g')) where name ~ '[[:cntrl:]]';
update community.participant set given_name = btrim(regexp_replace(given_name, '[[:cntrl:]]+', ' ', 'g'))
 where given_name ~ '[[:cntrl:]]';

alter table community.community
    add constraint community_name_on_one_line check (name !~ '[[:cntrl:]]'),
    add constraint association_name_on_one_line check (association_name !~ '[[:cntrl:]]');
alter table community.body add constraint body_name_on_one_line check (name !~ '[[:cntrl:]]');
alter table community.participant
    add constraint participant_name_on_one_line check (name !~ '[[:cntrl:]]'),
    add constraint participant_given_name_on_one_line check (given_name !~ '[[:cntrl:]]');
