// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QHeaderView;

namespace sightglass {

class DisplayList;

/// Results of calculations below the columns of a table, moving with them.
class TableFooterRow : public QWidget
{
    Q_OBJECT

public:
    TableFooterRow(QHeaderView *header, const Theme &theme, QWidget *parent);

    /// A text for each column, perhaps of several lines, and on which side it stands.
    void setTexts(const QStringList &texts, const std::vector<Qt::Alignment> &sides);
    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    void setTheme(const Theme &theme);
    /// What it shows, its top left corner being at `origin`.
    void addTo(DisplayList &list, QPointF origin) const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHeaderView *m_header;
    Theme m_theme;
    QStringList m_texts;
    std::vector<Qt::Alignment> m_sides;
};

} // namespace sightglass
