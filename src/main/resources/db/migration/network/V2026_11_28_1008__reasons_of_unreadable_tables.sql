-- the reasons why a file is no table are said by another module now
update import_draft
set problem = jsonb_set(problem, '{key}', to_jsonb('documents.table.' || substr(problem ->> 'key', length('file.') + 1)))
where problem ->> 'key' in ('file.too-big', 'file.old-excel', 'file.not-a-table', 'file.broken', 'file.bomb',
    'file.too-many-rows', 'file.too-many-columns', 'file.cell-too-long');
