create table endpoint (
    id                uuid        primary key,
    -- client:<client id> or org:<organisation id>: who may see and change it
    owner             text        not null,
    -- agency:<code> or org:<organisation id>: whose events it may receive
    audience          text        not null,
    url               text        not null,
    event_types       text[]      not null,
    description       text        not null,
    state             text        not null check (state in ('PENDING', 'ACTIVE', 'PAUSED', 'DISABLED')),
    disabled_reason   text        check (disabled_reason in ('GONE', 'FAILING', 'CHALLENGE_FAILED')),
    challenge         text,
    challenge_step    integer     not null default 0,
    challenge_due_at  timestamptz,
    challenge_outcome text,
    version           bigint      not null,
    created_at        timestamptz not null
);
create index endpoint_owner on endpoint (owner, id);
create index endpoint_audience on endpoint (audience) where state in ('ACTIVE', 'PAUSED');
create index endpoint_challenge_due on endpoint (challenge_due_at) where state = 'PENDING';
