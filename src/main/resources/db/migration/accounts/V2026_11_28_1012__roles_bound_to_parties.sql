-- leaders lead an NGO that has a card; signatories sign for an NGO or a library system. The party's table stands above
-- this module, so there is no foreign key.
alter table role_grant add column party_id uuid;
update role_grant g
set party_id = n.id
from ngo n
where g.ngo_name is not null
    and n.name_key = lower(btrim(regexp_replace(translate(left(btrim(regexp_replace(g.ngo_name, '\s+', ' ', 'g')), 200),
        '«»"„“”''`', ''), '\s+', ' ', 'g')));
-- a name without a letter or a digit names no NGO
delete from role_grant where role = 'NGO_LEADER' and party_id is null;

alter table role_grant drop column ngo_name;
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add check
    (role in ('LIBRARIAN', 'NGO_LEADER', 'SIGNATORY', 'METHODOLOGIST', 'COORDINATOR', 'ADMINISTRATOR'));
alter table role_grant add check ((role in ('NGO_LEADER', 'SIGNATORY')) = (party_id is not null));
-- two spellings of one name have become one NGO
delete from role_grant g using role_grant other
where g.ctid > other.ctid and g.account_id = other.account_id and g.role = other.role
    and g.library_id is not distinct from other.library_id and g.party_id is not distinct from other.party_id;
alter table role_grant add unique nulls not distinct (account_id, role, library_id, party_id);
create index role_grant_party on role_grant (party_id) where party_id is not null;

-- a session carries the roles in their old shape
delete from spring_session;
