-- Only what differs from the default, which is on.
create table preference (
    person_id  text    not null,
    event_type text    not null,
    channel    text    not null check (channel in ('EMAIL', 'SMS')),
    enabled    boolean not null,
    primary key (person_id, event_type, channel)
);
-- A language chosen for notifications alone; without a row the profile's language holds.
create table preferred_language (
    person_id text primary key,
    language  text not null check (language in ('ru', 'en'))
);
