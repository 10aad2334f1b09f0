// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/alerthistory.h"
#include "widgets/style/theme.h"

#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace sightglass {

class AlertTimeline;
class FieldHint;

/// The history of alerts: the timeline, and below it what is known of the one that is chosen, with its
/// acknowledgement and notes.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);
    void setHistory(const AlertHistory &history, TimestampMs now);
    [[nodiscard]] AlertTimeline *timeline() const noexcept { return m_timeline; }
    /// Chooses it, the keyboard in the line for a new note.
    void takeNote(std::uint64_t id);

signals:
    void acknowledgeRequested(std::uint64_t id, bool acknowledged);
    void noteGiven(std::uint64_t id, const QString &text);
    void timeRequested(sightglass::TimestampMs at);

private:
    QWidget *makeBar();
    QWidget *makeDetails();
    void connectDetails();
    void showHistory();
    void showChosen();

    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::vector<AlertEpisode> m_episodes;
    TimestampMs m_now = 0;
    bool m_hasChosenLength = false;
    AlertTimeline *m_timeline;
    QComboBox *m_length = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QListWidget *m_notes = nullptr;
    QLineEdit *m_note = nullptr;
    FieldHint *m_noteHint = nullptr;
    QPushButton *m_acknowledge = nullptr;
    QPushButton *m_show = nullptr;
};

} // namespace sightglass
