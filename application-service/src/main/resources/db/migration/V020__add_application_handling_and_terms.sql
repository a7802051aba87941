-- Who works on it at the agency, what the first of two officers proposed, and what the applicant is waited for.
alter table application
    add column unit             text,
    add column proposal         text,
    add column proposal_reason  text,
    add column proposal_comment bytea,
    add column proposal_by      text,
    add column proposed_at      timestamptz,
    add column answer_by        date,
    add column cancel_reason    text;
