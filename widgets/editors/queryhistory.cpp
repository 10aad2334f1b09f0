// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/queryhistory.h"

namespace sightglass {

QueryHistory::QueryHistory(const QStringList &entries)
{
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry)
        add(*entry);
}

void QueryHistory::add(const QString &query)
{
    const QString text = query.trimmed();
    if (text.isEmpty() || text.size() > longestEntry)
        return;
    m_entries.removeAll(text);
    m_entries.prepend(text);
    if (m_entries.size() > mostEntries)
        m_entries.removeLast();
}

} // namespace sightglass
