-- A duty that is owed back to its payer (Tax Code art. 333.40); one per charge, whoever asks and however often.
create table refund (
    id         uuid        primary key,
    charge_id  uuid        not null unique references charge,
    payment_id uuid        not null references payment,
    amount     bigint      not null check (amount > 0),
    currency   text        not null,
    ground     text        not null check (ground in ('WITHDRAWN', 'PAID_TOO_LATE')),
    status     text        not null check (status in ('OWED')),
    started_at timestamptz not null
);
create index refund_payment on refund (payment_id);
