create table account (
    id uuid primary key,
    email text not null,
    name text not null,
    password_hash text,
    state text not null check (state in ('INVITED', 'ACTIVE', 'BLOCKED')),
    language text not null check (language in ('ru', 'en')),
    created_at timestamptz not null,
    last_sign_in_at timestamptz,
    blocked_reason text,
    -- a session lives only in the epoch in which it began: raised to end all sessions of the account
    session_epoch int not null,
    version bigint not null,
    check (email = lower(email)),
    check (state <> 'ACTIVE' or password_hash is not null),
    check ((state = 'BLOCKED') = (blocked_reason is not null))
);
create unique index account_email on account (email);
create index account_name_trgm on account using gin (name gin_trgm_ops);
create index account_email_trgm on account using gin (email gin_trgm_ops);
create index account_name on account (name, id);

-- what a person may do, and where: a librarian in libraries, an NGO leader for an NGO (a name until partners exist)
create table role_grant (
    account_id uuid not null references account on delete cascade,
    role text not null check (role in ('LIBRARIAN', 'NGO_LEADER', 'METHODOLOGIST', 'COORDINATOR', 'ADMINISTRATOR')),
    library_id uuid,
    ngo_name text,
    check ((role = 'LIBRARIAN') = (library_id is not null)),
    check ((role = 'NGO_LEADER') = (ngo_name is not null)),
    unique nulls not distinct (account_id, role, library_id, ngo_name)
);

-- one-time links; only the hash of a link's secret is kept
create table account_link (
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    kind text not null check (kind in ('INVITATION', 'PASSWORD_RESET')),
    secret_hash text not null unique,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    withdrawn_at timestamptz
);
create unique index account_link_one_alive on account_link (account_id, kind) where used_at is null and withdrawn_at is null;
