-- Codes of the checks that a decision was made in spite of.
alter table application_history add column overruled_checks text[];
