// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/silence.h"

#include <QTimeZone>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace sightglass {

/// All silences: those that hold, those to come and those that are over, with what they hit now. Return
/// changes one, Delete ends it, Insert or N makes another. Those of an Alertmanager are only shown.
class SilenceList : public QWidget
{
    Q_OBJECT

public:
    explicit SilenceList(QWidget *parent = nullptr);

    struct Contents
    {
        std::vector<Silence> own;
        std::vector<Silence> foreign; ///< of Alertmanagers
        std::vector<Labels> alerts;   ///< there are at present
        TimestampMs now = 0;
    };
    /// The chosen one stays chosen.
    void setContents(const Contents &contents);
    void setTimeZone(const QTimeZone &zone);

signals:
    void newRequested();
    void editRequested(const std::string &id);
    void expireRequested(const std::string &id);

private:
    struct Line
    {
        Silence silence;
        bool isForeign = false;
        std::size_t hits = 0;
    };
    void makeTable();
    void showLine(const Line &line, int row);
    /// Null where none of the user's own is chosen.
    [[nodiscard]] const Line *chosen() const;
    void updateButtons();

    QTimeZone m_zone = QTimeZone::systemTimeZone();
    TimestampMs m_now = 0;
    std::vector<Line> m_lines;
    QTableWidget *m_table;
    QLabel *m_empty;
    QPushButton *m_edit;
    QPushButton *m_expire;
};

} // namespace sightglass
