-- Whether somebody may invite, on a day: who administers, anywhere; who manages a CPTS, into that one. An account that
-- is closed invites nobody.
create function access.may_invite(inviter uuid, community uuid, today date) returns boolean
    language sql stable
    return exists (
        select from access.mandate_on(today) m join access.account a on a.id = m.account_id
         where a.id = inviter and a.disabled_at is null
           and (m.role = 'ADMINISTRATION'
                or (m.community_id = community and m.role in ('COORDINATION', 'PRESIDENCY'))));

-- Invitations are counted by who sends them and by who receives them.
create index invitation_by_inviter on access.invitation (invited_by, created_at) where invited_by is not null;
create index invitation_by_email on access.invitation (email, created_at);
