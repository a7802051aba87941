-- Keys of the service that all contents were sealed by, by the name that Tink writes before a ciphertext.
create table document_key (
    name         text        primary key,
    rewrapped_at timestamptz not null
);
