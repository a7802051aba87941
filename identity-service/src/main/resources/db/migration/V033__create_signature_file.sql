create table signature_file (
    signature_id uuid primary key references signature (id),
    -- Sealed Base64 of the detached CMS or XML: it holds the certificate, which names its holder.
    content      bytea not null
);
