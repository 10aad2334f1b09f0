// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/metricdelegate.h"

#include "model/presentation/metriclistmodel.h"

#include <QPainter>

namespace sightglass {

namespace {

constexpr int padding = 5;
constexpr int margin = 8;

SemanticColor colorOf(MetricType type)
{
    switch (type) {
    case MetricType::Counter:
        return SemanticColor::Info;
    case MetricType::Gauge:
        return SemanticColor::Good;
    case MetricType::Histogram:
    case MetricType::GaugeHistogram:
    case MetricType::Summary:
        return SemanticColor::Warning;
    default:
        return SemanticColor::Neutral;
    }
}

QFont smallerOf(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

} // namespace

MetricDelegate::MetricDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize MetricDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {100,
            QFontMetrics(option.font).height() + QFontMetrics(smallerOf(option.font)).height() + 2 * padding};
}

void MetricDelegate::paintFacts(QPainter *painter, QRect area, const QFont &font,
                                const QModelIndex &index) const
{
    const QFontMetrics metrics(font);
    const QString type = index.data(MetricListModel::TypeRole).toString();
    const QString unit = index.data(MetricListModel::UnitRole).toString();
    const auto color = colorOf(static_cast<MetricType>(index.data(MetricListModel::TypeNumberRole).toInt()));
    painter->setFont(font);
    for (const auto &[text, pen] :
         {std::pair(type, m_theme.semantic(color)), std::pair(unit, m_theme.text),
          std::pair(index.data(MetricListModel::HelpRole).toString(), m_theme.textMuted)}) {
        if (text.isEmpty() || area.width() <= 0)
            continue;
        painter->setPen(pen);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideRight, area.width()));
        area.setLeft(area.left() + metrics.horizontalAdvance(text) + margin);
    }
}

void MetricDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    const bool current = option.state.testFlag(QStyle::State_Selected);
    if (current || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor color = current ? m_theme.accent : m_theme.surfaceRaised;
        if (current)
            color.setAlpha(45);
        painter->fillRect(option.rect, color);
    }
    const QRect area = option.rect.adjusted(margin, padding, -margin, -padding);
    const QRect first(area.left(), area.top(), area.width(), QFontMetrics(option.font).height());
    painter->setFont(option.font);
    painter->setPen(m_theme.text);
    // Metrics of one service begin alike and differ at their ends.
    painter->drawText(
        first, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(option.font)
            .elidedText(index.data(MetricListModel::NameRole).toString(), Qt::ElideLeft, first.width()));
    const QRect second(area.left(), first.bottom() + 1, area.width(), area.bottom() - first.bottom());
    paintFacts(painter, second, smallerOf(option.font), index);
    painter->restore();
}

} // namespace sightglass
