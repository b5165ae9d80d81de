-- What can be earned over the whole programme. Each edition that ever counted stays, as the releases of courses do.
create table programme_release (
    release varchar primary key,
    content text not null,
    published_at timestamp with time zone not null,
    live_key varchar unique
);

-- An award over the programme: the learning time that counted for it. What met an award that a person approves stays
-- beside it, as it was on that day.
alter table award add column minutes integer;
alter table award add column evidence varchar;
-- Two last acts of one person in two courses come one after the other here; each holds its own enrolment already.
create table programme_turn (
    person uuid primary key
);

-- How far everyone has been looked at for an award that was declared after they had met it.
create table award_search (
    search_key varchar primary key,
    asked varchar not null,
    after_enrolment uuid,
    finished_at timestamp with time zone
);

-- Awards that wait for a person's decision, and what was decided.
create table approval (
    award uuid primary key references award (id),
    state varchar not null,
    waiting_since timestamp with time zone not null,
    reason varchar,
    note varchar,
    memo_number varchar,
    memo_date date,
    approved_by uuid references person (id),
    approved_at timestamp with time zone,
    decided_at timestamp with time zone,
    version bigint not null
);
create index approval_waiting on approval (state, waiting_since);
create table approval_act (
    id bigint generated always as identity primary key,
    award uuid not null references approval (award),
    what varchar not null,
    reason varchar,
    note varchar,
    made_by uuid references person (id),
    made_at timestamp with time zone not null
);
create index approval_act_award on approval_act (award);

-- One decision over many, carried out by a job some hundred at a time.
create table decision (
    id uuid primary key,
    once_key varchar not null unique,
    verdict varchar not null,
    reason varchar,
    note varchar,
    memo_number varchar,
    memo_date date,
    made_by uuid not null references person (id),
    made_at timestamp with time zone not null,
    total integer not null,
    done integer not null,
    open_key varchar unique
);
create table decision_line (
    decision uuid not null references decision (id),
    place integer not null,
    award uuid not null,
    outcome varchar,
    primary key (decision, place)
);

-- A replacement names what it replaces.
alter table certificate add column replaces varchar;
update certificate set replaces = (select o.serial from certificate o where o.superseded_by = certificate.serial)
where number > 1;
-- Of a certificate that was found for someone afterwards, nobody is told by mail.
alter table certificate add column quiet boolean default false not null;
create index certificate_institute on certificate (institute, issued_at);
