// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/catalogsource.h"

#include "model/presentation/guipost.h"

namespace sightglass {

namespace {
constexpr qint64 longestAgeMs = 30'000;
/// Targets whose series come and go all the time must not keep a worker busy.
constexpr qint64 shortestAgeMs = 1'000;
} // namespace

CatalogSource::CatalogSource(std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_key(m_pool->newKey())
{}

CatalogSource::~CatalogSource()
{
    m_pool->cancel(m_key);
}

void CatalogSource::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    if (!m_snapshot || m_building)
        return;
    const bool first = !m_age.isValid();
    const bool otherSeries = m_snapshot->stats().series != m_seriesKnown;
    if (first || (otherSeries && m_age.hasExpired(shortestAgeMs)) || m_age.hasExpired(longestAgeMs))
        build();
}

void CatalogSource::build()
{
    m_building = true;
    m_seriesKnown = m_snapshot->stats().series;
    m_age.start();
    m_pool->submit(m_key, [self = QPointer(this), snapshot = m_snapshot](const std::stop_token &stop) {
        auto catalog = MetricCatalog::of(*snapshot, stop);
        postToGui(self, [catalog = std::move(catalog)](CatalogSource &source) mutable {
            source.m_building = false;
            if (!catalog)
                return;
            source.m_catalog = std::move(catalog);
            emit source.changed();
        });
    });
}

} // namespace sightglass
