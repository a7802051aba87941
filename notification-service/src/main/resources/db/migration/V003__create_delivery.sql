-- One row for each channel that a notification leaves by. It holds no address: that is asked for when sending.
create table delivery (
    notification_id     uuid        not null,
    channel             text        not null check (channel in ('EMAIL', 'SMS')),
    person_id           text        not null,
    state               text        not null check (state in ('PENDING', 'SENT', 'DELIVERED', 'FAILED')),
    reason              text,
    attempts            int         not null default 0,
    -- While somebody sends it, the end of their lease.
    next_at             timestamptz not null,
    occurred_at         timestamptz not null,
    created_at          timestamptz not null,
    finished_at         timestamptz,
    provider_message_id text,
    primary key (notification_id, channel)
) partition by hash (notification_id);
create table delivery_0 partition of delivery for values with (modulus 4, remainder 0);
create table delivery_1 partition of delivery for values with (modulus 4, remainder 1);
create table delivery_2 partition of delivery for values with (modulus 4, remainder 2);
create table delivery_3 partition of delivery for values with (modulus 4, remainder 3);
create index delivery_pending on delivery (channel, next_at) where state = 'PENDING';
