// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/paneltitle.h"

#include "model/presentation/displaytext.h"
#include "widgets/panelkit/plaintip.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr int markSize = 14;
constexpr int gap = 6;
constexpr int leastForExplore = 90;

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
    setMouseTracking(true);
    setAccessibleName(title);
    setAccessibleDescription(everything());
}

void PanelTitle::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    updateGeometry();
    update();
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
    setAccessibleDescription(everything());
    update();
}

void PanelTitle::setNotices(const QStringList &notices)
{
    if (notices == m_notices)
        return;
    m_notices = notices;
    setAccessibleDescription(everything());
    update();
}

void PanelTitle::setLinked(bool linked)
{
    m_linked = linked;
    update();
}

void PanelTitle::setExplorable(bool explorable)
{
    m_explorable = explorable;
    update();
}

void PanelTitle::setMenuShown(bool shown)
{
    if (shown == m_menuShown)
        return;
    m_menuShown = shown;
    update(); // the title makes room
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

// ---- places: alert, title, marks behind it; the buttons at the right, over them while they are there

QRect PanelTitle::buttonRect(int place) const
{
    return {width() - markSize - place * (markSize + gap), (height() - markSize) / 2, markSize, markSize};
}

QRect PanelTitle::alertRect() const
{
    if (m_alert == AlertState::Inactive)
        return {};
    return {0, (height() - markSize) / 2, markSize, markSize};
}

QRect PanelTitle::menuRect() const
{
    return buttonRect(0);
}

QRect PanelTitle::exploreRect() const
{
    return hasExplore() ? buttonRect(1) : QRect();
}

/// Where hardly anything of the title would be left beside it, the menu leads there too.
bool PanelTitle::hasExplore() const
{
    return m_explorable && width() >= leastForExplore;
}

PanelTitle::Places PanelTitle::places(Buttons buttons) const
{
    constexpr int step = markSize + gap;
    const int left = m_alert == AlertState::Inactive ? 0 : step;
    const int right = buttons == Buttons::Shown ? width() - (hasExplore() ? 2 : 1) * step : width();
    // Parts of pixels count, else a title is cut that fits.
    const int wanted = static_cast<int>(std::ceil(QFontMetricsF(titleFont()).horizontalAdvance(m_title))) + 1;
    bool info = !m_description.isEmpty() || !m_notices.isEmpty();
    bool link = m_linked;
    const bool remark = !m_remarks.isEmpty();
    const auto marks = [&] { return (int(remark) + int(link) + int(info)) * step; };
    // With the pointer elsewhere the title is worth more than what one can point at.
    if (buttons == Buttons::Hidden) {
        info = info && left + wanted + marks() <= right;
        link = link && left + wanted + marks() <= right;
    }
    Places result;
    result.text = QRect(left, 0, std::clamp(right - left - marks(), 0, wanted), height());
    int x = result.text.x() + result.text.width() + gap;
    const auto place = [&](bool shown) {
        const QRect rect = shown ? QRect(x, (height() - markSize) / 2, markSize, markSize) : QRect();
        x += shown ? step : 0;
        return rect;
    };
    result.remark = place(remark);
    result.link = place(link);
    result.info = place(info);
    return result;
}

QRect PanelTitle::infoRect() const
{
    return places(Buttons::Shown).info;
}

QRect PanelTitle::linkRect() const
{
    return places(Buttons::Shown).link;
}

QRect PanelTitle::remarkRect() const
{
    return places(Buttons::Shown).remark;
}

QRect PanelTitle::textRect() const
{
    return places(Buttons::Shown).text;
}

// ---- texts

QString PanelTitle::alertText() const
{
    const QString state = m_alert == AlertState::Firing ? tr("Alert firing") : tr("Alert pending");
    return m_summary.isEmpty() ? state : tr("%1: %2").arg(state, m_summary);
}

QString PanelTitle::infoText() const
{
    QStringList parts = m_notices;
    if (!m_description.isEmpty())
        parts.prepend(m_description);
    return parts.join(u'\n');
}

QString PanelTitle::everything() const
{
    QStringList parts = m_remarks;
    if (const QString info = infoText(); !info.isEmpty())
        parts.prepend(info);
    return parts.join(u'\n');
}

QString PanelTitle::toolTipAt(QPoint position) const
{
    if (alertRect().contains(position))
        return alertText();
    if (infoRect().contains(position))
        return infoText();
    if (remarkRect().contains(position))
        return m_remarks.join(u'\n');
    if (linkRect().contains(position))
        return tr("Links");
    if (menuRect().contains(position))
        return tr("Menu");
    if (exploreRect().contains(position))
        return tr("Explore its queries");
    const bool cut = QFontMetrics(titleFont()).horizontalAdvance(m_title) > textRect().width();
    return cut && textRect().contains(position) ? m_title : QString();
}

// ---- painting

void PanelTitle::drawAlert(DisplayList &list) const
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
    bell.addEllipse(QPointF(box.center().x(), box.bottom() - 1), 2, 1.6);
    bell.setFillRule(Qt::WindingFill);
    list.add(DisplayList::Shape{bell, Qt::NoPen, alertColor(m_theme, m_alert)});
}

