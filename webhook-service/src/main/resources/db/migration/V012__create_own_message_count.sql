-- Tests and challenges of today: each is a request to an address that its owner chose.
create table own_message_count (
    owner    text    primary key,
    day      date    not null,
    messages integer not null
);
