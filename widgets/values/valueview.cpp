// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/valueview.h"

#include "model/presentation/displaytext.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int smallestFont = 10;
constexpr std::size_t spokenValues = 20;
constexpr std::size_t namedValues = 3;
constexpr int emptyMark = 28; ///< pixels
constexpr int roomForEmptyMark = 60;

} // namespace

ValueView::ValueView(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_spec(spec)
    , m_theme(theme)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void ValueView::setData(const PanelDataPtr &answer)
{
    m_data = answer;
    refresh();
}

void ValueView::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_data)
        refresh();
    update();
}

void ValueView::refresh()
{
    m_values = instantValues(m_spec, *m_data, m_theme);
    m_laidOut = false;
    speak();
    update();
}

void ValueView::speak()
{
    QStringList spoken;
    for (std::size_t i = 0; i < std::min(m_values.size(), spokenValues); ++i) {
        const InstantValue &value = m_values[i];
        spoken.append(value.name + u' ' + (value.remark.isEmpty() ? value.text : value.remark));
    }
    QString values = spoken.mid(0, namedValues).join(QStringLiteral(", "));
    if (m_values.empty())
        values = tr("No data");
    else if (m_values.size() == 1)
        values = m_values[0].remark.isEmpty() ? m_values[0].text : m_values[0].remark;
    else if (m_values.size() > namedValues)
        values = tr("%1 and %n more", nullptr, static_cast<int>(m_values.size() - namedValues)).arg(values);
    const QString title = displayText(std::string_view(m_spec.title));
    // Set only when different: every setting is an event for assistive technology.
    const QString name = title.isEmpty() ? values : tr("%1: %2", "title and value").arg(title, values);
    if (name != accessibleName())
        setAccessibleName(name);
    const QString description = spoken.join(QStringLiteral(", "));
    if (description != accessibleDescription())
        setAccessibleDescription(description);
}

void ValueView::ensureLayout()
{
    if (m_laidOut && m_ratio == devicePixelRatioF())
        return;
    m_ratio = devicePixelRatioF();
    m_laidOut = true;
    m_places = m_values.empty() ? Places() : layoutValues();
}

std::size_t ValueView::shownCount()
{
    ensureLayout();
    return m_places.values.size();
}

double ValueView::widestText(const QFont &font) const
{
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const InstantValue &value : m_values)
        widest = std::max(widest, metrics.horizontalAdvance(value.text));
    return widest;
}

// ---- what has no room

QString ValueView::moreText() const
{
    return tr("+%n more", nullptr, static_cast<int>(m_values.size() - m_places.values.size()));
}

QString ValueView::hiddenValues() const
{
    std::vector<bool> shown(m_values.size());
    for (const Place &place : m_places.values)
        shown[place.value] = true;
    QStringList lines;
    for (std::size_t i = 0; i < m_values.size() && lines.size() < qsizetype(spokenValues); ++i) {
        if (!shown[i])
            lines.append(tr("%1: %2", "name and value").arg(m_values[i].name, m_values[i].text));
    }
    const std::size_t left =
        m_values.size() - m_places.values.size() - static_cast<std::size_t>(lines.size());
    if (left > 0)
        lines.append(tr("and %n more", nullptr, static_cast<int>(left)));
    return lines.join(u'\n');
}

QString ValueView::toolTipAt(QPoint position)
{
    ensureLayout();
    for (const Place &place : m_places.values) {
        if (!place.area.contains(position))
            continue;
        const InstantValue &value = m_values[place.value];
        const QString text = value.remark.isEmpty() ? value.text : value.remark;
        return value.name.isEmpty() ? text : value.name + u'\n' + text;
    }
    return m_places.more.contains(position) ? hiddenValues() : QString();
}

// ---- events

bool ValueView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return PanelView::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = toolTipAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

void ValueView::resizeEvent(QResizeEvent *event)
{
    m_laidOut = false;
    PanelView::resizeEvent(event);
}

void ValueView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_laidOut = false;
    PanelView::changeEvent(event);
}

void ValueView::paintEmpty(QPainter &painter) const
{
    painter.setPen(m_theme.textMuted);
    QRect area = rect();
    if (height() >= roomForEmptyMark) {
        QFont large = font();
        large.setPixelSize(emptyMark);
        painter.setFont(large);
        painter.drawText(area.adjusted(0, 0, 0, -height() / 2), Qt::AlignHCenter | Qt::AlignBottom,
                         QString(noValue));
        painter.setFont(font());
        area.setTop(area.center().y());
        painter.drawText(area, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("No data"));
        return;
    }
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, tr("No data"));
}

void ValueView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_values.empty()) {
        paintEmpty(painter);
        return;
    }
    ensureLayout();
    paintValues(painter);
    if (m_places.more.isNull())
        return;
    painter.setFont(font());
    painter.setPen(m_theme.textMuted);
    const bool fits = painter.fontMetrics().horizontalAdvance(moreText()) <= m_places.more.width() + 1;
    const auto hidden = qulonglong(m_values.size() - m_places.values.size());
    painter.drawText(m_places.more, Qt::AlignCenter | Qt::TextDontClip,
                     fits ? moreText() : QStringLiteral("+%1").arg(hidden));
}

QFont fittingFont(const QFont &font, const QString &text, QSizeF size, int maxPixels)
{
    QFont result = font;
    result.setPixelSize(std::max(maxPixels, smallestFont));
    const QFontMetricsF metrics(result);
    const double width = std::max(metrics.horizontalAdvance(text), 1.0);
    const double share = std::min({size.width() / width, size.height() / metrics.height(), 1.0});
    result.setPixelSize(std::max(smallestFont, static_cast<int>(result.pixelSize() * share)));
    return result;
}

} // namespace sightglass
