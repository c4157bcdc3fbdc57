-- The tables of the centre. Nothing here is ever updated: the state of a thing is its newest row. The role of the service
-- may insert and read; pieces of a file that turned out wrong are the one thing that it may delete. Ids, hashes and names of
-- journals compare byte for byte (collate "C"), whatever the server's language.

create table epoch (
  number bigint generated always as identity primary key,
  id text collate "C" not null unique,
  began_at timestamptz not null default now(),
  why text not null
);

-- Keys of the centre, made once: Ed25519 (PKCS#8) for proofs and rules, the secret for tokens.
create table centre_key (
  name text primary key,
  bytes bytea not null
);

-- A committee（调委会）, an institution under it（机构）, or a mediator of his own（受邀调解员）.
create table organisation (
  id text collate "C" primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  name text not null,
  kind text not null check (kind in ('committee', 'institution', 'mediator')),
  -- The committee that an institution or a mediator works under; null for a committee.
  committee text collate "C" references organisation (id),
  made_at timestamptz not null default now(),
  check ((kind = 'committee') = (committee is null))
);

-- What became of a workstation, newest row last.
create table station_event (
  number bigint generated always as identity primary key,
  station text collate "C" not null check (length(station) = 43),
  event text not null check (event in ('asked', 'admitted', 'revoked', 'forked', 'released')),
  box text,
  room text,
  -- As the workstation names it when it asks; the admitted one is in `organisation`.
  asked_organisation text,
  organisation text collate "C" references organisation (id),
  -- revoked: entries up to this counter are still taken from others. released: a gap before this counter is accepted.
  up_to bigint,
  by text not null default '',
  at timestamptz not null default now()
);
create index station_event_station on station_event (station, number desc);

-- Which organisation may read and write a case; the newest row of a pair counts.
create table membership (
  number bigint generated always as identity primary key,
  subject text collate "C" not null,
  organisation text collate "C" not null references organisation (id),
  given boolean not null,
  by text not null default '',
  at timestamptz not null default now()
);
create index membership_pair on membership (subject, organisation, number desc);
create index membership_organisation on membership (organisation, subject);

create table entry (
  id text collate "C" primary key,
  subject text collate "C" not null,
  station text collate "C" not null,
  seq bigint not null,
  -- The whole entry as canonical JSON: given back byte for byte.
  body text not null,
  received_at timestamptz not null default now(),
  unique (station, seq)
);
create index entry_subject on entry (subject);

-- A counter whose entry was authentic but may not be here: the chain goes on over it.
create table refused_entry (
  station text collate "C" not null,
  seq bigint not null,
  id text collate "C" not null,
  fault text not null,
  at timestamptz not null default now(),
  primary key (station, seq)
);

-- Entries that wait for one before them (`gap`), or that stand beside another with their counter (`fork`).
create table held_entry (
  id text collate "C" primary key,
  subject text collate "C" not null,
  station text collate "C" not null,
  seq bigint not null,
  body text not null,
  why text not null check (why in ('gap', 'fork')),
  -- Who sent it, for the check of rights when it is taken.
  sender text collate "C" not null,
  at timestamptz not null default now()
);
create index held_entry_station on held_entry (station, seq);

-- The order in which an organisation reads. seq is counted under a lock and has no holes.
create table feed (
  organisation text collate "C" not null references organisation (id),
  seq bigint not null,
  entry text collate "C" not null references entry (id),
  subject text collate "C" not null,
  -- A workstation's own journal: for that station only.
  only_station text collate "C",
  link text collate "C" not null,
  primary key (organisation, seq)
);
create unique index feed_entry on feed (entry, organisation);

-- Which files an entry speaks of.
create table file_ref (
  entry text collate "C" not null references entry (id),
  subject text collate "C" not null,
  sha256 text collate "C" not null,
  bytes bigint not null,
  primary key (entry, sha256)
);
create index file_ref_sha256 on file_ref (sha256);

create table file_piece (
  sha256 text collate "C" not null,
  organisation text collate "C" not null references organisation (id),
  piece integer not null,
  data bytea not null,
  primary key (sha256, organisation, piece)
);
alter table file_piece alter column data set storage external;

-- A file whose pieces make the file.
create table file_whole (
  sha256 text collate "C" not null,
  organisation text collate "C" not null references organisation (id),
  bytes bigint not null,
  at timestamptz not null default now(),
  primary key (sha256, organisation)
);

-- Blocks of official numbers, per committee.
create table lease (
  number bigint generated always as identity primary key,
  committee text collate "C" not null references organisation (id),
  series text not null,
  year integer not null,
  first integer not null,
  last integer not null,
  -- Whose it is; null for numbers that were used before this centre and are never leased.
  station text collate "C",
  request text,
  at timestamptz not null default now(),
  check (first <= last)
);
create unique index lease_request on lease (station, request) where request is not null;
create index lease_series on lease (committee, series, year, last desc);

create table rules (
  version integer primary key,
  package text not null,
  at timestamptz not null default now()
);

-- Rights. The owner makes the role; `set local role` takes it in each transaction. The role belongs to the whole server: a
-- second centre on it finds it there. An owner that is no superuser has to be a member of it.
do $$ begin
  if not exists (select from pg_roles where rolname = 'centre_service') then
    create role centre_service nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'centre_service', 'member') then
    grant centre_service to current_user;
  end if;
