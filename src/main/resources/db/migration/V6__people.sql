-- A record that was joined to another of the same person stays as its alias; an erased one stays without the person.
alter table person add column merged_into uuid references person (id);
alter table person add column erased_at timestamp with time zone;
create index person_merged_into on person (merged_into);

-- What a person asks to have corrected; one request is open at a time.
create table correction_request (
    id uuid primary key,
    person uuid not null references person (id),
    name_en varchar,
    name_bn varchar,
    designation_en varchar,
    designation_bn varchar,
    reason varchar not null,
    state varchar not null,
    open_key varchar unique,
    asked_at timestamp with time zone not null,
    decided_by uuid references person (id),
    decided_at timestamp with time zone,
    note varchar,
    version bigint not null
);
create index correction_request_person on correction_request (person);
create index correction_request_state on correction_request (state, asked_at);

-- A new e-mail address, until both addresses have confirmed; afterwards the addresses a person once had.
create table email_change (
    id uuid primary key,
    person uuid not null references person (id),
    old_address varchar not null,
    new_address varchar not null,
    old_hash varchar unique,
    new_hash varchar unique,
    old_confirmed boolean not null,
    new_confirmed boolean not null,
    state varchar not null,
    pending_key varchar unique,
    asked_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    version bigint not null
);
create index email_change_person on email_change (person);

-- A person moves from one institute to another: asked for, agreed by the person, accepted by the new institute.
create table transfer (
    id uuid primary key,
    person uuid not null references person (id),
    from_institute varchar references organization (id),
    to_institute varchar not null references organization (id),
    state varchar not null,
    open_key varchar unique,
    asked_by uuid not null references person (id),
    asked_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    agreed_at timestamp with time zone,
    decided_by uuid references person (id),
    decided_at timestamp with time zone,
    version bigint not null
);
create index transfer_person on transfer (person);
create index transfer_from on transfer (from_institute);
create index transfer_to on transfer (to_institute);

-- Two records of one person, joined; what it changed stands in "before" until it can no longer be undone.
create table person_merge (
    id uuid primary key,
    kept uuid not null references person (id),
    dropped uuid not null references person (id),
    reason varchar not null,
    merged_by uuid not null references person (id),
    merged_at timestamp with time zone not null,
    undone_at timestamp with time zone,
    standing_key varchar unique,
    before_merge varchar not null,
    version bigint not null
);
create index person_merge_kept on person_merge (kept);
