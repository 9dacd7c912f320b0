create table network (
    id smallint primary key check (id = 1),
    name text not null,
    city text not null,
    alliance_name text,
    about text,
    contact_email text,
    contact_phone text,
    contact_address text,
    logo_tag text,
    time_zone text not null,
    shows_planned_centres boolean not null,
    shows_room_details boolean not null,
    shows_requisites boolean not null,
    demonstration boolean not null,
    version bigint not null
);
insert into network values (1, 'Соседи', '', null, null, null, null, null, null, 'Europe/Moscow', true, true, true, false, 0);

-- the logo apart from the settings, which are read far more often; logo_tag is the hash of its content
create table network_logo (
    id smallint primary key references network,
    content bytea not null
);

create table library_system (
    id uuid primary key,
    name text not null,
    short_name text not null,
    founder text,
    director text,
    inn text not null,
    kpp text,
    ogrn text not null,
    address text not null,
    phone text,
    email text,
    site text,
    version bigint not null
);
create unique index library_system_inn on library_system (inn);

create table library (
    id uuid primary key,
    library_system_id uuid not null references library_system,
    number int check (number between 1 and 9999),
    name text not null,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    address text not null,
    district text,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    time_zone text not null,
    founded_year int check (founded_year between 1700 and 2100),
    phone text,
    email text,
    site text,
    about text,
    maintenance_weekday int check (maintenance_weekday between 1 and 7),
    maintenance_ordinal int check (maintenance_ordinal in (-1, 1, 2, 3, 4)),
    version bigint not null,
    check ((latitude is null) = (longitude is null)),
    check ((maintenance_weekday is null) = (maintenance_ordinal is null))
);
create unique index library_number on library (library_system_id, number) where number is not null;
create index library_district on library (district);
create index library_name on library (name, id);
create index library_name_trgm on library using gin ((name || ' ' || address) gin_trgm_ops);
create index library_name_address on library (library_system_id, name, address);

create table library_badge (
    library_id uuid not null references library on delete cascade,
    badge text not null check (badge in ('MODEL_LIBRARY', 'TALENT_POINT', 'CHILDREN', 'CENTRAL')),
    primary key (library_id, badge)
);
create table library_service (
    library_id uuid not null references library on delete cascade,
    position int not null,
    name text not null,
    primary key (library_id, position)
);
create table library_accessibility (
    library_id uuid not null references library on delete cascade,
    impairment text not null check (impairment in ('VISION', 'HEARING', 'MOBILITY', 'MENTAL')),
    level text not null check (level in ('FULL', 'PARTIAL', 'NONE')),
    note text,
    primary key (library_id, impairment)
);

-- a timetable runs from one day of the year to another, every year ('--MM-DD'); winter may pass over New Year
create table timetable (
    library_id uuid not null references library on delete cascade,
    season text not null check (season in ('ALL_YEAR', 'SUMMER', 'WINTER')),
    starts_on text not null check (starts_on ~ '^--\d\d-\d\d$'),
    ends_on text not null check (ends_on ~ '^--\d\d-\d\d$'),
    primary key (library_id, season)
);
-- a weekday (1 = Monday) without a row is a day off; both tables are written by one flush in any order
create table timetable_day (
    library_id uuid not null,
    season text not null,
    weekday int not null check (weekday between 1 and 7),
    opens time not null,
    closes time not null,
    lunch_from time,
    lunch_to time,
    primary key (library_id, season, weekday),
    foreign key (library_id, season) references timetable on delete cascade deferrable initially deferred,
    check (opens < closes),
    check ((lunch_from is null) = (lunch_to is null)),
    check (lunch_from is null or (opens < lunch_from and lunch_from < lunch_to and lunch_to < closes))
);
create table closure (
    id uuid primary key,
    library_id uuid not null references library on delete cascade,
    first_day date not null,
    last_day date not null,
    reason text not null,
    version bigint not null,
    check (first_day <= last_day)
);
create index closure_library on closure (library_id, last_day);

create table room (
    id uuid primary key,
    library_id uuid not null references library on delete cascade,
    name text not null,
    kind text not null check (kind in ('READING_ROOM', 'EVENT_HALL', 'CONFERENCE_HALL', 'MEETING_ROOM', 'LOUNGE',
        'PLAYROOM', 'CHILDREN_ROOM', 'COMPUTER_ROOM', 'WORKSHOP', 'MUSEUM', 'OTHER')),
    seats int check (seats between 0 and 5000),
    area_m2 numeric(7, 1) check (area_m2 > 0),
    noise text not null check (noise in ('QUIET', 'NOISY')),
    step_free boolean not null,
    needs_staff boolean not null,
    version bigint not null,
    unique (library_id, name)
);
create table room_equipment (
    room_id uuid not null references room on delete cascade,
    position int not null,
    name text not null,
    primary key (room_id, position)
);

create table neighbourhood_centre (
    id uuid primary key,
    library_id uuid not null unique references library,
    kind text not null check (kind in ('NEIGHBOURHOOD_CENTRE', 'LIBRARY_BOILING_POINT')),
    name text not null,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    about text,
    state text not null check (state in ('PLANNED', 'OPEN', 'PAUSED', 'CLOSED')),
    planned_for date,
    opened_on date,
    paused_on date,
    closed_on date,
    state_reason text,
    coordinator_id uuid references account,
    version bigint not null,
    check (state <> 'OPEN' or opened_on is not null),
    check (state <> 'PAUSED' or (opened_on is not null and paused_on is not null)),
    check (state <> 'CLOSED' or closed_on is not null)
);
create index neighbourhood_centre_state on neighbourhood_centre (state);

alter table role_grant add foreign key (library_id) references library;
