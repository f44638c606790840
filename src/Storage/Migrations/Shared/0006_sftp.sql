-- The key that an SFTP server showed first.
alter table sources add column host_key text;

-- What was taken from a server whose files we may not move: name, and size with time.
create table taken_files (
  source text not null,
  name text not null,
  stamp text not null,
  primary key (source, name)
);
