-- A feed goes with its events. The positions of one audience are unique because they are given under its row lock.
alter table audience_event rename to old_audience_event;
alter index audience_event_pkey rename to old_audience_event_pkey;

create table audience_event (
    audience text   not null,
    position bigint not null,
    event_id uuid   not null,
    primary key (audience, position, event_id)
) partition by range (event_id);
create table audience_event_default partition of audience_event default;
select make_day_of_ids('audience_event', current_date + n) from generate_series(-1, 7) n;

insert into audience_event (audience, position, event_id)
select audience, position, event_id from old_audience_event;
