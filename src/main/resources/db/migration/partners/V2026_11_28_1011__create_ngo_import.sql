-- an uploaded table of NGOs waits here between its preview and its confirmation
create table ngo_import (
    id uuid primary key,
    file_name text not null,
    alliance_id uuid references alliance,
    created_by_name text not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    header text[] not null,
    unknown_columns text[] not null
);
create index ngo_import_created on ngo_import (created_at desc);
create table ngo_import_row (
    ngo_import_id uuid not null references ngo_import on delete cascade,
    row_number int not null,
    verdict text not null check (verdict in ('REFUSE', 'CHANGE', 'ADD', 'SAME')),
    -- errors first
    place int not null generated always as (case verdict when 'REFUSE' then 1 when 'CHANGE' then 2 when 'ADD' then 3 else 4 end) stored,
    details jsonb not null,
    primary key (ngo_import_id, row_number)
);
create index ngo_import_row_place on ngo_import_row (ngo_import_id, place, row_number);
