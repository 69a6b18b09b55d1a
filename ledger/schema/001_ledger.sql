-- SPDX-License-Identifier: Apache-2.0
-- The first form of the ledger. docs/ledger-format.md explains every table.
--
-- Numbers of the history are of type ANY and checked by typeof(): an INTEGER column would take '34.000' for 34. Numbers
-- that join tables are INTEGER: an ANY column has no affinity, and SQLite joins it to an INTEGER one by a scan.
-- Every table is append-only. The triggers at the end refuse UPDATE and DELETE, and an INSERT of what is there, which
-- "INSERT OR REPLACE" would make a silent UPDATE wherever recursive_triggers is off.

-- ---- the history

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,                                   -- 0, 1, 2, …: the index of the leaf
  version ANY NOT NULL CHECK (typeof(version) = 'integer' AND version > 0),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,                                        -- canonical JSON: the bytes of the leaf
  leaf BLOB NOT NULL CHECK (length(leaf) = 32)               -- SHA-256(0x00 || body)
) STRICT;

CREATE TABLE version (
  number INTEGER PRIMARY KEY,
  time TEXT NOT NULL,                                        -- RFC 3339, UTC
  author TEXT NOT NULL,
  message TEXT NOT NULL,
  rules TEXT NOT NULL,
  entries ANY NOT NULL CHECK (typeof(entries) = 'integer'),  -- of this and all earlier versions
  root BLOB NOT NULL CHECK (length(root) = 32),              -- RFC 6962 root over them
  peaks BLOB NOT NULL CHECK (length(peaks) % 32 = 0),        -- the nodes that the tree goes on growing from
  articles ANY NOT NULL CHECK (typeof(articles) = 'integer'),
  claims ANY NOT NULL CHECK (typeof(claims) = 'integer'),
  retired ANY NOT NULL CHECK (typeof(retired) = 'integer')
) STRICT;

-- Inner nodes over 256, 65536, … leaves, so that a proof reads a few hundred hashes and not all of them.
CREATE TABLE subtree (
  level INTEGER NOT NULL CHECK (level > 0 AND level % 8 = 0),
  number INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;

-- Titles and texts, bound by the entries that name their hash.
CREATE TABLE text (
  number INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  bytes TEXT NOT NULL
) STRICT;

-- ---- derived from the entries, for questions

CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  entry INTEGER NOT NULL                                     -- of its first revision
) STRICT;

CREATE TABLE revision (
  entry INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  url TEXT,
  outlet TEXT,
  published TEXT,
  title BLOB CHECK (length(title) = 32),
  text BLOB NOT NULL CHECK (length(text) = 32)
) STRICT;
CREATE INDEX revision_by_article ON revision (article);
CREATE INDEX revision_by_url ON revision (url) WHERE url IS NOT NULL;

