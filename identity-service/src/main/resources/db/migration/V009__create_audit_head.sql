-- What was promised to the world, one head a size: two heads of one size could only differ by a lie.
create table audit_head (
    size      bigint      primary key,
    root      bytea       not null,
    signed_at timestamptz not null,
    key_id    text        not null,
    -- The signed statement, a compact JWS.
    statement text        not null
);
create trigger audit_head_is_append_only before update or delete on audit_head
    for each row execute function refuse_change_of_audit_entry();
create trigger audit_head_is_never_emptied before truncate on audit_head
    for each statement execute function refuse_change_of_audit_entry();
