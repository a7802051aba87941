-- Which agency an application belongs to, learned from its events; the row lock orders the events of one application
-- that arrive from different topics at the same time.
create table application_scope (
    application_id uuid primary key,
    agency         text
);
