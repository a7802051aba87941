-- Who took a step for the applicant under a power of attorney; null: the applicant, or another side.
alter table application_history add column representative text;
alter table application_history add column power_of_attorney_id uuid;
