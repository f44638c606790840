update releases set picture_file = picture::json ->> 'file' where picture is not null;
