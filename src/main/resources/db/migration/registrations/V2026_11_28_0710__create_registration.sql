-- how people get in: the terms of an event, or of one of its dates when those differ
create table admission_policy (
    id uuid primary key,
    event_id uuid not null references event on delete cascade,
    -- null: of all dates of the event that have no terms of their own
    occurrence_id uuid references occurrence on delete cascade,
    -- fewer people, and it does not take place
    minimum int check (minimum between 1 and 100000),
    -- null: from the publication on
    opens_days_before int check (opens_days_before between 1 and 365),
    closes_minutes_before int not null check (closes_minutes_before between 0 and 43200),
    largest_group int not null check (largest_group between 1 and 20),
    waiting_list boolean not null,
    -- groups; null: as many as come
    waiting_most int check (waiting_most between 1 and 1000),
    moderated boolean not null,
    asks_ages boolean not null,
    booking text not null check (booking in ('SINGLE', 'WHOLE', 'EITHER')),
    version bigint not null
);
create unique index admission_policy_event on admission_policy (event_id) where occurrence_id is null;
create unique index admission_policy_occurrence on admission_policy (occurrence_id) where occurrence_id is not null;

create table admission_question (
    id uuid primary key,
    event_id uuid not null references event on delete cascade,
    position int not null,
    kind text not null check (kind in ('TEXT', 'CHOICE', 'NUMBER')),
    words text not null check (length(words) between 1 and 300),
    choices text[] not null,
    required boolean not null,
    check (kind <> 'CHOICE' or cardinality(choices) >= 2),
    unique (event_id, position)
);

-- one row a date: what has to be known to give a seat away, and the row that is locked while it is given.
-- taken and waiting are kept by the trigger below and by nothing else.
create table seats (
    occurrence_id uuid primary key references occurrence on delete cascade,
    -- published, takes place, and wants people to sign up
    signs_up boolean not null,
    -- null: as many as come
    capacity int,
    -- null: from the publication on
    opens_at timestamptz,
    closes_at timestamptz not null,
    largest_group int not null,
    waiting_list boolean not null,
    waiting_most int,
    moderated boolean not null,
    taken int not null default 0 check (taken >= 0),
    -- groups
    waiting int not null default 0 check (waiting >= 0)
) with (fillfactor = 50);

create sequence registration_queue;

