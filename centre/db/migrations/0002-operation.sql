-- Blocks that rooms reported and that overlap what was recorded before（号段冲突）: kept for the administrator, never recorded
-- as a lease. Insert-only, like everything else.
create table reported_clash (
  number bigint generated always as identity primary key,
  -- The entry that reported it: the same entry is noted once.
  entry text not null unique,
  committee text not null references organisation (id),
  station text not null,
  series text not null,
  year integer not null,
  first bigint not null,
  last bigint not null,
  at timestamptz not null default now()
);
grant select, insert on reported_clash to centre_service;

-- Tells one writing of a piece from another: what was hashed is what is declared whole (centre/files/whole.ts).
alter table file_piece add column number bigint generated always as identity;

-- Who owns the tables must be able to take the service's role; a superuser is already.
do $$ begin
  if not pg_has_role(current_user, 'centre_service', 'member') then
    execute format('grant centre_service to %I', current_user);
  end if;
end $$;
