// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <vector>

namespace sightglass {

/// The samples of a chart as a table: a row for each time at which any series has one, the newest first, a
/// column for each series. Nothing is rounded away, filled in or left out. Looked up where it is shown only.
/// Sorted by a series, rows without a value of it come last, those of no number before them.
/// Stored samples have rows at their own times, unless those are very many: then, as that of values between
/// steps, a row tells of a step.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ChartTableModel(PanelSpec spec, QObject *parent = nullptr);

    /// Null: no rows. What is the same keeps its place.
    void setData(const PanelDataPtr &data);
    void setTimeZone(const QTimeZone &zone);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// New data keep the order.
    void sort(int column, Qt::SortOrder order) override;

private:
    using QAbstractTableModel::setData;
    [[nodiscard]] std::optional<double> numberAt(std::size_t series, TimestampMs t) const;
    [[nodiscard]] TimestampMs timeOf(int row) const;
    void arrange();
    [[nodiscard]] QString columnAt(std::size_t series, TimestampMs t) const;
    [[nodiscard]] QString valueAt(std::size_t series, TimestampMs t) const;
    [[nodiscard]] QString textOf(std::size_t series, double value) const;
    [[nodiscard]] QVariant rowsTip() const;
    [[nodiscard]] bool sameColumns(const PanelDataPtr &data) const;

    PanelSpec m_spec;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    PanelDataPtr m_data;
    std::vector<TimestampMs> m_times;   ///< ascending
    bool m_ownTimes = true;             ///< of stored samples
    std::vector<std::uint32_t> m_order; ///< places of the rows' times; empty: the newest first
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    /// How much the values of each series reach over; nothing: not looked at yet.
    mutable std::vector<std::optional<double>> m_spans;
};

} // namespace sightglass
