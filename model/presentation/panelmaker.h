// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/presentation/catalogsource.h"

#include <QObject>

#include <memory>
#include <string>

namespace sightglass {

/// Makes the panel that shows a metric as it makes sense, from what the store has of it. The work is done in
/// the query pool; the newest wish wins. GUI thread.
class PanelMaker : public QObject
{
    Q_OBJECT

public:
    /// The catalog must outlive it, the pool its answers.
    PanelMaker(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, QObject *parent = nullptr);
    ~PanelMaker() override;

    /// Nothing comes of a family that the catalog does not have.
    void make(const std::string &family);

signals:
    void made(const sightglass::PanelSpec &panel);

private:
    std::shared_ptr<QueryPool> m_pool;
    const CatalogSource *m_catalog;
    QueryPool::Key m_key;
    std::uint64_t m_ticket = 0;
};

} // namespace sightglass
