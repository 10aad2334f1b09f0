// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tables/columnfilter.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QListWidget;

namespace sightglass {

/// Chooses which rows a column lets through: by its values, and by a comparison. Opens below its column; goes
/// away on Escape, on a click elsewhere and when it has been applied.
class FilterPopup : public QFrame
{
    Q_OBJECT

public:
    /// More values are chosen among by comparing.
    static constexpr int mostValues = 1000;

    FilterPopup(const QStringList &values, const ColumnFilter &filter, QWidget *parent);

    /// The values that the column has now; what is ticked stays, also where it is no longer among them.
    void setValues(const QStringList &values);

    [[nodiscard]] ColumnFilter filter() const;

signals:
    void applied(const sightglass::ColumnFilter &filter);

private:
    void addValue(const QString &value, bool ticked);
    void showMatching(const QString &text);
    void finish(const ColumnFilter &filter);

    QComboBox *m_comparison;
    QLineEdit *m_operand;
    QLineEdit *m_search;
    QListWidget *m_values;
};

} // namespace sightglass
