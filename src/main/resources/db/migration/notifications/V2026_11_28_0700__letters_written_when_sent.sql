-- a letter may wait unwritten: what it is about is known, its words come when it is sent
alter table outbox_message alter column subject drop not null;
alter table outbox_message alter column body_text drop not null;
alter table outbox_message alter column body_html drop not null;
alter table outbox_message add about uuid;
alter table outbox_message add facts jsonb;
-- of letters with the same key only the first is kept
alter table outbox_message add once text unique;
alter table outbox_message add check (about is not null or (subject is not null and body_text is not null and body_html is not null));
create index outbox_message_about on outbox_message (about) where about is not null;
create index outbox_message_recipient on outbox_message (recipient);

-- the outbox's own verb for statements of other modules, which write no table of it: a letter leaves if and only if
-- what it tells of is committed
create function put_letter(id uuid, kind text, about uuid, facts jsonb, recipient text, recipient_name text, language text,
    once text, at timestamptz) returns void language sql as $$
    insert into outbox_message (id, kind, about, facts, recipient, recipient_name, language, once, created_at, state, attempts,
        next_attempt_at, version)
    values (put_letter.id, put_letter.kind, put_letter.about, put_letter.facts, put_letter.recipient,
        put_letter.recipient_name, put_letter.language, put_letter.once, put_letter.at, 'WAITING', 0, put_letter.at, 0)
    on conflict (once) do nothing
$$;
