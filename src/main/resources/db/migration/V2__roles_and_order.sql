-- Roles may be held for a cohort; people have a place in sorted lists, and a sex where it is given.
alter table role_held add column cohort uuid references cohort (id);
create index role_held_organization on role_held (organization);
alter table person add column sex varchar;
alter table person add column sort_en varchar default '' not null;
alter table person add column sort_bn varchar default '' not null;
