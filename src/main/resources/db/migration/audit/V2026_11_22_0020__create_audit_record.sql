create table audit_record (
    id uuid primary key,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    action text not null,
    subject_type text not null,
    subject_id text,
    subject_name text not null,
    before jsonb,
    after jsonb,
    network_address text
);
create index audit_record_at on audit_record (at desc, id desc);

create function forbid_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;
create trigger audit_record_append_only before update or delete on audit_record
    for each row execute function forbid_audit_change();
create trigger audit_record_no_truncate before truncate on audit_record
    for each statement execute function forbid_audit_change();

create index audit_record_action on audit_record (action, at desc);
create index audit_record_actor_name on audit_record using gin (actor_name gin_trgm_ops);
create index audit_record_subject_name on audit_record using gin (subject_name gin_trgm_ops);
create index audit_record_subject_id on audit_record (subject_id, at desc);