create table registration (
    id uuid primary key,
    -- what one person signed up for in one go: the dates of a series share it
    booking_id uuid not null,
    occurrence_id uuid not null references occurrence on delete cascade,
    state text not null check (state in ('HELD', 'UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED', 'CANCELLED',
        'DECLINED', 'LAPSED')),
    seats int not null check (seats between 1 and 20),
    -- null: the seats of a form that is being filled in, or erased
    name text check (length(name) between 1 and 120),
    email text,
    phone text,
    language text not null check (language in ('ru', 'en')),
    source text not null check (source in ('SELF', 'DESK')),
    -- who wrote it down at the desk
    registered_by uuid references account,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    -- until when HELD, UNCONFIRMED and OFFERED keep their seats
    expires_at timestamptz,
    extended boolean not null default false,
    queue_number bigint,
    -- why it was cancelled or declined, or promoted out of turn; never about the person
    reason text check (length(reason) <= 300),
    erased_at timestamptz,
    version bigint not null default 0,
    taken_seats int generated always as (case when state in ('HELD', 'UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'OFFERED') then seats else 0 end) stored,
    waiting_groups int generated always as (case when state = 'WAITING' then 1 else 0 end) stored,
    check ((state in ('HELD', 'UNCONFIRMED', 'OFFERED')) = (expires_at is not null)),
    check (state <> 'WAITING' or queue_number is not null),
    check (state = 'HELD' or erased_at is not null or (name is not null and (email is not null or phone is not null))),
    check (erased_at is null or (name is null and email is null and phone is null))
);
create index registration_occurrence on registration (occurrence_id, state);
create index registration_booking on registration (booking_id);
create index registration_due on registration (expires_at) where expires_at is not null;
create index registration_queue_order on registration (occurrence_id, queue_number) where state = 'WAITING';
create index registration_email on registration (email, created_at) where email is not null;
create index registration_phone on registration (phone) where phone is not null;
create index registration_kept on registration (occurrence_id) where erased_at is null and state <> 'HELD';
-- nobody signs up twice for the same date
create unique index registration_once_by_email on registration (occurrence_id, email)
    where state in ('UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED');
create unique index registration_once_by_phone on registration (occurrence_id, phone)
    where state in ('UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED');

create function keep_seats() returns trigger language plpgsql as $$
declare
    taken_more int := (case when tg_op = 'DELETE' then 0 else new.taken_seats end)
        - (case when tg_op = 'INSERT' then 0 else old.taken_seats end);
    waiting_more int := (case when tg_op = 'DELETE' then 0 else new.waiting_groups end)
        - (case when tg_op = 'INSERT' then 0 else old.waiting_groups end);
begin
    if taken_more <> 0 or waiting_more <> 0 then
        update seats set taken = taken + taken_more, waiting = waiting + waiting_more
        where occurrence_id = coalesce(new.occurrence_id, old.occurrence_id);
    end if;
    return null;
end $$;
create trigger registration_seats after insert or update or delete on registration
    for each row execute function keep_seats();

-- who comes with whom: a child under 14 by first name and age, anybody else by an age band alone
create table participant (
    booking_id uuid not null,
    position int not null check (position between 1 and 20),
    name text check (length(name) between 1 and 120),
    age_band text check (age_band in ('TO_14', 'FROM_15_TO_30', 'FROM_31_TO_54', 'FROM_55')),
    age int check (age between 0 and 17),
    primary key (booking_id, position)
);

create table registration_answer (
    booking_id uuid not null,
    question_id uuid not null references admission_question on delete cascade,
    answer text not null check (length(answer) between 1 and 1000),
    primary key (booking_id, question_id)
);
create index registration_answer_question on registration_answer (question_id);

-- the wording that people agree to: a version is never changed, a new one is a new row. {operator} stands for whose
-- library holds the event: 152-FZ, art. 9 (4)
create table consent_text (
    id uuid primary key,
    purpose text not null check (purpose in ('SIGN_UP', 'NEWS', 'PHOTO')),
    language text not null check (language in ('ru', 'en')),
    version int not null,
    words text not null,
    published_at timestamptz not null,
    -- null: came with the portal
    published_by uuid references account,
    unique (purpose, language, version)
);

-- 152-FZ, art. 9: one consent a purpose, apart from any other document, with its moment and the address it came from
create table consent (
    id uuid primary key,
    booking_id uuid not null,
    purpose text not null check (purpose in ('SIGN_UP', 'NEWS', 'PHOTO')),
    text_id uuid not null references consent_text,
    operator text not null,
    given_at timestamptz not null,
    -- null: given at the desk, or erased
    network_address text,
    -- who wrote it down, when given at the desk
    taken_by uuid references account,
    withdrawn_at timestamptz,
    unique (booking_id, purpose)
);

-- how sign-ups of this network are kept
create table registration_settings (
    only_row boolean primary key default true check (only_row),
    keep_days int not null check (keep_days between 1 and 365),
    hold_minutes int not null check (hold_minutes between 5 and 60),
    confirm_minutes int not null check (confirm_minutes between 10 and 1440),
    offer_minutes int not null check (offer_minutes between 15 and 2880),
    night_from time not null,
    night_to time not null,
    reminder_hours int[] not null check (cardinality(reminder_hours) <= 4),
    version bigint not null
);
insert into registration_settings values (true, 30, 15, 30, 240, '22:00', '08:00', '{72,3}', 0);

-- the key of the links in letters: each portal makes its own
create table registration_link_key (
    only_row boolean primary key default true check (only_row),
    secret bytea not null
);
insert into registration_link_key values (true,
    decode(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- 152-FZ, art. 21, and order 179 of Roskomnadzor of 28.10.2022: what was destroyed, when and why
create table erasure (
    id uuid primary key,
    at timestamptz not null,
    reason text not null check (reason in ('RETENTION', 'REQUEST', 'WITHDRAWAL')),
    -- who pressed the button; null: the person, or the portal's own job
    actor_id uuid references account,
    actor_name text,
    registrations int not null,
    letters int not null
);
create index erasure_at on erasure (at desc, id desc);
create table erasure_record (
    erasure_id uuid not null references erasure,
    registration_id uuid not null,
    booking_id uuid not null,
    occurrence_id uuid not null,
    -- what was there: name, email, phone, participants, answers, consents
    fields text[] not null,
    primary key (erasure_id, registration_id)
);

-- every look of staff at personal data; the rows outlive the data they tell of, and hold none
create table personal_data_look (
    id uuid primary key,
    at timestamptz not null,
    actor_id uuid not null,
    actor_name text not null,
    what text not null check (what in ('LIST', 'CARD', 'CHECK_IN', 'PRINT', 'EXPORT')),
    occurrence_id uuid not null,
    -- what the event was called then
    event_title text not null,
    -- whose, when it was one person's card
    booking_id uuid,
    people int not null,
    network_address text
);
create index personal_data_look_at on personal_data_look (at desc, id desc);
create index personal_data_look_occurrence on personal_data_look (occurrence_id, at desc);

insert into seats (occurrence_id, signs_up, capacity, opens_at, closes_at, largest_group, waiting_list, waiting_most, moderated)
select o.id, e.state = 'PUBLISHED' and o.state = 'SCHEDULED' and e.admission = 'SIGN_UP', o.capacity, null, o.starts_at, 5, true,
    null, false
from occurrence o join event e on e.id = o.event_id;

insert into consent_text (id, purpose, language, version, words, published_at) values
('0196f000-0000-7000-8000-000000000001', 'SIGN_UP', 'ru', 1, 'Я даю согласие оператору ({operator}) на обработку моих персональных данных: имени, адреса электронной почты или номера телефона, сведений о тех, кто придёт со мной (имя и возраст ребёнка, возрастная группа), и ответов на вопросы при записи. Цель: запись на мероприятие, сообщения о нём и допуск на него. Действия: сбор, запись, хранение, использование, удаление; с помощью портала и без него. Другим лицам данные не передаются. Согласие действует, пока данные не удалены: это происходит само, через установленное в сети число дней после мероприятия. Отозвать согласие можно в любое время по ссылке из любого письма или в библиотеке; тогда запись отменяется, а данные удаляются. За ребёнка до 14 лет согласие даю как его законный представитель.', now()),
('0196f000-0000-7000-8000-000000000002', 'SIGN_UP', 'en', 1, 'I consent to the operator ({operator}) processing my personal data: name, e-mail address or phone number, facts about those who come with me (a child''s name and age, an age band), and my answers at sign-up. Purpose: signing up for the event, messages about it and admission to it. Actions: collecting, recording, keeping, using and erasing, with the portal and without it. The data is passed to nobody else. The consent is valid until the data is erased, which happens by itself a set number of days after the event. I may withdraw it at any time by the link in any letter or at the library; the sign-up is then cancelled and the data erased. For a child under 14 I consent as the legal representative.', now()),
('0196f000-0000-7000-8000-000000000003', 'NEWS', 'ru', 1, 'Я даю согласие оператору ({operator}) на использование моего адреса электронной почты, чтобы после мероприятия получить письмо о том, что ещё будет в этом центре. Отозвать согласие можно в любое время по ссылке из любого письма.', now()),
('0196f000-0000-7000-8000-000000000004', 'NEWS', 'en', 1, 'I consent to the operator ({operator}) using my e-mail address to tell me after the event what else is coming at this centre. I may withdraw the consent at any time by the link in any letter.', now()),
('0196f000-0000-7000-8000-000000000005', 'PHOTO', 'ru', 1, 'Я даю согласие оператору ({operator}) на фото- и видеосъёмку на мероприятии и на публикацию снимков, на которых меня можно узнать, на страницах библиотеки и портала. Без этого согласия снимать вас не будут. Отозвать согласие можно в любое время по ссылке из любого письма.', now()),
('0196f000-0000-7000-8000-000000000006', 'PHOTO', 'en', 1, 'I consent to the operator ({operator}) taking photographs and video at the event and publishing pictures in which I can be recognised on the pages of the library and of the portal. Without this consent you will not be photographed. I may withdraw the consent at any time by the link in any letter.', now());
