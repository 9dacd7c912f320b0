create table event_partner (
    event_id uuid not null references event on delete cascade,
    position int not null,
    ngo_id uuid not null references ngo,
    -- the partner holds it, the centre receives it
    leads boolean not null,
    primary key (event_id, position),
    unique (event_id, ngo_id) deferrable initially deferred
);
create index event_partner_ngo on event_partner (ngo_id, event_id);

-- every co-host has a card since partners were made: found by the name without quotation marks, case and stray spaces
insert into event_partner (event_id, position, ngo_id, leads)
select event_id, row_number() over (partition by event_id order by position) - 1, ngo_id, false
from (
    select distinct on (h.event_id, n.id) h.event_id, h.position, n.id as ngo_id
    from event_co_host h
    cross join lateral (
        select g.id from ngo g
        where g.name_key = lower(btrim(regexp_replace(translate(left(btrim(regexp_replace(h.name, '\s+', ' ', 'g')), 200),
            '«»"„“”''`', ''), '\s+', ' ', 'g')))
        order by g.state = 'NAMED', g.id limit 1) n
    order by h.event_id, n.id, h.position
) as found;

drop table event_co_host;

-- the agreements in force that covered what a partner did, as they were when the event was published or changed
create table event_cover (
    event_id uuid not null references event on delete cascade,
    ngo_id uuid not null references ngo,
    agreement_id uuid not null references agreement,
    primary key (event_id, ngo_id, agreement_id)
);
create index event_cover_agreement on event_cover (agreement_id, event_id);

-- who said what an event counts towards; without a row nobody has yet
create table commitment_choice (
    event_id uuid primary key references event on delete cascade,
    chosen_at timestamptz not null,
    -- null: the portal itself
    chosen_by uuid references account
);
create table event_commitment (
    event_id uuid not null references commitment_choice on delete cascade,
    commitment_id uuid not null references commitment,
    primary key (event_id, commitment_id)
);
create index event_commitment_commitment on event_commitment (commitment_id, event_id);

create table programme_setting (
    id smallint primary key check (id = 1),
    agreement_rule text not null check (agreement_rule in ('WARN', 'BLOCK', 'OFF')),
    version bigint not null
);
insert into programme_setting values (1, 'WARN', 0);
