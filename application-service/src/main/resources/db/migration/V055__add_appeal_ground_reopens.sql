-- Grounds on which an upheld complaint makes a refusal void, so that the application is decided anew (210-FZ art. 11.2 p. 7).
alter table appeal_ground add column reopens boolean not null default false;
update appeal_ground
   set reopens = true
 where code in ('documents_not_due', 'acceptance_refused', 'refusal_unlawful', 'fee_not_due', 'documents_demanded_again');
