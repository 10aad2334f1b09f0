// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/tablefooterrow.h"

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

void TableFooterRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surfaceRaised);
    painter.setPen(m_theme.border);
    painter.drawLine(0, 0, width(), 0);
    painter.setPen(m_theme.text);
    for (qsizetype column = 0; column < m_texts.size(); ++column) {
        const int left = m_header->sectionViewportPosition(static_cast<int>(column));
        const int right = left + m_header->sectionSize(static_cast<int>(column));
        const QRect box(left + padding, linePadding, right - left - 2 * padding, height() - 2 * linePadding);
        if (box.right() < 0 || box.left() > width())
            continue;
        painter.setClipRect(box);
        painter.drawText(box, static_cast<int>(m_sides[static_cast<std::size_t>(column)]), m_texts[column]);
    }
}

} // namespace sightglass
