// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/entitystore.h"

namespace sightglass::demo {

namespace {

// The length of a note differs from entity to entity, so that the cache's size in bytes and its number of
// entries do not simply follow each other.
Status fill(SqliteDatabase &database, std::uint32_t count)
{
    const std::string sql = R"(
        CREATE TABLE entity(id INTEGER PRIMARY KEY, name TEXT, tier TEXT, email TEXT, phone TEXT, note TEXT);
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < )" +
                            std::to_string(count) + R"()
        INSERT INTO entity
        SELECT i, 'Customer ' || i,
               CASE WHEN i % 7 = 0 THEN 'business' WHEN i % 3 = 0 THEN 'gold' ELSE 'basic' END,
               'customer' || i || '@demo.invalid', printf('+49 30 %07d', i),
               substr('Prefers delivery in the evening. Ring twice. ' || hex(zeroblob(80)), 1, 40 + i * 37 % 120)
        FROM n;)";
    return database.run(sql.c_str());
}

} // namespace

EntityStore::EntityStore(SqliteDatabase database, SqliteStatement select, std::uint32_t count)
    : m_database(std::move(database))
    , m_select(std::move(select))
    , m_count(count)
{}

Result<std::unique_ptr<EntityStore>> EntityStore::open(std::uint32_t count)
{
    auto database = SqliteDatabase::open(":memory:");
    if (!database)
        return database.error();
    if (const Status filled = fill(*database, count); !filled)
        return filled.error();
    auto select = database->prepare("SELECT name, tier, email, phone, note FROM entity WHERE id = ?1");
    if (!select)
        return select.error();
    return std::unique_ptr<EntityStore>(
        new EntityStore(std::move(database).value(), std::move(select).value(), count));
}

EntityPtr EntityStore::load(EntityId id)
{
    const std::lock_guard lock(m_mutex);
    m_select.bind(1, static_cast<std::int64_t>(id));
    EntityPtr entity;
    if (m_select.step() == SQLITE_ROW) {
        entity = std::make_shared<const Entity>(Entity{id, m_select.text(0), m_select.text(1),
                                                       m_select.text(2), m_select.text(3), m_select.text(4)});
    }
    m_select.reset();
    return entity;
}

} // namespace sightglass::demo
