-- The record, format 1. Nothing here is ever changed or deleted: a change is a new row, and triggers hold that.

CREATE TABLE reports (
    id        INTEGER PRIMARY KEY,
    content   TEXT NOT NULL,             -- SHA-256 of the text in UTF-8
    published TEXT NOT NULL DEFAULT '',  -- '2031-03-14', '2031-03' or '2031'; '' where the report does not say
    text      TEXT NOT NULL,
    added     TEXT NOT NULL,             -- UTC, ISO 8601
    UNIQUE (content, published)          -- the same bulletin text of another day is another report
);

CREATE TABLE occurrences (
    id     INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (id),
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,                -- of the bytes read at this source
    name   TEXT NOT NULL,                -- the report's id there
    url    TEXT,
    outlet TEXT,
    added  TEXT NOT NULL,
    UNIQUE (report, source, sha256)
);

CREATE TABLE readings (
    id             INTEGER PRIMARY KEY,
    report         INTEGER NOT NULL REFERENCES reports (id),
    version        TEXT NOT NULL,        -- of the reader
    document       TEXT NOT NULL,        -- the whole reading as one "communique/1" object, without report.text
    published_from TEXT,                 -- ISO dates, both inclusive, NULL where not known
    published_to   TEXT,
    supersedes     INTEGER UNIQUE REFERENCES readings (id),
    added          TEXT NOT NULL,
    UNIQUE (report, version)
);

CREATE VIEW current_readings AS
SELECT * FROM readings r WHERE NOT EXISTS (SELECT 1 FROM readings newer WHERE newer.supersedes = r.id);

CREATE TABLE findings (
    reading    INTEGER NOT NULL REFERENCES readings (id),
    list       TEXT NOT NULL,            -- mentions, actors, places, dates, statements, …
    finding    TEXT NOT NULL,            -- the id inside the reading: 's1'
    key        TEXT NOT NULL,            -- the same for the same finding in every reading of the report
    made_by    TEXT NOT NULL,            -- stage@version
    confidence REAL,
    PRIMARY KEY (reading, list, finding)
);
CREATE INDEX findings_by_key ON findings (key);

CREATE TABLE statements (
    id            INTEGER PRIMARY KEY,
    reading       INTEGER NOT NULL REFERENCES readings (id),
    ordinal       INTEGER NOT NULL,      -- place in the reading's list, from 0
    finding       TEXT NOT NULL,
    key           TEXT NOT NULL,
    mode          TEXT NOT NULL,
    stance        TEXT NOT NULL,
    anonymous     INTEGER NOT NULL,
    told_to       TEXT,
    within        TEXT,                  -- the finding id of the statement around this one
    quotation     TEXT NOT NULL,
    content_start INTEGER,               -- code points of reports.text; the exact spans are in the document
    content_end   INTEGER,
    speaks_from   TEXT,                  -- earliest and latest date named in the content, NULL where none is known
    speaks_to     TEXT,
    UNIQUE (reading, ordinal)
);

-- Folded names are lower case, without diacritics or punctuation, with one space around every word.
CREATE TABLE statement_speakers (
    statement INTEGER NOT NULL REFERENCES statements (id),
    position  INTEGER NOT NULL,
    actor     TEXT,                      -- actor id inside the reading, NULL where the source is only a text
    name      TEXT NOT NULL,
    folded    TEXT NOT NULL,
    PRIMARY KEY (statement, position)
);

CREATE TABLE statement_links (
    statement INTEGER NOT NULL REFERENCES statements (id),
    position  INTEGER NOT NULL,          -- place in the chain, outermost 0
    level     INTEGER NOT NULL,          -- the same for people who speak jointly
    name      TEXT NOT NULL,
    folded    TEXT NOT NULL,
    PRIMARY KEY (statement, position)
);

CREATE TABLE statement_instruments (
    statement  INTEGER NOT NULL REFERENCES statements (id),
    instrument TEXT NOT NULL,            -- instrument id inside the reading
    name       TEXT NOT NULL,
    known      TEXT,
    folded     TEXT NOT NULL,
    PRIMARY KEY (statement, instrument)
);

CREATE VIRTUAL TABLE statement_words USING fts5 (quotation, tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE judgements (
    id      INTEGER PRIMARY KEY,
    finding TEXT NOT NULL,               -- findings.key
    verdict TEXT NOT NULL CHECK (verdict IN ('proposed', 'accepted', 'rejected')),
    author  TEXT NOT NULL CHECK (author <> ''),
    reason  TEXT,
    at      TEXT NOT NULL
);
CREATE INDEX judgements_by_finding ON judgements (finding);

CREATE TABLE unread (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT '',     -- '' where the bytes could not be had
    error  TEXT NOT NULL,
    added  TEXT NOT NULL,
    UNIQUE (source, sha256, error)
);

-- The record is append-only.
CREATE TRIGGER reports_no_update BEFORE UPDATE ON reports BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: reports are added, never changed or deleted');
END;
CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: reports are added, never changed or deleted');
END;
CREATE TRIGGER occurrences_no_update BEFORE UPDATE ON occurrences BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: occurrences are added, never changed or deleted');
END;
CREATE TRIGGER occurrences_no_delete BEFORE DELETE ON occurrences BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: occurrences are added, never changed or deleted');
END;
CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: readings are added, never changed or deleted');
END;
CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: readings are added, never changed or deleted');
END;
CREATE TRIGGER findings_no_update BEFORE UPDATE ON findings BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: findings are added, never changed or deleted');
END;
CREATE TRIGGER findings_no_delete BEFORE DELETE ON findings BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: findings are added, never changed or deleted');
END;
CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: statements are added, never changed or deleted');
END;
CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: statements are added, never changed or deleted');
END;
CREATE TRIGGER statement_speakers_no_update BEFORE UPDATE ON statement_speakers BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: statement_speakers are added, never changed or deleted');
END;
CREATE TRIGGER statement_speakers_no_delete BEFORE DELETE ON statement_speakers BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: statement_speakers are added, never changed or deleted');
END;
CREATE TRIGGER statement_links_no_update BEFORE UPDATE ON statement_links BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: statement_links are added, never changed or deleted');
END;
CREATE TRIGGER statement_links_no_delete BEFORE DELETE ON statement_links BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: statement_links are added, never changed or deleted');
END;
CREATE TRIGGER statement_instruments_no_update BEFORE UPDATE ON statement_instruments BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: statement_instruments are added, never changed or deleted');
END;
CREATE TRIGGER statement_instruments_no_delete BEFORE DELETE ON statement_instruments BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: statement_instruments are added, never changed or deleted');
END;
CREATE TRIGGER judgements_no_update BEFORE UPDATE ON judgements BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: judgements are added, never changed or deleted');
END;
CREATE TRIGGER judgements_no_delete BEFORE DELETE ON judgements BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: judgements are added, never changed or deleted');
END;
CREATE TRIGGER unread_no_update BEFORE UPDATE ON unread BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: unread are added, never changed or deleted');
END;
CREATE TRIGGER unread_no_delete BEFORE DELETE ON unread BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: unread are added, never changed or deleted');
END;
