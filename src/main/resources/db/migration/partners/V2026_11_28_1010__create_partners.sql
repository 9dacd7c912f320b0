create extension if not exists btree_gist;

-- an NGO that somebody only named (a role, a co-host) has a name and nothing else until its card is filled
create table ngo (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    state text not null check (state in ('NAMED', 'KEPT', 'LISTED')),
    short_name text not null check (length(short_name) between 1 and 200),
    full_name text,
    legal_form text check (legal_form in ('ANO', 'FOUNDATION', 'PUBLIC_ORGANISATION', 'PUBLIC_MOVEMENT', 'ASSOCIATION',
        'PRIVATE_INSTITUTION', 'SELF_GOVERNMENT', 'OTHER_NPO', 'INITIATIVE_GROUP')),
    inn text check (inn ~ '^[0-9]{10}$'),
    ogrn text check (ogrn ~ '^[0-9]{13}$'),
    kpp text check (kpp ~ '^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$'),
    address text,
    bank_details text,
    about text,
    phone text,
    phone_public boolean not null,
    email text,
    email_public boolean not null,
    site text,
    logo_tag text,
    -- the name without quotation marks, case and stray spaces: names that differ in nothing else are one
    name_key text not null generated always as
        (lower(btrim(regexp_replace(translate(short_name, '«»"„“”''`', ''), '\s+', ' ', 'g')))) stored,
    version bigint not null,
    check (state = 'NAMED' or (full_name is not null and legal_form is not null)),
    check (legal_form <> 'INITIATIVE_GROUP' or (inn is null and ogrn is null and kpp is null))
);
create unique index ngo_inn on ngo (inn) where inn is not null;
create unique index ngo_ogrn on ngo (ogrn) where ogrn is not null;
create index ngo_name on ngo (short_name, id);
create index ngo_name_key on ngo (name_key);
create index ngo_name_trgm on ngo using gin ((short_name || ' ' || coalesce(full_name, '')) gin_trgm_ops);
create index ngo_name_key_trgm on ngo using gin (name_key gin_trgm_ops);

create table ngo_area (
    ngo_id uuid not null references ngo on delete cascade,
    area text not null check (area in ('CHILDREN', 'YOUTH', 'FAMILY', 'OLDER_PEOPLE', 'DISABILITY', 'HARDSHIP', 'HEALTH', 'SPORT',
        'EDUCATION', 'CULTURE', 'LOCAL_HISTORY', 'ECOLOGY', 'ANIMALS', 'NEIGHBOURHOOD', 'VOLUNTEERING', 'LAW', 'PEOPLES',
        'VETERANS')),
    primary key (ngo_id, area)
);
create index ngo_area_area on ngo_area (area, ngo_id);
create table ngo_territory (
    ngo_id uuid not null references ngo on delete cascade,
    position int not null,
    name text not null,
    primary key (ngo_id, position)
);
create index ngo_territory_name on ngo_territory (name, ngo_id);
create table ngo_register_entry (
    ngo_id uuid not null references ngo on delete cascade,
    position int not null,
    kind text not null check (kind in ('SOCIAL_NGO', 'PUBLIC_BENEFIT', 'SOCIAL_SERVICES', 'JUSTICE', 'YOUTH', 'REGIONAL', 'OTHER')),
    number text,
    entered_on date,
    link text,
    primary key (ngo_id, position)
);

-- the logo apart from the card, which is read far more often; logo_tag is the hash of its content
create table ngo_logo (
    ngo_id uuid primary key references ngo on delete cascade,
    content bytea not null
);

create table alliance (
    id uuid primary key,
    name text not null unique,
    legal_ngo_id uuid references ngo,
    version bigint not null
);
-- left_on is the first day on which the NGO is no member any more
create table alliance_membership (
    id uuid primary key,
    alliance_id uuid not null references alliance,
    ngo_id uuid not null references ngo,
    joined_on date not null,
    left_on date,
    version bigint not null,
    check (joined_on < left_on),
    exclude using gist (alliance_id with =, ngo_id with =, daterange(joined_on, left_on) with &&)
);
create index alliance_membership_ngo on alliance_membership (ngo_id);

-- who speaks for a party, an NGO or a library system, on what authority and until when
create table representation (
    id uuid primary key,
    ngo_id uuid references ngo,
    library_system_id uuid references library_system,
    party_id uuid not null generated always as (coalesce(ngo_id, library_system_id)) stored,
    account_id uuid references account,
    name text not null,
    name_genitive text not null,
    post text not null,
    post_genitive text not null,
    authority text not null check (authority in ('CHARTER', 'POWER_OF_ATTORNEY', 'MACHINE_READABLE_POWER')),
    authority_number text,
    authority_date date,
    valid_from date not null,
    valid_until date,
    version bigint not null,
    check (num_nonnulls(ngo_id, library_system_id) = 1),
    check (valid_from <= valid_until),
    check (authority = 'CHARTER' or (authority_number is not null and authority_date is not null)),
    check (authority <> 'MACHINE_READABLE_POWER'
        or authority_number ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$')
);
create index representation_party on representation (party_id);
create index representation_account on representation (account_id);
create index representation_end on representation (valid_until) where valid_until is not null;
-- a reminder is written once for each end of an authority, by whichever node comes first
create table representation_reminder (
    representation_id uuid not null references representation on delete cascade,
    valid_until date not null,
    days int not null check (days in (30, 7)),
    primary key (representation_id, valid_until, days)
);

-- a party's agreement to use the simple electronic signature (63-FZ, article 6 part 2 and article 9)
create table simple_signature_accession (
    id uuid primary key,
    ngo_id uuid references ngo,
    library_system_id uuid references library_system,
    party_id uuid not null generated always as (coalesce(ngo_id, library_system_id)) stored,
    document_name text not null,
    document_number text,
    signed_on date not null,
    ended_on date,
    file_name text not null,
    file_kind text not null check (file_kind in ('application/pdf', 'image/jpeg', 'image/png')),
    version bigint not null,
    check (num_nonnulls(ngo_id, library_system_id) = 1),
    check (signed_on <= ended_on)
);
create index simple_signature_accession_party on simple_signature_accession (party_id);
create table simple_signature_scan (
    accession_id uuid primary key references simple_signature_accession on delete cascade,
    content bytea not null check (length(content) <= 10485760)
);

-- NGOs that roles and events name already; the first spelling of a name stays
insert into ngo (id, slug, state, short_name, phone_public, email_public, version)
select id, 'ngo-' || replace(id::text, '-', ''), 'NAMED', name, false, false, 0
from (
    select gen_random_uuid() as id, name
    from (
        select distinct on (lower(btrim(regexp_replace(translate(said, '«»"„“”''`', ''), '\s+', ' ', 'g'))))
            left(btrim(regexp_replace(said, '\s+', ' ', 'g')), 200) as name
        from (
            select ngo_name as said from role_grant where ngo_name is not null
            union all
            select name from event_co_host
        ) as names
        where translate(said, '«»"„“”''` ', '') <> ''
        order by lower(btrim(regexp_replace(translate(said, '«»"„“”''`', ''), '\s+', ' ', 'g'))), said
    ) as spellings
) as found;
