// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/targetdelegate.h"

#include "model/presentation/targettablemodel.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

namespace sightglass {

namespace {

constexpr int margin = 8;
constexpr int dotSize = 10;
constexpr int maxSummaryLines = 3;

QColor healthColor(const Theme &theme, TargetHealth health)
{
    switch (health) {
    case TargetHealth::Up:
        return theme.semantic(SemanticColor::Good);
    case TargetHealth::Down:
        return theme.semantic(SemanticColor::Critical);
    case TargetHealth::Unknown:
        break;
    }
    return theme.semantic(SemanticColor::Neutral);
}

QFont nameFont(const QFont &base)
{
    QFont font = base;
    font.setBold(true);
    return font;
}

QFont smallFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.9);
    return font;
}

QTextOption summaryOption()
{
    QTextOption option(Qt::AlignLeft | Qt::AlignTop);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

/// The summary wraps over up to three lines, so that a reason can be read where it stands.
QRect summaryRect(const QStyleOptionViewItem &option, const QString &text)
{
    const QFontMetrics metrics(smallFont(option.font));
    const int left = option.rect.left() + 2 * margin + dotSize;
    const int width = std::max(option.rect.right() - margin - left, 40);
    QTextLayout layout(text, smallFont(option.font));
    layout.setTextOption(summaryOption());
    layout.beginLayout();
    int lines = 0;
    while (lines < maxSummaryLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return {left, 0, width, std::max(lines, 1) * metrics.height()};
}

int lineHeights(const QStyleOptionViewItem &option)
{
    return QFontMetrics(nameFont(option.font)).height() + QFontMetrics(smallFont(option.font)).height();
}

} // namespace

TargetDelegate::TargetDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    painter->save();
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    painter->fillRect(item.rect, selected ? m_theme.surfaceRaised : m_theme.surface);
    if (selected)
        painter->fillRect(QRect(item.rect.topLeft(), QSize(3, item.rect.height())), m_theme.accent);
    painter->setRenderHint(QPainter::Antialiasing);

    const auto health = static_cast<TargetHealth>(index.data(TargetTableModel::HealthRole).toInt());
    const QFontMetrics nameMetrics(nameFont(option.font));
    const int top = item.rect.top() + margin;
    painter->setPen(Qt::NoPen);
    painter->setBrush(healthColor(m_theme, health));
    painter->drawEllipse(item.rect.left() + margin, top + (nameMetrics.height() - dotSize) / 2, dotSize,
                         dotSize);

    const QString summary = index.data(TargetTableModel::SummaryRole).toString();
    QRect line = summaryRect(option, summary);
    const int summaryHeight = line.height();
    line.moveTop(top);
    line.setHeight(nameMetrics.height());
    painter->setFont(nameFont(option.font));
    painter->setPen(m_theme.text);
    const QFontMetrics smallMetrics(smallFont(option.font));
    // Whose target it is, where it is a file's, stands at the right, in at most half the line.
    const QString origin = smallMetrics.elidedText(index.data(TargetTableModel::OriginRole).toString(),
                                                   Qt::ElideMiddle, line.width() / 2);
    const int originWidth = origin.isEmpty() ? 0 : smallMetrics.horizontalAdvance(origin) + margin;
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      nameMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle,
                                             line.width() - originWidth));
    painter->setFont(smallFont(option.font));
    painter->setPen(m_theme.textMuted);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, origin);
    line.translate(0, nameMetrics.height());
    line.setHeight(smallMetrics.height());
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      smallMetrics.elidedText(index.data(TargetTableModel::UrlRole).toString(),
                                              Qt::ElideMiddle, line.width()));

    line.translate(0, smallMetrics.height());
    line.setHeight(summaryHeight);
    painter->setPen(health == TargetHealth::Down ? m_theme.semantic(SemanticColor::Critical)
                                                 : m_theme.textMuted);
    painter->drawText(QRectF(line), summary, summaryOption());
    painter->restore();
}

QSize TargetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString summary = index.data(TargetTableModel::SummaryRole).toString();
    return {120, 2 * margin + lineHeights(option) + summaryRect(option, summary).height()};
}

} // namespace sightglass
