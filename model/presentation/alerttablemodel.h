// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/alerting/quietalerts.h"
#include "model/presentation/rowupdate.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The alerts that are pending, firing or lately resolved, and the rules that cannot be evaluated: a row
/// each, worst first. Texts of labels and summaries are hostile: shown as plain text.
class AlertTableModel : public RowTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        StateColumn,
        NameColumn,
        SeverityColumn,
        LabelsColumn,
        ValueColumn,
        SinceColumn,
        SummaryColumn,
        ColumnCount
    };
    enum Role
    {
        AlertStateRole = Qt::UserRole,
        SeverityRole,
        QuietRole ///< it is silenced or inhibited
    };

    using RowTableModel::RowTableModel;

    void update(const std::vector<RuleStatus> &rules, TimestampMs now);

    /// How many alerts are in a state.
    [[nodiscard]] int count(AlertState state) const;
    /// How many that are pending or firing are silenced or inhibited; count() leaves them out.
    [[nodiscard]] int quietCount() const;
    /// Which alerts are silenced or inhibited, from now on.
    void setQuiet(QuietAlerts quiet);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "firing", "pending", "resolved": translated.
    [[nodiscard]] static QString stateText(AlertState state);
    [[nodiscard]] static QString severityText(Severity severity);
    /// Of what a severity label says; another word than ours is displayable as it is, empty where there is
    /// none.
    [[nodiscard]] static QString severityText(std::string_view label);
    /// Labels without alertname and severity, as {a="b", c="d"}; instance and job, which many share, last.
    [[nodiscard]] static QString labelsText(const Labels &labels);

private:
    struct Row
    {
        std::string group;
        std::string rule;
        Severity severity = Severity::Warning;
        std::string severityText = {}; ///< the label's
        Alert alert;
        std::optional<Error> error; ///< set: the rule itself has failed, and `alert` is empty
        std::int64_t ageSeconds = 0;
        bool isQuiet = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] std::vector<Row> rowsOf(const RuleStatus &status, TimestampMs now) const;
    [[nodiscard]] QString cellText(const Row &row, int column) const;

    std::vector<Row> m_rows;
    QuietAlerts m_quiet;
};

} // namespace sightglass
