// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"
#include "widgets/tables/columnfilter.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <map>
#include <optional>
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

    // Filters, as those of a FrameTableModel; new data keep them, with the series that they are of.
    void setFilter(int column, ColumnFilter filter);
    [[nodiscard]] ColumnFilter filter(int column) const;
    [[nodiscard]] QString columnKey(int column) const;
    [[nodiscard]] QStringList distinctTexts(int column, int most) const;
    /// Rows that pass the filters, of all; nothing where none is filtered.
    [[nodiscard]] std::optional<PanelView::FilteredRows> filteredRows() const;
    /// The answer without the samples of rows that are filtered away; null where none is.
    [[nodiscard]] PanelDataPtr filteredData() const;

signals:
    /// Rows, or which of them are shown, are others than before.
    void arranged();

private:
    using QAbstractTableModel::setData;
    [[nodiscard]] std::optional<double> numberAt(std::size_t series, TimestampMs t) const;
    [[nodiscard]] TimestampMs timeOf(int row) const;
    /// The time of the row that tells of a sample.
    [[nodiscard]] TimestampMs rowOf(const PanelSeries &series, TimestampMs t) const;
    [[nodiscard]] QString textAt(int column, TimestampMs t) const;
    [[nodiscard]] QString timeText(TimestampMs t) const;
    using Order = std::vector<std::uint32_t>;
    [[nodiscard]] std::optional<Order> ordered() const;
    [[nodiscard]] Order filtered() const;
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] QString columnAt(std::size_t series, TimestampMs t) const;
    [[nodiscard]] QString valueAt(std::size_t series, TimestampMs t) const;
    [[nodiscard]] QString textOf(std::size_t series, double value) const;
    [[nodiscard]] QVariant rowsTip() const;
    [[nodiscard]] bool sameColumns(const PanelDataPtr &data) const;

    PanelSpec m_spec;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    PanelDataPtr m_data;
    std::vector<TimestampMs> m_times;          ///< ascending
    bool m_ownTimes = true;                    ///< of stored samples
    std::optional<Order> m_order;              ///< places of the rows' times; nothing: all, the newest first
    std::map<QString, ColumnFilter> m_filters; ///< by columnKey()
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    /// How much the values of each series reach over; nothing: not looked at yet.
    mutable std::vector<std::optional<double>> m_spans;
};

} // namespace sightglass
