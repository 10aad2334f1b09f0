// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/panelqueryrow.h"

#include <vector>

class QVBoxLayout;

namespace sightglass {

/// The queries of a panel: written, added, hidden, put in another order.
class QueriesEdit : public QWidget
{
    Q_OBJECT

public:
    QueriesEdit(EditingContext context, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// changed() is not emitted.
    void setQueries(const std::vector<PanelQuery> &queries);
    [[nodiscard]] std::vector<PanelQuery> queries() const;
    [[nodiscard]] PanelQueryRow *row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] int rowCount() const noexcept { return static_cast<int>(m_rows.size()); }

public slots:
    void addQuery();

signals:
    void changed(const std::vector<sightglass::PanelQuery> &queries, bool goesOn);

private:
    void insert(int at, PanelQuery query);
    void remove(PanelQueryRow *row);
    void move(PanelQueryRow *row, int by);
    [[nodiscard]] int indexOf(const PanelQueryRow *row) const;
    void tell(bool goesOn);

    EditingContext m_context;
    Theme m_theme;
    QVBoxLayout *m_box;
    std::vector<PanelQueryRow *> m_rows;
};

} // namespace sightglass
