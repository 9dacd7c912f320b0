-- the circuit of one agreement: a copy of the template's, begun for one version
create table circuit_step (
    id uuid primary key,
    agreement_id uuid not null references agreement on delete cascade,
    version_id uuid not null references agreement_version on delete cascade,
    stage int not null check (stage between 1 and 20),
    kind text not null check (kind in ('VISA', 'SIGNATURE')),
    title text not null check (length(title) between 1 and 120),
    -- who gives the visa
    account_id uuid references account,
    -- which side signs
    party_id uuid,
    opened_at timestamptz,
    decision text check (decision in ('APPROVED', 'SIGNED', 'DECLINED')),
    decided_at timestamptz,
    decided_by uuid references account,
    decided_by_name text,
    reason text check (length(reason) between 1 and 1000),
    -- begun anew with another version
    cancelled_at timestamptz,
    check ((kind = 'VISA') = (account_id is not null)),
    check ((kind = 'SIGNATURE') = (party_id is not null)),
    check ((decision is null) = (decided_at is null)),
    check ((decision is null) = (decided_by_name is null)),
    check (decision is distinct from 'DECLINED' or reason is not null),
    check (decision is null or opened_at is not null)
);
create index circuit_step_agreement on circuit_step (agreement_id, stage);
create index circuit_step_account on circuit_step (account_id) where decision is null and cancelled_at is null;
create unique index circuit_step_one_signature on circuit_step (agreement_id, party_id)
    where kind = 'SIGNATURE' and cancelled_at is null;

-- the bytes to be signed: never changed, never removed
create table frozen_document (
    id uuid primary key,
    agreement_id uuid not null references agreement,
    version_id uuid not null references agreement_version,
    -- in the address of the proof page
    code text not null unique check (code ~ '^[a-z2-9]{12,20}$'),
    pdf bytea not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    streebog256 text not null check (streebog256 ~ '^[0-9a-f]{64}$'),
    -- requisites and fields as they stand in the text
    field_values jsonb not null,
    frozen_at timestamptz not null,
    frozen_by uuid references account,
    frozen_by_name text not null,
    -- why it will not be signed any more; the bytes stay
    superseded_at timestamptz,
    superseded_reason text,
    check ((superseded_at is null) = (superseded_reason is null))
);
create unique index frozen_document_one_alive on frozen_document (agreement_id) where superseded_at is null;
create index frozen_document_sha256 on frozen_document (sha256);
create index frozen_document_streebog256 on frozen_document (streebog256);

create function forbid_frozen_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a frozen document is never removed';
    end if;
    if (old.id, old.agreement_id, old.version_id, old.code, old.pdf, old.sha256, old.streebog256, old.field_values,
            old.frozen_at)
        is distinct from
        (new.id, new.agreement_id, new.version_id, new.code, new.pdf, new.sha256, new.streebog256, new.field_values,
            new.frozen_at)
        or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at) then
        raise exception 'a frozen document never changes';
    end if;
    return new;
end $$;
create trigger frozen_document_stays before update or delete on frozen_document
    for each row execute function forbid_frozen_change();

create table delegation (
    id uuid primary key,
    party_id uuid not null,
    from_representation uuid not null references representation,
    to_representation uuid not null references representation,
    -- null: every agreement of the party
    agreement_id uuid references agreement,
    valid_from date not null,
    valid_until date not null,
    basis text not null check (length(basis) between 1 and 300),
    recorded_at timestamptz not null,
    recorded_by uuid references account,
    recorded_by_name text not null,
    revoked_at timestamptz,
    check (valid_until >= valid_from),
    check (from_representation <> to_representation)
);
create index delegation_party on delegation (party_id);

