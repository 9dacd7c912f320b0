create table outbox_message (
    id uuid primary key,
    kind text not null,
    recipient text not null,
    recipient_name text,
    language text not null check (language in ('ru', 'en')),
    subject text not null,
    body_text text not null,
    body_html text not null,
    created_at timestamptz not null,
    state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
    attempts int not null,
    next_attempt_at timestamptz not null,
    claimed_until timestamptz,
    sent_at timestamptz,
    last_error text,
    version bigint not null
);
create index outbox_message_due on outbox_message (next_attempt_at) where state in ('WAITING', 'SENDING');
create index outbox_message_created on outbox_message (created_at);
create index outbox_message_state on outbox_message (state, id desc);
