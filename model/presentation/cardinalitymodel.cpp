// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/cardinalitymodel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/pagefindingtext.h"

#include <algorithm>

namespace sightglass {

void CardinalityModel::setExamination(std::shared_ptr<const PageExamination> examination)
{
    beginResetModel();
    m_examination = std::move(examination);
    endResetModel();
}

const std::vector<FamilyCardinality> &CardinalityModel::families() const
{
    static const std::vector<FamilyCardinality> none;
    return m_examination ? m_examination->diagnosis().cardinality : none;
}

// The internal id is 0 for a family, and for a label its family's row + 1.
QModelIndex CardinalityModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex CardinalityModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

int CardinalityModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(families().size());
    if (parent.internalId() != 0 || parent.column() > 0)
        return 0;
    return static_cast<int>(families()[static_cast<std::size_t>(parent.row())].labels.size());
}

int CardinalityModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return ColumnCount;
}

const FamilyCardinality *CardinalityModel::family(const QModelIndex &index) const
{
    const bool isFamily = index.isValid() && index.internalId() == 0 &&
                          static_cast<std::size_t>(index.row()) < families().size();
    return isFamily ? &families()[static_cast<std::size_t>(index.row())] : nullptr;
}

QString CardinalityModel::familyText(const FamilyCardinality &family, int column) const
{
    switch (column) {
    case NameColumn:
        return displayText(family.name);
    case SeriesColumn:
        return countText(family.series);
    case ShareColumn:
        return shareText(family.series, m_examination->diagnosis().figures.series);
    default:
        return {};
    }
}

QString CardinalityModel::labelText(const FamilyCardinality &family, const LabelCardinality &label,
                                    int column) const
{
    switch (column) {
    case NameColumn:
        return displayText(label.name);
    case SeriesColumn:
        return tr("%n value(s)", nullptr, static_cast<int>(std::min<std::size_t>(label.values, 1U << 30)));
    case SavesColumn:
        return tr("%1 series (%2)")
            .arg(countText(family.series - label.seriesWithout),
                 shareText(family.series - label.seriesWithout, family.series));
    case RemarkColumn:
        if (label.shape == LabelShape::Words)
            return {};
        return tr("without end: %1, such as %2")
            .arg(findingWordText(shapeName(label.shape)), displayText(label.example, 60));
    default:
        return {};
    }
}

QString CardinalityModel::cellText(const QModelIndex &index) const
{
    if (const FamilyCardinality *shown = family(index))
        return familyText(*shown, index.column());
    const FamilyCardinality &above = families()[index.internalId() - 1];
    return labelText(above, above.labels[static_cast<std::size_t>(index.row())], index.column());
}

QVariant CardinalityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() >= SeriesColumn && index.column() <= SavesColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return plainToolTip(cellText(index));
    return role == Qt::DisplayRole ? QVariant(cellText(index)) : QVariant();
}

QVariant CardinalityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= SeriesColumn && section <= SavesColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Metric and its labels");
    case SeriesColumn:
        return tr("Series");
    case ShareColumn:
        return tr("Share");
    case SavesColumn:
        return tr("Dropping it saves");
    case RemarkColumn:
        return tr("Remark");
    default:
        return {};
    }
}

} // namespace sightglass
