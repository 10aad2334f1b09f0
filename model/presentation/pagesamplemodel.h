// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/pageexamination.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// The samples of one family of a page that pass a filter, in the page's order. Texts are made when they are
/// shown, and displayable.
class PageSampleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        SeriesColumn,
        ValueColumn,
        TimeColumn,
        ExemplarColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `family` of ExposedPage::families; nothing: no rows.
    void setFamily(std::shared_ptr<const PageExamination> examination, std::optional<std::size_t> family);
    /// Samples that have it in their name and labels as the page has them, whatever the case of ASCII
    /// letters.
    void setFilter(const QString &filter);
    [[nodiscard]] std::size_t total() const;

    /// Of ExposedPage::samples; nothing where the row has gone.
    [[nodiscard]] std::optional<std::uint32_t> sample(int row) const;

    /// A row's series and value, not cut as in the table; empty where the row has gone.
    [[nodiscard]] QString wholeText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void update();
    [[nodiscard]] bool passes(std::uint32_t sample) const;
    [[nodiscard]] QString text(std::uint32_t sample, int column, qsizetype longest) const;

    std::shared_ptr<const PageExamination> m_examination;
    std::optional<std::size_t> m_family;
    std::string m_filter;
    std::vector<std::uint32_t> m_rows;
};

} // namespace sightglass
