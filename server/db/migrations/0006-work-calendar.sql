-- When a unit works, how it reads "trước ngày …", when its regular reports are due, and which occurrence of
-- recurring work an update answered for. As before: unit_id first in every key, row level security, no trigger.

-- Days that differ from the national calendar, which the programme knows.
create table calendar_day (
  unit_id uuid not null references unit (id),
  day date not null,
  is_off boolean not null,
  name text not null,
  primary key (unit_id, day)
);

-- At most one row a unit; without one the usual rules hold.
create table deadline_setting (
  unit_id uuid primary key references unit (id),
  -- 1 is Monday, 7 is Sunday.
  weekly_days_off integer[] not null default '{6,7}',
  before_day text not null default 'inclusive' check (before_day in ('inclusive', 'strict')),
  reports jsonb not null default '{}',
  version integer not null default 1
);

alter table progress
  -- The key of the occurrence the update marks or opens again ("2026-11", "report-2026-year").
  add column occurrence text;
create index progress_by_occurrence on progress (unit_id, task_id, occurrence, id) where occurrence is not null;

alter table task
  -- What was due before this day is no longer asked for: the work was not in the plan then, or not in this rhythm.
  add column recurs_from date not null default (now() at time zone 'Asia/Ho_Chi_Minh')::date;

update task set recurs_from = (plan.confirmed_at at time zone 'Asia/Ho_Chi_Minh')::date
  from plan where plan.unit_id = task.unit_id and plan.id = task.plan_id;

-- Rhythms read before they were kept as rules: by the words, as the reader does; steady work gets a monthly check.
update task set deadline = deadline || case
    when deadline ->> 'words' ~* '(h[ằà]ng|mỗi) tuần' then '{"recurrence": "FREQ=WEEKLY;BYDAY=FR"}'::jsonb
    when deadline ->> 'words' ~* '(h[ằà]ng|mỗi) tháng' then '{"recurrence": "FREQ=MONTHLY;BYMONTHDAY=-1"}'::jsonb
    when deadline ->> 'words' ~* '(h[ằà]ng|mỗi) quý'
      then '{"recurrence": "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"}'::jsonb
    when deadline ->> 'words' ~* '(h[ằà]ng|mỗi) năm'
      then '{"recurrence": "FREQ=MONTHLY;BYMONTH=12;BYMONTHDAY=-1"}'::jsonb
    else '{"recurrence": "FREQ=MONTHLY;BYMONTHDAY=-1", "isCheck": true}'::jsonb
  end
  where deadline ->> 'kind' = 'recurring' and not deadline ? 'recurrence';

do $$
declare tenant text;
begin
  foreach tenant in array array['calendar_day', 'deadline_setting']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy own_unit on %I using (unit_id = app_unit()) with check (unit_id = app_unit())', tenant);
  end loop;
end $$;

grant select, insert, update on deadline_setting to parindex_app;
grant select, insert, update, delete on calendar_day to parindex_app;
