-- What the treasury has to pay, oldest first.
create index refund_owed on refund (id) where status = 'OWED';
