// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/searchindex.h"

namespace sightglass::demo {

namespace {

constexpr EventId documentLimit = 5'000;
constexpr int instructionsBetweenChecks = 1'000;

/// SQLite asks this every few thousand instructions; a value other than 0 interrupts the statement.
int isLate(void *deadline)
{
    return Clock::now() >= *static_cast<const TimePoint *>(deadline) ? 1 : 0;
}

} // namespace

SearchIndex::SearchIndex(SqliteDatabase database, SqliteStatement insert, SqliteStatement match)
    : m_database(std::move(database))
    , m_insert(std::move(insert))
    , m_match(std::move(match))
{}

Result<std::unique_ptr<SearchIndex>> SearchIndex::open(const std::string &path)
{
    auto database = SqliteDatabase::open(path);
    if (!database)
        return database.error();
    // A search index can be rebuilt; losing its last second in a power cut is no loss, and waiting for the
    // disk is.
    const Status created = database->run("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
                                         "CREATE VIRTUAL TABLE IF NOT EXISTS document USING fts5(text);");
    if (!created)
        return created.error();
    auto insert = database->prepare("INSERT OR REPLACE INTO document(rowid, text) VALUES(?1, ?2)");
    if (!insert)
        return insert.error();
    auto match = database->prepare("SELECT count(*) FROM document WHERE document MATCH ?1");
    if (!match)
        return match.error();
    return std::unique_ptr<SearchIndex>(
        new SearchIndex(std::move(database).value(), std::move(insert).value(), std::move(match).value()));
}

std::optional<ActionError> SearchIndex::insert(EventId id, std::string_view text, TimePoint deadline)
{
    const std::unique_lock lock(m_mutex, deadline);
    if (!lock.owns_lock())
        return ActionError::Timeout;
    sqlite3_progress_handler(m_database.handle(), instructionsBetweenChecks, isLate, &deadline);
    m_insert.bind(1, static_cast<std::int64_t>(id % documentLimit + 1));
    m_insert.bind(2, text);
    const int code = m_insert.step();
    m_insert.reset();
    sqlite3_progress_handler(m_database.handle(), 0, nullptr, nullptr);
    if (code == SQLITE_DONE)
        return std::nullopt;
    return code == SQLITE_INTERRUPT || code == SQLITE_BUSY ? ActionError::Timeout : ActionError::Storage;
}

std::int64_t SearchIndex::count(std::string_view word)
{
    const std::lock_guard lock(m_mutex);
    m_match.bind(1, word);
    const std::int64_t found = m_match.step() == SQLITE_ROW ? m_match.integer(0) : 0;
    m_match.reset();
    return found;
}

} // namespace sightglass::demo
