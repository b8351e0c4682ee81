-- Roles that see just their own work, and the role of a transaction, for policies to ask.
alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check check (role in
  ('administrator', 'focal', 'officer', 'leader', 'viewer', 'contributor', 'appraiser', 'council'));
alter table invitation drop constraint invitation_role_check;
alter table invitation add constraint invitation_role_check check (role in
  ('administrator', 'focal', 'officer', 'leader', 'viewer', 'contributor', 'appraiser', 'council'));

-- 'system' is the product's own work: jobs, commands, links before an account exists. Without a role nothing is allowed.
create function app_role() returns text stable language sql
  as $$ select nullif(current_setting('app.role', true), '') $$;
create function app_department() returns uuid stable language sql
  as $$ select nullif(current_setting('app.department_id', true), '')::uuid $$;
