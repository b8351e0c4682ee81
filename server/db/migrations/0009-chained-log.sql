-- The log as a chain: every event of a unit has a line whose hash is worked out from the line before it and
-- from all that the event says (docs/decisions/025). As before: unit_id first in every key, row level security
-- on every table, no trigger.

-- The order in which events were committed, and the hash of each line. Without foreign keys: a line is written for
-- every event, and what another hand changed here is for `parindex verify` to find, not for the database to hinder.
create table event_seal (
  unit_id uuid not null,
  seq bigint not null check (seq > 0),
  event_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (unit_id, seq),
  unique (unit_id, event_id)
);

-- Where the chain of a unit stands. Locked by each writer in turn, as the last thing before it commits.
create table event_head (
  unit_id uuid not null references unit (id),
  seq bigint not null check (seq >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (unit_id)
) with (fillfactor = 50);

create function event_chain_step(before text, start text, content text) returns text
  language sql immutable parallel safe
  as $$ select encode(sha256(convert_to(coalesce(before, start) || E'\n' || content, 'UTF8')), 'hex') $$;

-- Over rows in order: the hash of each line of a chain that goes on from the hash `start`.
create aggregate event_chain(start text, content text) (sfunc = event_chain_step, stype = text);

-- What is there already is sealed in the order of time. The owner of the tables is held by row level security like
-- everybody else, and a migration is of no unit.
alter table event no force row level security;

insert into event_seal (unit_id, seq, event_id, hash)
select e.unit_id, row_number() over line, e.id,
  event_chain(repeat('0', 64), jsonb_build_object('unitId', e.unit_id, 'id', e.id,
    'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'actorId', e.actor_id,
    'actorName', e.actor_name, 'noun', e.noun, 'subjectId', e.subject_id, 'verb', e.verb, 'before', e.before,
    'after', e.after)::text) over line
from event e
window line as (partition by e.unit_id order by e.id rows between unbounded preceding and current row);

insert into event_head (unit_id, seq, hash)
select distinct on (unit_id) unit_id, seq, hash from event_seal order by unit_id, seq desc;

alter table event force row level security;

-- By person and by day, for the pages of the log.
create index event_by_actor on event (unit_id, actor_id, id);

do $$
declare tenant text;
begin
  foreach tenant in array array['event_seal', 'event_head']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy own_unit on %I using (unit_id = app_unit()) with check (unit_id = app_unit())', tenant);
  end loop;
end $$;

grant select, insert on event_seal to parindex_app;
grant select, insert, update on event_head to parindex_app;
