// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/action.h"
#include "app/demo/event.h"
#include "app/demo/sqlite.h"

#include <mutex>

namespace sightglass::demo {

/// A full-text index on disk (SQLite FTS5) of the latest events. It holds a fixed number of documents: a new
/// one takes the place of the oldest. Any thread.
class SearchIndex
{
public:
    /// Opens or creates the index file. Errors: FileUnreadable with path and SQLite's reason.
    static Result<std::unique_ptr<SearchIndex>> open(const std::string &path);

    /// Indexes one document. Empty on success; Timeout when neither the lock nor the write was had by the
    /// deadline, Storage when SQLite refused.
    [[nodiscard]] std::optional<ActionError> insert(EventId id, std::string_view text, TimePoint deadline);
    /// How many documents contain this word.
    [[nodiscard]] std::int64_t count(std::string_view word);

private:
    SearchIndex(SqliteDatabase database, SqliteStatement insert, SqliteStatement match);

    std::timed_mutex m_mutex;
    SqliteDatabase m_database;
    SqliteStatement m_insert;
    SqliteStatement m_match;
};

} // namespace sightglass::demo
