alter table preference drop constraint preference_channel_check;
alter table preference add constraint preference_channel_check check (channel in ('EMAIL', 'SMS', 'PUSH'));
alter table preference add column frequency text not null default 'AT_ONCE' check (frequency in ('AT_ONCE', 'DAILY'));
-- A person's day; without a row Moscow time, no quiet hours, the digest at six in the evening.
create table daily_rhythm (
    person_id  text primary key,
    time_zone  text not null,
    quiet_from time,
    quiet_to   time,
    digest_at  time not null
);
