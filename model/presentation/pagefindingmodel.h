// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/diagnosis.h"

#include <QAbstractListModel>

#include <cstddef>
#include <memory>
#include <vector>

namespace sightglass {

/// The endpoint doctor's findings that pass a filter, in their order. Texts are displayable.
class PageFindingModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        SeverityRole = Qt::UserRole, ///< DiagnosticSeverity
        SeverityTextRole,
        RuleRole,
        MetricRole,
        PlaceRole, ///< "12:7"; may be empty
        ApprovedRole
    };

    struct Filter
    {
        QString text; ///< in any of a finding's texts, whatever the case; empty: all
        bool rejected = true;
        bool wrong = true;
        bool advice = true;
        bool approved = false; ///< approved ones too

        friend bool operator==(const Filter &, const Filter &) = default;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Null: none. Where nothing differs from before, the rows stay.
    void setDiagnosis(std::shared_ptr<const Diagnosis> diagnosis);
    void setFilter(const Filter &filter);
    [[nodiscard]] const Filter &filter() const noexcept { return m_filter; }

    /// Null where the row has gone. Lives until the next diagnosis.
    [[nodiscard]] const PageFinding *finding(int row) const;
    /// The row of a finding like this one: the same place, else the same rule about the same metric and
    /// label; -1 where there is none.
    [[nodiscard]] int rowLike(const PageFinding &finding) const;
    /// As the verdict counts: findings of this severity that nobody approved, those that are not listed too,
    /// whatever the filter.
    [[nodiscard]] std::size_t count(DiagnosticSeverity severity) const;
    [[nodiscard]] std::size_t approvedCount() const;
    /// Findings that are not listed because there are too many of their rule: "promlint-help 120, churn 3";
    /// empty where there are none.
    [[nodiscard]] QString omittedText() const;
    [[nodiscard]] bool hasDiagnosis() const noexcept { return m_diagnosis != nullptr; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void update();
    [[nodiscard]] bool passes(const PageFinding &finding) const;

    std::shared_ptr<const Diagnosis> m_diagnosis;
    Filter m_filter;
    std::vector<std::size_t> m_rows; ///< of the diagnosis' findings
};

} // namespace sightglass
