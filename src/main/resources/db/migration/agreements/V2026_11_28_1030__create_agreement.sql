-- what a new agreement is made from; a running agreement is a copy, so that editing a template touches none
create table agreement_template (
    id uuid primary key,
    kind text not null check (kind in ('FRAMEWORK', 'PARTNERSHIP', 'AMENDMENT', 'SCHEDULE', 'VOLUNTEERS')),
    title text not null check (length(title) between 1 and 300),
    -- a sample that a lawyer has not looked at yet
    sample boolean not null default true,
    notes text not null default '' check (length(notes) <= 2000),
    retired_at timestamptz,
    version bigint not null default 0
);
create table template_party (
    template_id uuid not null references agreement_template on delete cascade,
    side int not null check (side between 1 and 6),
    -- «Библиотека»: how the text calls this side
    role_name text not null check (length(role_name) between 1 and 60),
    kind text not null check (kind in ('NGO', 'LIBRARY_SYSTEM')),
    primary key (template_id, side)
);
create table template_clause (
    template_id uuid not null references agreement_template on delete cascade,
    position int not null check (position between 1 and 300),
    part text not null check (part in ('RECITAL', 'SECTION', 'CLAUSE', 'APPENDIX')),
    heading text not null default '' check (length(heading) <= 300),
    body text not null default '' check (length(body) <= 10000),
    primary key (template_id, position)
);
create table template_field (
    template_id uuid not null references agreement_template on delete cascade,
    position int not null check (position between 1 and 50),
    name text not null check (name ~ '^[a-z][a-z0-9_]{0,39}$'),
    label text not null check (length(label) between 1 and 200),
    type text not null check (type in ('TEXT', 'NUMBER', 'DATE')),
    required boolean not null,
    primary key (template_id, position),
    unique (template_id, name)
);
create table template_step (
    template_id uuid not null references agreement_template on delete cascade,
    position int not null check (position between 1 and 20),
    -- steps of one stage go in parallel, stages one after the other
    stage int not null check (stage between 1 and 20),
    kind text not null check (kind in ('VISA', 'SIGNATURE')),
    title text not null check (length(title) between 1 and 120),
    -- of a signature: which side signs
    side int check (side between 1 and 6),
    primary key (template_id, position),
    check ((kind = 'SIGNATURE') = (side is not null))
);

create table agreement (
    id uuid primary key,
    kind text not null check (kind in ('FRAMEWORK', 'PARTNERSHIP', 'AMENDMENT', 'SCHEDULE', 'VOLUNTEERS')),
    title text not null check (length(title) between 1 and 300),
    -- the agreement that this one amends or is a schedule to
    parent_id uuid references agreement,
    template_id uuid references agreement_template,
    place text not null default '' check (length(place) <= 100),
    created_at timestamptz not null,
    created_by uuid references account,
    -- given at registration and never again: gapless within its scope, the year or the agreement that it belongs to
    number_scope text,
    number_ordinal int check (number_ordinal > 0),
    number text unique,
    registered_on date,
    -- null: from the day of the last signature
    starts_on date,
    -- the last day; null: without an end
    ends_on date,
    prolongation text not null default 'NONE' check (prolongation in ('NONE', 'AUTOMATIC')),
    prolongation_months int check (prolongation_months between 1 and 120),
    notice_days int not null default 30 check (notice_days between 1 and 365),
    covers_all_centres boolean not null default false,
    -- whose turn it is to write: a side's party, null for the coordinator
    pen uuid,
    -- stands in the public register
    published_at timestamptz,
    -- an amendment that moves the end of its parent
    new_parent_end date,
    version bigint not null default 0,
    check (ends_on is null or starts_on is null or ends_on >= starts_on),
    check ((kind in ('AMENDMENT', 'SCHEDULE')) = (parent_id is not null)),
    check ((prolongation = 'AUTOMATIC') = (prolongation_months is not null)),
    check ((number is null) = (number_scope is null)),
    check ((number is null) = (number_ordinal is null)),
    check ((number is null) = (registered_on is null)),
    unique (number_scope, number_ordinal)
);
create index agreement_parent on agreement (parent_id) where parent_id is not null;
create index agreement_created on agreement (created_at desc, id desc);
create table agreement_counter (
    scope text primary key,
    last int not null
);

create table agreement_party (
    agreement_id uuid not null references agreement on delete cascade,
    side int not null check (side between 1 and 6),
    role_name text not null check (length(role_name) between 1 and 60),
    ngo_id uuid references ngo,
    library_system_id uuid references library_system,
    party_id uuid not null generated always as (coalesce(ngo_id, library_system_id)) stored,
    representation_id uuid references representation,
    way text not null default 'PAPER' check (way in ('SIMPLE', 'DETACHED', 'PAPER')),
    primary key (agreement_id, side),
    check ((ngo_id is null) <> (library_system_id is null)),
    unique (agreement_id, party_id)
);
create index agreement_party_party on agreement_party (party_id, agreement_id);

