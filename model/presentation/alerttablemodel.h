// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/presentation/rowupdate.h"

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
        SeverityRole
    };

    using RowTableModel::RowTableModel;

    void update(const std::vector<RuleStatus> &rules, TimestampMs now);

    /// How many alerts are in a state.
    [[nodiscard]] int count(AlertState state) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "firing", "pending", "resolved": translated.
    [[nodiscard]] static QString stateText(AlertState state);
    [[nodiscard]] static QString severityText(Severity severity);
    /// Labels without alertname and severity, as {a="b", c="d"}.
    [[nodiscard]] static QString labelsText(const Labels &labels);

private:
    struct Row
    {
        std::string group;
        std::string rule;
        Severity severity = Severity::Warning;
        Alert alert;
        std::optional<Error> error; ///< set: the rule itself has failed, and `alert` is empty
        std::int64_t ageSeconds = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] static std::vector<Row> rowsOf(const RuleStatus &status, TimestampMs now);
    [[nodiscard]] QString cellText(const Row &row, int column) const;

    std::vector<Row> m_rows;
};

} // namespace sightglass
