-- The body is frozen once per event: every delivery, attempt, replay and pull carries the same bytes.
create table event (
    id             uuid        primary key,
    type           text        not null,
    occurred_at    timestamptz not null,
    application_id uuid        not null,
    body           bytea       not null,
    -- True until the agency of the application is known: an agency learns of an application when it is submitted.
    held           boolean     not null
) partition by hash (id);

do $$
begin
    for i in 0..7 loop
        execute format('create table event_%s partition of event for values with (modulus 8, remainder %s)', i, i);
    end loop;
end $$;

create index event_held on event (application_id) where held;
