create sequence result_number as bigint;

-- Documents that applications led to. The id is the paper's and is printed in the document; anybody verifies it by that.
create table issued_result (
    id                 uuid        primary key,
    application_id     uuid        not null references application (id) on delete cascade,
    application_number text        not null,
    owner_key          text        not null,
    person_id          text        not null,
    service_code       text        not null,
    agency             text        not null,
    -- Of the passport's result, or the kind that the agency gave its file.
    code               text        not null,
    title_ru           text        not null,
    title_en           text        not null,
    number             text,
    sha256             text        not null,
    -- The same document as XML.
    xml_id             uuid,
    xml_sha256         text,
    automatic          boolean     not null,
    made_at            timestamptz not null,
    -- Null until the application is decided: before that it proves nothing.
    issued_at          timestamptz,
    valid_until        date,
    ended_at           timestamptz,
    end_reason         text        check (end_reason in ('EXPIRED', 'REVOKED')),
    -- The day on which it is over; null when nothing is to be told any more.
    ends_on            date
);
create index issued_result_application on issued_result (application_id);
create index issued_result_owner on issued_result (owner_key, id);
create index issued_result_ends on issued_result (ends_on) where ends_on is not null;
create unique index issued_result_xml on issued_result (xml_id) where xml_id is not null;
-- Two workers must not make the same document.
create unique index issued_result_automatic on issued_result (application_id, code) where automatic and ended_at is null;
