// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/paneltitle.h"

#include "model/presentation/displaytext.h"
#include "widgets/panelkit/plaintip.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace sightglass {

namespace {

constexpr int markSize = 14;
constexpr int gap = 6;
constexpr int leastForExplore = 150;

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
    update(menuRect().united(exploreRect()));
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

// ---- places, from the right: menu, description, links, remarks

QRect PanelTitle::markRect(int place) const
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
    return markRect(0);
}

QRect PanelTitle::exploreRect() const
{
    return hasExplore() ? markRect(1) : QRect();
}

/// A narrow panel needs its width for its title; the menu leads there too.
bool PanelTitle::hasExplore() const
{
    return m_explorable && width() >= leastForExplore;
}

/// Behind the menu and, where there is one, the way to Explore, whose places are always kept.
int PanelTitle::firstMark() const
{
    return hasExplore() ? 2 : 1;
}

QRect PanelTitle::infoRect() const
{
    return m_description.isEmpty() ? QRect() : markRect(firstMark());
}

QRect PanelTitle::linkRect() const
{
    return m_linked ? markRect(firstMark() + (m_description.isEmpty() ? 0 : 1)) : QRect();
}

QRect PanelTitle::remarkRect() const
{
    if (m_remarks.isEmpty())
        return {};
    return markRect(firstMark() + (m_description.isEmpty() ? 0 : 1) + (m_linked ? 1 : 0));
}

QRect PanelTitle::textRect() const
{
    QRect rect = this->rect();
    if (m_alert != AlertState::Inactive)
        rect.setLeft(markSize + gap);
    const int marks =
        firstMark() + (m_description.isEmpty() ? 0 : 1) + (m_linked ? 1 : 0) + (m_remarks.isEmpty() ? 0 : 1);
    rect.setRight(rect.right() - marks * (markSize + gap));
    return rect;
}

// ---- texts

QString PanelTitle::alertText() const
{
    const QString state = m_alert == AlertState::Firing ? tr("Alert firing") : tr("Alert pending");
    return m_summary.isEmpty() ? state : tr("%1: %2").arg(state, m_summary);
}

QString PanelTitle::everything() const
{
    QStringList parts = m_remarks;
    if (!m_description.isEmpty())
        parts.prepend(m_description);
    return parts.join(u'\n');
}

QString PanelTitle::toolTipAt(QPoint position) const
{
    if (alertRect().contains(position))
        return alertText();
    if (infoRect().contains(position))
        return m_description;
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

void PanelTitle::drawLink(DisplayList &list) const
{
    // An arrow out of a box.
    const QRectF box = QRectF(linkRect()).adjusted(2, 2, -2, -2);
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
    DisplayList list;
    if (m_alert != AlertState::Inactive)
        drawAlert(list);
    if (!m_description.isEmpty())
        drawMark(list, infoRect(), m_theme.textMuted, u'i');
    if (m_linked)
        drawLink(list);
    if (!m_remarks.isEmpty())
        drawMark(list, remarkRect(), m_theme.semantic(SemanticColor::Warning), u'!');
    const QString title = QFontMetrics(titleFont()).elidedText(m_title, Qt::ElideRight, textRect().width());
    list.add(DisplayList::Text{QRectF(textRect()), title, titleFont(), m_theme.text});
    return list;
}

void PanelTitle::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    DisplayList list = drawing();
    if (m_menuShown)
        drawMenu(list);
    if (m_menuShown && hasExplore())
        drawExplore(list);
    list.paint(painter);
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
