// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/valueview.h"

#include "model/dashboard/filledlinks.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "widgets/panelkit/plaintip.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QUrl>

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
    setMouseTracking(true);
}

void ValueView::setData(const PanelDataPtr &answer)
{
    m_data = answer;
    refresh();
}

void ValueView::setColorBook(const std::shared_ptr<SeriesColorBook> &book)
{
    m_reader.setColorBook(book);
    if (m_data)
        refresh();
}

void ValueView::setTimeZone(const QTimeZone &zone)
{
    m_reader.setZone(zoneRule(zone));
    if (m_data)
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
    m_values = m_reader.read(m_spec, *m_data, m_theme);
    QStringList names;
    for (const InstantValue &value : m_values)
        names.append(value.name);
    m_elision = NameElision(names);
    m_laidOut = false;
    speak();
    update();
}

void ValueView::speak()
{
    QStringList spoken;
    for (std::size_t i = 0; i < std::min(m_values.size(), spokenValues); ++i) {
        const InstantValue &value = m_values[i];
        QString text = value.name + u' ' + (value.remark.isEmpty() ? value.text : value.remark);
        if (!value.boundsText.isEmpty())
            text += u' ' + value.boundsText;
        spoken.append(text);
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
    m_list.clear();
    if (m_values.empty()) {
        drawEmpty(m_list);
        return;
    }
    drawValues(m_list);
    drawMore(m_list);
}

const DisplayList &ValueView::drawing()
{
    ensureLayout();
    return m_list;
}

std::size_t ValueView::shownCount()
{
    ensureLayout();
    return m_places.values.size();
}

DisplayList::Text ValueView::nameText(const QRectF &box, const InstantValue &value, const QFont &font,
                                      const QColor &color) const
{
    return {box, m_elision.elided(value.name, QFontMetricsF(font), box.width()), font, color};
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

const InstantValue *ValueView::valueAt(QPointF position)
{
    ensureLayout();
    const auto place = std::ranges::find_if(
        m_places.values, [position](const Place &one) { return one.area.contains(position); });
    return place == m_places.values.end() ? nullptr : &m_values[place->value];
}

QString ValueView::toolTipAt(QPoint position)
{
    const InstantValue *value = valueAt(position);
    if (value == nullptr)
        return m_places.more.contains(position) ? hiddenValues() : QString();
    QStringList lines;
    if (!value->name.isEmpty())
        lines << value->name;
    lines << (value->remark.isEmpty() ? value->text : value->remark);
    if (!value->boundsText.isEmpty())
        lines << value->boundsText;
    if (const QString course = courseText(*value); !course.isEmpty())
        lines << course;
    if (const QString link = linkOf(*value); !link.isEmpty())
        lines << displayText(link);
    return lines.join(u'\n');
}

QString ValueView::courseText(const InstantValue & /*value*/) const
{
    return {};
}

/// The first of the value's links that may be opened, filled in; empty where there is none.
QString ValueView::linkOf(const InstantValue &value) const
{
    if (!value.config || !value.config->links)
        return {};
    LinkedValue linked{value.labels, value.name.toStdString(), &*value.config};
    linked.value = value.value;
    linked.range = m_data->range;
    const std::vector<FilledLink> links = filledLinks(linked);
    return links.empty() ? QString() : QString::fromStdString(links.front().url);
}

// ---- events

bool ValueView::event(QEvent *event)
{
    const auto textAt = [this](QPoint place) { return toolTipAt(place); };
    return answerToolTip(event, this, textAt) || PanelView::event(event);
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

void ValueView::mouseMoveEvent(QMouseEvent *event)
{
    const InstantValue *value = valueAt(event->position());
    if (value != nullptr && !linkOf(*value).isEmpty())
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    PanelView::mouseMoveEvent(event);
}

void ValueView::mouseReleaseEvent(QMouseEvent *event)
{
    const InstantValue *value = event->button() == Qt::LeftButton ? valueAt(event->position()) : nullptr;
    const QString link = value != nullptr ? linkOf(*value) : QString();
    if (!link.isEmpty())
        emit linkRequested(QUrl(link, QUrl::StrictMode));
    PanelView::mouseReleaseEvent(event);
}

// ---- painting

void ValueView::drawEmpty(DisplayList &list) const
{
    const QRectF area = rect();
    const QString text =
        m_spec.field.noValue ? displayText(std::string_view(*m_spec.field.noValue)) : tr("No data");
    if (height() < roomForEmptyMark) {
        DisplayList::Text line = fittedText(area, text, font(), m_theme.textMuted);
        line.alignment = Qt::AlignCenter;
        list.add(std::move(line));
        return;
    }
    QFont large = font();
    large.setPixelSize(emptyMark);
    const double middle = area.center().y();
    list.add(DisplayList::Text{area.adjusted(0, 0, 0, middle - area.bottom()), QString(noValue), large,
                               m_theme.textMuted, Qt::AlignHCenter | Qt::AlignBottom});
    DisplayList::Text line = fittedText(area.adjusted(0, middle, 0, 0), text, font(), m_theme.textMuted);
    line.alignment = Qt::AlignHCenter | Qt::AlignTop;
    list.add(std::move(line));
}

void ValueView::drawMore(DisplayList &list) const
{
    if (m_places.more.isNull())
        return;
    const bool fits = QFontMetricsF(font()).horizontalAdvance(moreText()) <= m_places.more.width() + 1;
    const auto hidden = qulonglong(m_values.size() - m_places.values.size());
    list.add(DisplayList::Text{m_places.more, fits ? moreText() : QStringLiteral("+%1").arg(hidden), font(),
                               m_theme.textMuted, Qt::AlignCenter});
}

void ValueView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.surface);
    drawing().paint(painter);
}

void ValueView::exportTo(QPainter &painter)
{
    painter.fillRect(rect(), m_theme.surface);
    ensureLayout();
    if (m_values.empty()) {
        m_list.paint(painter);
        return;
    }
    DisplayList list;
    m_exporting = true;
    drawValues(list);
    m_exporting = false;
    drawMore(list);
    list.paint(painter);
}

DisplayList::Text fittedText(const QRectF &box, const QString &text, const QFont &font, const QColor &color,
                             Qt::TextElideMode elide)
{
    return {box, QFontMetricsF(font).elidedText(text, elide, box.width()), font, color};
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
