-- Client applications of agencies, companies and partners: what was asked for, what was decided, what stands.
create table client_application (
    id              uuid primary key,
    client_id       text        not null unique,
    -- The company that owns it; null: an administrator registered it, for an agency or for the portal.
    org_id          uuid,
    agency          text,
    requested_by    text        not null,
    name            text        not null,
    purpose         text        not null,
    scopes          text[]      not null,
    redirect_uris   text[]      not null,
    plan            text        not null,
    status          text        not null
        check (status in ('REQUESTED', 'REJECTED', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'CLOSED')),
    reason          text,
    decided_by      text,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    version         bigint      not null,
    -- When Keycloak is to be told what stands here; null: it knows.
    keycloak_due_at timestamptz,
    check (org_id is null or agency is null)
);

create index client_application_org on client_application (org_id, id);
create index client_application_status on client_application (status, id);
create index client_application_due on client_application (keycloak_due_at) where keycloak_due_at is not null;
