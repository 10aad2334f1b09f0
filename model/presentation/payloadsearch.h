// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/textsearch.h"
#include "model/query/querypool.h"

#include <QObject>
#include <QString>

#include <memory>
#include <string_view>

namespace sightglass {

/// Searches a text in the query pool: the newest search wins. GUI thread.
class PayloadSearch : public QObject
{
    Q_OBJECT

public:
    explicit PayloadSearch(std::shared_ptr<QueryPool> pool, QObject *parent = nullptr);
    ~PayloadSearch() override;

    /// `owner` keeps the text alive. An empty search is answered at once.
    void search(std::shared_ptr<const void> owner, std::string_view text, const QString &sought,
                LetterCase letterCase);

signals:
    void found(std::shared_ptr<const sightglass::TextHits> hits);

private:
    std::shared_ptr<QueryPool> m_pool;
    QueryPool::Key m_key;
    std::uint64_t m_ticket = 0;
};

} // namespace sightglass
