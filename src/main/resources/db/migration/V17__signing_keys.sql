-- The public halves of the keys that sign certificates, kept for ever. One is open; 'open' keeps two from being it at once.
create table signing_key (
    kid varchar primary key,
    public_key varchar not null,
    valid_from timestamp with time zone not null,
    valid_until timestamp with time zone,
    open_key varchar unique
);

-- Which certificates are no longer valid is asked every minute, for the list that is held without a connection.
create index certificate_status on certificate (status);
