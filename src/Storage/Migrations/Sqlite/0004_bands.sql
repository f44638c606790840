-- What copies are found by among the newest; see Language's Fingerprint. Rows of old stories are cleared away.
create table likeness_bands (
  band bigint not null,
  story bigint not null,
  primary key (band, story)
) without rowid;

create index likeness_bands_by_story on likeness_bands (story);
