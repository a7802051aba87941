create table ledger_account (
    code     text primary key,
    kind     text not null check (kind in ('ASSET', 'LIABILITY')),
    currency text not null
);
insert into ledger_account (code, kind, currency)
values ('provider:sandbox', 'ASSET', 'RUB'),      -- captured by the provider, not yet paid out by it
       ('treasury', 'LIABILITY', 'RUB'),          -- owed to the budget for paid charges
       ('payer:unapplied', 'LIABILITY', 'RUB');   -- captured for a charge that was closed already: owed back to the payer

-- One transaction per captured payment: its id is the payment's, so money cannot be booked twice.
create table ledger_entry (
    transaction_id uuid        not null,
    line           int         not null,
    account        text        not null references ledger_account,
    amount         bigint      not null check (amount <> 0),
    currency       text        not null,
    charge_id      uuid,
    posted_at      timestamptz not null,
    primary key (transaction_id, line)
) partition by hash (transaction_id);
create table ledger_entry_0 partition of ledger_entry for values with (modulus 4, remainder 0);
create table ledger_entry_1 partition of ledger_entry for values with (modulus 4, remainder 1);
create table ledger_entry_2 partition of ledger_entry for values with (modulus 4, remainder 2);
create table ledger_entry_3 partition of ledger_entry for values with (modulus 4, remainder 3);
create index ledger_entry_account on ledger_entry (account);
