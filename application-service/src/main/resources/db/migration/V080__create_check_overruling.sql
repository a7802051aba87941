-- What an officer, or an agency's system, says of a check that a register answered against the applicant, when it decides for
-- the applicant all the same. It goes with the check: one about an earlier form counts no more.
create table check_overruling (
    register_check_id uuid        not null references register_check (id) on delete cascade,
    overruled_by      text        not null,
    reason            bytea       not null,
    overruled_at      timestamptz not null,
    primary key (register_check_id, overruled_by)
);
