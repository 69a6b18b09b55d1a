// SPDX-License-Identifier: Apache-2.0
#include "extractor/claim/error.h"
#include "ledger/merkle.h"
#include "ledger/store/reader.h"

namespace socai {
namespace {

const std::string kArticleColumns =
    "SELECT article.number, article.entry, revision.entry, article.id, revision.revision, revision.url,"
    " revision.outlet, revision.published, revision.title, revision.text,"
    " (SELECT version FROM entry WHERE seq = revision.entry),"
    " (SELECT bytes FROM text WHERE sha256 = revision.title),"
    " EXISTS (SELECT 1 FROM text WHERE sha256 = revision.text)"
    " FROM article JOIN revision ON revision.article = article.number ";

Digest digest_of(Database& db, const std::string& bytes) {
  const auto digest = hash_from_bytes(bytes);
  if (!digest) throw Error(ExitCode::integrity, db.path(), "a text's hash is damaged", "run verify");
  return *digest;
}

ArticleRow article_of(Database& db, const Query& row) {
  ArticleRow article;
  article.number = row.integer(0);
  article.first_entry = row.integer(1);
  article.revision_entry = row.integer(2);
  article.entry.article = row.text(3);
  article.entry.revision = row.integer(4);
  article.entry.url = row.optional_text(5);
  article.entry.outlet = row.optional_text(6);
  article.entry.published = row.optional_text(7);
  if (const auto title = row.optional_text(8)) article.entry.title = digest_of(db, *title);
  article.entry.text = digest_of(db, row.text(9));
  article.recorded = row.integer(10);
  article.title = row.optional_text(11);
  article.has_text = row.integer(12) != 0;
  return article;
}

}  // namespace

std::optional<ArticleRow> read_article(Database& db, const std::string& id, std::int64_t size) {
  Query query(db, kArticleColumns + "WHERE article.id = ? AND revision.entry < ? ORDER BY revision.entry DESC LIMIT 1");
  query.bind(id, size);
  return query.step() ? std::optional(article_of(db, query)) : std::nullopt;
}

std::optional<ArticleRow> read_article(Database& db, std::int64_t number, std::int64_t size) {
  Query query(db,
              kArticleColumns + "WHERE article.number = ? AND revision.entry < ? ORDER BY revision.entry DESC LIMIT 1");
  query.bind(number, size);
  return query.step() ? std::optional(article_of(db, query)) : std::nullopt;
}

std::optional<std::string> article_id_by_url(Database& db, const std::string& url, std::int64_t size) {
  Query query(db,
              "SELECT article.id FROM revision JOIN article ON article.number = revision.article"
              " WHERE revision.url = ? AND revision.entry < ? ORDER BY revision.entry DESC LIMIT 1");
  query.bind(url, size);
  return query.step() ? std::optional(query.text(0)) : std::nullopt;
}

std::set<std::int64_t> articles_between(Database& db, std::int64_t from, std::int64_t to) {
  Query query(db, "SELECT DISTINCT article FROM revision WHERE entry >= ? AND entry < ?");
  query.bind(from, to);
  std::set<std::int64_t> articles;
  while (query.step()) articles.insert(query.integer(0));
  return articles;
}

std::vector<Digest> read_kept_texts(Database& db, const std::string& article) {
  Query query(db,
              "WITH own AS (SELECT title, text FROM article JOIN revision ON revision.article = article.number"
              " WHERE article.id = ?) SELECT sha256 FROM text WHERE sha256 IN (SELECT text FROM own UNION ALL"
              " SELECT title FROM own WHERE title IS NOT NULL) ORDER BY number");
  query.bind(article);
  std::vector<Digest> texts;
  while (query.step()) texts.push_back(digest_of(db, query.text(0)));
  return texts;
}

bool is_redacted(Database& db, const Digest& digest) {
  const auto key = hash_to_bytes(digest);
  Query query(db, "SELECT 1 FROM redaction WHERE sha256 = ?");
  query.bind(Blob{key});
  return query.step();
}

std::optional<std::string> read_text(Database& db, const Digest& digest) {
  const auto key = hash_to_bytes(digest);
  Query query(db, "SELECT bytes FROM text WHERE sha256 = ?");
  query.bind(Blob{key});
  return query.step() ? std::optional(query.text(0)) : std::nullopt;
}

ArticleInfo article_info(const ArticleRow& row) {
  ArticleInfo info;
  info.id = row.entry.article;
  info.url = row.entry.url;
  info.outlet = row.entry.outlet;
  info.published = row.entry.published;
  info.title = row.title;
  info.revision = row.entry.revision;
  info.recorded = row.recorded;
  info.text_sha256 = to_hex(row.entry.text);
  info.redacted = !row.has_text;
  return info;
}

}  // namespace socai
