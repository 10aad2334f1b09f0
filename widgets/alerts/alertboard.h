// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/alertboard.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace sightglass {

class AlertBoardModel;
class AlertSheet;
class CutLabel;

/// The alert board: what is shown of it at the top, the lines below. All of it by keys: "/" types a filter,
/// Return opens a line, S silences, A acknowledges, N takes a note, T shows the time at which it began, 1 to
/// 4 show and hide states, B puts lines beside each other or not.
class AlertBoard : public QWidget
{
    Q_OBJECT

public:
    explicit AlertBoard(AlertBoardModel *model, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// How many rules are evaluated, for the text that stands where no alert is; evaluations that were missed
    /// since the start are told.
    void setRules(int rules, std::uint64_t missedEvaluations);
    [[nodiscard]] AlertSheet *sheet() const noexcept { return m_sheet; }
    /// The lines that an action is about.
    [[nodiscard]] std::vector<BoardRow> chosen() const;

signals:
    void opened(const sightglass::BoardRow &row);
    void silenceRequested(const std::vector<sightglass::BoardRow> &rows);
    void acknowledgeRequested(const std::vector<sightglass::BoardRow> &rows);
    void noteRequested(const sightglass::BoardRow &row);
    void timeRequested(sightglass::TimestampMs at);

private:
    QWidget *makeBar();
    /// A button that shows and hides some lines.
    struct Toggle
    {
        const char *name;
        QString text;
        bool BoardFilter::*shown;
        Qt::Key key;
    };
    QToolButton *makeToggle(const Toggle &toggle);
    void addAction(const QString &text, const QList<QKeySequence> &keys, const std::function<void()> &call);
    void addActions();
    void applyFilter();
    void showCounts();
    void showCurrent();

    AlertBoardModel *m_model;
    AlertSheet *m_sheet;
    BoardFilter m_filter;
    QLineEdit *m_text = nullptr;
    QComboBox *m_severity = nullptr;
    QToolButton *m_firing = nullptr;
    QToolButton *m_pending = nullptr;
    QToolButton *m_resolved = nullptr;
    QToolButton *m_quiet = nullptr;
    CutLabel *m_common;
    CutLabel *m_details; ///< of the current line
    CutLabel *m_remarks;
    QLabel *m_empty;
    int m_rules = 0;
    std::uint64_t m_missed = 0;
};

} // namespace sightglass
