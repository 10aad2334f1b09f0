// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/pagefamilymodel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/findingtext.h"
#include "model/presentation/numbertext.h"

#include <utility>

namespace sightglass {

void PageFamilyModel::setExamination(std::shared_ptr<const PageExamination> examination)
{
    m_examination = std::move(examination);
    update();
}

void PageFamilyModel::setFilter(const QString &filter)
{
    m_filter = filter.trimmed();
    update();
}

std::size_t PageFamilyModel::total() const
{
    return m_examination ? m_examination->page().families.size() : 0;
}

void PageFamilyModel::update()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < total(); ++i) {
        bool passes = m_filter.isEmpty();
        for (const int column : {NameColumn, TypeColumn, UnitColumn, HelpColumn})
            passes = passes || text(i, column, 1000).contains(m_filter, Qt::CaseInsensitive);
        if (passes)
            m_rows.push_back(i);
    }
    endResetModel();
}

std::optional<std::size_t> PageFamilyModel::family(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)];
}

int PageFamilyModel::rowOf(std::string_view name) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const ExposedPage &page = m_examination->page();
        if (page.name(page.families[m_rows[row]]) == name)
            return static_cast<int>(row);
    }
    return -1;
}

int PageFamilyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PageFamilyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PageFamilyModel::text(std::size_t family, int column, qsizetype longest) const
{
    const ExposedPage &page = m_examination->page();
    const FamilyTexts &texts = m_examination->extras().families[family];
    switch (column) {
    case NameColumn:
        return displayText(page.name(page.families[family]), longest);
    case TypeColumn:
        return metricTypeText(page.families[family].type);
    case UnitColumn:
        return displayText(texts.unit, longest);
    case SamplesColumn:
        return countText(page.families[family].samples.size());
    case HelpColumn:
        return displayText(texts.help, longest);
    default:
        return {};
    }
}

QVariant PageFamilyModel::data(const QModelIndex &index, int role) const
{
    const auto shown = index.isValid() ? family(index.row()) : std::nullopt;
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*shown, index.column(), 300);
    case Qt::ToolTipRole:
        return plainToolTip(text(*shown, NameColumn, 1000) + u'\n' + text(*shown, HelpColumn, 1000));
    case Qt::TextAlignmentRole:
        return index.column() == SamplesColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant PageFamilyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == SamplesColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Metric");
    case TypeColumn:
        return tr("Type");
    case UnitColumn:
        return tr("Unit");
    case SamplesColumn:
        return tr("Samples");
    case HelpColumn:
        return tr("Help");
    default:
        return {};
    }
}

} // namespace sightglass