create table agreement_centre (
    agreement_id uuid not null references agreement on delete cascade,
    centre_id uuid not null references neighbourhood_centre,
    primary key (agreement_id, centre_id)
);
create index agreement_centre_centre on agreement_centre (centre_id);

create table agreement_field (
    agreement_id uuid not null references agreement on delete cascade,
    position int not null,
    name text not null check (name ~ '^[a-z][a-z0-9_]{0,39}$'),
    label text not null check (length(label) between 1 and 200),
    type text not null check (type in ('TEXT', 'NUMBER', 'DATE')),
    required boolean not null,
    value text not null default '' check (length(value) <= 1000),
    primary key (agreement_id, name)
);

-- a round of negotiation: open while somebody writes, then closed for good
create table agreement_version (
    id uuid primary key,
    agreement_id uuid not null references agreement on delete cascade,
    number int not null check (number > 0),
    opened_at timestamptz not null,
    closed_at timestamptz,
    author_id uuid references account,
    author_name text not null,
    -- the side that wrote it; null: the coordinator
    party_id uuid,
    note text not null default '' check (length(note) <= 1000),
    unique (agreement_id, number)
);
create unique index agreement_version_one_open on agreement_version (agreement_id) where closed_at is null;

create table agreement_clause (
    id uuid primary key,
    version_id uuid not null references agreement_version on delete cascade,
    -- the same clause in every version
    clause_key uuid not null,
    position int not null,
    part text not null check (part in ('RECITAL', 'SECTION', 'CLAUSE', 'APPENDIX')),
    heading text not null default '' check (length(heading) <= 300),
    body text not null default '' check (length(body) <= 10000),
    -- in an amendment: what it does to which clause of the agreement that it amends
    amends text check (amends in ('REPLACE', 'ADD_AFTER', 'REMOVE')),
    amends_key uuid,
    edited_at timestamptz not null,
    edited_by text not null,
    version bigint not null default 0,
    check ((amends is null) = (amends_key is null)),
    unique (version_id, clause_key),
    unique (version_id, position) deferrable initially deferred
);

create function forbid_closed_version_change() returns trigger language plpgsql as $$
begin
    if exists (select from agreement_version v where v.closed_at is not null
            and v.id in (case when tg_op <> 'INSERT' then old.version_id end,
                case when tg_op <> 'DELETE' then new.version_id end)) then
        raise exception 'a closed version is never edited';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger agreement_clause_of_open_version before insert or update or delete on agreement_clause
    for each row execute function forbid_closed_version_change();

create function forbid_reopening_version() returns trigger language plpgsql as $$
begin
    raise exception 'a closed version stays closed';
end $$;
create trigger agreement_version_stays_closed before update on agreement_version
    for each row when (old.closed_at is not null) execute function forbid_reopening_version();

create table clause_remark (
    id uuid primary key,
    agreement_id uuid not null references agreement on delete cascade,
    clause_key uuid not null,
    version_id uuid not null references agreement_version on delete cascade,
    author_id uuid references account,
    author_name text not null,
    party_id uuid,
    at timestamptz not null,
    text text not null check (length(text) between 1 and 2000),
    resolved_at timestamptz,
    resolved_by text,
    check ((resolved_at is null) = (resolved_by is null))
);
create index clause_remark_agreement on clause_remark (agreement_id, at);

-- a side agrees with the words of a version
create table version_consent (
    version_id uuid not null references agreement_version on delete cascade,
    party_id uuid not null,
    account_id uuid references account,
    account_name text not null,
    at timestamptz not null,
    primary key (version_id, party_id)
);

-- what a side promises: countable, at a clause
create table commitment (
    id uuid primary key,
    agreement_id uuid not null references agreement on delete cascade,
    clause_key uuid not null,
    position int not null,
    by_party uuid not null,
    to_party uuid not null,
    kind text not null check (kind in ('EVENTS', 'ROOM_HOURS', 'EQUIPMENT', 'CONSULTATIONS', 'POSTS', 'FREE_SERVICES',
        'VOLUNTEER_HOURS', 'OTHER')),
    what text not null check (length(what) between 1 and 300),
    amount numeric(9, 1) not null check (amount > 0),
    cadence text not null check (cadence in ('ONCE', 'MONTH', 'QUARTER', 'YEAR', 'TERM')),
    -- of what is done once: the last day
    due_on date,
    version bigint not null default 0,
    check (by_party <> to_party),
    check ((cadence = 'ONCE') = (due_on is not null))
);
create index commitment_agreement on commitment (agreement_id, position);
create index commitment_by on commitment (by_party, agreement_id);
create table commitment_centre (
    commitment_id uuid not null references commitment on delete cascade,
    centre_id uuid not null references neighbourhood_centre,
    primary key (commitment_id, centre_id)
);
