-- what was ticked at the door, act by act; the id is made on the device, so that a tick that is sent twice is one
create table check_in (
    id uuid primary key,
    -- the order of arrival: of acts with the same hour the last one counts
    number bigint generated always as identity,
    occurrence_id uuid not null references occurrence,
    -- null: somebody who had not signed up
    registration_id uuid,
    -- of a sign-up: how many of the group have come, 0 when the tick was taken back; of a walk-in: 1, or -1 taken back
    people int not null check (people between -1 and 20),
    age_band text check (age_band in ('TO_14', 'FROM_15_TO_30', 'FROM_31_TO_54', 'FROM_55')),
    -- by the device's clock, within bounds
    at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references account,
    check (registration_id is null or people >= 0),
    check (registration_id is not null or people in (-1, 1))
);
create index check_in_occurrence on check_in (occurrence_id, registration_id, at desc, number desc);

create table close_out (
    occurrence_id uuid primary key references occurrence,
    to_14 int not null check (to_14 between 0 and 100000),
    from_15_to_30 int not null check (from_15_to_30 between 0 and 100000),
    from_31_to_54 int not null check (from_31_to_54 between 0 and 100000),
    from_55 int not null check (from_55 between 0 and 100000),
    -- connections are no visits: GOST R 7.0.20-2014 counts people who came
    remote int not null check (remote between 0 and 1000000),
    -- null: not known
    with_disabilities int check (with_disabilities between 0 and 100000),
    source text not null check (source in ('CHECK_IN', 'COUNT', 'ESTIMATE')),
    result text check (length(result) <= 500),
    -- seats, as they were at the closing: who they were is erased later
    signed_up int not null,
    came int not null,
    closed_at timestamptz not null,
    -- null: the portal itself
    closed_by uuid references account,
    version bigint not null default 0
);

create table close_out_correction (
    id uuid primary key,
    occurrence_id uuid not null references close_out,
    at timestamptz not null,
    actor_id uuid not null references account,
    actor_name text not null,
    reason text not null check (length(reason) between 1 and 300),
    before jsonb not null,
    after jsonb not null
);
create index close_out_correction_occurrence on close_out_correction (occurrence_id, at);

create table close_out_photo (
    occurrence_id uuid not null references close_out,
    position int not null,
    picture_id uuid not null references picture,
    alt text not null check (length(alt) between 1 and 300),
    primary key (occurrence_id, position)
);

-- what people said afterwards; whose answer it is stands nowhere
create table feedback (
    id uuid primary key default gen_random_uuid(),
    occurrence_id uuid not null references occurrence,
    mark int not null check (mark between 1 and 5),
    words text check (length(words) <= 1000),
    -- the day alone: the hour would tell who it was
    given_on date not null
);
create index feedback_occurrence on feedback (occurrence_id);
-- who has answered, so that each answers once; what, stands elsewhere
create table feedback_given (
    registration_id uuid primary key
);
