// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/fields/displaynames.h"
#include "model/fields/displayvalue.h"
#include "widgets/style/theme.h"
#include "widgets/tables/columnfilter.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

/// By which columns the user sorts; a column is kept by its name.
struct TableSorting
{
    QString column;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const TableSorting &, const TableSorting &) = default;
};

/// A frame as a table, sorted and filtered. Rows keep their identity (their place in the frame) over
/// refreshes that keep the columns, so that selection and scroll position stay. Texts are displayable and
/// made for the cells that are looked at only: a hundred thousand rows cost as much as those in sight.
class FrameTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FrameTableModel(const Theme &theme, QObject *parent = nullptr);

    using Frames = std::shared_ptr<const std::vector<Frame>>;
    /// Shows one of the frames, of which there may be none.
    void setFrames(const Frames &frames, std::size_t index, TimeRange range);
    void setTheme(const Theme &theme);
    /// The zone that dates are written in; until then the machine's.
    void setZone(ZoneRule zone);

    void setSorting(std::vector<TableSorting> sorting);
    [[nodiscard]] const std::vector<TableSorting> &sorting() const noexcept { return m_sorting; }
    void setFilter(int column, ColumnFilter filter);
    [[nodiscard]] ColumnFilter filter(int column) const;
    /// By which a column is known while others come and go: its name.
    [[nodiscard]] QString columnKey(int column) const;
    /// The different texts of a column, of all rows, sorted; so many at most.
    [[nodiscard]] QStringList distinctTexts(int column, int most) const;

    /// Rows of a page; 0: all on one.
    void setPageRows(int rows);
    void setPage(int page);
    [[nodiscard]] int page() const noexcept { return m_page; }
    [[nodiscard]] int pages() const;
    /// Rows that pass the filters, on all pages; those of the frame.
    [[nodiscard]] std::size_t matchingRows() const noexcept { return m_order.size(); }
    [[nodiscard]] std::size_t frameRows() const;
    /// The frame's rows that pass the filters, as they are sorted; whether they are others than the frame's,
    /// or in another order.
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] const std::vector<std::uint32_t> &order() const noexcept { return m_order; }
    [[nodiscard]] bool isArranged() const;

    /// The field behind a column, and the row of the frame behind a row.
    [[nodiscard]] const Field &fieldOf(int column) const;
    [[nodiscard]] std::size_t frameRow(int row) const;
    [[nodiscard]] CellOptions cellOptions(int column) const;
    [[nodiscard]] const FieldConfig &configOf(int column) const;
    /// What a cell of text says: its value, or where it shows its links their titles.
    [[nodiscard]] QString cellWords(const QModelIndex &index) const;
    /// All of a cell's text, as far as it is not endless.
    [[nodiscard]] QString wholeText(const QModelIndex &index) const;
    [[nodiscard]] DisplayValue shown(int row, int column) const;
    [[nodiscard]] const DisplayProcessor &processor(int column) const;
    [[nodiscard]] FieldRange rangeOf(int column) const;
    [[nodiscard]] Qt::Alignment alignment(int column) const;
    [[nodiscard]] const Theme &theme() const noexcept { return m_theme; }
    [[nodiscard]] TimeRange range() const noexcept { return m_range; }
    /// The colour that a cell's value gives; invalid where it gives none.
    [[nodiscard]] QColor valueColor(int row, int column) const;
    /// The colour of the whole row, where one of its columns says so.
    [[nodiscard]] QColor rowColor(int row) const;
    /// The addresses of a cell's links that may be opened, with their titles.
    struct Link
    {
        QString title;
        QString url;
    };
    [[nodiscard]] std::vector<Link> links(int row, int column) const;
    [[nodiscard]] bool hasLinks(int column) const;
    /// The result of a calculation over the rows that are shown, as its column shows values.
    [[nodiscard]] QString calculated(Calculation calculation, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// Rows, their order or the pages are others than before.
    void arranged();

private:
    struct Column
    {
        std::size_t field = 0;
        QString name;
        FieldConfig config;
        FieldRange range;
        std::shared_ptr<const DisplayProcessor> processor;
    };
    using Order = std::vector<std::uint32_t>;

    [[nodiscard]] const Frame *frame() const noexcept;
    [[nodiscard]] std::vector<Column> columnsOf(const Frame &frame) const;
    [[nodiscard]] bool sameColumns(const std::vector<Column> &columns) const;
    [[nodiscard]] Order orderedRows() const;
    [[nodiscard]] QString cellText(std::size_t frameRow, const Column &column) const;
    [[nodiscard]] DisplayValue shownAt(std::size_t frameRow, const Column &column) const;
    void showAnew();
    [[nodiscard]] int columnNamed(const QString &name) const;
    [[nodiscard]] std::size_t pageStart() const;
    void rearrange();
    void morphTo(Order next);
    void permuteTo(Order next);

    Theme m_theme;
    ZoneRule m_zone = machineZone();
    Frames m_frames;
    std::size_t m_index = 0;
    TimeRange m_range;
    std::unique_ptr<DisplayNames> m_names;
    std::vector<Column> m_columns;
    Order m_order; ///< rows of the frame
    std::vector<TableSorting> m_sorting;
    std::map<QString, ColumnFilter> m_filters; ///< by column's name
    int m_pageRows = 0;
    int m_page = 0;
};

} // namespace sightglass
