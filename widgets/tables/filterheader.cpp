// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/filterheader.h"

#include "widgets/tables/frametablemodel.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr int padding = 8;

} // namespace

FilterHeader::FilterHeader(FrameTableModel *model, QWidget *parent)
    : FunnelHeader(parent)
    , m_model(model)
{
    // A name that is wrapped needs more lines in a narrower column.
    connect(this, &QHeaderView::sectionResized, this, [this](int column) {
        if (wraps(column))
            emit geometriesChanged();
    });
}

bool FilterHeader::wraps(int column) const
{
    return column < m_model->columnCount() && m_model->configOf(column).cell.wrapHeader.value_or(false);
}

void FilterHeader::toggleSorting(int column, bool several)
{
    const QString name = m_model->headerData(column, Qt::Horizontal).toString();
    std::vector<TableSorting> sorting = m_model->sorting();
    const auto own = std::ranges::find(sorting, name, &TableSorting::column);
    if (own == sorting.end()) {
        if (!several)
            sorting.clear();
        sorting.push_back({name, Qt::AscendingOrder});
    } else if (own->order == Qt::AscendingOrder) {
        own->order = Qt::DescendingOrder;
        if (!several)
            sorting = {*own};
    } else {
        sorting.erase(own);
        if (!several)
            sorting.clear();
    }
    m_model->setSorting(std::move(sorting));
    viewport()->update();
}

FunnelHeader::Head FilterHeader::head(int column) const
{
    Head head{m_model->headerData(column, Qt::Horizontal).toString(), m_model->alignment(column)};
    const std::vector<TableSorting> &sorting = m_model->sorting();
    const auto own = std::ranges::find(sorting, head.text, &TableSorting::column);
    if (own != sorting.end())
        head.sortMark = own->order == Qt::AscendingOrder ? QStringLiteral("↑") : QStringLiteral("↓");
    if (own != sorting.end() && sorting.size() > 1)
        head.sortMark += QString::number(own - sorting.begin() + 1);
    head.filtered = m_model->filter(column).active();
    head.wraps = wraps(column);
    return head;
}

const Theme &FilterHeader::theme() const
{
    return m_model->theme();
}

void FilterHeader::click(int column, bool several)
{
    toggleSorting(column, several);
}

QSize FilterHeader::sectionSizeFromContents(int logicalIndex) const
{
    constexpr int mostLines = 6;
    const QString name = m_model->headerData(logicalIndex, Qt::Horizontal).toString();
    if (wraps(logicalIndex)) {
        const int room = std::max(1, sectionSize(logicalIndex) - sides());
        const int line = fontMetrics().height();
        const int height =
            fontMetrics().boundingRect(0, 0, room, mostLines * line, Qt::TextWordWrap, name).height();
        return {fontMetrics().horizontalAdvance(name) + sides(),
                std::min(height, mostLines * line) + padding};
    }
    return {fontMetrics().horizontalAdvance(name) + sides(), fontMetrics().height() + padding};
}

} // namespace sightglass
