create table picture (
    id uuid primary key,
    -- null: the portal itself
    uploaded_by uuid references account,
    uploaded_at timestamptz not null,
    width int not null,
    height int not null
);
create table picture_rendition (
    picture_id uuid not null references picture on delete cascade,
    size text not null check (size in ('SMALL', 'MEDIUM', 'LARGE')),
    media_type text not null,
    width int not null,
    height int not null,
    content bytea not null,
    primary key (picture_id, size)
);

create table event (
    id uuid primary key,
    centre_id uuid not null references neighbourhood_centre,
    form text not null check (form in ('WORKSHOP', 'LECTURE', 'MEETING', 'CLUB', 'CIRCLE', 'COURSE', 'CONSULTATION', 'DIGITAL_SCHOOL',
        'TEA', 'BREAKFAST', 'BOARD_GAMES', 'FILM_EVENING', 'HOUSE_CONCERT', 'CONCERT', 'READING_ALOUD',
        'LITERARY_EVENING', 'FAMILY_READING', 'FAIR', 'FREE_FAIR', 'BOOK_EXCHANGE', 'CLEAN_UP', 'EXCURSION',
        'WALK', 'EXHIBITION', 'COURTYARD_FESTIVAL', 'FESTIVAL', 'MATINEE', 'QUIZ', 'CONTEST', 'PERFORMANCE',
        'PUBLIC_DISCUSSION', 'ROUND_TABLE', 'SEMINAR', 'TRAINING', 'EXERCISE', 'OTHER')),
    title text not null check (length(title) between 1 and 200),
    slug text not null,
    summary text not null check (length(summary) <= 400),
    age_mark int not null check (age_mark in (0, 6, 12, 16, 18)),
    delivery_mode text not null check (delivery_mode in ('IN_HOUSE', 'OUTREACH', 'REMOTE')),
    admission text not null check (admission in ('FREE_ENTRY', 'SIGN_UP')),
    language text not null check (language ~ '^[a-z]{2,3}$'),
    accessible boolean not null,
    accessibility_note text,
    contact text,
    picture_id uuid references picture,
    picture_alt text,
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
    published_at timestamptz,
    cancelled_at timestamptz,
    cancellation_reason text,
    sequence int not null,
    created_at timestamptz not null,
    -- null: the portal itself
    created_by uuid references account,
    changed_at timestamptz not null,
    version bigint not null,
    check (picture_id is null or length(picture_alt) > 0),
    check (state <> 'PUBLISHED' or published_at is not null),
    check (state <> 'CANCELLED' or (cancelled_at is not null and length(cancellation_reason) > 0))
);
create index event_centre on event (centre_id, state);

create table event_audience (
    event_id uuid not null references event on delete cascade,
    audience text not null check (audience in ('CHILDREN', 'YOUTH', 'ADULTS', 'SENIORS', 'FAMILIES', 'GENERATIONS')),
    primary key (event_id, audience)
);
create index event_audience_audience on event_audience (audience, event_id);
create table event_theme (
    event_id uuid not null references event on delete cascade,
    theme text not null check (theme in ('BOOKS', 'LOCAL_HISTORY', 'CRAFTS', 'ART', 'MUSIC', 'CINEMA', 'GAMES', 'SCIENCE', 'DIGITAL',
        'LANGUAGES', 'HEALTH', 'SPORT', 'ECOLOGY', 'GARDEN', 'FAMILY', 'NEIGHBOURHOOD', 'VOLUNTEERING',
        'LAW', 'CAREER', 'TRADITIONS')),
    primary key (event_id, theme)
);
create index event_theme_theme on event_theme (theme, event_id);
create table event_co_host (
    event_id uuid not null references event on delete cascade,
    position int not null,
    name text not null,
    primary key (event_id, position)
);

-- wide columns stand apart, so that lists read narrow rows
create table event_text (
    event_id uuid primary key references event on delete cascade,
    description text not null,
    description_html text not null,
    search tsvector not null,
    words text not null
);
create index event_text_search on event_text using gin (search);
create index event_text_words on event_text using gin (words gin_trgm_ops);

create table occurrence (
    id uuid primary key,
    event_id uuid not null references event on delete cascade,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    time_zone text not null,
    room_id uuid references room,
    place text,
    capacity int check (capacity between 1 and 100000),
    state text not null check (state in ('SCHEDULED', 'CANCELLED')),
    cancellation_reason text,
    -- the start that the series' rule gave; null for a date added by itself
    rule_start timestamptz,
    -- changed or cancelled by itself: a new rule leaves it alone
    changed_alone boolean not null,
    sequence int not null,
    changed_at timestamptz not null,
    -- true while the event is published or was cancelled after publication: what residents may see
    listed boolean not null,
    version bigint not null,
    check (starts_at < ends_at),
    check (state <> 'CANCELLED' or length(cancellation_reason) > 0)
);
create unique index occurrence_once on occurrence (event_id, starts_at) where state = 'SCHEDULED';
create index occurrence_listed on occurrence (starts_at, id) where listed;
create index occurrence_event on occurrence (event_id, starts_at);
create index occurrence_room on occurrence (room_id, starts_at);

-- the rule that made an event's repeated dates (RFC 5545 RRULE, wall-clock time of the library); occurrences are rows
create table series (
    id uuid primary key,
    event_id uuid not null unique references event on delete cascade,
    rule text not null,
    first_day date not null,
    starts time not null,
    ends time not null,
    room_id uuid references room,
    place text,
    capacity int check (capacity between 1 and 100000),
    version bigint not null
);
create table series_excluded_day (
    series_id uuid not null references series on delete cascade,
    day date not null,
    primary key (series_id, day)
);
