-- Amounts are law of a day, never constants: the one valid on the day of submission counts.
create table tariff (
    code       text    not null,
    valid_from date    not null,
    valid_to   date,
    amount     bigint  not null check (amount > 0),
    currency   text    not null,
    primary key (code, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);
insert into tariff (code, valid_from, valid_to, amount, currency)
values ('state-duty.ip-registration', '2025-01-01', null, 80000, 'RUB');
