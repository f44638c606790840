update releases set picture_file = json_extract(picture, '$.file') where picture is not null;
