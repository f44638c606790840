create trigger trail_is_not_changed before update on trail
begin
  select raise(abort, 'the trail is not changed');
end;

create trigger trail_is_not_shortened before delete on trail
begin
  select raise(abort, 'the trail is not shortened');
end;
