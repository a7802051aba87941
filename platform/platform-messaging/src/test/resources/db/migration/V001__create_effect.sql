create table effect (event_id uuid not null, consumer text not null, trace_id text);
