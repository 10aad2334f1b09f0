// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/presentation/timeselection.h"
#include "widgets/views/foldingbar.h"
#include "widgets/views/timerangepopup.h"

#include <QTimeZone>

#include <functional>

class QToolButton;

namespace sightglass {

/// Chooses what time all panels show, and says which one it is: how long back or from when to when, earlier
/// and later, zoom out, back and forward, live or not, and the zone that times are told in. Beside tabs it
/// leaves them a part of the width.
class TimeBar : public FoldingBar
{
    Q_OBJECT

public:
    explicit TimeBar(QWidget *parent = nullptr);

    /// What is now, for texts such as now-6h; the system's clock until then.
    void setClock(std::function<TimestampMs()> now);
    /// Shows this selection, whose range is `range` at the moment, without emitting anything.
    void setSelection(const TimeSelection &selection, TimeRange range);
    void setTimeZone(const QTimeZone &zone);
    /// What the dashboard in front wants offered.
    void setOffer(const TimeOffer &offer);
    /// The ranges that were chosen by hand, newest first, as TimeRangePopup has them.
    [[nodiscard]] const QStringList &history() const noexcept { return m_history; }
    void setHistory(const QStringList &history);
    /// "Live · Last 5 minutes", "Paused · 2026-11-21 10:00 – 10:05", or the range alone.
    [[nodiscard]] QString stateText() const;

    [[nodiscard]] QSize sizeHint() const override;

public slots:
    /// Opens what chooses the range.
    void choose();

signals:
    void lengthChosen(qint64 milliseconds);
    void rangeChosen(sightglass::TimeRange range);
    void relativeChosen(const sightglass::RelativeRange &range);
    void refreshChosen(qint64 milliseconds);
    void historyChanged();
    void pauseToggled(bool paused);
    void zoomOutRequested(); ///< twice as long
    void panRequested(double share);
    void backRequested();
    void forwardRequested();
    void utcToggled(bool utc);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makePopup();
    QToolButton *addButton(const char *name, const QString &text, const QString &toolTip, int order);
    void showState();

    std::function<TimestampMs()> m_now;
    TimeSelection m_selection;
    TimeRange m_range;
    TimeOffer m_offer;
    QStringList m_history;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_earlier;
    QToolButton *m_choose;
    QToolButton *m_later;
    QToolButton *m_widen;
    QToolButton *m_pause;
    QToolButton *m_utc;
    TimeRangePopup *m_popup = nullptr;
};

} // namespace sightglass
