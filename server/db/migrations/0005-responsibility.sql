-- Responsibility: what whoever checked a finished task said of it, why late work was late, what was decided.
-- As before: unit_id first in every key, row level security on every table, no trigger.

alter table task
  -- Null while nobody has checked the result, and again once the task is opened again.
  add column verdict text check (verdict in ('met', 'not_met')),
  add column verdict_by text,
  add column verdict_at timestamptz,
  add column verdict_reason text;

-- Why a piece of work was late. Explanations and decisions on one occurrence count up together, so that
-- each decision says which words it was made on. Never changed, never removed: the highest version counts.
create table explanation (
  unit_id uuid not null references unit (id),
  task_id uuid not null,
  -- Which month or quarter of steady work; '' for work that is done once.
  occurrence text not null default '',
  version integer not null,
  text text not null,
  by_name text not null,
  by_id text not null,
  at timestamptz not null default now(),
  primary key (unit_id, task_id, occurrence, version),
  foreign key (unit_id, task_id) references task (unit_id, id)
);

create table responsibility_decision (
  unit_id uuid not null references unit (id),
  task_id uuid not null,
  occurrence text not null default '',
  version integer not null,
  is_accepted boolean not null,
  reason text not null default '',
  by_name text not null,
  by_id text not null,
  at timestamptz not null default now(),
  primary key (unit_id, task_id, occurrence, version),
  foreign key (unit_id, task_id) references task (unit_id, id)
);

do $$
declare tenant text;
begin
  foreach tenant in array array['explanation', 'responsibility_decision']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy own_unit on %I using (unit_id = app_unit()) with check (unit_id = app_unit())', tenant);
  end loop;
end $$;

grant select, insert on explanation, responsibility_decision to parindex_app;
