-- Callbacks that took effect, by the provider's event id; a repeat finds its row and does nothing.
create table provider_callback (
    event_id    text        not null primary key,
    payment_id  uuid        not null,
    status      text        not null,
    received_at timestamptz not null
) partition by hash (event_id);
create table provider_callback_0 partition of provider_callback for values with (modulus 4, remainder 0);
create table provider_callback_1 partition of provider_callback for values with (modulus 4, remainder 1);
create table provider_callback_2 partition of provider_callback for values with (modulus 4, remainder 2);
create table provider_callback_3 partition of provider_callback for values with (modulus 4, remainder 3);
