// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/configreport.h"

#include <QAbstractTableModel>

#include <vector>

namespace sightglass {

/// What there is to say of a followed prometheus.yml, a row each, the worst first.
class ConfigReportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        KindColumn,
        PlaceColumn,
        TextColumn,
        ColumnCount
    };
    enum Role
    {
        KindRole = Qt::UserRole ///< ConfigReportLine::Kind as int
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setState(const ConfigState &state);

    /// All lines, as compilers write them.
    [[nodiscard]] QString asText() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ConfigReportLine> m_lines;
};

} // namespace sightglass
