-- On what an applicant may complain, and how long the answer may take. 210-FZ art. 11.1 p. 1 lists ten grounds; anything
-- else is a petition under 59-FZ.
create table appeal_ground (
    code           text primary key,
    ru             text not null,
    en             text not null,
    term_reference text not null,
    -- Once there is a decision, once the term is over, or any time.
    possible       text not null check (possible in ('DECIDED', 'OVERDUE', 'ANY')),
    act            text not null
);

insert into term_reference (code, valid_from, amount, unit, source)
values ('term.appeal', '2020-01-01', 15, 'WORKING_DAYS', '210-ФЗ ст. 11.2 ч. 6'),
       ('term.appeal-short', '2020-01-01', 5, 'WORKING_DAYS', '210-ФЗ ст. 11.2 ч. 6'),
       ('term.appeal-other', '2020-01-01', 30, 'CALENDAR_DAYS', '59-ФЗ ст. 12 ч. 1');

insert into appeal_ground (code, ru, en, term_reference, possible, act)
values ('registration_late', 'Нарушен срок регистрации запроса', 'The request was registered late', 'term.appeal', 'ANY', '210-ФЗ ст. 11.1 п. 1'),
       ('service_late', 'Нарушен срок предоставления услуги', 'The service is late', 'term.appeal', 'OVERDUE', '210-ФЗ ст. 11.1 п. 2'),
       ('documents_not_due', 'Требуют документы, не предусмотренные законом', 'Documents are demanded that the law does not provide for', 'term.appeal', 'ANY', '210-ФЗ ст. 11.1 п. 3'),
       ('acceptance_refused', 'Отказано в приёме документов', 'Acceptance of documents was refused', 'term.appeal-short', 'ANY', '210-ФЗ ст. 11.1 п. 4'),
       ('refusal_unlawful', 'Отказано по основаниям, не предусмотренным законом', 'Refused on grounds that the law does not provide for', 'term.appeal', 'DECIDED', '210-ФЗ ст. 11.1 п. 5'),
       ('fee_not_due', 'Требуют плату, не предусмотренную законом', 'A fee is demanded that the law does not provide for', 'term.appeal', 'ANY', '210-ФЗ ст. 11.1 п. 6'),
       ('correction_refused', 'Отказано в исправлении опечаток и ошибок в документе', 'Correction of errors in the document was refused', 'term.appeal-short', 'DECIDED', '210-ФЗ ст. 11.1 п. 7'),
       ('result_late', 'Нарушен срок или порядок выдачи документов', 'The documents were issued late or in the wrong way', 'term.appeal', 'DECIDED', '210-ФЗ ст. 11.1 п. 8'),
       ('suspension_unlawful', 'Услуга приостановлена по основаниям, не предусмотренным законом', 'The service was suspended on grounds that the law does not provide for', 'term.appeal', 'ANY', '210-ФЗ ст. 11.1 п. 9'),
       ('documents_demanded_again', 'Требуют документы, об отсутствии которых не говорили при первом отказе', 'Documents are demanded whose absence was not named at the first refusal', 'term.appeal', 'ANY', '210-ФЗ ст. 11.1 п. 10'),
       ('other', 'Другое', 'Something else', 'term.appeal-other', 'ANY', '59-ФЗ');