void PanelTitle::drawMark(DisplayList &list, const QRect &rect, const QColor &color, QChar letter) const
{
    QPainterPath ring;
    ring.addEllipse(QRectF(rect).adjusted(1, 1, -1, -1));
    list.add(DisplayList::Shape{ring, QPen(color, 1.2), Qt::NoBrush});
    QFont small = titleFont();
    small.setPixelSize(markSize - 4);
    list.add(DisplayList::Text{QRectF(rect), QString(letter), small, color, Qt::AlignCenter});
}

void PanelTitle::drawLink(DisplayList &list, const QRect &rect) const
{
    // An arrow out of a box.
    const QRectF box = QRectF(rect).adjusted(2, 2, -2, -2);
    QPainterPath path;
    path.moveTo(box.center().x() - 1, box.top());
    path.lineTo(box.topLeft());
    path.lineTo(box.bottomLeft());
    path.lineTo(box.bottomRight());
    path.lineTo(box.right(), box.center().y() + 1);
    path.moveTo(box.center());
    path.lineTo(box.topRight());
    path.moveTo(box.right() - 4, box.top());
    path.lineTo(box.topRight());
    path.lineTo(box.right(), box.top() + 4);
    list.add(DisplayList::Shape{path, QPen(m_theme.textMuted, 1.2), Qt::NoBrush});
}

void PanelTitle::drawMenu(DisplayList &list) const
{
    constexpr double radius = 1.4;
    QPainterPath dots;
    const QPointF middle = QRectF(menuRect()).center();
    for (const int row : {-1, 0, 1})
        dots.addEllipse(middle + QPointF(0, row * 4.5), radius, radius);
    list.add(DisplayList::Shape{dots, Qt::NoPen, m_theme.textMuted});
}

/// A magnifying glass.
void PanelTitle::drawExplore(DisplayList &list) const
{
    const QRectF box = QRectF(exploreRect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QPainterPath path;
    path.addEllipse(QRectF(box.topLeft(), QSizeF(box.width() * 0.66, box.height() * 0.66)));
    path.moveTo(box.topLeft() + QPointF(box.width() * 0.58, box.height() * 0.58));
    path.lineTo(box.bottomRight());
    list.add(DisplayList::Shape{path, QPen(m_theme.textMuted, 1.5), Qt::NoBrush});
}

DisplayList PanelTitle::drawing() const
{
    return drawing(Buttons::Hidden);
}

DisplayList PanelTitle::drawing(Buttons buttons) const
{
    DisplayList list;
    const Places at = places(buttons);
    if (m_alert != AlertState::Inactive)
        drawAlert(list);
    if (!at.info.isNull())
        drawMark(list, at.info, m_theme.textMuted, u'i');
    if (!at.link.isNull())
        drawLink(list, at.link);
    if (!at.remark.isNull())
        drawMark(list, at.remark, m_theme.semantic(SemanticColor::Warning), u'!');
    const QString title = QFontMetrics(titleFont()).elidedText(m_title, Qt::ElideRight, at.text.width());
    list.add(DisplayList::Text{QRectF(at.text), title, titleFont(), m_theme.text});
    if (buttons == Buttons::Shown)
        drawMenu(list);
    if (buttons == Buttons::Shown && hasExplore())
        drawExplore(list);
    return list;
}

void PanelTitle::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    drawing(m_menuShown ? Buttons::Shown : Buttons::Hidden).paint(painter);
}

// ---- input

bool PanelTitle::event(QEvent *event)
{
    const auto textAt = [this](QPoint place) { return toolTipAt(place); };
    return answerToolTip(event, this, textAt) || QWidget::event(event);
}

void PanelTitle::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    if (menuRect().contains(at))
        emit menuRequested();
    else if (exploreRect().contains(at))
        emit exploreRequested();
    else if (linkRect().contains(at))
        emit linksRequested();
    else if (infoRect().contains(at) || remarkRect().contains(at))
        emit remarksRequested();
    else
        QWidget::mousePressEvent(event);
}

bool PanelTitle::isButtonAt(QPoint at) const
{
    return menuRect().contains(at) || exploreRect().contains(at) || linkRect().contains(at) ||
           infoRect().contains(at) || remarkRect().contains(at);
}

void PanelTitle::setDraggable(bool draggable)
{
    m_draggable = draggable;
    setCursor(draggable ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void PanelTitle::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton) {
        const Qt::CursorShape resting = m_draggable ? Qt::OpenHandCursor : Qt::ArrowCursor;
        setCursor(isButtonAt(event->position().toPoint()) ? Qt::PointingHandCursor : resting);
    }
    QWidget::mouseMoveEvent(event);
}

} // namespace sightglass
