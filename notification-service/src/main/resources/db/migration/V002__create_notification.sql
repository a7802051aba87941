-- What is told, as a template and its values; it becomes text when read, in the reader's language.
create table notification (
    person_id   text        not null,
    position    bigint      not null,
    id          uuid        not null,
    event_id    uuid        not null,
    event_type  text        not null,
    template    text        not null,
    params      jsonb       not null,
    occurred_at timestamptz not null,
    created_at  timestamptz not null,
    read_at     timestamptz,
    primary key (person_id, position),
    -- One event is told to one person once.
    unique (person_id, event_id),
    unique (person_id, id)
) partition by hash (person_id);
create table notification_0 partition of notification for values with (modulus 8, remainder 0);
create table notification_1 partition of notification for values with (modulus 8, remainder 1);
create table notification_2 partition of notification for values with (modulus 8, remainder 2);
create table notification_3 partition of notification for values with (modulus 8, remainder 3);
create table notification_4 partition of notification for values with (modulus 8, remainder 4);
create table notification_5 partition of notification for values with (modulus 8, remainder 5);
create table notification_6 partition of notification for values with (modulus 8, remainder 6);
create table notification_7 partition of notification for values with (modulus 8, remainder 7);
create index notification_unread on notification (person_id, position) where read_at is null;
