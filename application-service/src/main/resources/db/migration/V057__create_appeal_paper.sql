-- Files that belong to a complaint; they lie with its application like all others.
create table appeal_paper (
    paper_id  uuid primary key references paper (id) on delete cascade,
    appeal_id uuid not null references appeal (id)
);
create index appeal_paper_appeal on appeal_paper (appeal_id);
