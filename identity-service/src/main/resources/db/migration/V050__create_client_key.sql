-- Public keys by which client applications prove themselves; one that was replaced is good until it retires.
create table client_key (
    client_application uuid        not null references client_application (id),
    kid                text        not null,
    thumbprint         text        not null,
    algorithm          text        not null check (algorithm in ('PS256', 'ES256')),
    jwk                text        not null,
    added_at           timestamptz not null,
    retires_at         timestamptz,
    primary key (client_application, kid)
);

create index client_key_retirement on client_key (retires_at) where retires_at is not null;
