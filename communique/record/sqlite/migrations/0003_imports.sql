-- Rows of imported tables: incidents and tallies that other people's datasets hold. A row that comes again with other
-- content is a new version that supersedes the one before, which stays.

CREATE TABLE imported_rows (
    id         INTEGER PRIMARY KEY,
    dataset    TEXT NOT NULL CHECK (dataset <> ''),
    key        TEXT NOT NULL,            -- 'ACLED:XVA17': the same in every version of the row
    kind       TEXT NOT NULL CHECK (kind IN ('incident', 'tally')),
    document   TEXT NOT NULL,            -- what the row says, as one JSON object, without its file and number
    source     TEXT NOT NULL,            -- the file it was first found in, as this version
    number     INTEGER,                  -- its row there, the header being row 1
    starts     TEXT,                     -- ISO dates, both inclusive, NULL where not known
    ends       TEXT,
    supersedes INTEGER UNIQUE REFERENCES imported_rows (id),
    added      TEXT NOT NULL             -- UTC, ISO 8601
);
CREATE INDEX imported_rows_by_key ON imported_rows (key);
CREATE INDEX imported_rows_by_time ON imported_rows (starts);

CREATE VIEW current_rows AS
SELECT * FROM imported_rows r WHERE NOT EXISTS (SELECT 1 FROM imported_rows newer WHERE newer.supersedes = r.id);

CREATE TRIGGER imported_rows_no_update BEFORE UPDATE ON imported_rows BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: imported_rows are added, never changed or deleted');
END;
CREATE TRIGGER imported_rows_no_delete BEFORE DELETE ON imported_rows BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: imported_rows are added, never changed or deleted');
END;
