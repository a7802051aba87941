-- How long the portal waits where neither the law nor the passport of the service says it.
insert into term_reference (code, valid_from, amount, unit, source)
values ('term.applicant-answer', '2020-01-01', 30, 'CALENDAR_DAYS', 'правило портала, если иное не установлено административным регламентом'),
       ('term.applicant-correction', '2020-01-01', 10, 'WORKING_DAYS', 'правило портала, если иное не установлено административным регламентом'),
       ('term.applicant-payment', '2020-01-01', 15, 'CALENDAR_DAYS', 'правило портала: госпошлина уплачивается до подачи, НК РФ ст. 333.18');
