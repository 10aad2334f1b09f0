// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/pairsedit.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>

#include <set>

namespace sightglass {

namespace {

QString textAt(const QTableWidget &table, int row, int column)
{
    const QTableWidgetItem *item = table.item(row, column);
    return item == nullptr ? QString() : item->text();
}

} // namespace

PairsEdit::PairsEdit(const QString &nameTitle, const QString &valueTitle, QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 2))
    , m_remove(new QPushButton(tr("Remove")))
{
    m_table->setHorizontalHeaderLabels({nameTitle, valueTitle});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_remove->setAutoDefault(false);
    m_remove->setAccessibleName(tr("Remove the selected rows"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_table, &QTableWidget::itemChanged, this, &PairsEdit::onItemChanged);
    connect(m_remove, &QPushButton::clicked, this, &PairsEdit::removeSelected);
    setPairs({});
}

void PairsEdit::setPairs(const Pairs &pairs)
{
    {
        const QSignalBlocker blocked(m_table);
        m_table->setRowCount(0);
        for (const auto &[name, value] : pairs)
            addRow(QString::fromStdString(name), QString::fromStdString(value));
        addRow({}, {});
    }
    emit changed();
}

PairsEdit::Pairs PairsEdit::pairs() const
{
    Pairs pairs;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = textAt(*m_table, row, 0).trimmed();
        if (!name.isEmpty())
            pairs.emplace_back(name.toStdString(), textAt(*m_table, row, 1).toStdString());
    }
    return pairs;
}

void PairsEdit::addRow(const QString &name, const QString &value)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(name));
    m_table->setItem(row, 1, new QTableWidgetItem(value));
}

void PairsEdit::onItemChanged()
{
    const int last = m_table->rowCount() - 1;
    if (!textAt(*m_table, last, 0).isEmpty() || !textAt(*m_table, last, 1).isEmpty()) {
        const QSignalBlocker blocked(m_table);
        addRow({}, {});
    }
    emit changed();
}

void PairsEdit::removeSelected()
{
    std::set<int, std::greater<>> rows; // from below, so that the others keep their numbers
    for (const QTableWidgetItem *item : m_table->selectedItems())
        rows.insert(item->row());
    if (rows.empty())
        rows.insert(m_table->currentRow());
    for (const int row : rows) {
        if (row >= 0 && row < m_table->rowCount() - 1)
            m_table->removeRow(row);
    }
    emit changed();
}

} // namespace sightglass
