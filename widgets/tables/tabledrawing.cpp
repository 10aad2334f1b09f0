// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/tabledrawing.h"

#include <QBrush>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHeaderView>
#include <QTableView>

namespace sightglass {

namespace {

constexpr double padding = 8; ///< at both sides of a text

QColor colorOf(const QVariant &value, const QColor &otherwise)
{
    if (value.canConvert<QBrush>())
        return value.value<QBrush>().color();
    return value.canConvert<QColor>() ? value.value<QColor>() : otherwise;
}

Qt::Alignment alignmentOf(const QVariant &value, Qt::Alignment otherwise)
{
    const Qt::Alignment side =
        (value.isValid() ? Qt::Alignment(value.toInt()) : otherwise) & Qt::AlignHorizontal_Mask;
    return side | Qt::AlignVCenter;
}

void drawLine(DisplayList &list, const QRectF &box, const QString &text, const DisplayList::Text &like)
{
    DisplayList::Text line = like;
    line.box = box.adjusted(padding, 0, -padding, 0);
    if (line.box.width() <= 0)
        return;
    line.text = QFontMetricsF(like.font).elidedText(text, Qt::ElideMiddle, line.box.width());
    list.add(std::move(line));
}

/// The columns that can be seen, and where.
struct Columns
{
    Columns(const QTableView &table, QPointF origin, double width)
    {
        for (int i = 0; table.model() != nullptr && i < table.model()->columnCount(); ++i) {
            const double left = table.columnViewportPosition(i);
            if (table.isColumnHidden(i) || left >= width || left + table.columnWidth(i) <= 0)
                continue;
            columns.push_back({i, origin.x() + left, double(table.columnWidth(i))});
        }
    }

    struct Column
    {
        int index;
        double left;
        double width;
    };
    std::vector<Column> columns;
};

void drawHeads(DisplayList &list, const QTableView &table, const QRectF &strip, const Columns &columns,
               const Theme &theme)
{
    const QHeaderView &header = *table.horizontalHeader();
    list.add(DisplayList::Fill{strip, theme.surfaceRaised});
    for (const Columns::Column &column : columns.columns) {
        const auto head = [&](int role) {
            return table.model()->headerData(column.index, Qt::Horizontal, role);
        };
        QString text = head(Qt::DisplayRole).toString();
        if (header.isSortIndicatorShown() && header.sortIndicatorSection() == column.index)
            text +=
                QStringLiteral(" ") + QChar(header.sortIndicatorOrder() == Qt::DescendingOrder ? u'▾' : u'▴');
        drawLine(list, {column.left, strip.top(), column.width, strip.height()}, text,
                 {{},
                  {},
                  header.font(),
                  theme.textMuted,
                  alignmentOf(head(Qt::TextAlignmentRole), header.defaultAlignment())});
    }
}

/// The first row in sight, and behind the last one that is whole.
std::pair<int, int> wholeRows(const QTableView &table, double height)
{
    const int rows = table.model()->rowCount();
    int first = 0;
    while (first < rows && table.rowViewportPosition(first) < 0)
        ++first;
    int last = first;
    while (last < rows && table.rowViewportPosition(last) + table.rowHeight(last) <= height)
        ++last;
    return {first, last};
}

} // namespace

void drawTextCell(DisplayList &list, const QRectF &rect, const QModelIndex &index, const QFont &font,
                  const Theme &theme)
{
    const QColor surface = colorOf(index.data(Qt::BackgroundRole), QColor());
    if (surface.isValid())
        list.add(DisplayList::Fill{rect, surface});
    drawLine(list, rect, index.data().toString(),
             {{},
              {},
              font,
              colorOf(index.data(Qt::ForegroundRole), theme.text),
              alignmentOf(index.data(Qt::TextAlignmentRole), Qt::AlignLeft)});
}

void drawTable(DisplayList &list, const QTableView &table, QPointF origin, const Theme &theme,
               const CellDrawing &cell)
{
    if (table.model() == nullptr)
        return;
    const QRectF all(origin, QSizeF(table.size()));
    const double head =
        table.horizontalHeader()->isHidden() ? 0 : table.horizontalHeader()->sizeHint().height();
    const Columns columns(table, origin, all.width());
    list.add(DisplayList::Clip{all});
    list.add(DisplayList::Fill{all, theme.surface});
    if (head > 0)
        drawHeads(list, table, {all.left(), all.top(), all.width(), head}, columns, theme);
    auto [first, last] = wholeRows(table, all.height() - head);
    const int left = table.model()->rowCount() - last;
    const bool more = left > 0 && last > first;
    last -= more ? 1 : 0; // its place is that of the line that says so
    const auto rowRect = [&](int row) {
        return QRectF(all.left(), all.top() + head + table.rowViewportPosition(row), all.width(),
                      table.rowHeight(row));
    };
    for (int row = first; row < last; ++row) {
        const QRectF rect = rowRect(row);
        for (const Columns::Column &column : columns.columns)
            cell(list, {column.left, rect.top(), column.width, rect.height() - 1},
                 table.model()->index(row, column.index));
        list.add(DisplayList::Fill{{rect.left(), rect.bottom() - 1, rect.width(), 1}, theme.grid});
    }
    if (more)
        drawLine(list, rowRect(last),
                 QCoreApplication::translate("sightglass::TablePanel", "… and %n more rows",
                                             "rows of a table that an export leaves out", left + 1),
                 {{}, {}, table.font(), theme.textMuted, Qt::AlignLeft | Qt::AlignVCenter});
    list.add(DisplayList::Clip{});
}

} // namespace sightglass
