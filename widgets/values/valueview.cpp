// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/valueview.h"

#include "model/dashboard/filledlinks.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "widgets/panelkit/plaintip.h"
#include "widgets/style/slimscrollbar.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <map>

namespace sightglass {

namespace {

constexpr int smallestFont = 10;
constexpr std::size_t spokenValues = 20;
constexpr std::size_t namedValues = 3;
constexpr int emptyMark = 28; ///< pixels
constexpr int roomForEmptyMark = 60;
constexpr int lowestScrolled = 60;

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
    if (m_bar != nullptr)
        makeSlim(*m_bar, theme);
    if (m_data)
        refresh();
    update();
}

void ValueView::refresh()
{
    m_all = m_reader.read(m_spec, *m_data, m_theme);
    leaveOutHidden();
}

void ValueView::setHidden(std::function<bool(const InstantValue &)> isHidden)
{
    m_isHidden = std::move(isHidden);
    leaveOutHidden();
}

void ValueView::leaveOutHidden()
{
    m_values = m_all;
    if (m_isHidden)
        std::erase_if(m_values, m_isHidden);
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
    makeLayout();
    showPlaces();
}

bool ValueView::canScroll() const
{
    // What is on no screen nobody scrolls, and a strip has no room for a bar.
    return !m_exporting && height() >= lowestScrolled && window()->isVisible() &&
           !window()->testAttribute(Qt::WA_DontShowOnScreen);
}

void ValueView::makeLayout()
{
    m_area = QSizeF(size());
    m_layout = m_values.empty() ? Places() : layoutValues();
    const bool scrolled = !m_layout.more.isNull() && canScroll();
    if (scrolled)
        layoutScrolled();
    if (m_bar != nullptr && !m_exporting)
        m_bar->setVisible(scrolled && m_layout.more.isNull());
    setFocusPolicy(m_bar != nullptr && !m_bar->isHidden() ? Qt::TabFocus : Qt::NoFocus);
}

/// All values in an area larger than the view; or nothing changes, where that is none that has room for all.
void ValueView::layoutScrolled()
{
    if (m_bar == nullptr) {
        m_bar = new QScrollBar(this);
        makeSlim(*m_bar, m_theme);
        connect(m_bar, &QScrollBar::valueChanged, this, [this] {
            showPlaces();
            update();
        });
    }
    const bool sideways = areaForAll().width() > m_area.width();
    m_bar->setOrientation(sideways ? Qt::Horizontal : Qt::Vertical);
    const QSize hint = m_bar->sizeHint();
    const QSize room = size() - (sideways ? QSize(0, hint.height()) : QSize(hint.width(), 0));
    m_area = QSizeF(room);
    m_area = areaForAll();
    m_layout = layoutValues();
    if (!m_layout.more.isNull()) {
        m_area = QSizeF(size());
        m_layout = layoutValues();
        return;
    }
    m_bar->setGeometry(sideways ? QRect(0, room.height(), width(), hint.height())
                                : QRect(room.width(), 0, hint.width(), height()));
    const QSignalBlocker quiet(m_bar);
    m_bar->setRange(0, sideways ? static_cast<int>(std::ceil(m_area.width())) - room.width()
                                : static_cast<int>(std::ceil(m_area.height())) - room.height());
    m_bar->setPageStep(sideways ? room.width() : room.height());
    m_bar->setSingleStep(fontMetrics().height());
}

/// Of a thousand values only those in sight are drawn.
void ValueView::showPlaces()
{
    m_places = m_layout;
    if (m_bar != nullptr && !m_bar->isHidden() && !m_exporting) {
        const bool sideways = m_bar->orientation() == Qt::Horizontal;
        const QPointF offset(sideways ? m_bar->value() : 0, sideways ? 0 : m_bar->value());
        for (Place &place : m_places.values)
            place.area.translate(-offset);
        std::erase_if(m_places.values, [this](const Place &place) { return !place.area.intersects(rect()); });
    }
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
    return m_layout.values.size();
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
    return tr("+%n more", nullptr, static_cast<int>(m_values.size() - m_layout.values.size()));
}

QString ValueView::hiddenValues() const
{
    std::vector<bool> shown(m_values.size());
    for (const Place &place : m_layout.values)
        shown[place.value] = true;
    QStringList lines;
    for (std::size_t i = 0; i < m_values.size() && lines.size() < qsizetype(spokenValues); ++i) {
        if (!shown[i])
            lines.append(tr("%1: %2", "name and value").arg(m_values[i].name, m_values[i].text));
    }
    const std::size_t left =
        m_values.size() - m_layout.values.size() - static_cast<std::size_t>(lines.size());
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
    // Where names are all that is shown, the labels are what is told, and there may be more than have room.
    const auto *stat = std::get_if<StatOptions>(&m_spec.options);
    if (stat != nullptr && stat->text == StatText::Name)
        lines << labelLines(value->labels);
    else
        lines << (value->remark.isEmpty() ? value->text : value->remark);
    if (!value->boundsText.isEmpty())
        lines << value->boundsText;
    if (const QString course = courseText(*value); !course.isEmpty())
        lines << course;
    if (const QString link = linkOf(*value); !link.isEmpty())
        lines << displayText(link);
    return lines.join(u'\n');
}

QStringList ValueView::labelLines(const Labels &labels)
{
    constexpr qsizetype mostLines = 24;
    constexpr std::size_t longestPart = 120;
    QStringList lines;
    for (const LabelView label : labels) {
        if (label.name == metricNameLabel || lines.size() == mostLines)
            continue;
        lines << tr("%1: %2", "name and value")
                     .arg(displayText(label.name, longestPart), displayText(label.value, longestPart));
    }
    return lines;
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

void ValueView::showEvent(QShowEvent *event)
{
    m_laidOut = false; // it can be scrolled from now on
    PanelView::showEvent(event);
}

void ValueView::wheelEvent(QWheelEvent *event)
{
    event->ignore();
    if (m_bar == nullptr || m_bar->isHidden())
        return;
    const int before = m_bar->value();
    const int turned = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    constexpr int notch = 120;
    constexpr int linesPerNotch = 3;
    m_bar->setValue(before - turned * linesPerNotch * m_bar->singleStep() / notch);
    event->setAccepted(m_bar->value() != before);
}

void ValueView::keyPressEvent(QKeyEvent *event)
{
    static const std::map<int, QAbstractSlider::SliderAction> actions{
        {Qt::Key_Up, QAbstractSlider::SliderSingleStepSub},
        {Qt::Key_Left, QAbstractSlider::SliderSingleStepSub},
        {Qt::Key_Down, QAbstractSlider::SliderSingleStepAdd},
        {Qt::Key_Right, QAbstractSlider::SliderSingleStepAdd},
        {Qt::Key_PageUp, QAbstractSlider::SliderPageStepSub},
        {Qt::Key_PageDown, QAbstractSlider::SliderPageStepAdd},
        {Qt::Key_Home, QAbstractSlider::SliderToMinimum},
        {Qt::Key_End, QAbstractSlider::SliderToMaximum}};
    const auto action = actions.find(event->key());
    if (m_bar == nullptr || m_bar->isHidden() || action == actions.end()) {
        PanelView::keyPressEvent(event);
        return;
    }
    m_bar->triggerAction(action->second);
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
    const auto hidden = qulonglong(m_values.size() - m_layout.values.size());
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
    const bool scrolled = m_area != QSizeF(size());
    if (scrolled) {
        makeLayout();
        m_places = m_layout;
    }
    drawValues(list);
    drawMore(list);
    m_exporting = false;
    m_laidOut = !scrolled;
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
