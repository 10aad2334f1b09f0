// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/metriclistmodel.h"

#include "model/assist/textmatch.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/findingtext.h"

#include <algorithm>

namespace sightglass {

namespace {

/// HELP is searched where that takes no time to speak of.
constexpr std::size_t mostWithHelp = 5000;
/// Letters strewn over a long name are no answer to somebody who looks for a name.
constexpr int leastScore = 500;
constexpr int helpScore = 300;

} // namespace

void MetricListModel::setCatalog(std::shared_ptr<const MetricCatalog> catalog)
{
    m_catalog = std::move(catalog);
    update();
}

void MetricListModel::setFilter(const QString &filter)
{
    m_filter = filter.trimmed();
    update();
}

void MetricListModel::update()
{
    std::vector<std::pair<int, std::size_t>> found;
    const std::string typed = m_filter.toStdString();
    const auto families = m_catalog ? m_catalog->families() : std::span<const FamilyEntry>();
    const bool searchHelp = typed.size() > 2 && families.size() <= mostWithHelp;
    for (std::size_t i = 0; i < families.size(); ++i) {
        if (typed.empty()) {
            found.emplace_back(0, i);
            continue;
        }
        const auto score = textMatch(typed, families[i].name);
        if (score && *score >= leastScore)
            found.emplace_back(*score, i);
        else if (searchHelp &&
                 QString::fromStdString(families[i].help).contains(m_filter, Qt::CaseInsensitive))
            found.emplace_back(helpScore, i);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    m_matches = found.size();
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < found.size() && i < mostRows; ++i)
        rows.push_back(found[i].second);
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const FamilyEntry *MetricListModel::family(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size())
        return nullptr;
    return &m_catalog->families()[m_rows[static_cast<std::size_t>(row)]];
}

int MetricListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MetricListModel::data(const QModelIndex &index, int role) const
{
    const FamilyEntry *entry = index.isValid() ? family(index.row()) : nullptr;
    if (entry == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return displayText(entry->name);
    case TypeRole:
        return metricTypeText(entry->type);
    case TypeNumberRole:
        return static_cast<int>(entry->type);
    case UnitRole:
        return displayText(entry->unit, 40);
    case HelpRole:
        return displayText(entry->help);
    case Qt::ToolTipRole:
        return plainToolTip(displayText(entry->name) +
                            (entry->help.empty() ? QString() : u'\n' + displayText(entry->help)));
    default:
        return {};
    }
}

} // namespace sightglass
