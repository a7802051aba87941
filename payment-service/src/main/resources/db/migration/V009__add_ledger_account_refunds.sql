-- What the budget no longer gets, because payers get it back.
insert into ledger_account (code, kind, currency) values ('payer:refunds', 'LIABILITY', 'RUB');
