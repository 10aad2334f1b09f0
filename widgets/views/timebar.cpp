// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/timebar.h"

#include "model/presentation/timetext.h"
#include "widgets/views/timerangepopup.h"

#include <QDateTime>
#include <QEvent>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace sightglass {

namespace {

constexpr double panShare = 0.5;
constexpr qsizetype mostRemembered = 20;
constexpr double shareBesideTabs = 0.6;
constexpr int frameOfToolBar = 16; ///< pixels

} // namespace

TimeBar::TimeBar(QWidget *parent)
    : FoldingBar(parent)
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    setSpace({8, 2, 8, 2}, 4);
    m_earlier = addButton("timeEarlier", {}, tr("Earlier by half of what is shown"), 3);
    m_earlier->setArrowType(Qt::LeftArrow);
    m_choose = addButton("timeChoose", {}, tr("Choose what time is shown"), 0);
    m_choose->setArrowType(Qt::DownArrow);
    m_choose->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_later = addButton("timeLater", {}, tr("Later by half of what is shown"), 3);
    m_later->setArrowType(Qt::RightArrow);
    m_widen = addButton("timeWiden", tr("Zoom out"), tr("Show twice as much time"), 6);
    m_pause = addButton("timePause", tr("Pause"), tr("Stop the panels moving; scraping goes on (Space)"), 1);
    m_pause->setCheckable(true);
    // Behind all whose texts change their lengths, so that clicks in a row find the same button.
    m_back = addButton("timeBack", QStringLiteral("↶"), tr("Back to the time shown before (Backspace)"), 2);
    m_forward = addButton("timeForward", QStringLiteral("↷"),
                          tr("Forward to the time that was left (Shift+Backspace)"), 5);
    m_utc = addButton("timeUtc", QStringLiteral("UTC"), tr("Tell times in UTC or in the local time zone"), 4);
    m_utc->setCheckable(true);

    connect(m_choose, &QToolButton::clicked, this, &TimeBar::choose);
    connect(m_pause, &QToolButton::clicked, this, &TimeBar::pauseToggled);
    connect(m_widen, &QToolButton::clicked, this, &TimeBar::zoomOutRequested);
    connect(m_back, &QToolButton::clicked, this, &TimeBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &TimeBar::forwardRequested);
    connect(m_earlier, &QToolButton::clicked, this, [this] { emit panRequested(-panShare); });
    connect(m_later, &QToolButton::clicked, this, [this] { emit panRequested(panShare); });
    connect(m_utc, &QToolButton::clicked, this, &TimeBar::utcToggled);
    showState();
}

QToolButton *TimeBar::addButton(const char *name, const QString &text, const QString &toolTip, int order)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text.size() > 1 ? text : toolTip);
    button->setAccessibleDescription(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    if (order > 0)
        addFolding(button, order);
    else
        addWidget(button);
    return button;
}

QSize TimeBar::sizeHint() const
{
    QSize hint = FoldingBar::sizeHint();
    if (const QWidget *around = parentWidget()) {
        const bool besideTabs = qobject_cast<const QTabWidget *>(around) != nullptr;
        const int room = besideTabs ? static_cast<int>(around->width() * shareBesideTabs)
                                    : around->width() - frameOfToolBar;
        hint.setWidth(std::clamp(hint.width(), std::min(minimumSizeHint().width(), hint.width()),
                                 std::max(room, minimumSizeHint().width())));
    }
    return hint;
}

bool TimeBar::event(QEvent *event)
{
    if (event->type() == QEvent::ParentAboutToChange && parentWidget() != nullptr)
        parentWidget()->removeEventFilter(this);
    if (event->type() == QEvent::ParentChange && parentWidget() != nullptr)
        parentWidget()->installEventFilter(this);
    return FoldingBar::event(event);
}

/// How much it wants depends on the room around it.
bool TimeBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        updateGeometry();
    return FoldingBar::eventFilter(watched, event);
}

void TimeBar::setClock(std::function<TimestampMs()> now)
{
    m_now = std::move(now);
}

void TimeBar::setSelection(const TimeSelection &selection, TimeRange range)
{
    m_selection = selection;
    m_range = range;
    showState();
}

void TimeBar::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    showState();
}

QString TimeBar::stateText() const
{
    if (m_selection.live()) {
        const QString what =
            m_selection.relative() ? wordsText(*m_selection.relative()) : liveText(m_selection.lengthMs());
        return tr("Live · %1", "the time range moves on").arg(what);
    }
    const QString range = timeRangeText(m_range, m_zone);
    return m_selection.paused() ? tr("Paused · %1", "the time range stands still").arg(range) : range;
}

void TimeBar::showState()
{
    const bool live = m_selection.live();
    setElasticText(m_choose, stateText());
    m_choose->setAccessibleName(tr("Time range: %1").arg(stateText()));
    m_pause->setChecked(!live);
    m_pause->setText(live ? tr("Pause") : tr("Go live"));
    m_pause->setToolTip(live ? tr("Stop the panels moving; scraping goes on (Space)")
                             : tr("Show what is now, and move on with it (Space)"));
    m_pause->setAccessibleName(m_pause->text());
    m_back->setEnabled(m_selection.canGoBack());
    m_forward->setEnabled(m_selection.canGoForward());
    m_later->setEnabled(!live);
    m_utc->setChecked(m_zone == QTimeZone::utc());
    m_utc->setText(zoneText(m_range.to, m_zone));
    m_utc->setAccessibleName(tr("Time zone: %1").arg(m_utc->text()));
}

void TimeBar::setOffer(const TimeOffer &offer)
{
    if (offer == m_offer)
        return;
    m_offer = offer;
    for (QToolButton *button : {m_back, m_forward, m_earlier, m_choose, m_later, m_widen})
        setShown(button, !offer.hidden);
    if (m_popup != nullptr)
        m_popup->setOffer(offer);
}

void TimeBar::setHistory(const QStringList &history)
{
    m_history = history.mid(0, mostRemembered);
    if (m_popup != nullptr)
        m_popup->setHistory(m_history);
}

void TimeBar::makePopup()
{
    m_popup = new TimeRangePopup([this] { return m_now(); }, this);
    m_popup->setOffer(m_offer);
    m_popup->setHistory(m_history);
    connect(m_popup, &TimeRangePopup::lengthChosen, this, &TimeBar::lengthChosen);
    connect(m_popup, &TimeRangePopup::rangeChosen, this, &TimeBar::rangeChosen);
    connect(m_popup, &TimeRangePopup::relativeChosen, this, &TimeBar::relativeChosen);
    connect(m_popup, &TimeRangePopup::refreshChosen, this, &TimeBar::refreshChosen);
    connect(m_popup, &TimeRangePopup::wordsChosen, this, [this](const QString &from, const QString &to) {
        const QString entry = from + u'\t' + to;
        m_history.removeAll(entry);
        m_history.prepend(entry);
        setHistory(m_history);
        emit historyChanged();
    });
}

void TimeBar::choose()
{
    if (m_popup == nullptr)
        makePopup();
    const bool live = m_selection.live() && !m_selection.relative();
    m_popup->setShown(m_range, live ? std::optional(m_selection.lengthMs()) : std::nullopt, m_zone);
    if (m_selection.live() && m_selection.relative())
        m_popup->setWords(*m_selection.relative());
    m_popup->adjustSize();
    const QPoint below =
        m_choose->mapToGlobal(QPoint(m_choose->width() - m_popup->width(), m_choose->height()));
    m_popup->move(below);
    m_popup->show();
}

} // namespace sightglass
