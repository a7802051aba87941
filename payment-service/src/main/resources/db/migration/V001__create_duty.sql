-- Who receives a duty and how it is called, by date: requisites change by order of the Treasury, never by release.
create table payee (
    id               text primary key,
    name             text not null,
    inn              text not null,
    kpp              text not null,
    account          text not null,
    bank_name        text not null,
    bic              text not null,
    corresp_account  text not null
);

create table duty (
    purpose       text not null,
    valid_from    date not null,
    valid_to      date,
    payee_id      text not null references payee,
    administrator text not null check (administrator ~ '^\d{3}$'),
    kbk           text not null check (kbk ~ '^\d{20}$'),
    oktmo         text not null check (oktmo ~ '^\d{8}(\d{3})?$'),
    due_days      int  not null check (due_days > 0),
    title_ru      text not null,
    title_en      text not null,
    primary key (purpose, valid_from)
);
create index duty_payee on duty (payee_id);
