-- The authority of the library: where each branch stands, and the packs that hold its objects.
-- A node's bare repository on disk is a cache of these two tables.
create table git_ref (
  name text not null,
  oid text,
  constraint git_ref_pk primary key (name),
  constraint git_ref_oid_shape check (oid ~ '^[0-9a-f]{40}$')
);
comment on column git_ref.oid is 'The commit the branch points at; null while the branch is unborn.';

create table git_pack (
  seq bigint generated always as identity,
  sha256 text not null,
  bytes bytea not null,
  constraint git_pack_pk primary key (seq),
  constraint git_pack_bytes_max check (length(bytes) <= 8388608)
);

insert into git_ref (name, oid) values ('refs/heads/main', null);
