-- authorities whose certificates are believed; nobody is until an administrator says so
create table trusted_root (
    id uuid primary key,
    subject text not null check (length(subject) between 1 and 300),
    issuer text not null check (length(issuer) between 1 and 300),
    serial text not null check (serial ~ '^-?[0-9a-f]{1,100}$'),
    valid_from timestamptz not null,
    valid_until timestamptz not null check (valid_until >= valid_from),
    sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    -- false: issued by another, and trusted by itself nevertheless
    self_issued boolean not null,
    encoded bytea not null check (length(encoded) between 1 and 65536),
    added_at timestamptz not null,
    -- null: the portal itself
    added_by uuid references account,
    added_by_name text not null
);

-- the newest list of what an authority has revoked
create table revocation_list (
    id uuid primary key,
    root_id uuid not null unique references trusted_root on delete cascade,
    this_update timestamptz not null,
    -- null: the list does not say
    next_update timestamptz,
    entries int not null check (entries >= 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    encoded bytea not null check (length(encoded) between 1 and 10485760),
    added_at timestamptz not null,
    added_by uuid references account,
    added_by_name text not null,
    version bigint not null
);
