-- Refuses every change and removal. See docs/decisions/016.
create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'the audit trail is never changed'; end $$;
create trigger audit_entry_is_kept before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
