-- Cohorts: the date and the document of the nomination order, and whom to write to.
alter table cohort add column order_date date;
alter table cohort add column contact uuid references person (id);
create index cohort_host on cohort (host);
create index role_held_cohort on role_held (cohort);
create table cohort_order_document (
    cohort uuid primary key references cohort (id),
    media_type varchar not null,
    content bytea not null,
    size integer not null,
    stored_at timestamp with time zone not null
);

-- What happened to an enrolment beside learning: appended, never changed.
create table enrolment_change (
    id bigint generated always as identity primary key,
    enrolment uuid not null references enrolment (id),
    what varchar not null,
    reason varchar,
    details varchar not null,
    made_by uuid references person (id),
    made_at timestamp with time zone not null
);
create index enrolment_change_enrolment on enrolment_change (enrolment);
create index enrolment_due on enrolment (state, due);

-- Extra attempts and extra time at a quiz, for one enrolment or for an institute's people of a cohort.
create table quiz_allowance (
    id uuid primary key,
    enrolment uuid references enrolment (id),
    cohort uuid references cohort (id),
    institute varchar references organization (id),
    quiz varchar not null,
    attempts integer not null,
    minutes integer not null,
    reason varchar not null,
    given_by uuid not null references person (id),
    given_at timestamp with time zone not null
);
create index quiz_allowance_enrolment on quiz_allowance (enrolment);
create index quiz_allowance_cohort on quiz_allowance (cohort);

-- Whose mail it is, which links were handed out by hand, and why a paper could not be made.
alter table outbox add column person uuid references person (id) on delete set null;
update outbox set person = (select p.id from person p where p.email = outbox.address);
create index outbox_person on outbox (person);
alter table one_time_link add column made_at timestamp with time zone;
alter table one_time_link add column by_hand boolean default false not null;
alter table certificate add column paper_trouble varchar;

-- The audit trail is searched by institute, newest first.
alter table audit_entry add column institute varchar;
update audit_entry
set institute = substring(details from position('"institute":"' in details) + 13
    for position('"' in substring(details from position('"institute":"' in details) + 13)) - 1)
where details like '%"institute":"%';
create index audit_entry_latest on audit_entry (id desc);
create index audit_entry_institute on audit_entry (institute, id desc);
create index audit_entry_subject on audit_entry (subject);
create index audit_entry_actor on audit_entry (actor);
