-- changed_at tells the owner of the shard to look again; secrets count as a change of their endpoint.
alter table endpoint
    add column shard      smallint generated always as ((uuid_hash(id) & 63)::smallint) stored,
    add column changed_at timestamptz not null default clock_timestamp();
create index endpoint_shard on endpoint (shard);
create index endpoint_changed on endpoint (changed_at);

create function touch_endpoint() returns trigger
    language plpgsql as
$$
begin
    new.changed_at := clock_timestamp();
    return new;
end
$$;
create trigger endpoint_changed before update on endpoint for each row execute function touch_endpoint();

create function touch_endpoint_of_secret() returns trigger
    language plpgsql as
$$
begin
    update endpoint set changed_at = clock_timestamp() where id = coalesce(new.endpoint_id, old.endpoint_id);
    return null;
end
$$;
create trigger endpoint_secret_changed after insert or update or delete on endpoint_secret
    for each row execute function touch_endpoint_of_secret();

-- Instead of foreign keys, whose checks would cost as much as the rows.
create function remove_deliveries_of_endpoint() returns trigger
    language plpgsql as
$$
begin
    delete from delivery_pending where endpoint_id = old.id;
    delete from attempt where endpoint_id = old.id;
    return null;
end
$$;
create trigger endpoint_removed after delete on endpoint
    for each row execute function remove_deliveries_of_endpoint();
