// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/sqlite.h"

#include "app/demo/fileerror.h"

namespace sightglass::demo {

std::string SqliteStatement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

Result<SqliteDatabase> SqliteDatabase::open(const std::string &path)
{
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(
        path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteDatabase database(handle, path);
    if (code != SQLITE_OK)
        return database.lastError();
    return database;
}

Status SqliteDatabase::run(const char *sql)
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return Done{};
}

Result<SqliteStatement> SqliteDatabase::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_handle.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
        return lastError();
    return SqliteStatement(statement);
}

Error SqliteDatabase::lastError() const
{
    return fileError(m_path, sqlite3_errmsg(m_handle.get()));
}

} // namespace sightglass::demo
