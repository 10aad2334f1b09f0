// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/targetdelegate.h"

#include "model/presentation/targettablemodel.h"
#include "widgets/style/listtext.h"

#include <QPainter>

#include <algorithm>

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

int textLeft(const QStyleOptionViewItem &option)
{
    return option.rect.left() + 2 * margin + dotSize;
}

int textWidth(const QStyleOptionViewItem &option)
{
    return std::max(option.rect.right() - margin - textLeft(option), 40);
}

/// The summary wraps, so that a reason can be read where it stands.
QStringList summaryLines(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return wrappedText(index.data(TargetTableModel::SummaryRole).toString(), smallFont(option.font),
                       textWidth(option), maxSummaryLines);
}

int lineHeights(const QStyleOptionViewItem &option)
{
    return QFontMetrics(nameFont(option.font)).height() + QFontMetrics(smallFont(option.font)).height();
}

} // namespace

TargetDelegate::TargetDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

int TargetDelegate::paintBadge(QPainter &painter, const QModelIndex &index, const QRect &line) const
{
    const int count = index.data(TargetTableModel::BadgeCountRole).toInt();
    if (count == 0)
        return 0;
    const QColor color =
        m_theme.semantic(static_cast<SemanticColor>(index.data(TargetTableModel::BadgeColorRole).toInt()));
    const QString text = count > 99 ? QStringLiteral("99+") : QString::number(count);
    painter.setFont(smallFont(painter.font()));
    const int height = painter.fontMetrics().height();
    const int width = std::max(height, painter.fontMetrics().horizontalAdvance(text) + height / 2);
    const QRect badge(line.right() - width, line.center().y() - height / 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setPen(color.lightnessF() > 0.55F ? Qt::black : Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
    return width + margin;
}

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

    QRect line(textLeft(item), top, textWidth(item), nameMetrics.height());
    line.setRight(line.right() - paintBadge(*painter, index, line));
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
    line.setWidth(textWidth(item));
    line.translate(0, nameMetrics.height());
    line.setHeight(smallMetrics.height());
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      smallMetrics.elidedText(index.data(TargetTableModel::PlaceRole).toString(),
                                              Qt::ElideMiddle, line.width()));

    painter->setPen(health == TargetHealth::Down ? m_theme.semantic(SemanticColor::Critical)
                                                 : m_theme.textMuted);
    for (const QString &text : summaryLines(item, index)) {
        line.translate(0, smallMetrics.height());
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    painter->restore();
}

QSize TargetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto lines = std::max<qsizetype>(summaryLines(option, index).size(), 1);
    return {120, 2 * margin + lineHeights(option) +
                     static_cast<int>(lines) * QFontMetrics(smallFont(option.font)).height()};
}

} // namespace sightglass