-- one of three equal ways; what was signed, by whom, on what authority, and the proof of it
create table signature (
    id uuid primary key,
    document_id uuid not null references frozen_document,
    step_id uuid not null references circuit_step,
    party_id uuid not null,
    way text not null check (way in ('SIMPLE', 'DETACHED', 'PAPER')),
    signer_name text not null,
    signer_post text not null,
    authority text not null,
    -- the day of signing; on paper the one written there
    signed_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid references account,
    recorded_by_name text not null,
    network_address text,
    -- what the signer confirmed
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- simple: the text was seen to its end
    read_to_end_at timestamptz,
    -- detached: as uploaded and verified
    cms bytea,
    certificate bytea,
    verdict jsonb,
    power_of_attorney bytea,
    power_of_attorney_name text,
    -- paper
    scan bytea,
    scan_type text,
    original_keeper text,
    original_place text,
    unique (document_id, party_id),
    check (way <> 'SIMPLE' or (read_to_end_at is not null and recorded_by is not null)),
    check ((way = 'DETACHED') = (cms is not null)),
    check ((way = 'DETACHED') = (certificate is not null)),
    check ((way = 'PAPER') = (scan is not null)),
    check ((way = 'PAPER') = (original_keeper is not null))
);
create index signature_step on signature (step_id);

create function forbid_signature_change() returns trigger language plpgsql as $$
begin
    raise exception 'a signature is never changed or removed';
end $$;
create trigger signature_stays before update or delete on signature
    for each row execute function forbid_signature_change();

-- what came later to an agreement
create table agreement_termination (
    agreement_id uuid primary key references agreement,
    -- the last day on which it is in force
    last_day date not null,
    noticed_on date not null,
    by_party uuid,
    reason text not null check (length(reason) between 1 and 1000),
    at timestamptz not null,
    by_account uuid references account,
    by_name text not null
);
create table agreement_prolongation (
    id uuid primary key,
    agreement_id uuid not null references agreement,
    -- the new last day
    until date not null,
    -- null: by its own clause, when nobody gave notice
    amendment_id uuid references agreement,
    at timestamptz not null,
    unique (agreement_id, until)
);
create table prolongation_refusal (
    agreement_id uuid not null references agreement,
    -- the end that will not be moved
    ends_on date not null,
    by_party uuid,
    noticed_on date not null,
    at timestamptz not null,
    by_name text not null,
    primary key (agreement_id, ends_on)
);
create table agreement_archival (
    agreement_id uuid primary key references agreement,
    -- a draft that was given up, or an agreement that is over
    reason text not null check (length(reason) between 1 and 500),
    at timestamptz not null,
    by_account uuid references account,
    by_name text not null
);

-- what was done and tried: each line carries the hash of the one before it
create table agreement_act (
    number bigint primary key check (number > 0),
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    agreement_id uuid,
    action text not null,
    -- refused: the try changed nothing
    refused boolean not null,
    facts jsonb not null,
    network_address text,
    previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);
create index agreement_act_agreement on agreement_act (agreement_id, number);
create function forbid_agreement_act_change() returns trigger language plpgsql as $$
begin
    raise exception 'the trail of agreements is append-only';
end $$;
create trigger agreement_act_append_only before update or delete on agreement_act
    for each row execute function forbid_agreement_act_change();
create trigger agreement_act_no_truncate before truncate on agreement_act
    for each statement execute function forbid_agreement_act_change();

-- the facts that the state of an agreement is computed from
create view agreement_standing as
select a.id,
    exists (select from agreement_version v where v.agreement_id = a.id and v.closed_at is not null) as sent,
    exists (select from circuit_step s where s.agreement_id = a.id and s.cancelled_at is null) as in_circuit,
    not exists (select from circuit_step s where s.agreement_id = a.id and s.cancelled_at is null and s.kind = 'VISA'
        and s.decision is distinct from 'APPROVED') as visas_given,
    d.id as document_id,
    d.frozen_at,
    (select count(*) from agreement_party p where p.agreement_id = a.id) as signatures_wanted,
    coalesce(g.made, 0) as signatures_made,
    case when g.made = (select count(*) from agreement_party p where p.agreement_id = a.id)
        then greatest(a.starts_on, g.last_signed_on) end as in_force_from,
    coalesce((select max(p.until) from agreement_prolongation p where p.agreement_id = a.id), a.ends_on) as last_day,
    exists (select from agreement_prolongation p where p.agreement_id = a.id) as prolonged,
    t.last_day as terminated_last_day,
    r.at as archived_at
from agreement a
left join frozen_document d on d.agreement_id = a.id and d.superseded_at is null
left join lateral (select count(*) as made, max(s.signed_on) as last_signed_on from signature s
    where s.document_id = d.id) g on true
left join agreement_termination t on t.agreement_id = a.id
left join agreement_archival r on r.agreement_id = a.id;
