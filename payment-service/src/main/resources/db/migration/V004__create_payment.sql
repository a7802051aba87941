create table payment (
    id                  uuid        primary key,
    person_id           text        not null,
    org_id              uuid,
    method              text        not null check (method in ('CARD')),
    amount              bigint      not null check (amount > 0),
    currency            text        not null,
    status              text        not null check (status in ('CREATED', 'PENDING', 'SUCCEEDED', 'DECLINED', 'EXPIRED')),
    session_id          text        unique,
    page_url            text,
    provider_payment_id text,
    version             bigint      not null,
    created_at          timestamptz not null,
    finished_at         timestamptz,
    -- Somebody talks with the provider about it until then; a crash frees it by time.
    claimed_until       timestamptz,
    -- When the resolver looks at it next if nobody has finished it.
    check_at            timestamptz not null,
    checks              int         not null default 0
);
create index payment_unresolved on payment (check_at) where status in ('CREATED', 'PENDING');

create table payment_charge (
    payment_id uuid    not null references payment,
    charge_id  uuid    not null references charge,
    amount     bigint  not null check (amount > 0),
    open       boolean not null,
    -- True: this payment paid the charge. False: the money came, but the charge was closed already. Null: no money yet.
    applied    boolean,
    primary key (payment_id, charge_id)
);
-- Nobody can be asked to pay one charge twice at the same time.
create unique index payment_charge_one_open on payment_charge (charge_id) where open;
create index payment_charge_charge on payment_charge (charge_id);
