-- The mail of an announcement is queued by a job, some hundred people at a time: to how many it goes, and behind whom the
-- next ones stand. Null there means that all of it is queued, as it is for those from before.
alter table announcement add column mail_to integer not null default 0;
alter table announcement add column mail_after uuid;
create index announcement_mail on announcement (mail_after);
update announcement set mail_to = (select count(*) from notice n where n.announcement = announcement.id) where by_mail;
