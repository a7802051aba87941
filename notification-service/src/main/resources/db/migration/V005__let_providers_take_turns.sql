-- PUSH is new; ACCEPTED is what SENT was (the provider took it over), SENT is now what the provider says of it, DIGEST
-- waits for a digest, CANCELLED is no longer wanted. Rows written before keep their words.
alter table delivery drop constraint delivery_channel_check;
alter table delivery add constraint delivery_channel_check check (channel in ('EMAIL', 'SMS', 'PUSH'));
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
    check (state in ('PENDING', 'DIGEST', 'ACCEPTED', 'SENT', 'DELIVERED', 'FAILED', 'CANCELLED'));
alter table delivery
    -- Security notices leave before all others.
    add column urgent boolean not null default false,
    -- When it might leave at the earliest; null on rows of before: when it was made.
    add column due_at timestamptz,
    -- The provider that it was handed to, or that may have it.
    add column provider text,
    -- Set while nobody knows whether that provider has it; until then no other may get it.
    add column uncertain_since timestamptz,
    -- The digest that it waits for or went out with.
    add column digest_id uuid;
drop index delivery_pending;
create index delivery_due on delivery (channel, urgent desc, next_at) where state = 'PENDING';
create index delivery_receipt on delivery (provider_message_id) where provider_message_id is not null;
create index delivery_digest on delivery (digest_id) where digest_id is not null;
create index delivery_waiting on delivery (person_id) where state = 'PENDING';
