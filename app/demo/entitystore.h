// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/entity.h"
#include "app/demo/sqlite.h"

#include <mutex>

namespace sightglass::demo {

/// The database behind the result cache: a table of entities, filled when it is opened. Any thread.
class EntityStore
{
public:
    /// A store in memory with the entities 0 … count-1. Errors: FileUnreadable with SQLite's reason.
    static Result<std::unique_ptr<EntityStore>> open(std::uint32_t count);

    /// One query; null when there is no such entity or the query failed.
    [[nodiscard]] EntityPtr load(EntityId id);
    [[nodiscard]] std::uint32_t count() const noexcept { return m_count; }

private:
    EntityStore(SqliteDatabase database, SqliteStatement select, std::uint32_t count);

    std::mutex m_mutex;
    SqliteDatabase m_database;
    SqliteStatement m_select;
    std::uint32_t m_count;
};

} // namespace sightglass::demo
