-- One row while an endpoint is announced as failing: whoever inserts it announces, whoever deletes it says the end.
create table endpoint_notice (
    endpoint_id   uuid        primary key references endpoint on delete cascade,
    failing_since timestamptz not null,
    announced_at  timestamptz not null
);
