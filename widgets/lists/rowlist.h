// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/lists/listrow.h"

#include <QListView>

#include <vector>

namespace sightglass {

class RowListModel;

/// The rows of a list panel: goes by keys, speaks each row, tells in a tool tip what is cut. A click or
/// Return on a row that goes somewhere asks for it.
class RowList : public QListView
{
    Q_OBJECT

public:
    explicit RowList(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// The current row stays where it has the same texts.
    void setRows(std::vector<ListRow> rows);
    [[nodiscard]] const std::vector<ListRow> &rows() const;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    /// The rows in sight, without focus and hover; where some do not fit, a last line says how many.
    [[nodiscard]] DisplayList drawing();
    /// Plain text; empty outside of rows.
    [[nodiscard]] QString toolTipAt(QPoint position) const;

signals:
    void requested(const std::string &id);

protected:
    bool viewportEvent(QEvent *event) override;

private:
    void request(const QModelIndex &index);

    Theme m_theme;
    RowListModel *m_model;
};

} // namespace sightglass
