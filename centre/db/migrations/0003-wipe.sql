-- A workstation that was lost or stolen is revoked with the order to wipe what it holds（远程擦除）.
alter table station_event add column wipe boolean not null default false;
