// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/findingdelegate.h"

#include "model/presentation/pagefindingmodel.h"
#include "widgets/doctor/doctorstyle.h"
#include "widgets/style/listtext.h"

#include <QPainter>

namespace sightglass {

namespace {

constexpr int margin = 8;
constexpr int barWidth = 3;
constexpr int mostLines = 3;

int textWidth(const QStyleOptionViewItem &option)
{
    return option.rect.width() - 2 * margin - barWidth - margin / 2;
}

} // namespace

FindingDelegate::FindingDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool approved = index.data(PageFindingModel::ApprovedRole).toBool();
    const auto severity = static_cast<DiagnosticSeverity>(index.data(PageFindingModel::SeverityRole).toInt());
    const QColor color = approved ? m_theme.axis : severityColor(severity, m_theme);
    painter->fillRect(option.rect, selected  ? m_theme.track
                                   : hovered ? m_theme.surfaceRaised
                                             : m_theme.surface);
    painter->fillRect(QRect(option.rect.topLeft(), QSize(barWidth, option.rect.height())), color);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.grid);

    QRect line(option.rect.left() + barWidth + margin, option.rect.top() + margin - 1, textWidth(option),
               option.fontMetrics.height());
    painter->setFont(option.font);
    painter->setPen(approved ? m_theme.textMuted : m_theme.text);
    for (const QString &text : wrappedText(index.data().toString(), option.font, line.width(), mostLines)) {
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
        line.translate(0, line.height());
    }
    const QFont small = smallFont(option.font);
    const QFontMetrics metrics(small);
    painter->setFont(small);
    line.setHeight(metrics.height());
    const QString place = index.data(PageFindingModel::PlaceRole).toString();
    painter->setPen(m_theme.textMuted);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, place);
    const QString word =
        approved ? tr("approved") : index.data(PageFindingModel::SeverityTextRole).toString();
    painter->setPen(approved ? m_theme.textMuted : color);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, word);
    const int used = metrics.horizontalAdvance(word + QStringLiteral("  "));
    line.adjust(used, 0, -metrics.horizontalAdvance(place + QStringLiteral("  ")), 0);
    painter->setPen(m_theme.textMuted);
    QString rule = index.data(PageFindingModel::RuleRole).toString();
    const QString metric = index.data(PageFindingModel::MetricRole).toString();
    if (!metric.isEmpty() && !index.data().toString().contains(metric))
        rule += QStringLiteral("  ") + metric;
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(rule, Qt::ElideRight, line.width()));
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto lines = wrappedText(index.data().toString(), option.font, textWidth(option), mostLines).size();
    return {120, 2 * margin + static_cast<int>(lines) * option.fontMetrics.height() +
                     QFontMetrics(smallFont(option.font)).height()};
}

} // namespace sightglass
