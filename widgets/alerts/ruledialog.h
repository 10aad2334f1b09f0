// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/backtest.h"
#include "model/alerting/ruledraft.h"
#include "widgets/alerts/thresholdchart.h"

#include <QDialog>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace sightglass {

class BackTestStrip;
class FieldHint;

/// Makes an alerting rule of what a panel shows: the threshold is dragged on the chart or typed, and the
/// strip below says at once when the rule would have been pending and firing. The rule is shown as it will
/// stand in the file. Not modal: open() it, answer expressionChosen() with setSeries(), and listen for
/// submitted().
class RuleDialog : public QDialog
{
    Q_OBJECT

public:
    struct Subject
    {
        RuleDraft draft;                      ///< what it begins with
        std::vector<std::string> expressions; ///< of the panel's queries; at least one
        std::vector<std::string> files;       ///< rule files of the user's, the first is suggested
        std::string group = "sightglass";
        std::int64_t intervalMs = 15'000; ///< of a new group
        std::string unit = "short";
        QTimeZone zone = QTimeZone::systemTimeZone();
    };

    /// What is to be written where.
    struct Wish
    {
        RuleDraft draft;
        std::string file;
        std::string group;
        std::int64_t intervalMs = 15'000;
    };

    RuleDialog(Subject subject, const Theme &theme, QWidget *parent = nullptr);

    /// What the expression gave. What was before `shownFrom` is not shown; the strip's states begin there.
    void setSeries(const ThresholdChart::Series &series, StepRange steps,
                   std::optional<TimestampMs> shownFrom = std::nullopt);
    void setProblem(const QString &problem);
    /// Says why the rule was not written, and stays open.
    void refuse(const QString &problem);

    [[nodiscard]] RuleDraft draft() const;
    [[nodiscard]] ThresholdChart *chart() const noexcept { return m_chart; }
    [[nodiscard]] BackTestStrip *strip() const noexcept { return m_strip; }

signals:
    /// Asks for its series.
    void expressionChosen(const QString &expression);
    void submitted(const sightglass::RuleDialog::Wish &wish);

private:
    void makeForm();
    void connectForm();
    void moveThreshold(double threshold);
    void suggestThreshold();
    [[nodiscard]] StepRange shownSteps() const;
    [[nodiscard]] ThresholdChart::Series shownSeries() const;
    void preview();
    void submit();
    [[nodiscard]] std::int64_t duration(const QLineEdit &field, bool &ok) const;

    Subject m_subject;
    ThresholdChart::Series m_series;
    StepRange m_steps;
    std::optional<TimestampMs> m_shownFrom;
    std::int64_t m_askedLeadMs = 0;   ///< so long before the shown time was asked for
    bool m_isThresholdChosen = false; ///< by the user, or handed in
    ThresholdChart *m_chart;
    BackTestStrip *m_strip;
    QComboBox *m_expr;
    QLineEdit *m_name;
    QComboBox *m_op;
    QLineEdit *m_threshold;
    QLineEdit *m_for;
    QLineEdit *m_keep;
    QComboBox *m_severity;
    QLineEdit *m_summary;
    QComboBox *m_file;
    QLineEdit *m_group;
    QPlainTextEdit *m_text;
    FieldHint *m_problem;
    QPushButton *m_ok = nullptr;
};

} // namespace sightglass
