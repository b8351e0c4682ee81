-- Walls by role within a unit. The unit's own policy says which rows exist for a transaction at all; these,
-- which only take away, say what a role may read, add, change and remove there. The list below is the table of
-- core/people/permissions.ts as seen from the tables; decisions 002 and 027 say why it is here once more.
--
-- A wall stands before the role of requests alone. The functions below look past it as the owner of the tables,
-- so that a wall can ask what its reader may not see; the wall of the unit holds for them all the same.
-- No subqueries in policies, so that the tables can be spread over several servers: only stable functions, in plpgsql,
-- which keeps their plans from call to call.

-- Whether the own department leads a task or helps with it, alone or with a whole group, or has had it in hand.
create function app_works_on(task uuid) returns boolean stable security definer language plpgsql as $$
begin
  return app_department() is not null and (
    exists (
      select from public.task_owner o
      join public.department d on d.unit_id = o.unit_id and d.id = o.department_id
      where o.unit_id = app_unit() and o.task_id = task and (d.id = app_department() or d.kind = 'group'))
    or exists (
      select from public.custody_move m
      where m.unit_id = app_unit() and m.task_id = task and m.department_id = app_department()));
end $$;

create function app_works_on_obstacle(obstacle uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (
    select from public.obstacle o where o.unit_id = app_unit() and o.id = obstacle and app_works_on(o.task_id));
end $$;

-- Whether a task of the own department serves a criterion.
create function app_works_for(criterion uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (
    select from public.task_criterion c
    where c.unit_id = app_unit() and c.criterion_id = criterion and app_works_on(c.task_id));
end $$;

-- Evidence the own department or the person gave, or that proves a task of the own department.
create function app_gave_evidence(evidence uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (
    select from public.evidence e where e.unit_id = app_unit() and e.id = evidence
      and (e.department_id = app_department() or e.created_by = app_user()));
end $$;
create function app_proves_own_task(evidence uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (
    select from public.evidence_link l where l.unit_id = app_unit() and l.evidence_id = evidence
      and l.target = 'task' and app_works_on(l.target_id));
end $$;
create function app_knows_file(sha text) returns boolean stable security definer language plpgsql as $$
begin
  return exists (
    select from public.evidence e where e.unit_id = app_unit() and e.sha256 = sha
      and (app_gave_evidence(e.id) or app_proves_own_task(e.id)));
end $$;

-- A register only some may read: "Kỷ luật, kỷ cương hành chính" of the catalogue, and own ones that say so.
create function app_is_restricted(register text) returns boolean stable security definer language plpgsql as $$
begin
  return register = 'discipline' or exists (
    select from public.register r where r.unit_id = app_unit() and r.key = register
      and (r.definition ->> 'isRestricted')::boolean);
end $$;
create function app_is_restricted_row(register_row uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (
    select from public.register_row r where r.unit_id = app_unit() and r.id = register_row
      and app_is_restricted(r.register_key));
end $$;

-- Evidence that hangs on a restricted row, in this or a later version.
create function app_is_restricted_proof(evidence uuid) returns boolean stable security definer language plpgsql as $$
begin
  -- Most evidence hangs on no row and has no later version.
  if not exists (
    select from public.evidence_link l
    where l.unit_id = app_unit() and l.evidence_id = evidence and l.target = 'register_row'
  ) and not exists (
    select from public.evidence e where e.unit_id = app_unit() and e.id = evidence and e.replaced_by_id is not null
  ) then
    return false;
  end if;
  return exists (
    with recursive version as (
      select e.id, e.replaced_by_id from public.evidence e where e.unit_id = app_unit() and e.id = evidence
      union
      select e.id, e.replaced_by_id from version
      join public.evidence e on e.unit_id = app_unit() and e.id = version.replaced_by_id
    )
    select from version join public.evidence_link l on l.unit_id = app_unit() and l.evidence_id = version.id
      and l.target = 'register_row' and app_is_restricted_row(l.target_id));
end $$;

-- An event about a restricted row, or about evidence that hangs or once hung on one, in any of its versions.
create function app_is_restricted_event(noun text, subject text) returns boolean stable security definer
language sql as $$
  with recursive version as (
    select e.id, e.replaces_id, e.replaced_by_id from public.evidence e
    where noun = 'evidence' and e.unit_id = app_unit() and e.id = subject::uuid
    union
    select e.id, e.replaces_id, e.replaced_by_id from version join public.evidence e
      on e.unit_id = app_unit() and e.id in (version.replaces_id, version.replaced_by_id)
  ), row_of as (
    select subject::uuid as id where noun = 'register_row'
    union all
    select l.target_id from version join public.evidence_link l
      on l.unit_id = app_unit() and l.evidence_id = version.id and l.target = 'register_row'
    union all
    select told.id::uuid from version
    join public.event e on e.unit_id = app_unit() and e.noun = 'evidence' and e.subject_id = version.id::text
    cross join lateral (
      select e.before ->> 'targetId' as id union all select e.after ->> 'targetId'
      union all select link ->> 'targetId' from jsonb_array_elements(
        case jsonb_typeof(e.after -> 'links') when 'array' then e.after -> 'links' else '[]' end) as link
    ) as told
  )
  select exists (select from row_of where row_of.id is not null and app_is_restricted_row(row_of.id))
$$;

-- The words of a policy for "who asks has one of these roles, or is the owner of the tables"; with `own_work` a
-- contributor is let through to the rows it holds for alone. Written out instead of called, and the role first: the
-- database unfolds each function in each policy of each query, which cost more than all the walls together.
create function acts_as(roles text[], own_work text default null) returns text immutable language sql as $$
  select format('(current_setting(''app.role'', true) = any (%L::text[]) or current_user <> ''parindex_app''%s)',
    case when own_work is null then roles else array_remove(roles, 'contributor') end,
    case when own_work is not null and 'contributor' = any (roles)
      then format(' or current_setting(''app.role'', true) = ''contributor'' and (%s)', own_work) end)
$$;

-- Puts the wall of a table up: which roles read, add, change and remove its rows. Whoever may not change a row
-- meets an error, not silence. With `own_work` a contributor stays with the rows it holds for. Through the `door`
-- anybody reads.
create function raise_wall(
  tenant text, readers text[], adders text[], changers text[], removers text[] default '{}',
  own_work text default null, door text default null
) returns void language plpgsql as $$
begin
  execute format('create policy role_reads on %I as restrictive for select using (%s)',
    tenant, concat_ws(' or ', acts_as(readers, own_work), door));
  execute format('create policy role_adds on %I as restrictive for insert with check (%s)',
    tenant, acts_as(adders, own_work));
  execute format('create policy role_changes on %I as restrictive for update using (true) with check (%s)',
    tenant, acts_as(changers, own_work));
  execute format('create policy role_removes on %I as restrictive for delete using (%s)',
    tenant, acts_as(removers, own_work));
end $$;

-- Keeps everybody but these roles to the rows of their own, in whatever they do with the table.
create function keep_personal(tenant text, condition text, past text[] default '{system}') returns void
language plpgsql as $$
begin
  execute format('create policy own_rows on %I as restrictive using (%s or %s)', tenant, acts_as(past), condition);
end $$;

-- Keeps a contributor to some rows in reading, where whoever works also adds rows of other kinds.
create function keep_reading_to_own_work(tenant text, own_work text) returns void language plpgsql as $$
begin
  execute format('create policy work_rows on %I as restrictive for select using (
    current_setting(''app.role'', true) is distinct from ''contributor'' or current_user <> ''parindex_app'' or %s)',
    tenant, own_work);
end $$;

-- Hides what is restricted from all who do not answer for the whole unit. `open` tells by the row alone that it is
-- not: registers have thousands of rows.
create function keep_restricted(tenant text, open text, condition text) returns void language plpgsql as $$
begin
  execute format('create policy restricted_rows on %I as restrictive for select using (%s)', tenant,
    concat_ws(' or ', open, acts_as('{administrator,focal,leader,system}'), 'not ' || condition));
end $$;
revoke execute on function acts_as, raise_wall, keep_personal, keep_reading_to_own_work, keep_restricted from public;

do $$
declare
  product text[] := '{system}';
  administrators text[] := '{administrator,system}';
  keepers text[] := '{administrator,focal,system}';
  deciders text[] := '{administrator,leader,system}';
  typists text[] := '{administrator,focal,officer,system}';
  heads text[] := '{administrator,focal,leader,system}';
  answerers text[] := '{administrator,focal,leader,officer,system}';
  workers text[] := '{administrator,focal,leader,officer,contributor,system}';
  readers text[] := '{administrator,focal,leader,officer,viewer,system}';
  work_readers text[] := '{administrator,focal,leader,officer,viewer,contributor,system}';
  anyone text[] := '{administrator,focal,leader,officer,viewer,contributor,appraiser,council,system}';
  nobody text[] := '{}';
  on_own_task text := 'app_works_on(task_id)';
  of_own_task text := 'app_works_for(criterion_id)';
  of_catalogue text := 'register_key <> ''discipline'' and register_key not like ''own\_%''';
begin
  --                                          read          add         change      remove
  -- People. Before a unit is chosen the older policies show the own memberships and the invitation of a link.
  perform raise_wall('department',              anyone,       keepers,    keepers);
  perform raise_wall('membership',              work_readers, product,    administrators,
    door => 'app_unit() is null or app_role() is not null and user_id = app_user()');
  perform raise_wall('invitation',              keepers,      keepers,    keepers, door => 'app_unit() is null');

  -- The plan and its criteria.
  perform raise_wall('reading',                 readers,      keepers,    keepers);
  perform raise_wall('criteria_set',            work_readers, keepers,    keepers);
  perform raise_wall('plan',                    work_readers, keepers,    keepers);
  perform raise_wall('criterion',               work_readers, keepers,    keepers,    nobody, 'app_works_for(id)');
  perform raise_wall('target',                  work_readers, keepers,    keepers,    nobody, of_own_task);
  perform raise_wall('criterion_owner',         work_readers, keepers,    keepers,    keepers, of_own_task);
  perform raise_wall('crosswalk',               readers,      keepers,    keepers);
  perform raise_wall('calendar_day',            work_readers, keepers,    keepers,    keepers);
  perform raise_wall('deadline_setting',        work_readers, keepers,    keepers);

  -- Tasks and what becomes of them.
  perform raise_wall('task',                    work_readers, keepers,    workers,    nobody, 'app_works_on(id)');
  perform raise_wall('task_owner',              work_readers, keepers,    keepers,    keepers, on_own_task);
  perform raise_wall('task_criterion',          work_readers, keepers,    keepers,    keepers, on_own_task);
  perform raise_wall('progress',                work_readers, workers,    nobody,     nobody, on_own_task);
  perform raise_wall('task_document',           work_readers, heads,      heads,      nobody, on_own_task);
  perform raise_wall('custody_move',            work_readers, workers,    nobody,     nobody, on_own_task);
  perform raise_wall('task_step',               work_readers, workers,    workers,    workers, on_own_task);
  perform raise_wall('obstacle',                work_readers, workers,    answerers,  nobody, on_own_task);
  perform raise_wall('obstacle_entry',          work_readers, workers,    nobody,     nobody,
    'app_works_on_obstacle(obstacle_id)');
  perform raise_wall('explanation',             readers,      typists,    nobody);
  perform raise_wall('responsibility_decision', readers,      deciders,   nobody);

  -- Registers and points. The points are worked out by the product, whoever gives it cause.
  perform raise_wall('register',                readers,      keepers,    keepers);
  perform raise_wall('register_row',            readers,      typists,    typists);
  perform raise_wall('register_snapshot',       readers,      keepers,    nobody);
  perform raise_wall('leaf_rule',               readers,      keepers,    nobody);
  perform raise_wall('leaf_entry',              readers,      typists,    typists);
  perform raise_wall('leaf_score',              readers,      product,    product);

  -- Evidence. A stored file is a hash and a size; kept files nobody refers to are swept by the product.
  perform raise_wall('upload',                  workers,      workers,    workers,    workers);
  perform raise_wall('stored_file',             work_readers, workers,    nobody,     product);
  perform raise_wall('evidence',                work_readers, workers,    workers,    nobody,
    'department_id = app_department() or created_by = app_user() or app_proves_own_task(id)');
  perform raise_wall('evidence_link',           work_readers, workers,    workers,    workers,
    'target = ''task'' and app_works_on(target_id) or app_gave_evidence(evidence_id)');

  -- Notices. What a person is told and how they are reached is theirs, in any role.
  perform raise_wall('notice_settings',         anyone,       keepers,    keepers);
  perform raise_wall('notice_run',              product,      product,    product);
  perform raise_wall('notice',                  anyone,       product,    anyone);
  perform raise_wall('delivery',                keepers,      product,    keepers);
  perform raise_wall('webhook',                 keepers,      keepers,    keepers,    keepers);
  perform raise_wall('contact',                 anyone,       anyone,     anyone);
  perform raise_wall('push_subscription',       anyone,       anyone,     anyone,     anyone);
  perform raise_wall('calendar_feed',           anyone,       anyone,     anyone,     anyone,
    door => 'app_unit() is null');

  -- Whatever anybody does is written down.
  perform raise_wall('event',                   work_readers, anyone,     nobody);
  perform raise_wall('event_seal',              heads,        product,    nobody);
  perform raise_wall('event_head',              heads,        product,    product);

  -- Units under one another.
  perform raise_wall('unit_change',             anyone,       keepers,    nobody);

  perform keep_personal('upload', 'created_by = app_user()');
  perform keep_personal('calendar_feed', 'user_id = app_user() or token_hash = app_token()');
  perform keep_personal('notice', 'user_id = app_user()', keepers);
  perform keep_personal('contact', 'user_id = app_user()', keepers);
  perform keep_personal('push_subscription', 'user_id = app_user()', keepers);

  perform keep_reading_to_own_work('stored_file', 'app_knows_file(sha256)');
  perform keep_reading_to_own_work('event', 'case
    when noun in (''task'', ''obstacle'') then app_works_on(subject_id::uuid)
    when noun = ''evidence'' then app_gave_evidence(subject_id::uuid) or app_proves_own_task(subject_id::uuid)
    else false end');

  perform keep_restricted('register_row', of_catalogue, 'app_is_restricted(register_key)');
  perform keep_restricted('register_snapshot', of_catalogue, 'app_is_restricted(register_key)');
  perform keep_restricted('evidence', null, 'app_is_restricted_proof(id)');
  perform keep_restricted('evidence_link', null, 'app_is_restricted_proof(evidence_id)');
  perform keep_restricted('event', 'noun not in (''register_row'', ''evidence'')',
    'app_is_restricted_event(noun, subject_id)');

  -- A unit is made and renamed by those who keep the one above, or by the product; anybody may know its name.
  execute format('create policy role_adds on unit as restrictive for insert with check (%s)', acts_as(keepers));
  execute format('create policy role_changes on unit as restrictive for update using (true) with check (%s)',
    acts_as(keepers));
end $$;

-- Of those below, a unit changes the ones directly under it. Of itself it says nothing once another stands above it,
-- but the product marks the day its first person came in. Nobody moves a unit but the function below.
create policy changed_by_parent on unit as restrictive for update using (
  parent_id = app_unit() or id = app_unit() and (parent_id is null or app_role() = 'system')
  or current_user <> 'parindex_app');
revoke update (parent_id, path) on unit from parindex_app;

-- Puts a unit directly under the own one, with all that stands under it, under another that is the own one or below.
create function app_move_unit(moved uuid, under uuid) returns void security definer language plpgsql as $$
declare
  old_path text := (
    select u.path from public.unit u where u.id = moved and u.parent_id = app_unit());
  new_path text := (
    select u.path || '.' || moved from public.unit u
    where u.id = under and app_unit()::text = any (string_to_array(u.path, '.'))
      and not moved::text = any (string_to_array(u.path, '.')));
begin
  if old_path is null or new_path is null or app_role() is null
    or app_role() not in ('administrator', 'focal', 'system') then
    raise insufficient_privilege using message = 'a unit is moved by the one above it, within what stands there';
  end if;
  update public.unit u set parent_id = under where u.id = moved;
  update public.unit u set path = new_path || substr(u.path, length(old_path) + 1)
  where u.id = moved or u.path like old_path || '.%';
end $$;
