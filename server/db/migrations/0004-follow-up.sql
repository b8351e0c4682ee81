-- Follow-up: who holds a task since when, the documents that move its day, what stands in its way, its steps.
-- As before: unit_id first in every key, row level security on every table, no trigger.

alter table task
  -- The day an extension or a directive set; the plan's own words and days stay as they are.
  add column due_by_document date,
  add column finished_on date,
  -- Who has the work now: the last custody_move, kept here so that a list needs no search.
  add column holder text not null default 'owner'
    check (holder in ('owner', 'coordinator', 'approver', 'upper_level')),
  add column holder_department_id uuid,
  add column holder_name text,
  add column held_since date,
  add column answer_by date,
  add foreign key (unit_id, holder_department_id) references department (unit_id, id);

-- What was finished before this was kept: the day of the update that said so.
update task set finished_on = (last_update_at at time zone 'Asia/Ho_Chi_Minh')::date where status = 'done';

-- A document that gives a task another day: an extension, or the directive it waited for. Withdrawn, never removed.
create table task_document (
  unit_id uuid not null references unit (id),
  id uuid not null,
  task_id uuid not null,
  kind text not null check (kind in ('extension', 'directive')),
  number text not null,
  issuer text not null,
  issued_on date not null,
  subject text not null default '',
  evidence_id uuid,
  received_on date,
  former_due_on date,
  due_on date,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id)
);
create index task_document_by_task on task_document (unit_id, task_id, id);

-- Every time a task changed hands. Never changed, never removed.
create table custody_move (
  unit_id uuid not null references unit (id),
  id uuid not null,
  task_id uuid not null,
  day date not null,
  holder text not null check (holder in ('owner', 'coordinator', 'approver', 'upper_level')),
  department_id uuid,
  name text,
  answer_by date,
  reason text not null default '',
  moved_by text not null,
  moved_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id)
);
create index custody_move_by_task on custody_move (unit_id, task_id, id);

-- What stands in the way of a task, and where it lies now.
create table obstacle (
  unit_id uuid not null references unit (id),
  id uuid not null,
  task_id uuid not null,
  status text not null check (status in ('open', 'answered', 'settled')),
  holder text not null check (holder in ('coordinator', 'approver', 'upper_level')),
  department_id uuid,
  name text,
  answer_by date,
  raised_by text not null,
  raised_by_id text not null,
  raised_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id)
);
create index obstacle_by_task on obstacle (unit_id, task_id, id);

-- What was said about an obstacle, in order. Never changed, never removed.
create table obstacle_entry (
  unit_id uuid not null references unit (id),
  id uuid not null,
  obstacle_id uuid not null,
  verb text not null check (verb in ('raised', 'forwarded', 'answered', 'reopened', 'settled')),
  text text not null,
  holder text check (holder in ('coordinator', 'approver', 'upper_level')),
  department_id uuid,
  name text,
  answer_by date,
  by_name text not null,
  by_id text not null,
  at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, obstacle_id) references obstacle (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id)
);
create index obstacle_entry_by_obstacle on obstacle_entry (unit_id, obstacle_id, id);

create table task_step (
  unit_id uuid not null references unit (id),
  id uuid not null,
  task_id uuid not null,
  position integer not null,
  text text not null,
  department_id uuid,
  due_on date,
  done_on date,
  done_by text,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id)
);
create index task_step_by_task on task_step (unit_id, task_id, position);

do $$
declare tenant text;
begin
  foreach tenant in array array['task_document', 'custody_move', 'obstacle', 'obstacle_entry', 'task_step']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy own_unit on %I using (unit_id = app_unit()) with check (unit_id = app_unit())', tenant);
  end loop;
end $$;

grant select, insert on custody_move, obstacle_entry to parindex_app;
grant select, insert, update on task_document, obstacle to parindex_app;
grant select, insert, update, delete on task_step to parindex_app;
