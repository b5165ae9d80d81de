-- Organizations: a tree; names are data with dates of validity.
create table organization (
    id varchar primary key,
    type varchar not null,
    parent varchar references organization (id)
);
create table organization_name (
    organization varchar not null references organization (id),
    position integer not null,
    name_en varchar,
    name_bn varchar,
    valid_from date,
    valid_to date,
    primary key (organization, position)
);

-- People, the roles they hold, and how they get in.
create table person (
    id uuid primary key,
    email varchar not null unique,
    name_en varchar,
    name_bn varchar,
    designation_en varchar,
    designation_bn varchar,
    organization varchar references organization (id),
    unit varchar,
    phone varchar,
    service_id varchar unique,
    language varchar not null,
    password_hash varchar,
    active boolean not null,
    created_at timestamp with time zone not null,
    version bigint not null
);
create index person_organization on person (organization);
create table role_held (
    id uuid primary key,
    person uuid not null references person (id),
    role varchar not null,
    organization varchar references organization (id),
    held_key varchar not null unique
);
create index role_held_person on role_held (person);
create table session_token (
    token_hash varchar primary key,
    person uuid not null references person (id),
    expires_at timestamp with time zone not null
);
create index session_token_person on session_token (person);
create table one_time_link (
    token_hash varchar primary key,
    purpose varchar not null,
    person uuid not null references person (id),
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);
create index one_time_link_person on one_time_link (person);
create table sign_in_failures (
    account varchar primary key,
    failures integer not null,
    blocked_until timestamp with time zone not null
);

-- Releases of courses: the content that went live, for ever.
create table course_release (
    course varchar not null,
    release varchar not null,
    content text not null,
    published_at timestamp with time zone not null,
    live_key varchar unique,
    primary key (course, release)
);

-- Cohorts, enrolments and rosters.
create table cohort (
    id uuid primary key,
    host varchar not null references organization (id),
    course varchar,
    title_en varchar,
    title_bn varchar,
    starts date not null,
    ends date not null,
    nomination_order varchar,
    created_at timestamp with time zone not null,
    version bigint not null
);
create table cohort_seats (
    cohort uuid not null references cohort (id),
    institute varchar not null references organization (id),
    seats integer not null,
    primary key (cohort, institute)
);
create table enrolment (
    id uuid primary key,
    person uuid not null references person (id),
    course varchar not null,
    cohort uuid references cohort (id),
    institute varchar not null references organization (id),
    state varchar not null,
    open_key varchar unique,
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
    institute varchar not null references organization (id),
    cohort uuid references cohort (id),
    planned_by uuid not null references person (id),
    expires_at timestamp with time zone not null,
    content text not null,
    outcome varchar,
    version bigint not null
);

-- A trainer's way: lessons, attempts, the journal of answers, and the steps they amount to.
create table lesson_reading (
    enrolment uuid not null references enrolment (id),
    lesson varchar not null,
    seconds integer not null,
    finished_at timestamp with time zone,
    primary key (enrolment, lesson)
);
create table attempt (
    id uuid primary key,
    enrolment uuid not null references enrolment (id),
    person uuid not null references person (id),
    quiz varchar not null,
    number integer not null,
    course varchar not null,
    release varchar not null,
    seed bigint not null,
    started_at timestamp with time zone not null,
    deadline timestamp with time zone,
    state varchar not null,
    open_key varchar unique,
    submitted_at timestamp with time zone,
    drawn varchar not null,
    result varchar,
    percent integer,
    passed boolean,
    journal_head varchar not null,
    journal_length integer not null,
    version bigint not null,
    unique (enrolment, quiz, number)
);
create table answer (
    attempt uuid not null references attempt (id),
    position integer not null,
    item varchar not null,
    seq integer not null,
    response varchar not null,
    saved_at timestamp with time zone not null,
    receipt varchar not null,
    primary key (attempt, position),
    unique (attempt, item, seq)
);
create table step (
    enrolment uuid not null references enrolment (id),
    kind varchar not null,
    step varchar not null,
    percent integer,
    done_at timestamp with time zone,
    primary key (enrolment, kind, step)
);

-- Awards, and the certificates that are their paper.
create table award (
    id uuid primary key,
    award_key varchar not null unique,
    kind varchar not null,
    person uuid not null references person (id),
    enrolment uuid references enrolment (id),
    course varchar,
    cohort uuid references cohort (id),
    institute varchar not null references organization (id),
    release varchar not null,
    met_at timestamp with time zone not null
);
create index award_person on award (person);
create table certificate (
    serial varchar primary key,
    award uuid not null references award (id),
    number integer not null,
    valid_key varchar unique,
    person uuid not null references person (id),
    institute varchar not null references organization (id),
    status varchar not null,
    design varchar not null,
    held_because varchar,
    as_printed varchar,
    paper_stored boolean not null,
    issued_on date not null,
    issued_at timestamp with time zone not null,
    reason varchar,
    note varchar,
    changed_at timestamp with time zone,
    superseded_by varchar,
    version bigint not null,
    unique (award, number)
);
create index certificate_person on certificate (person);
create index certificate_paper_due on certificate (paper_stored);
create table certificate_paper (
    serial varchar primary key references certificate (serial),
    pdf bytea not null,
    sha256 varchar not null,
    stored_at timestamp with time zone not null
);

-- Mail that waits, goes and went; and who did what.
create table outbox (
    id uuid primary key,
    dedupe_key varchar not null unique,
    template varchar not null,
    address varchar not null,
    language varchar not null,
    content varchar not null,
    attachment_key varchar,
    released boolean not null,
    state varchar not null,
    attempts integer not null,
    due_at timestamp with time zone not null,
    claimed_by varchar,
    claimed_until timestamp with time zone,
    message_id varchar not null,
    created_at timestamp with time zone not null,
    sent_at timestamp with time zone,
    last_error varchar
);
create index outbox_due on outbox (state, due_at);
create index outbox_attachment on outbox (attachment_key);
create table audit_entry (
    id bigint generated always as identity primary key,
    happened_at timestamp with time zone not null,
    actor uuid,
    action varchar not null,
    subject varchar not null,
    details varchar not null
);
