// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/alertboard.h"
#include "model/presentation/rowupdate.h"

#include <vector>

namespace sightglass {

/// The alert board as a table: what boardRows() found, filtered and sorted, with labels as columns between
/// the alert's name and its value. Texts are hostile and displayable: plain text.
class AlertBoardModel : public RowTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        /// Of the alert, an int; broken rules are firing.
        AlertStateRole = Qt::UserRole,
        SeverityRole,
        BrokenRole,       ///< the rule's evaluation fails
        QuietRole,        ///< something keeps it from being told
        AcknowledgedRole, ///< somebody knows of it
        ImportanceRole,   ///< horizontal header: 0 is shown first where room is scarce
        IsLabelRole       ///< horizontal header: the column is of a label
    };

    struct Counts
    {
        int firing = 0;
        int pending = 0;
        int resolved = 0;
        int broken = 0;
        int quiet = 0;
        friend bool operator==(const Counts &, const Counts &) = default;
    };

    using RowTableModel::RowTableModel;

    /// All rows there are, as boardRows() gives them.
    void setRows(std::vector<BoardRow> rows, TimestampMs now);
    void setFilter(const BoardFilter &filter);
    void setOrder(const BoardOrder &order);
    /// By the column that is there now; of one that the rows are sorted by already, the other way round.
    void sortBy(int column);
    [[nodiscard]] const BoardOrder &order() const noexcept { return m_order; }
    /// The column that the rows are sorted by.
    [[nodiscard]] int orderColumn() const;

    /// Null outside of the rows.
    [[nodiscard]] const BoardRow *row(int row) const;
    /// Where the row of the same alert is; -1 where it is not shown.
    [[nodiscard]] int find(const BoardRow &wanted) const;
    /// Of all rows, shown or not.
    [[nodiscard]] const Counts &counts() const noexcept { return m_counts; }
    /// Rows that are shown and not of what is over.
    [[nodiscard]] int activeRows() const;
    /// All there is to say of a row, in two lines. Displayable.
    [[nodiscard]] QStringList details(int row) const;
    [[nodiscard]] int total() const noexcept { return static_cast<int>(m_all.size()); }
    /// Labels that all rows share, as {a="b"}; empty where there are none.
    [[nodiscard]] QString commonLabels() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A row with what changes by itself as time goes on.
    struct Shown
    {
        BoardRow row;
        std::int64_t ageSeconds = 0;
        friend bool operator==(const Shown &a, const Shown &b)
        {
            const BoardRow &x = a.row;
            const BoardRow &y = b.row;
            return a.ageSeconds == b.ageSeconds && x.alert == y.alert && x.severity == y.severity &&
                   x.error == y.error && x.acknowledgedAt == y.acknowledgedAt &&
                   x.verdict.isTold() == y.verdict.isTold();
        }
    };
    struct Place
    {
        BoardColumn column = BoardColumn::Worst;
        std::size_t label = 0;
    };

    void show();
    void count();
    [[nodiscard]] Place placeOf(int column) const;
    [[nodiscard]] QString cellText(const Shown &shown, const Place &place) const;
    [[nodiscard]] QString toolTip(const BoardRow &row) const;
    /// What keeps it quiet, and who knows of it.
    [[nodiscard]] static QStringList remarks(const BoardRow &row);
    [[nodiscard]] QString title(const Place &place) const;

    std::vector<BoardRow> m_all;
    std::vector<Shown> m_rows;
    BoardLabels m_labels;
    BoardFilter m_filter;
    BoardOrder m_order;
    Counts m_counts;
    TimestampMs m_now = 0;
};

} // namespace sightglass
