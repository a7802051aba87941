-- The nodes of the Merkle tree over audit_entry (RFC 9162, section 2.1): a tile of level n holds up to 32 hashes of nodes
-- of level 5n, one behind the other. Leaf: sha256(0x00 || entry_hash); node: sha256(0x01 || left || right).
create table audit_tile (
    level  smallint not null,
    index  bigint   not null,
    hashes bytea    not null check (octet_length(hashes) between 32 and 1024),
    primary key (level, index)
);
-- 1 KiB of random bytes: never worth compressing, always small enough for the row itself.
alter table audit_tile alter column hashes set storage plain;

-- One row, whose lock gives the entries their order.
create table audit_tree (
    only_row    boolean primary key default true check (only_row),
    size        bigint not null,
    signed_size bigint not null default 0 check (signed_size <= size)
);

do $$
declare
    tile_level int := 0;
begin
    create temporary table node on commit drop as
    select leaf_index as index, sha256('\x00'::bytea || entry_hash) as hash from audit_entry;
    while exists (select from node) loop
        insert into audit_tile (level, index, hashes)
        select tile_level, index / 32, string_agg(hash, ''::bytea order by index) from node group by index / 32;
        for step in 1 .. 5 loop
            create temporary table parent on commit drop as
            select l.index / 2 as index, sha256('\x01'::bytea || l.hash || r.hash) as hash
            from node l join node r on r.index = l.index + 1
            where l.index % 2 = 0;
            drop table node;
            alter table parent rename to node;
        end loop;
        tile_level := tile_level + 1;
    end loop;
end
$$;
insert into audit_tree (size) select count(*) from audit_entry;
