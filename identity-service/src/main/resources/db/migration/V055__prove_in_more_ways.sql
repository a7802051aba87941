-- Proofs by registers, certificate, bank and video beside those of one-stop offices.
alter table verification drop constraint verification_method_check;
alter table verification add constraint verification_method_check
    check (method in ('MFC_CODE', 'REGISTERS', 'CERTIFICATE', 'BANK', 'VIDEO')) not valid;
