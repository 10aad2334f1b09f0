// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace sightglass {

/// Turns the pages of rows: "13–24 of 40" between a button back and one forth.
class RowPager : public QWidget
{
    Q_OBJECT

public:
    explicit RowPager(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `perPage` >= 1. The page stays, where there is still one.
    void setRows(std::size_t rows, std::size_t perPage);
    [[nodiscard]] std::size_t first() const { return m_page * m_perPage; }
    [[nodiscard]] std::size_t pages() const;
    void turn(int pages);

signals:
    void turned();

private:
    void refresh();

    std::size_t m_rows = 0;
    std::size_t m_perPage = 1;
    std::size_t m_page = 0;
    QToolButton *m_back;
    QToolButton *m_forth;
    QLabel *m_text;
};

} // namespace sightglass
