-- A tile may only become longer, the tree only larger.
create function refuse_rewriting_of_audit_tile() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if substring(new.hashes from 1 for octet_length(old.hashes)) = old.hashes
            and (new.level, new.index) = (old.level, old.index) then
            return new;
        end if;
    end if;
    raise exception 'the audit tree is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_tile_only_grows before update or delete on audit_tile
    for each row execute function refuse_rewriting_of_audit_tile();
create trigger audit_tile_is_never_emptied before truncate on audit_tile
    for each statement execute function refuse_rewriting_of_audit_tile();

create function refuse_shrinking_of_audit_tree() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.size >= old.size and new.signed_size >= old.signed_size then
            return new;
        end if;
    end if;
    raise exception 'the audit tree is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_tree_only_grows before update or delete on audit_tree
    for each row execute function refuse_shrinking_of_audit_tree();
create trigger audit_tree_is_never_emptied before truncate on audit_tree
    for each statement execute function refuse_shrinking_of_audit_tree();
