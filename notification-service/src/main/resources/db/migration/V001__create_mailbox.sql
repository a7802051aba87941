-- Gives the notifications of one person their order: the row is locked while one is added, so positions become visible
-- in their order and a reader may continue behind the last one it saw without ever missing one.
create table mailbox (
    person_id     text   primary key,
    last_position bigint not null
);
