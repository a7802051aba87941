-- Apart from endpoint: it changes with failures, not with its owner's wishes. Its row lock is also what makes one
-- replica at a time hand out an endpoint's deliveries.
create table endpoint_health (
    endpoint_id   uuid        primary key references endpoint on delete cascade,
    failures      integer     not null default 0,
    failing_since timestamptz,
    blocked_until timestamptz
);
