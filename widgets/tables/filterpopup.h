// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tables/columnfilter.h"
#include "widgets/tables/funnelheader.h"

#include <QFrame>
#include <QTableView>

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

/// Opens the popup that filters a column of a table's model, below its funnel. While it is open the model's
/// columns and rows may become others: it stays with the column of that key. The model tells by a signal
/// `arranged` that its rows are others.
template<typename Model>
void openFilterPopup(Model *model, int column, const FunnelHeader &header, QTableView *table)
{
    if (column < 0 || column >= model->columnCount())
        return;
    auto *popup = new FilterPopup(model->distinctTexts(column, FilterPopup::mostValues),
                                  model->filter(column), table->parentWidget());
    popup->setPalette(header.theme().palette());
    const auto withColumn = [model, key = model->columnKey(column)](const auto &what) {
        for (int i = 0; i < model->columnCount(); ++i) {
            if (model->columnKey(i) == key)
                what(i);
        }
    };
    QObject::connect(model, &Model::arranged, popup, [model, withColumn, popup] {
        withColumn([&](int i) { popup->setValues(model->distinctTexts(i, FilterPopup::mostValues)); });
    });
    QObject::connect(popup, &FilterPopup::applied, table,
                     [model, withColumn, table](const ColumnFilter &filter) {
                         withColumn([&](int i) { model->setFilter(i, filter); });
                         table->scrollToTop();
                     });
    popup->move(header.viewport()->mapToGlobal(header.funnelOf(column).bottomLeft()));
    popup->show();
}

} // namespace sightglass
