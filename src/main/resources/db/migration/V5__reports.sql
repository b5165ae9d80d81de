-- How far each enrolment is, in one row, written by the act that changes it. One without a row has done nothing yet.
create table enrolment_progress (
    enrolment uuid primary key references enrolment (id),
    course varchar not null,
    release varchar not null,
    cells varchar not null,
    done integer not null,
    total integer not null,
    last_activity_at timestamp with time zone,
    failing varchar
);
create index enrolment_progress_release on enrolment_progress (course, release);

-- What was counted until a moment, by month and kind of group; what happened since is counted from the enrolments.
create table tally (
    id bigint generated always as identity primary key,
    institute varchar not null references organization (id),
    course varchar not null,
    dimension varchar not null,
    item_en varchar,
    item_bn varchar,
    period integer not null,
    enrolled integer not null,
    begun integer not null,
    completed integer not null,
    finished integer not null
);
create index tally_institute on tally (institute, dimension, period);
create index tally_dimension on tally (dimension, period);
create table tally_state (
    id integer primary key,
    counted_until timestamp with time zone not null
);
create index enrolment_enrolled on enrolment (enrolled_at);
create index enrolment_begun on enrolment (begun_at);
create index enrolment_completed on enrolment (completed_at);
