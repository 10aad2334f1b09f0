// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/metriccatalog.h"
#include "model/query/querypool.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace sightglass {

/// The catalog of the metrics that a store has, kept up to date on the query pool while somebody looks: made
/// anew when series came or went, and now and then for changed metadata. GUI thread.
class CatalogSource : public QObject
{
    Q_OBJECT

public:
    explicit CatalogSource(std::shared_ptr<QueryPool> pool, QObject *parent = nullptr);
    ~CatalogSource() override;

    /// The newest contents of the store; null lets go of them, the catalog stays.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    [[nodiscard]] const std::shared_ptr<const Snapshot> &snapshot() const noexcept { return m_snapshot; }
    /// Never null; empty before the first snapshot was looked through.
    [[nodiscard]] const std::shared_ptr<const MetricCatalog> &catalog() const noexcept { return m_catalog; }

signals:
    /// The catalog is another one.
    void changed();

private:
    void build();

    std::shared_ptr<QueryPool> m_pool;
    QueryPool::Key m_key;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const MetricCatalog> m_catalog = std::make_shared<const MetricCatalog>();
    std::size_t m_seriesKnown = 0; ///< of the snapshot that the catalog was, or is being, made of
    bool m_building = false;
    QElapsedTimer m_age;
};

} // namespace sightglass
