-- an uploaded file waits here between its preview and its confirmation; whoever works on it holds a lease, and a
-- node that died loses it, so that another one goes on
create table import_draft (
    id uuid primary key,
    kind text not null check (kind in ('LIBRARIES', 'ROOMS')),
    file_name text not null,
    content bytea not null,
    library_system_id uuid not null references library_system on delete cascade,
    created_by uuid,
    created_by_name text not null,
    created_at timestamptz not null,
    state text not null check (state in ('READING', 'READY', 'APPLYING', 'DONE', 'FAILED')),
    rows_total int not null default 0,
    rows_done int not null default 0,
    header text[] not null default '{}',
    unknown_columns text[] not null default '{}',
    problem jsonb,
    confirmed_by uuid,
    confirmed_by_name text,
    confirmed_at timestamptz,
    finished_at timestamptz,
    attempts int not null default 0,
    lease uuid,
    leased_until timestamptz
);
create index import_draft_created on import_draft (created_at desc);
create index import_draft_running on import_draft (created_at) where state in ('READING', 'APPLYING');
create table import_row (
    import_draft_id uuid not null references import_draft on delete cascade,
    row_number int not null,
    verdict text not null check (verdict in ('REFUSE', 'CHANGE', 'ADD', 'SAME')),
    -- errors first
    place int not null generated always as (case verdict when 'REFUSE' then 1 when 'CHANGE' then 2 when 'ADD' then 3 else 4 end) stored,
    title text not null,
    details jsonb not null,
    written boolean not null default false,
    primary key (import_draft_id, row_number)
);
create index import_row_place on import_row (import_draft_id, place, row_number);
create index import_row_waiting on import_row (import_draft_id, row_number) where not written and verdict in ('ADD', 'CHANGE');
