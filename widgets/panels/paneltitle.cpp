// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/paneltitle.h"

#include "model/presentation/displaytext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace sightglass {

namespace {

constexpr int markSize = 14;
constexpr int gap = 6;

QColor alertColor(const Theme &theme, AlertState state)
{
    return theme.semantic(state == AlertState::Firing ? SemanticColor::Critical : SemanticColor::Warning);
}

} // namespace

PanelTitle::PanelTitle(const QString &title, const QString &description, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_description(description)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(title);
    setAccessibleDescription(description);
}

void PanelTitle::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void PanelTitle::setAlert(AlertState state, const QString &summary)
{
    m_alert = state;
    m_summary = summary;
    update();
}

void PanelTitle::setRemarks(const QStringList &remarks)
{
    if (remarks == m_remarks)
        return;
    m_remarks = remarks;
    update();
}

QFont PanelTitle::titleFont() const
{
    QFont result = font();
    result.setWeight(QFont::DemiBold);
    return result;
}

QSize PanelTitle::sizeHint() const
{
    return {120, QFontMetrics(titleFont()).height() + 4};
}

QSize PanelTitle::minimumSizeHint() const
{
    return {30, sizeHint().height()};
}

QRect PanelTitle::alertRect() const
{
    if (m_alert == AlertState::Inactive)
        return {};
    return {0, (height() - markSize) / 2, markSize, markSize};
}

QRect PanelTitle::infoRect() const
{
    if (m_description.isEmpty())
        return {};
    return {width() - markSize, (height() - markSize) / 2, markSize, markSize};
}

QRect PanelTitle::remarkRect() const
{
    if (m_remarks.isEmpty())
        return {};
    const int right = m_description.isEmpty() ? width() : width() - markSize - gap;
    return {right - markSize, (height() - markSize) / 2, markSize, markSize};
}

QRect PanelTitle::textRect() const
{
    QRect rect = this->rect();
    if (m_alert != AlertState::Inactive)
        rect.setLeft(markSize + gap);
    if (!m_description.isEmpty())
        rect.setRight(rect.right() - markSize - gap);
    if (!m_remarks.isEmpty())
        rect.setRight(rect.right() - markSize - gap);
    return rect;
}

QString PanelTitle::alertText() const
{
    const QString state = m_alert == AlertState::Firing ? tr("Alert firing") : tr("Alert pending");
    return m_summary.isEmpty() ? state : tr("%1: %2").arg(state, m_summary);
}

QString PanelTitle::toolTipAt(QPoint position) const
{
    if (alertRect().contains(position))
        return alertText();
    if (infoRect().contains(position))
        return m_description;
    if (remarkRect().contains(position))
        return m_remarks.join(u'\n');
    const bool cut = QFontMetrics(titleFont()).horizontalAdvance(m_title) > textRect().width();
    return cut && textRect().contains(position) ? m_title : QString();
}

bool PanelTitle::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = toolTipAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

void PanelTitle::paintAlert(QPainter &painter) const
{
    // A bell: told from other marks by shape as well as by colour.
    const QRectF box = QRectF(alertRect()).adjusted(1, 1, -1, -1);
    QPainterPath bell;
    bell.moveTo(box.left(), box.bottom() - 3);
    bell.cubicTo(box.left() + 3, box.bottom() - 5, box.left() + 1, box.top() + 1, box.center().x(),
                 box.top());
    bell.cubicTo(box.right() - 1, box.top() + 1, box.right() - 3, box.bottom() - 5, box.right(),
                 box.bottom() - 3);
    bell.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(alertColor(m_theme, m_alert));
    painter.drawPath(bell);
    painter.drawEllipse(QPointF(box.center().x(), box.bottom() - 1), 2, 1.6);
}

void PanelTitle::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_alert != AlertState::Inactive)
        paintAlert(painter);
    const QFont small = [this] {
        QFont f = titleFont();
        f.setPixelSize(markSize - 4);
        return f;
    }();
    const auto mark = [&painter, &small](const QRect &rect, const QColor &color, QChar letter) {
        painter.setPen(QPen(color, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(rect).adjusted(1, 1, -1, -1));
        painter.setFont(small);
        painter.drawText(QRectF(rect), Qt::AlignCenter, QString(letter));
    };
    if (!m_description.isEmpty())
        mark(infoRect(), m_theme.axis.lighter(m_theme.kind == ThemeKind::Dark ? 150 : 85), u'i');
    if (!m_remarks.isEmpty())
        mark(remarkRect(), m_theme.semantic(SemanticColor::Warning), u'!');
    painter.setFont(titleFont());
    painter.setPen(m_theme.text);
    const QString title = QFontMetrics(titleFont()).elidedText(m_title, Qt::ElideRight, textRect().width());
    painter.drawText(textRect(), Qt::AlignVCenter | Qt::AlignLeft, title);
}

} // namespace sightglass
