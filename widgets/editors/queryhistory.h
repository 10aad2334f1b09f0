// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sightglass {

/// The queries that were run, newest first, each once. A value: whoever has settings remembers it.
class QueryHistory
{
public:
    static constexpr qsizetype mostEntries = 100;
    static constexpr qsizetype longestEntry = 10'000;

    QueryHistory() = default;
    /// Of remembered entries, newest first; what is too long, empty or there twice is left out.
    explicit QueryHistory(const QStringList &entries);

    /// A query was run. An empty or very long one is not remembered.
    void add(const QString &query);
    [[nodiscard]] const QStringList &entries() const noexcept { return m_entries; }

private:
    QStringList m_entries;
};

} // namespace sightglass
