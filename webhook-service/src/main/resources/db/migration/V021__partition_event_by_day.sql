-- A day's events go by dropping a table. Ids that are not of version 7, or not of these days, are in the default partition.
-- References are no longer checked by the database: each check costs as much as the row.
alter table delivery drop constraint delivery_event_id_fkey;
alter table audience_event drop constraint audience_event_event_id_fkey;
alter table event rename to old_event;
alter index event_pkey rename to old_event_pkey;
alter index event_held rename to old_event_held;

create table event (
    id             uuid        not null,
    type           text        not null,
    occurred_at    timestamptz not null,
    application_id uuid        not null,
    body           bytea       not null,
    -- True until the agency of the application is known: an agency learns of an application when it is submitted.
    held           boolean     not null,
    primary key (id)
) partition by range (id);
create index event_held on event (application_id) where held;
create table event_default partition of event default;
select make_day_of_ids('event', current_date + n) from generate_series(-1, 7) n;

insert into event (id, type, occurred_at, application_id, body, held)
select id, type, occurred_at, application_id, body, held from old_event;
drop table old_event;
