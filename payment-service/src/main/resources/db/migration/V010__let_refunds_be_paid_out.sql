-- The treasury has paid: with which payment order, and on which day.
alter table refund
    drop constraint refund_status_check,
    add constraint refund_status_check check (status in ('OWED', 'PAID')),
    add column payout_id uuid unique,
    add column payout_order text,
    add column paid_on date,
    add constraint refund_paid_check check ((status = 'PAID') = (payout_id is not null)),
    add constraint refund_payout_check
        check ((payout_id is null) = (payout_order is null) and (payout_id is null) = (paid_on is null));
