// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/rulediagnosis.h"

#include <QAbstractTableModel>

#include <memory>
#include <string>
#include <vector>

namespace sightglass {

/// The label sets of a rule's diagnosis: what each is doing, its value against the threshold, how much of
/// `for` has passed, and what the last evaluations found of it.
class RuleSetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        StateColumn,
        LabelsColumn,
        ValueColumn,
        ThresholdColumn,
        ForColumn,
        SeenColumn,
        ColumnCount
    };
    enum Role
    {
        AlertStateRole = Qt::UserRole,
        ForShareRole, ///< 0–1; invalid where nothing is pending
        SeenRole      ///< QByteArray of SetPresence, oldest first
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no rows.
    void setDiagnosis(std::shared_ptr<const RuleDiagnosis> diagnosis);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString cellText(const RuleLabelSet &set, int column) const;

    /// Those that the sets differ in.
    [[nodiscard]] Labels tellingLabels(const RuleLabelSet &set) const;

    std::shared_ptr<const RuleDiagnosis> m_diagnosis;
    std::vector<std::string> m_common; ///< names of labels that all sets share
};

} // namespace sightglass
