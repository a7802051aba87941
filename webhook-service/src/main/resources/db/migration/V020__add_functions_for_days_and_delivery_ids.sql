-- The smallest UUID of a day: ids of version 7 begin with the time, so a day's ids are a range, and a range is a partition.
create function day_bound(day date) returns uuid
    language sql immutable strict parallel safe
    return (lpad(to_hex((extract(epoch from day::timestamp) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

-- Which delivery it is when this place of the audience's feed goes to this endpoint: always the same, so that nothing can
-- be asked for twice; and in the order of the feed. 48 bits of position, version 8 (RFC 9562), 62 bits of the endpoint.
create function delivery_id(endpoint uuid, feed_position bigint) returns uuid
    language sql immutable strict parallel safe
    return (lpad(to_hex(feed_position), 12, '0') || '8000' || substr(endpoint::text, 20, 4)
        || substr(endpoint::text, 25, 12))::uuid;

-- Makes the partition of one day of a table whose key is an id, unless it is there.
create function make_day_of_ids(parent text, day date) returns void
    language plpgsql as
$$
begin
    execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
        parent || to_char(day, '_YYYYMMDD'), parent, day_bound(day), day_bound(day + 1));
end
$$;

-- The same for a table whose key is a moment.
create function make_day_of_times(parent text, day date) returns void
    language plpgsql as
$$
begin
    execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
        parent || to_char(day, '_YYYYMMDD'), parent, day::text || ' 00:00Z', (day + 1)::text || ' 00:00Z');
end
$$;