CREATE TABLE name (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE name_word (word TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (word, name)) STRICT, WITHOUT ROWID;
CREATE TABLE metric (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE claim (
  entry INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 8),
  article INTEGER NOT NULL,
  kind TEXT NOT NULL,
  claimant INTEGER NOT NULL,
  subject INTEGER,
  metric INTEGER,
  currency TEXT,
  low TEXT,                                                  -- sortable form of the amount's min; null: none
  high TEXT,                                                 -- of its max
  day TEXT NOT NULL                                          -- of publication, else of recording
) STRICT;
CREATE INDEX claim_by_id ON claim (id);
CREATE INDEX claim_by_article ON claim (article);
CREATE INDEX claim_by_claimant ON claim (claimant);
CREATE INDEX claim_by_subject ON claim (subject, metric);

CREATE TABLE position (
  entry INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL                                     -- entry of the claim
) STRICT;
CREATE INDEX position_by_claim ON position (claim);

CREATE TABLE retirement (
  claim INTEGER PRIMARY KEY,                                 -- entry of the claim
  entry INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE alias (entry INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, joined INTEGER NOT NULL) STRICT;

CREATE TABLE decision (
  entry INTEGER PRIMARY KEY,
  finding TEXT NOT NULL,
  judgement TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX decision_by_finding ON decision (finding);

-- Titles and texts that were taken out, which alone may go from `text`, and never come back.
CREATE TABLE redaction (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  entry INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- ---- append-only

CREATE TRIGGER entry_insert BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM entry)
BEGIN SELECT RAISE(ABORT, 'append-only: an entry follows the last one'); END;
CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER version_insert BEFORE INSERT ON version
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM version)
BEGIN SELECT RAISE(ABORT, 'append-only: a version follows the last one'); END;
CREATE TRIGGER version_update BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER version_delete BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER subtree_insert BEFORE INSERT ON subtree
WHEN EXISTS (SELECT 1 FROM subtree WHERE level = NEW.level AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER subtree_update BEFORE UPDATE ON subtree BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER subtree_delete BEFORE DELETE ON subtree BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER text_insert BEFORE INSERT ON text
WHEN EXISTS (SELECT 1 FROM text WHERE number = NEW.number OR sha256 = NEW.sha256)
  OR EXISTS (SELECT 1 FROM redaction WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER text_update BEFORE UPDATE ON text BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER text_delete BEFORE DELETE ON text
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE sha256 = OLD.sha256)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER article_insert BEFORE INSERT ON article
WHEN EXISTS (SELECT 1 FROM article WHERE number = NEW.number OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER article_update BEFORE UPDATE ON article BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER article_delete BEFORE DELETE ON article BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER revision_insert BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER revision_update BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER revision_delete BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER name_insert BEFORE INSERT ON name
WHEN EXISTS (SELECT 1 FROM name WHERE number = NEW.number OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER name_update BEFORE UPDATE ON name BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER name_delete BEFORE DELETE ON name BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER name_word_insert BEFORE INSERT ON name_word
WHEN EXISTS (SELECT 1 FROM name_word WHERE word = NEW.word AND name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER name_word_update BEFORE UPDATE ON name_word BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER name_word_delete BEFORE DELETE ON name_word BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER metric_insert BEFORE INSERT ON metric
WHEN EXISTS (SELECT 1 FROM metric WHERE number = NEW.number OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER metric_update BEFORE UPDATE ON metric BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER metric_delete BEFORE DELETE ON metric BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER claim_insert BEFORE INSERT ON claim
WHEN EXISTS (SELECT 1 FROM claim WHERE entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER claim_update BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER claim_delete BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER position_insert BEFORE INSERT ON position
WHEN EXISTS (SELECT 1 FROM position WHERE entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER position_update BEFORE UPDATE ON position BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER position_delete BEFORE DELETE ON position BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER retirement_insert BEFORE INSERT ON retirement
WHEN EXISTS (SELECT 1 FROM retirement WHERE claim = NEW.claim)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER retirement_update BEFORE UPDATE ON retirement BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER retirement_delete BEFORE DELETE ON retirement BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER alias_insert BEFORE INSERT ON alias
WHEN EXISTS (SELECT 1 FROM alias WHERE entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER alias_update BEFORE UPDATE ON alias BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER alias_delete BEFORE DELETE ON alias BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER decision_insert BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER decision_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER decision_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER redaction_insert BEFORE INSERT ON redaction
WHEN EXISTS (SELECT 1 FROM redaction WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER redaction_update BEFORE UPDATE ON redaction BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER redaction_delete BEFORE DELETE ON redaction BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- ---- for people who open the file with sqlite3 or Datasette: everything as of the newest version

CREATE VIEW versions AS
SELECT number AS version, time, author, message, rules, entries, lower(hex(root)) AS root, articles, claims, retired
FROM version;

CREATE VIEW articles AS
SELECT article.id AS article, revision.revision, revision.outlet, revision.published, revision.url,
  title.bytes AS title, body.bytes AS text, entry.version AS recorded,
  (SELECT count(*) FROM claim LEFT JOIN retirement ON retirement.claim = claim.entry
   WHERE claim.article = article.number AND retirement.claim IS NULL) AS claims
FROM article
JOIN revision ON revision.entry = (SELECT max(entry) FROM revision WHERE article = article.number)
JOIN entry ON entry.seq = revision.entry
LEFT JOIN text AS title ON title.sha256 = revision.title
LEFT JOIN text AS body ON body.sha256 = revision.text;

-- Passages that are bound by their hash show as "sha256:…" here; the text holds the words.
CREATE VIEW claims AS
SELECT lower(hex(claim.id)) AS id, article.id AS article, claim.kind,
  claimant.id AS claimant, entry.body ->> '$.record.claimant.name' AS claimant_name,
  subject.id AS subject, entry.body ->> '$.record.subject.name' AS subject_name, metric.id AS metric,
  entry.body ->> '$.record.quote' AS quote,
  entry.body ->> '$.record.amount.value' AS value,
  entry.body ->> '$.record.amount.min' AS min, entry.body ->> '$.record.amount.max' AS max,
  claim.currency, entry.body ->> '$.record.amount.relation' AS relation, entry.body ->> '$.record.amount.per' AS per,
  entry.body ->> '$.record.polarity' AS polarity, entry.body ->> '$.record.modality' AS modality,
  entry.body ->> '$.record.zone' AS zone, entry.body ->> '$.record.period.mention' AS period,
  claim.day, entry.version AS recorded
FROM claim
JOIN entry ON entry.seq = claim.entry
JOIN article ON article.number = claim.article
JOIN name AS claimant ON claimant.number = claim.claimant
LEFT JOIN name AS subject ON subject.number = claim.subject
LEFT JOIN metric ON metric.number = claim.metric
LEFT JOIN retirement ON retirement.claim = claim.entry
WHERE retirement.claim IS NULL;
