// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/panelmaker.h"

#include "model/editing/newpanels.h"
#include "model/presentation/guipost.h"

#include <utility>

namespace sightglass {

PanelMaker::PanelMaker(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_catalog(catalog)
    , m_key(m_pool->newKey())
{}

PanelMaker::~PanelMaker()
{
    m_pool->cancel(m_key);
}

void PanelMaker::make(const std::string &family)
{
    const std::uint64_t ticket = ++m_ticket;
    m_pool->submit(m_key, [self = QPointer(this), ticket, family, catalog = m_catalog->catalog(),
                           snapshot = m_catalog->snapshot()](const std::stop_token &stop) {
        const FamilyEntry *entry = catalog->findFamily(family);
        if (entry == nullptr || !snapshot || stop.stop_requested())
            return;
        const auto queries = suggestedQueries(*entry, *snapshot, "$__rate_interval");
        postToGui(self,
                  [ticket, panel = panelForMetric(*entry, queries.front(), *catalog)](PanelMaker &maker) {
                      if (maker.m_ticket == ticket)
                          emit maker.made(panel);
                  });
    });
}

} // namespace sightglass