end $$;
grant usage on schema public to centre_service;
grant select on epoch, centre_key, organisation, station_event, membership, entry, refused_entry, held_entry, feed, file_ref,
  file_piece, file_whole, lease, rules to centre_service;
grant insert on station_event, membership, entry, refused_entry, held_entry, feed, file_ref, file_piece, file_whole, lease
  to centre_service;
grant delete on file_piece to centre_service;

-- Row-level security: the second line behind the service's own checks. Without an organisation set nothing is readable.
create function may_read(which text) returns boolean language sql stable as $$
  select coalesce((
    select m.given from membership m
    where m.subject = which and m.organisation = current_setting('centre.organisation', true)
    order by m.number desc limit 1
  ), false)
$$;

alter table entry enable row level security;
create policy entry_read on entry for select to centre_service using (
  current_setting('centre.arrival', true) = 'on' or station = current_setting('centre.station', true) or may_read(subject));
create policy entry_add on entry for insert to centre_service with check (true);

alter table feed enable row level security;
create policy feed_read on feed for select to centre_service using (
  current_setting('centre.arrival', true) = 'on' or (organisation = current_setting('centre.organisation', true)
    and (only_station is null or only_station = current_setting('centre.station', true))));
create policy feed_add on feed for insert to centre_service with check (true);

alter table file_ref enable row level security;
create policy file_ref_read on file_ref for select to centre_service using (
  current_setting('centre.arrival', true) = 'on' or may_read(subject));
create policy file_ref_add on file_ref for insert to centre_service with check (true);

-- `centre.arrival` is set while entries are being taken: the counters and links of all have to be seen then, and the
-- code that runs under it gives no rows to anybody (centre/entries/arrival.ts).

-- Places in the feed of the organisation that asks, also where the row itself is not for this workstation: a checkpoint goes
-- on over those. Tells a counter and a hash, nothing of the entries.
create function feed_link(place bigint) returns text language sql stable security definer set search_path = public as $$
  select link from feed where organisation = current_setting('centre.organisation', true) and seq = place
$$;
create function feed_head() returns bigint language sql stable security definer set search_path = public as $$
  select coalesce(max(seq), 0) from feed where organisation = current_setting('centre.organisation', true)
$$;

-- The end of an organisation's feed, for who appends to it. Without row-level security in between the newest row is found by
-- the index also where the database has no statistics yet.
create function feed_end(which text) returns table (seq bigint, link text)
language sql stable security definer set search_path = public as $$
  select f.seq, f.link from feed f
  where f.organisation = which and current_setting('centre.arrival', true) = 'on' order by f.seq desc limit 1
$$;

create function file_readable(which text) returns boolean language sql stable as $$
  select exists (select 1 from file_ref r where r.sha256 = which and may_read(r.subject))
$$;
alter table file_piece enable row level security;
create policy file_piece_read on file_piece for select to centre_service using (file_readable(sha256));
create policy file_piece_add on file_piece for insert to centre_service with check (
  organisation = current_setting('centre.organisation', true) and file_readable(sha256));
create policy file_piece_drop on file_piece for delete to centre_service using (
  organisation = current_setting('centre.organisation', true));
