// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/metriccatalog.h"

#include <QAbstractListModel>

#include <memory>

namespace sightglass {

/// The metric families of a catalog that answer a search, best first; all of them by name without one.
/// Bounded in rows; texts are displayable.
class MetricListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        NameRole = Qt::UserRole, ///< displayable
        TypeRole,                ///< translated; may be empty
        UnitRole,
        HelpRole,
        TypeNumberRole ///< MetricType
    };
    static constexpr std::size_t mostRows = 2000;

    using QAbstractListModel::QAbstractListModel;

    void setCatalog(std::shared_ptr<const MetricCatalog> catalog);
    void setFilter(const QString &filter);
    /// Families that answer, also beyond the rows.
    [[nodiscard]] std::size_t matches() const noexcept { return m_matches; }
    /// Null where the row has gone.
    [[nodiscard]] const FamilyEntry *family(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void update();

    std::shared_ptr<const MetricCatalog> m_catalog;
    QString m_filter;
    std::vector<std::size_t> m_rows; ///< families of the catalog
    std::size_t m_matches = 0;
};

} // namespace sightglass
