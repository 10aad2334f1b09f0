// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sightglass::demo {

/// A prepared statement. Parameters and columns are counted from where SQLite counts them: 1 and 0.
class SqliteStatement
{
public:
    explicit SqliteStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {}

    void bind(int parameter, std::int64_t value) { sqlite3_bind_int64(m_statement.get(), parameter, value); }
    /// The text must outlive the next step().
    void bind(int parameter, std::string_view text)
    {
        sqlite3_bind_text(m_statement.get(), parameter, text.data(), static_cast<int>(text.size()),
                          SQLITE_STATIC);
    }
    /// SQLITE_ROW, SQLITE_DONE or an error code.
    int step() { return sqlite3_step(m_statement.get()); }
    void reset() { sqlite3_reset(m_statement.get()); }
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const
    {
        return sqlite3_column_int64(m_statement.get(), column);
    }

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A connection, for one thread at a time.
class SqliteDatabase
{
public:
    /// ":memory:" for a database of its own in memory. Errors: FileUnreadable with path and SQLite's reason.
    static Result<SqliteDatabase> open(const std::string &path);

    /// Runs statements that give no rows. Errors: FileUnreadable with SQLite's reason.
    [[nodiscard]] Status run(const char *sql);
    [[nodiscard]] Result<SqliteStatement> prepare(const char *sql);
    [[nodiscard]] sqlite3 *handle() const noexcept { return m_handle.get(); }

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
    };

    SqliteDatabase(sqlite3 *handle, std::string path)
        : m_handle(handle)
        , m_path(std::move(path))
    {}
    [[nodiscard]] Error lastError() const;

    std::unique_ptr<sqlite3, Close> m_handle;
    std::string m_path;
};

} // namespace sightglass::demo
