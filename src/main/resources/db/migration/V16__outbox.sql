-- Whose mail server a message goes to, how soon someone waits for it (0 at once, 1, 2 notices), and why it failed.
alter table outbox add column domain varchar default '' not null;
update outbox set domain = lower(substring(address from position('@' in address) + 1));
alter table outbox add column lane integer default 1 not null;
update outbox set lane = 0 where template = 'password-reset';
update outbox set lane = 2 where unsubscribe is not null;
alter table outbox add column failure varchar;
drop index outbox_due;
create index outbox_next on outbox (state, lane, due_at);

-- Each change of a message's state. What was queued is the message's own row.
create table outbox_event (
    id bigint generated always as identity primary key,
    message uuid not null references outbox (id) on delete cascade,
    happened_at timestamp with time zone not null,
    state varchar not null,
    node varchar,
    claim varchar,
    note varchar
);
create index outbox_event_message on outbox_event (message, id);

-- Addresses whose mail server refused them for good; what is for them waits until someone looks into it.
create table address_trouble (
    address varchar primary key,
    since timestamp with time zone not null,
    reply varchar not null
);

-- One row for all nodes: whether mail is held, and what the mail server said when nothing could leave.
create table mail_switch (
    id integer primary key,
    held boolean not null,
    note varchar,
    changed_by uuid,
    changed_at timestamp with time zone,
    trouble varchar,
    trouble_node varchar,
    trouble_since timestamp with time zone
);
insert into mail_switch (id, held) values (1, false);
