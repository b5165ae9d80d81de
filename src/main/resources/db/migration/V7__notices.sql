-- Days on which offices are closed. A removed one stays, so that the seed does not bring it back.
create table holiday (
    held_on date primary key,
    name_en varchar,
    name_bn varchar,
    removed boolean not null
);

-- What an institute is reminded of, and for its people in one cohort something else.
create table reminder_rules (
    scope_key varchar primary key,
    institute varchar not null references organization (id),
    cohort uuid references cohort (id) on delete cascade,
    rules varchar not null
);
create table notice_choice (
    person uuid primary key references person (id) on delete cascade,
    reminders boolean not null,
    chosen_at timestamp with time zone not null
);

-- Announcements to a cohort, and who has seen them.
create table announcement (
    id uuid primary key,
    once_key varchar not null unique,
    cohort uuid not null references cohort (id),
    institute varchar references organization (id),
    title_en varchar,
    title_bn varchar,
    body_en varchar,
    body_bn varchar,
    author uuid not null references person (id),
    by_mail boolean not null,
    published_at timestamp with time zone not null,
    withdrawn_at timestamp with time zone
);
create index announcement_cohort on announcement (cohort, published_at);
create table announcement_seen (
    announcement uuid not null references announcement (id),
    person uuid not null references person (id) on delete cascade,
    seen_at timestamp with time zone not null,
    primary key (announcement, person)
);

-- Each mail of this room, and what a reminder was about. A roster that is taken back takes people and enrolments with it.
create table notice (
    id uuid primary key,
    once_key varchar not null unique,
    kind varchar not null,
    person uuid not null references person (id) on delete cascade,
    institute varchar references organization (id),
    author uuid references person (id),
    announcement uuid references announcement (id),
    subject varchar,
    sent_on date not null,
    made_at timestamp with time zone not null,
    token_hash varchar not null unique
);
create index notice_person on notice (person, kind, sent_on);
create index notice_institute on notice (institute, made_at);
create index notice_announcement on notice (announcement);
create table notice_line (
    notice uuid not null references notice (id) on delete cascade,
    enrolment uuid not null references enrolment (id) on delete cascade,
    institute varchar not null references organization (id),
    rule varchar not null,
    about date,
    threshold integer,
    sent_on date not null,
    primary key (notice, enrolment, rule)
);
create index notice_line_enrolment on notice_line (enrolment, rule);
create index notice_line_institute on notice_line (institute, notice);

-- The days whose reminders have all been queued.
create table reminder_round (
    held_on date primary key,
    finished_at timestamp with time zone not null
);
alter table outbox add column unsubscribe varchar;
