-- Addresses and service ids carry no joiners, which nobody sees; whoever would then share one with another keeps hers.
update person set email = replace(replace(email, U&'\200C', ''), U&'\200D', '')
where (email like U&'%\200C%' or email like U&'%\200D%')
    and (select count(*) from person o where replace(replace(o.email, U&'\200C', ''), U&'\200D', '')
        = replace(replace(person.email, U&'\200C', ''), U&'\200D', '')) = 1;
update person set service_id = replace(replace(service_id, U&'\200C', ''), U&'\200D', '')
where (service_id like U&'%\200C%' or service_id like U&'%\200D%')
    and (select count(*) from person o where replace(replace(o.service_id, U&'\200C', ''), U&'\200D', '')
        = replace(replace(person.service_id, U&'\200C', ''), U&'\200D', '')) = 1;

-- Mail of every kind is someone's, not only invitations and certificates.
update outbox set person = (select n.person from notice n where n.once_key = outbox.dedupe_key) where person is null;
update outbox
set person = (select c.person from email_change c
    where outbox.dedupe_key = 'email-change-new/' || cast(c.id as varchar))
where person is null and template = 'email-change-new';
update outbox set person = (select p.id from person p where p.email = outbox.address) where person is null;
