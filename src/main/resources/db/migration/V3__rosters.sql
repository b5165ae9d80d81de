-- A roster's plan keeps every row as it was uploaded, what would happen to it, and what applying it did.
delete from roster_plan where outcome is null;
alter table roster_plan drop column content;
alter table roster_plan add column planned_at timestamp with time zone;
alter table roster_plan add column columns varchar default '[]' not null;
alter table roster_plan add column counts varchar default '{}' not null;
alter table roster_plan add column applied_by uuid references person (id);
alter table roster_plan add column applied_at timestamp with time zone;
alter table roster_plan add column undone_at timestamp with time zone;
alter table roster_plan add column undone varchar;
alter table roster_plan add column forgotten boolean default false not null;
create index roster_plan_institute on roster_plan (institute, planned_at);
-- No foreign keys to the plan: H2 would index it by itself, choose that index while plans are small and keep to it for
-- large ones, reading a plan whole for each of its rows. Who removes a plan removes its rows and acts.
create table roster_row (
    plan uuid not null,
    place integer not null,
    cells varchar not null,
    decision varchar,
    decided_about varchar,
    action varchar not null,
    person uuid,
    person_version bigint,
    verdict varchar,
    primary key (plan, place)
);
create table roster_act (
    plan uuid not null,
    position integer not null,
    place integer not null,
    kind varchar not null,
    subject varchar not null,
    person uuid not null,
    details varchar,
    primary key (plan, position)
);
-- Removing people and enrolments looks for who names them; PostgreSQL makes no index for that by itself.
create index attempt_person on attempt (person);
create index award_enrolment on award (enrolment);
