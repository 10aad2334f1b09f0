// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/panelview.h"

#include <QAbstractTableModel>

namespace sightglass {

/// The newest values of a panel's series as a table: one column for each label that tells rows apart (all
/// labels of a single row), the metric's name after the others, then the value. Rows of different metrics
/// with many labels between them, or with very many labels, have one column for all labels. Labels that are
/// the same in all rows are in the tool tips. Values of a panel without a unit are in that of their metric's
/// name; a native histogram is told by count and sum, with its buckets in the tool tip. Rows have no order of
/// their own; sortRole is there to sort by. Texts are displayable.
class InstantTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// A number for the value column (NaN where there is none, a native histogram's count), text for the
    /// others.
    static constexpr int sortRole = Qt::UserRole;

    InstantTableModel(const PanelSpec &spec, const Theme &theme, QObject *parent = nullptr);

    /// Rows of series that were there before stay where they are; new ones come after them. No reset: columns
    /// and rows are removed and inserted one run at a time.
    void setData(const PanelData &data);
    void setTheme(const Theme &theme);
    /// That values are written in which are dates; until then the machine's.
    void setZone(ZoneRule zone);
    [[nodiscard]] int valueColumn() const { return static_cast<int>(m_labels.size()); }
    /// What a column keeps when others come and go: its label, "" for all labels, nothing for the value.
    [[nodiscard]] std::optional<std::string> columnKey(int column) const;
    /// Of a key that columnKey() gave; the value column where there is no such column any more.
    [[nodiscard]] int columnOf(const std::optional<std::string> &key) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    using QAbstractTableModel::setData;

private:
    struct Row
    {
        std::size_t query = 0; ///< with the labels: what identifies a row
        Labels labels;
        SeriesValue value;
        HistogramPtr histogram; ///< the newest sample where it is a native histogram
        std::shared_ptr<const FieldConfig> config;
    };
    struct Columns
    {
        std::vector<std::string> labels;
        std::vector<std::string> folded;
    };
    [[nodiscard]] Row rowOf(const PanelSeries &series, const PanelData &data) const;
    [[nodiscard]] static Columns columnsFor(const std::vector<Row> &rows);
    [[nodiscard]] static std::vector<std::string> tellingLabels(const std::vector<Row> &rows);
    void updateColumns(Columns columns);
    void removeRowsBut(const std::vector<Row> &wanted);
    void updateValues(std::vector<Row> &wanted);
    void insertRows(std::vector<Row> added);
    [[nodiscard]] QVariant cell(const Row &row, int column) const;
    [[nodiscard]] QString foldedLabels(const Row &row) const;
    [[nodiscard]] const FieldConfig &configOf(const Row &row) const;
    [[nodiscard]] QString valueCell(const Row &row) const;
    [[nodiscard]] QString tip(const Row &row, int column) const;

    PanelSpec m_spec;
    Theme m_theme;
    ZoneRule m_zone;
    std::vector<std::string> m_labels; ///< columns before the value; an empty name is that of the folded ones
    std::vector<std::string> m_folded; ///< labels in the one column
    std::vector<Row> m_rows;
    TimestampMs m_end = 0; ///< of the range
};

} // namespace sightglass
