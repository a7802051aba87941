-- Why a service was bad, as the agency finds it, and how long the agency has.
insert into dictionary_entry (dictionary, code, ru, en)
values ('corrective-cause', 'term_missed', 'Нарушен срок', 'The term was missed'),
       ('corrective-cause', 'documents_not_due', 'Запрошены лишние документы', 'Documents were asked for that are not due'),
       ('corrective-cause', 'explanation_unclear', 'Непонятное разъяснение или отказ', 'An explanation or a refusal was unclear'),
       ('corrective-cause', 'officer_conduct', 'Действия сотрудника', 'Conduct of an officer'),
       ('corrective-cause', 'form_or_instructions', 'Неудобная форма или инструкция', 'The form or its instructions'),
       ('corrective-cause', 'technical_failure', 'Технический сбой', 'A technical failure'),
       ('corrective-cause', 'register_data', 'Ошибка в данных реестра', 'Wrong data in a register'),
       ('corrective-cause', 'law', 'Требование закона, от ведомства не зависит', 'Required by law, not up to the agency'),
       ('corrective-cause', 'not_confirmed', 'Не подтвердилось', 'Not confirmed'),
       ('corrective-cause', 'other', 'Другое', 'Something else');

insert into term_reference (code, valid_from, amount, unit, source)
values ('term.corrective-action', '2020-01-01', 10, 'WORKING_DAYS', 'правило портала, если иное не установлено ведомством');
