-- A badge is made once, at its first request. Its number is its place in a status list and outlives what it said.
create table certificate_badge (
    serial varchar primary key references certificate (serial),
    number bigint generated always as identity unique,
    content varchar,
    made_at timestamp with time zone not null
);
