// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/churnmodel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/numbertext.h"

#include <utility>

namespace sightglass {

void ChurnModel::setExamination(std::shared_ptr<const PageExamination> examination)
{
    beginResetModel();
    m_examination = std::move(examination);
    endResetModel();
}

int ChurnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_examination ? 0 : static_cast<int>(m_examination->churn().size());
}

int ChurnModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChurnModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const FamilyChurn &churn = m_examination->churn()[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case NameColumn:
        return displayText(churn.name);
    case SeriesColumn:
        return countText(churn.series);
    case AddedColumn:
        return churn.added == 0 ? QString() : QStringLiteral("+%1").arg(countText(churn.added));
    case GoneColumn:
        return churn.gone == 0 ? QString() : QStringLiteral("−%1").arg(countText(churn.gone));
    default:
        return {};
    }
}

QVariant ChurnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != NameColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Metric");
    case SeriesColumn:
        return tr("Series now");
    case AddedColumn:
        return tr("New");
    case GoneColumn:
        return tr("Gone");
    default:
        return {};
    }
}

} // namespace sightglass
