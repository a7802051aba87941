-- Who complained may take it back. Validated apart, so that nobody waits for the check of old rows.
alter table appeal drop constraint appeal_status_check;
alter table appeal add constraint appeal_status_check
    check (status in ('REGISTERED', 'UPHELD', 'DENIED', 'WITHDRAWN')) not valid;
alter table appeal validate constraint appeal_status_check;
