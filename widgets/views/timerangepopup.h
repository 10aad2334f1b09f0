// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/timetext.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace sightglass {

/// Chooses a time: how long back, or from when to when as text (see parseTime()). Says at once what of the
/// text is no time.
class TimeRangePopup : public QFrame
{
    Q_OBJECT

public:
    /// `now` is asked whenever a text is read.
    explicit TimeRangePopup(std::function<TimestampMs()> now, QWidget *parent = nullptr);

    /// What is shown: the texts of the fields, and the row in the list. `liveMs`: where it is live.
    void setShown(TimeRange range, std::optional<std::int64_t> liveMs, const QTimeZone &zone);

signals:
    void lengthChosen(qint64 milliseconds);
    void rangeChosen(sightglass::TimeRange range);

private:
    void check();
    void apply();
    [[nodiscard]] std::variant<TimeWish, TimeWishProblem> wish() const;

    std::function<TimestampMs()> m_now;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QListWidget *m_lengths;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QLabel *m_hint;
    QPushButton *m_apply;
};

/// "Last 5 minutes", "Last 2 days"; a length that is no whole number of them as Prometheus writes it.
[[nodiscard]] QString liveText(std::int64_t milliseconds);

} // namespace sightglass
