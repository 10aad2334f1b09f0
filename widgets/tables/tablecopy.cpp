// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/tablecopy.h"

#include "parser/base/csvfield.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace sightglass {

namespace {

/// A clipboard is for a screenful or a few; what is larger is exported.
constexpr qsizetype mostRowsCopied = 100'000;

QString rowText(const QTableView &table, int row)
{
    const QAbstractItemModel &model = *table.model();
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column) {
        if (!table.isColumnHidden(column))
            cells << QString::fromStdString(
                spreadsheetText(model.index(row, column).data().toString().toStdString()));
    }
    return cells.join(u'\t');
}

void copySelection(const QTableView &table)
{
    if (table.selectionModel() == nullptr)
        return;
    QList<int> rows;
    for (const QModelIndex &index : table.selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const int row : rows.mid(0, mostRowsCopied))
        lines << rowText(table, row);
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void showMenu(QTableView *table, QAction *copy, const QPoint &at)
{
    auto *menu = new QMenu(table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    copy->setEnabled(table->selectionModel()->hasSelection());
    menu->addAction(copy);
    for (const QWidget *around = table->parentWidget(); around != nullptr; around = around->parentWidget()) {
        if (around->contextMenuPolicy() != Qt::ActionsContextMenu || around->actions().isEmpty())
            continue;
        menu->addSeparator();
        menu->addActions(around->actions());
    }
    menu->popup(table->viewport()->mapToGlobal(at));
    QObject::connect(menu, &QMenu::aboutToHide, copy, [copy] { copy->setEnabled(true); });
}

} // namespace

void makeCopyable(QTableView *table)
{
    auto *copy = new QAction(QCoreApplication::translate("sightglass::TableCopy", "&Copy rows"), table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    table->addAction(copy);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(copy, &QAction::triggered, table, [table] { copySelection(*table); });
    QObject::connect(table, &QWidget::customContextMenuRequested, table,
                     [table, copy](const QPoint &at) { showMenu(table, copy, at); });
}

} // namespace sightglass
