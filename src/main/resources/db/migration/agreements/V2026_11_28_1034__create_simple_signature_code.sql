-- one-time codes of the simple electronic signature: kept as hashes, one alive for a person
create table simple_signature_code (
    id uuid primary key,
    document_id uuid not null references frozen_document,
    account_id uuid not null references account,
    code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    tries int not null default 0 check (tries between 0 and 5),
    -- used, or replaced by a newer one
    ended_at timestamptz,
    check (expires_at > sent_at and expires_at <= sent_at + interval '10 minutes')
);
create unique index simple_signature_code_one_alive on simple_signature_code (account_id) where ended_at is null;
create index simple_signature_code_sent on simple_signature_code (account_id, sent_at);

-- who has seen a frozen text to its end
create table simple_signature_reading (
    document_id uuid not null references frozen_document,
    account_id uuid not null references account,
    read_at timestamptz not null,
    primary key (document_id, account_id)
);
