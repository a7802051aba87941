create table attempt (
    delivery_id    uuid        not null,
    endpoint_id    uuid        not null,
    number         integer     not null,
    started_at     timestamptz not null,
    duration_ms    integer     not null,
    -- exactly one of the two: what the endpoint answered, or why there is no answer
    status_code    integer,
    failure        text,
    response_start text,
    primary key (delivery_id, number),
    foreign key (endpoint_id, delivery_id) references delivery (endpoint_id, id) on delete cascade
) partition by hash (delivery_id);

do $$
begin
    for i in 0..7 loop
        execute format('create table attempt_%s partition of attempt for values with (modulus 8, remainder %s)', i, i);
    end loop;
end $$;

create index attempt_endpoint on attempt (endpoint_id, delivery_id);
