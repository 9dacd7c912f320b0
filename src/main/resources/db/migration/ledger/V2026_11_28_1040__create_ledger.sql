-- a part of what was promised, done on a day
create table commitment_fact (
    id uuid primary key,
    commitment_id uuid not null references commitment,
    amount numeric(9, 1) not null check (amount > 0),
    done_on date not null,
    centre_id uuid references neighbourhood_centre,
    source text not null check (source in ('EVENT', 'ENTRY')),
    -- the date that was closed; the programme stands above this module
    occurrence_id uuid,
    words text not null default '' check (length(words) <= 1000),
    link text check (length(link) between 1 and 1000),
    recorded_at timestamptz not null,
    recorded_by uuid references account,
    recorded_by_name text not null,
    -- the side that says so; null: the portal or a coordinator
    for_party uuid,
    check ((source = 'EVENT') = (occurrence_id is not null)),
    check (source = 'EVENT' or words <> ''),
    unique (commitment_id, occurrence_id)
);
create index commitment_fact_day on commitment_fact (commitment_id, done_on, id);
create index commitment_fact_occurrence on commitment_fact (occurrence_id) where occurrence_id is not null;
create table fact_evidence (
    fact_id uuid primary key references commitment_fact on delete cascade,
    name text not null check (length(name) between 1 and 200),
    kind text not null,
    content bytea not null check (length(content) between 1 and 10485760)
);
create table fact_confirmation (
    fact_id uuid primary key references commitment_fact on delete cascade,
    at timestamptz not null,
    by_account uuid references account,
    by_name text not null,
    -- null: a coordinator
    by_party uuid
);
create table fact_withdrawal (
    fact_id uuid primary key references commitment_fact on delete cascade,
    at timestamptz not null,
    by_account uuid references account,
    by_name text not null,
    reason text not null default '' check (length(reason) <= 1000),
    -- the event was opened again: closing it anew takes the withdrawal back
    by_event boolean not null
);
create table fact_dispute (
    id uuid primary key,
    fact_id uuid not null references commitment_fact on delete cascade,
    reason text not null check (length(reason) between 1 and 1000),
    at timestamptz not null,
    by_account uuid references account,
    by_name text not null,
    -- null: a coordinator
    by_party uuid,
    answer text check (answer in ('CONFIRMED', 'DISPUTE_WITHDRAWN', 'FACT_WITHDRAWN')),
    answered_at timestamptz,
    answered_by_name text,
    check ((answer is null) = (answered_at is null)),
    check ((answer is null) = (answered_by_name is null))
);
create index fact_dispute_fact on fact_dispute (fact_id, at);
create unique index fact_dispute_one_open on fact_dispute (fact_id) where answer is null;

-- what a fact is worth today
create view standing_fact as
select f.id, f.commitment_id, f.amount, f.done_on, f.centre_id,
    case
        when exists (select from fact_dispute d where d.fact_id = f.id and d.answer is null) then 'DISPUTED'
        when f.source = 'EVENT' or exists (select from fact_confirmation c where c.fact_id = f.id) then 'DONE'
        else 'UNCONFIRMED'
    end as standing
from commitment_fact f
where not exists (select from fact_withdrawal w where w.fact_id = f.id);

-- when a promise binds: within the term of its agreement, for a supplementary one not beyond the end of what it belongs
-- to, and until a signed amendment removes its clause or puts another promise in its place
create view commitment_term as
select c.id, c.agreement_id, s.in_force_from, least(s.last_day, p.last_day) as last_day,
    least(s.last_day, s.terminated_last_day, p.last_day, p.terminated_last_day, m.last_day) as ended_on,
    s.archived_at is not null as archived
from commitment c
join agreement a on a.id = c.agreement_id
join agreement_standing s on s.id = a.id and s.in_force_from is not null
left join agreement_standing p on p.id = a.parent_id
left join lateral (
    select min(ms.in_force_from) - 1 as last_day
    from agreement am
    join agreement_standing ms on ms.id = am.id and ms.in_force_from is not null
    join frozen_document d on d.id = ms.document_id
    join agreement_clause k on k.version_id = d.version_id
    where am.parent_id = a.id and am.kind = 'AMENDMENT' and k.amends_key = c.clause_key
    and (k.amends = 'REMOVE' or (k.amends = 'REPLACE' and exists (select from commitment n
        where n.agreement_id = am.id and n.clause_key = k.clause_key)))) m on true;

-- a letter that left once for good
create table ledger_reminder (
    commitment_id uuid not null references commitment,
    -- the last day of the period
    period_end date not null,
    kind text not null check (kind in ('SOON', 'OVERDUE')),
    at timestamptz not null,
    primary key (commitment_id, period_end, kind)
);
create table renewal_letter (
    agreement_id uuid not null references agreement,
    -- the end that it was about
    last_day date not null,
    days_before int not null check (days_before in (90, 30, 7, 0)),
    at timestamptz not null,
    primary key (agreement_id, last_day, days_before)
);
