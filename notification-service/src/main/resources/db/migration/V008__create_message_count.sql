-- Messages to one person by one channel on one day of theirs, so that a limit costs one row and not a count of many.
create table message_count (
    person_id text not null,
    channel   text not null,
    day       date not null,
    messages  int  not null,
    primary key (person_id, channel, day)
);
