-- Organizations: a tree; names are data with dates of validity.
create table organization (
    id text primary key,
    type text not null,
    parent text references organization (id)
);
create table organization_name (
    organization text not null references organization (id),
    position integer not null,
    name_en text,
    name_bn text,
    valid_from date,
    valid_to date,
    primary key (organization, position)
);

-- People, the roles they hold, and how they get in.
create table person (
    id uuid primary key,
    email text not null unique,
    name_en text,
    name_bn text,
    designation_en text,
    designation_bn text,
    organization text references organization (id),
    unit text,
    phone text,
    service_id text unique,
    language text not null,
    password_hash text,
    active boolean not null,
    created_at timestamp with time zone not null,
    version bigint not null
);
create index person_organization on person (organization);
create table role_held (
    id uuid primary key,
    person uuid not null references person (id),
    role text not null,
    organization text references organization (id),
    held_key text not null unique
);
create index role_held_person on role_held (person);
create table session_token (
    token_hash text primary key,
    person uuid not null references person (id),
    expires_at timestamp with time zone not null
);
create index session_token_person on session_token (person);
create table one_time_link (
    token_hash text primary key,
    purpose text not null,
    person uuid not null references person (id),
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);
create index one_time_link_person on one_time_link (person);
create table sign_in_failures (
    account text primary key,
    failures integer not null,
    blocked_until timestamp with time zone not null
);

-- Releases of courses: the content that went live, for ever.
create table course_release (
    course text not null,
    release text not null,
    content text not null,
    published_at timestamp with time zone not null,
    live_key text unique,
    primary key (course, release)
);

-- Cohorts, enrolments and rosters.
create table cohort (
    id uuid primary key,
    host text not null references organization (id),
    course text,
    title_en text,
    title_bn text,
    starts date not null,
    ends date not null,
    nomination_order text,
    created_at timestamp with time zone not null,
    version bigint not null
);
create table cohort_seats (
    cohort uuid not null references cohort (id),
    institute text not null references organization (id),
    seats integer not null,
    primary key (cohort, institute)
);
create table enrolment (
    id uuid primary key,
    person uuid not null references person (id),
    course text not null,
    cohort uuid references cohort (id),
    institute text not null references organization (id),
    state text not null,
    open_key text unique,
    enrolled_at timestamp with time zone not null,
    begun_at timestamp with time zone,
    completed_at timestamp with time zone,
    due date,
    version bigint not null
);
create index enrolment_person on enrolment (person);
create index enrolment_institute on enrolment (institute, course);
create index enrolment_cohort on enrolment (cohort);
create table roster_plan (
    id uuid primary key,
    institute text not null references organization (id),
    cohort uuid references cohort (id),
    planned_by uuid not null references person (id),
    expires_at timestamp with time zone not null,
    content text not null,
    outcome text,
    version bigint not null
);

-- A trainer's way: lessons, attempts, the journal of answers, and the steps they amount to.
create table lesson_reading (
    enrolment uuid not null references enrolment (id),
    lesson text not null,
    seconds integer not null,
    finished_at timestamp with time zone,
    primary key (enrolment, lesson)
);
create table attempt (
    id uuid primary key,
    enrolment uuid not null references enrolment (id),
    person uuid not null references person (id),
    quiz text not null,
    number integer not null,
    course text not null,
    release text not null,
    seed bigint not null,
    started_at timestamp with time zone not null,
    deadline timestamp with time zone,
    state text not null,
    open_key text unique,
    submitted_at timestamp with time zone,
    drawn text not null,
    result text,
    percent integer,
    passed boolean,
    journal_head text not null,
    journal_length integer not null,
    version bigint not null,
    unique (enrolment, quiz, number)
);
create table answer (
    attempt uuid not null references attempt (id),
    position integer not null,
    item text not null,
    seq integer not null,
    response text not null,
    saved_at timestamp with time zone not null,
    receipt text not null,
    primary key (attempt, position),
    unique (attempt, item, seq)
);
create table step (
    enrolment uuid not null references enrolment (id),
    kind text not null,
    step text not null,
    percent integer,
    done_at timestamp with time zone,
    primary key (enrolment, kind, step)
);

-- Awards, and the certificates that are their paper.
create table award (
    id uuid primary key,
    award_key text not null unique,
    kind text not null,
    person uuid not null references person (id),
    enrolment uuid references enrolment (id),
    course text,
    cohort uuid references cohort (id),
    institute text not null references organization (id),
    release text not null,
    met_at timestamp with time zone not null
);
create index award_person on award (person);
create table certificate (
    serial text primary key,
    award uuid not null references award (id),
    number integer not null,
    valid_key text unique,
    person uuid not null references person (id),
    institute text not null references organization (id),
    status text not null,
    design text not null,
    held_because text,
    as_printed text,
    paper_stored boolean not null,
    issued_on date not null,
    issued_at timestamp with time zone not null,
    reason text,
    note text,
    changed_at timestamp with time zone,
    superseded_by text,
    version bigint not null,
    unique (award, number)
);
create index certificate_person on certificate (person);
create index certificate_paper_due on certificate (paper_stored);
create table certificate_paper (
    serial text primary key references certificate (serial),
    pdf bytea not null,
    sha256 text not null,
    stored_at timestamp with time zone not null
);

-- Mail that waits, goes and went; and who did what.
create table outbox (
    id uuid primary key,
    dedupe_key text not null unique,
    template text not null,
    address text not null,
    language text not null,
    content text not null,
    attachment_key text,
    released boolean not null,
    state text not null,
    attempts integer not null,
    due_at timestamp with time zone not null,
    claimed_by text,
    claimed_until timestamp with time zone,
    message_id text not null,
    created_at timestamp with time zone not null,
    sent_at timestamp with time zone,
    last_error text
);
create index outbox_due on outbox (state, due_at);
create index outbox_attachment on outbox (attachment_key);
create table audit_entry (
    id bigint generated always as identity primary key,
    happened_at timestamp with time zone not null,
    actor uuid,
    action text not null,
    subject text not null,
    details text not null
);
