// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/semanticcolor.h"
#include "model/presentation/rowupdate.h"
#include "model/scrape/targetstatus.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace sightglass {

/// The targets, a row each, in the user's order. Display texts are translated and plain.
class TargetTableModel : public RowTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        StateColumn,
        LastScrapeColumn,
        DurationColumn,
        SamplesColumn,
        ReasonColumn,
        ColumnCount
    };
    enum Role
    {
        HealthRole = Qt::UserRole, ///< TargetHealth as int
        IdRole,                    ///< TargetConfig::id
        SummaryRole,    ///< one line: "up · 2 s ago · 4 ms · 512 samples", or the reason of the failure
        UrlRole,        ///< as it may be shown
        PlaceRole,      ///< the same, behind the job where the name does not say it: "node ·
                        ///< http://h:9100/metrics"
        OriginRole,     ///< the name of the configuration file that it comes from, short; empty: made by hand
        HeldRole,       ///< whether it is a command that waits for the user's leave
        BadgeCountRole, ///< how many alerts there are of it; 0: none
        BadgeColorRole  ///< of the worst of them, a SemanticColor as int
    };

    using RowTableModel::RowTableModel;

    /// Takes the latest states; `now` is what ages are told against.
    void update(const std::vector<TargetStatus> &targets, TimestampMs now);

    /// Targets, by id, that are commands and switched off until the user lets them run.
    void setHeld(const QSet<QString> &ids);

    /// What stands beside a target's name: how many alerts there are of it.
    struct Badge
    {
        int count = 0;
        SemanticColor color = SemanticColor::Neutral;
        friend bool operator==(const Badge &, const Badge &) = default;
    };
    /// By target id; of those that are not in it there is none.
    void setBadges(const QHash<QString, Badge> &badges);
    [[nodiscard]] const TargetStatus *status(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        TargetStatus status;
        std::int64_t ageSeconds = -1; ///< of the last scrape; -1: none
        [[nodiscard]] bool operator==(const Row &other) const;
    };

    [[nodiscard]] QString cellText(const Row &row, int column) const;
    [[nodiscard]] QString summary(const Row &row) const;
    [[nodiscard]] QString stateText(const TargetStatus &status) const;
    [[nodiscard]] static QString ageText(const Row &row);

    std::vector<Row> m_rows;
    QHash<QString, Badge> m_badges;
    QSet<QString> m_held;
};

} // namespace sightglass
