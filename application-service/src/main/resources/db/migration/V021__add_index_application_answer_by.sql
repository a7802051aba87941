-- Whose applicant's term is over: looked at every minute, nearly always empty.
create index application_answer_by on application (answer_by)
    where answer_by is not null;
