-- What is not delivered yet, and nothing else: small when all is well, however much was delivered.
create table delivery_pending (
    endpoint_id uuid        not null,
    -- delivery_id(endpoint, position): the order of the feed
    id          uuid        not null,
    event_id    uuid        not null,
    -- the application; events of one are told one after another to an endpoint that asks for order
    subject     uuid        not null,
    -- how far along the retry schedule: above 0 only after a failure that was the message's own
    step        integer     not null default 0,
    attempts    integer     not null default 0,
    due_at      timestamptz not null,
    -- its first failure of its own
    failed_at   timestamptz,
    created_at  timestamptz not null,
    primary key (endpoint_id, id)
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
        autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_scale_factor = 0,
        autovacuum_analyze_threshold = 50000, autovacuum_vacuum_cost_delay = 0);
create index delivery_pending_retry on delivery_pending (endpoint_id, due_at, id) where step > 0;
create index delivery_pending_created on delivery_pending using brin (created_at);

insert into delivery_pending (endpoint_id, id, event_id, subject, step, attempts, due_at, created_at)
select d.endpoint_id, delivery_id(d.endpoint_id, a.position), d.event_id, v.application_id, d.step, d.attempts, d.due_at,
       d.created_at
from delivery d
join endpoint e on e.id = d.endpoint_id
join event v on v.id = d.event_id
join audience_event a on a.audience = e.audience and a.event_id = d.event_id
where d.finished_at is null;
