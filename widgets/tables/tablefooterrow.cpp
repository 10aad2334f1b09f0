// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/tablefooterrow.h"

#include "widgets/chart/displaylist.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int padding = 8;
constexpr int linePadding = 3;

} // namespace

TableFooterRow::TableFooterRow(QHeaderView *header, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_header(header)
    , m_theme(theme)
{
    connect(header, &QHeaderView::sectionResized, this, qOverload<>(&QWidget::update));
}

void TableFooterRow::setTexts(const QStringList &texts, const std::vector<Qt::Alignment> &sides)
{
    m_texts = texts;
    m_sides = sides;
    setAccessibleName(tr("Footer: %1")
                          .arg(QStringList(texts)
                                   .replaceInStrings(QStringLiteral("\n"), QStringLiteral(", "))
                                   .join(QStringLiteral("; "))));
    updateGeometry();
    update();
}

void TableFooterRow::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

QSize TableFooterRow::sizeHint() const
{
    qsizetype lines = 1;
    for (const QString &text : m_texts)
        lines = std::max(lines, text.count(u'\n') + 1);
    return {0, static_cast<int>(lines) * fontMetrics().height() + 2 * linePadding};
}

void TableFooterRow::addTo(DisplayList &list, QPointF origin) const
{
    const QRectF all(origin, QSizeF(size()));
    list.add(DisplayList::Clip{all});
    list.add(DisplayList::Fill{all, m_theme.surfaceRaised});
    list.add(DisplayList::Fill{{all.left(), all.top(), all.width(), 1}, m_theme.border});
    const double line = fontMetrics().lineSpacing();
    for (qsizetype column = 0; column < m_texts.size(); ++column) {
        const int left = m_header->sectionViewportPosition(static_cast<int>(column));
        const int room = m_header->sectionSize(static_cast<int>(column)) - 2 * padding;
        if (room <= 0 || left > width() || left + room < 0)
            continue;
        const Qt::Alignment side = m_sides[static_cast<std::size_t>(column)] & Qt::AlignHorizontal_Mask;
        double top = all.top() + linePadding;
        for (const QString &text : m_texts[column].split(u'\n')) {
            list.add(DisplayList::Text{{all.left() + left + padding, top, double(room), line},
                                       fontMetrics().elidedText(text, Qt::ElideRight, room),
                                       font(),
                                       m_theme.text,
                                       side | Qt::AlignVCenter});
            top += line;
        }
    }
    list.add(DisplayList::Clip{});
}

void TableFooterRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    DisplayList list;
    addTo(list, {});
    list.paint(painter);
}

} // namespace sightglass
