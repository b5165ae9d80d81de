-- What certificates are signed and adorned with. Nothing here is rewritten: papers that were issued point to it.
create table picture (
    sha256 varchar primary key,
    png bytea not null,
    width integer not null,
    height integer not null,
    stored_at timestamp with time zone not null
);
-- One row. Who names a signatory or fills a slot changes it first, so that two cannot both find a place free.
create table signing_desk (
    id integer primary key,
    changes bigint not null
);
insert into signing_desk (id, changes) values (1, 0);
create table signatory (
    id uuid primary key,
    place varchar not null,
    position integer not null,
    institute varchar references organization (id),
    award_kind varchar,
    name_en varchar,
    name_bn varchar,
    designation_en varchar,
    designation_bn varchar,
    organization varchar not null references organization (id),
    signature varchar references picture (sha256),
    valid_from date not null,
    valid_until date,
    added_at timestamp with time zone not null,
    version bigint not null
);
create index signatory_place on signatory (place);
create index signatory_signature on signatory (signature);
create table picture_slot (
    id uuid primary key,
    place varchar not null,
    open_place varchar unique,
    slot varchar not null,
    organization varchar references organization (id),
    picture varchar not null references picture (sha256),
    filled_at timestamp with time zone not null,
    emptied_at timestamp with time zone
);
create index picture_slot_picture on picture_slot (picture);
