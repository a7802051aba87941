alter table signature
    drop constraint signature_kind_check,
    add constraint signature_kind_check check (kind in ('SIMPLE', 'ADVANCED', 'QUALIFIED')),
    add column format         text check (format in ('CADES', 'XADES', 'PADES')),
    add column level          text check (level in ('B', 'T')),
    add column certificate_id uuid;
