-- Refuses every change and removal. H2 knows no trigger without Java; one whose class does not exist refuses what it is
-- to watch over, and asks for nothing on the class path. See docs/decisions/016.
create force trigger audit_entry_is_kept before update, delete on audit_entry call 'the audit trail is never changed';
