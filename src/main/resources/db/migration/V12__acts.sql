-- An allowance is given once, however often the client sends it.
alter table quiz_allowance add column once_key varchar unique;
-- Keeping mail back looks for an address, for many people at once.
create index outbox_address on outbox (address);
