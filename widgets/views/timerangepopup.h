// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardsettings.h"
#include "model/presentation/timeselection.h"
#include "model/presentation/timetext.h"

#include <QFrame>
#include <QStringList>

#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace sightglass {

/// What a dashboard wants offered, and how often it asks for data.
struct TimeOffer
{
    std::vector<QuickRange> ranges;      ///< empty: the standard lengths. Titles are hostile
    std::vector<std::int64_t> refreshMs; ///< empty: the standard ones
    std::optional<std::int64_t> refresh; ///< 0: as data come in; empty: there is nothing to choose
    bool hidden = false;                 ///< no time can be chosen

    friend bool operator==(const TimeOffer &, const TimeOffer &) = default;
};

/// Chooses a time: how long back, or from when to when as text (see parseTime()), one that was chosen before,
/// and how often the dashboard asks for data. Says at once what of the text is no time.
class TimeRangePopup : public QFrame
{
    Q_OBJECT

public:
    /// `now` is asked whenever a text is read.
    explicit TimeRangePopup(std::function<TimestampMs()> now, QWidget *parent = nullptr);

    /// What is shown: the texts of the fields, and the row in the list. `liveMs`: where it is live.
    void setShown(TimeRange range, std::optional<std::int64_t> liveMs, const QTimeZone &zone);
    /// The texts of a live range in words; to be called behind setShown().
    void setWords(const RelativeRange &range);
    void setOffer(const TimeOffer &offer);
    /// What was chosen before, newest first, each as "from" and "to" with a tabulator between.
    void setHistory(const QStringList &history);

signals:
    void lengthChosen(qint64 milliseconds);
    void rangeChosen(sightglass::TimeRange range);
    /// A range in words that is no length up to now.
    void relativeChosen(const sightglass::RelativeRange &range);
    /// One of the three above, as texts.
    void wordsChosen(const QString &from, const QString &to);
    void refreshChosen(qint64 milliseconds);

private:
    void connectParts();
    void addLengths();
    void check();
    void apply();
    void submit(const QString &from, const QString &to);
    [[nodiscard]] std::variant<TimeWish, TimeWishProblem> wish() const;

    std::function<TimestampMs()> m_now;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    TimeOffer m_offer;
    QListWidget *m_lengths;
    QLabel *m_recentTitle;
    QListWidget *m_recent;
    QLabel *m_refreshTitle;
    QComboBox *m_refresh;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QLabel *m_hint;
    QPushButton *m_apply;
};

/// "Last 5 minutes", "Last 2 days"; a length that is no whole number of them as Prometheus writes it.
[[nodiscard]] QString liveText(std::int64_t milliseconds);

/// What a range in words is called: "Today so far", else "now-1d/d – now".
[[nodiscard]] QString wordsText(const RelativeRange &range);

} // namespace sightglass
