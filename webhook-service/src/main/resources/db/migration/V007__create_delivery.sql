-- due_at is when somebody must act: the next attempt of a pending row, the end of the lease of one being sent.
create table delivery (
    id          uuid        not null,
    endpoint_id uuid        not null references endpoint on delete cascade,
    event_id    uuid        not null references event,
    status      text        not null check (status in ('PENDING', 'SENDING', 'DELIVERED', 'EXHAUSTED')),
    -- attempts made in all, and how far along the retry schedule; a redelivery begins the schedule again
    attempts    integer     not null default 0,
    step        integer     not null default 0,
    due_at      timestamptz not null,
    lease       uuid,
    created_at  timestamptz not null,
    finished_at timestamptz,
    primary key (endpoint_id, id),
    unique (endpoint_id, event_id)
) partition by hash (endpoint_id);

do $$
begin
    for i in 0..7 loop
        execute format('create table delivery_%s partition of delivery for values with (modulus 8, remainder %s) '
            'with (fillfactor = 80)', i, i);
    end loop;
end $$;

create index delivery_id on delivery (id);
create index delivery_due on delivery (endpoint_id, due_at, id) where finished_at is null;
create index delivery_sending on delivery (endpoint_id) where status = 'SENDING';
