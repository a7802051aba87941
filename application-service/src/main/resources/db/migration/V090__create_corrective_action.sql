-- What an agency has to put right because a service of its was rated badly.
create sequence corrective_action_number as bigint;

create table corrective_action (
    id             uuid        primary key,
    version        bigint      not null,
    number         text        not null unique,
    agency         text        not null,
    region         text,
    service_code   text        not null,
    -- One bad rating, or the mean of the last ones.
    kind           text        not null check (kind in ('RATING', 'MEAN')),
    -- Whose rating it was; the agency is told only when the applicant agreed (feedback.shown_to_agency).
    application_id uuid        references application (id) on delete set null,
    rating         smallint,
    mean           numeric(3, 2),
    ratings        integer,
    status         text        not null check (status in ('OPEN', 'TAKEN', 'CLOSED')),
    assignee       text,
    cause          text,
    -- What was done, in an officer's words; sealed.
    measures       bytea,
    registered_on  date        not null,
    due_on         date        not null,
    -- How far the agency was told that the time runs out, and from which day there is more to tell.
    total_days     integer     not null,
    told           text        check (told in ('HALF', 'THREE_QUARTERS', 'PAST')),
    look_on        date,
    closed_at      timestamptz
);
create unique index corrective_action_rating on corrective_action (application_id) where application_id is not null;
create unique index corrective_action_mean on corrective_action (agency, service_code, region) nulls not distinct
    where kind = 'MEAN' and status <> 'CLOSED';
create index corrective_action_closed on corrective_action (agency, service_code, region, closed_at) where kind = 'MEAN';
create index corrective_action_open on corrective_action (agency, due_on, id)
    include (region, service_code, assignee, status)
    where status <> 'CLOSED';
create index corrective_action_desk on corrective_action (agency, status, due_on, id)
    include (region, service_code, assignee, cause);
create index corrective_action_look on corrective_action (look_on) where look_on is not null;

create table corrective_comment (
    id         uuid        primary key,
    action_id  uuid        not null references corrective_action (id) on delete cascade,
    -- Account of the officer, or the agency's client; what they wrote is sealed.
    author     text        not null,
    text       bytea       not null,
    created_at timestamptz not null
);
create index corrective_comment_action on corrective_comment (action_id, id);
