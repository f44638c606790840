-- Subscriptions with hubs (https://www.w3.org/TR/websub/): the token is the callback's address, the secret is sealed.
create table websub (
  source text not null primary key,
  hub text not null,
  topic text not null,
  token text not null unique,
  secret text not null,
  asked_at bigint not null,
  lease_until bigint not null
);

create index arrivals_by_hash on arrivals (hash, id);
