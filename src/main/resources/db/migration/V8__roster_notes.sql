-- Rows of which something stays out although they are taken; and how far a plan is applied, seen from every node.
alter table roster_row add column noted boolean default false not null;
-- No foreign key: whoever applies a plan holds its row, and tells of the progress beside that transaction.
create table roster_progress (
    plan uuid primary key,
    done integer not null,
    told_at timestamp with time zone not null
);
