-- The database itself refuses a transaction that does not balance, whoever writes it.
create function ledger_transaction_balances() returns trigger language plpgsql as
$$
begin
    if exists (select 1 from ledger_entry
               where transaction_id = new.transaction_id
               group by currency having sum(amount) <> 0) then
        raise exception 'ledger transaction % does not balance', new.transaction_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger ledger_entry_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_transaction_balances();

create function ledger_is_append_only() returns trigger language plpgsql as
$$
begin
    raise exception 'ledger entries are never changed; post a correcting transaction' using errcode = 'restrict_violation';
end
$$;
create trigger ledger_entry_append_only before update or delete on ledger_entry
    for each row execute function ledger_is_append_only();
