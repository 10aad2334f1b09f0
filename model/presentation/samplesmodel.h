// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <memory>

namespace sightglass {

/// Stored samples as rows, newest first: the time to the millisecond, the series, the value in all its
/// digits; of a native histogram count and sum, with its buckets in the tool tip. Texts are displayable.
class SamplesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TimeColumn,
        SeriesColumn,
        ValueColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setData(std::shared_ptr<const PanelData> data);
    /// Of the times; the machine's without a call.
    void setTimeZone(const QTimeZone &zone);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    using QAbstractTableModel::setData;

private:
    struct Row
    {
        TimestampMs t = 0;
        std::uint32_t series = 0;
        std::uint32_t sample = 0;
        bool native = false; ///< the sample is one of the histograms
    };

    [[nodiscard]] const FloatHistogram *histogram(const Row &row) const;
    [[nodiscard]] QVariant toolTip(const Row &row, int column) const;
    [[nodiscard]] QString text(const Row &row, int column) const;

    std::shared_ptr<const PanelData> m_data;
    std::vector<Row> m_rows;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace sightglass
