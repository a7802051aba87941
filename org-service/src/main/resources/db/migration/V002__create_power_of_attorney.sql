-- Given by one citizen to another. The document, sealed, names both; it is never changed, and kept after the end.
create table power_of_attorney (
    id                uuid        primary key,
    principal_id      text        not null,
    -- Unknown until the person named has an account.
    representative_id text,
    services          text[]      not null,
    permissions       text[]      not null,
    valid_from        date        not null,
    valid_until       date        not null,
    document          bytea       not null,
    document_sha256   text        not null,
    status            text        not null
        check (status in ('PENDING_SIGNATURE', 'ACTIVE', 'REVOKED', 'REFUSED', 'EXPIRED')),
    -- One signature signs one document.
    signature_id      uuid        unique,
    version           bigint      not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    -- When it is looked after next; also the lease of whoever does it now. Null: ended.
    settle_at         timestamptz
);
create index power_of_attorney_principal on power_of_attorney (principal_id, id);
create index power_of_attorney_representative on power_of_attorney (representative_id, id);
create index power_of_attorney_due on power_of_attorney (settle_at) where settle_at is not null;
