// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/findingdelegate.h"

#include "model/presentation/pagefindingmodel.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int margin = 8;
constexpr int barWidth = 3;
constexpr int mostLines = 3;

QFont smallFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.9);
    return font;
}

QTextOption wrapping()
{
    QTextOption option(Qt::AlignLeft | Qt::AlignTop);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

/// The text's lines, at most three; what is beyond ends in an ellipsis.
QStringList wrapped(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    layout.setTextOption(wrapping());
    layout.beginLayout();
    QStringList lines;
    const QFontMetrics metrics(font);
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 40));
        if (lines.size() + 1 == mostLines) {
            lines << metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength());
    }
    layout.endLayout();
    return lines;
}

int textWidth(const QStyleOptionViewItem &option)
{
    return option.rect.width() - 2 * margin - barWidth - margin / 2;
}

} // namespace

QColor severityColor(DiagnosticSeverity severity, const Theme &theme)
{
    switch (severity) {
    case DiagnosticSeverity::Rejected:
        return theme.semantic(SemanticColor::Critical);
    case DiagnosticSeverity::Wrong:
        return theme.semantic(SemanticColor::Warning);
    case DiagnosticSeverity::Advice:
        break;
    }
    return theme.semantic(SemanticColor::Info);
}

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
    for (const QString &text : wrapped(index.data().toString(), option.font, line.width())) {
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
    const auto lines = wrapped(index.data().toString(), option.font, textWidth(option)).size();
    return {120, 2 * margin + static_cast<int>(lines) * option.fontMetrics.height() +
                     QFontMetrics(smallFont(option.font)).height()};
}

} // namespace sightglass
