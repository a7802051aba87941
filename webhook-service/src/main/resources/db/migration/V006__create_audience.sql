-- Positions are given under the row lock of the audience, so they have no gaps and follow the order of commits: a
-- reader that has seen position n has seen everything before it.
create table audience (
    name          text   primary key,
    last_position bigint not null
);
create table audience_event (
    audience text   not null,
    position bigint not null,
    event_id uuid   not null references event,
    primary key (audience, position),
    unique (audience, event_id)
) partition by hash (audience);

do $$
begin
    for i in 0..3 loop
        execute format('create table audience_event_%s partition of audience_event '
            'for values with (modulus 4, remainder %s)', i, i);
    end loop;
end $$;
