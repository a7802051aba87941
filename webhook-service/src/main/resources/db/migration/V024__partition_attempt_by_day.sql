-- Only ever added to, and dropped by the day. A delivery that is not pending is what its last attempt says.
alter table attempt rename to old_attempt;
alter index attempt_pkey rename to old_attempt_pkey;
alter index attempt_endpoint rename to old_attempt_endpoint;

create table attempt (
    endpoint_id    uuid        not null,
    delivery_id    uuid        not null,
    event_id       uuid        not null,
    number         integer     not null,
    started_at     timestamptz not null,
    duration_ms    integer     not null,
    -- exactly one of the two: what the endpoint answered, or why there is no answer
    status_code    integer,
    failure        text,
    response_start text,
    outcome        text        not null check (outcome in ('DELIVERED', 'RETRY', 'EXHAUSTED', 'SKIPPED')),
    -- of the delivery
    created_at     timestamptz not null,
    primary key (endpoint_id, delivery_id, number, started_at)
) partition by range (started_at);
create table attempt_default partition of attempt default;
select make_day_of_times('attempt', current_date + n) from generate_series(-1, 7) n;

insert into attempt (endpoint_id, delivery_id, event_id, number, started_at, duration_ms, status_code, failure,
    response_start, outcome, created_at)
select d.endpoint_id, delivery_id(d.endpoint_id, p.position), d.event_id, a.number, a.started_at, a.duration_ms,
       a.status_code, a.failure, a.response_start,
       case when d.finished_at is not null and a.number = d.attempts then d.status else 'RETRY' end, d.created_at
from old_attempt a
join delivery d on d.endpoint_id = a.endpoint_id and d.id = a.delivery_id
join endpoint e on e.id = d.endpoint_id
join audience_event p on p.audience = e.audience and p.event_id = d.event_id;
drop table old_attempt;
