create sequence application_number as bigint;

create table application (
    id                       uuid        primary key,
    version                  bigint      not null,
    service_code             text        not null,
    service_version          integer     not null,
    agency                   text        not null,
    exclusive                boolean     not null,
    region                   text,
    person_id                text        not null,
    org_id                   uuid,
    -- Whose it is, in one word: every read of an owner is one index look-up.
    owner                    text        not null generated always as
                                 (case when org_id is null then 'person:' || person_id else 'org:' || org_id::text end) stored,
    status                   text        not null,
    created_at               timestamptz not null,
    updated_at               timestamptz not null,
    number                   text        unique,
    submitted_at             timestamptz,
    expected_completion_date date,
    -- The day the term stopped, while the applicant is asked for more.
    paused_on                date,
    duty_amount              bigint,
    duty_currency            text,
    duty_uin                 text,
    duty_paid_at             timestamptz,
    decision                 text,
    decision_reason          text,
    decision_comment         bytea,
    decided_at               timestamptz,
    record_register          text,
    record_key               text,
    assignee                 text,
    signature_id             uuid,
    foreign key (service_code, service_version) references service_passport (code, version)
);
