-- The service owns the table, so a missing grant would not stop it: a trigger does.
create function refuse_change_of_audit_entry() returns trigger language plpgsql as $$
begin
    raise exception 'the audit journal is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_is_append_only before update or delete on audit_entry
    for each row execute function refuse_change_of_audit_entry();
create trigger audit_entry_is_never_emptied before truncate on audit_entry
    for each statement execute function refuse_change_of_audit_entry();
