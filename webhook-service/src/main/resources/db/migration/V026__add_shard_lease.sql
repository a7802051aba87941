-- Who sends to the endpoints of a shard. The epoch grows with each new owner; results are written under the epoch in
-- which they were begun, or not at all.
create table shard_lease (
    shard       smallint    primary key,
    owner       text,
    epoch       bigint      not null default 0,
    lease_until timestamptz not null default '-infinity'
) with (fillfactor = 50);
insert into shard_lease (shard) select generate_series(0, 63);

-- Who is there to share the shards with.
create table engine_instance (
    name     text        primary key,
    alive_until timestamptz not null
) with (fillfactor = 50);
