// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/targetpane.h"

#include "widgets/views/targetdelegate.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QListView>
#include <QMenu>
#include <QToolBar>
#include <QVBoxLayout>

namespace sightglass {

TargetPane::TargetPane(TargetTableModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_list(new QListView(this))
    , m_delegate(new TargetDelegate(this))
    , m_layout(new QVBoxLayout(this))
{
    auto *toolBar = new QToolBar(this);
    toolBar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    QAction *add = toolBar->addAction(tr("Add…"), this, &TargetPane::addRequested);
    add->setToolTip(tr("Add a target (Ctrl+N)"));
    m_edit = toolBar->addAction(tr("Edit…"), this, [this] { emit editRequested(currentTarget()); });
    m_remove = toolBar->addAction(tr("Remove"), this, [this] { emit removeRequested(currentTarget()); });
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_remove);
    // However narrow the pane: words must not go behind an arrow, and they are longer in other languages.
    toolBar->setMinimumWidth(toolBar->sizeHint().width());

    m_list->setObjectName(QStringLiteral("targetList"));
    m_list->setModel(model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(false);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Targets"));

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(toolBar);
    m_layout->addWidget(m_list, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TargetPane::updateActions);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TargetPane::updateActions);
    connect(model, &QAbstractItemModel::modelReset, this, &TargetPane::updateActions);
    // A reason that came or went changes a row's height.
    connect(model, &QAbstractItemModel::dataChanged, m_list, &QListView::doItemsLayout);
    connect(m_list, &QListView::clicked, this, [this] { emit targetActivated(currentTarget()); });
    connect(m_list, &QListView::doubleClicked, this, [this] { emit editRequested(currentTarget()); });
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &TargetPane::openMenu);
    updateActions();
}

void TargetPane::openMenu(const QPoint &position)
{
    if (!m_list->indexAt(position).isValid() || currentTarget().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = currentTarget();
    menu->addAction(tr("E&xamine the endpoint"), this, [this, id] { emit examineRequested(id); });
    menu->addSeparator();
    menu->addAction(tr("&Edit…"), this, [this, id] { emit editRequested(id); })
        ->setEnabled(m_edit->isEnabled());
    menu->addAction(tr("&Remove"), this, [this, id] { emit removeRequested(id); })
        ->setEnabled(m_remove->isEnabled());
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void TargetPane::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void TargetPane::setFooter(QWidget *footer)
{
    m_layout->addWidget(footer);
}

QString TargetPane::currentTarget() const
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    return selected.isEmpty() ? QString() : selected.first().data(TargetTableModel::IdRole).toString();
}

void TargetPane::updateActions()
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    // A configuration file alone changes its targets.
    const bool ours =
        !selected.isEmpty() && selected.first().data(TargetTableModel::OriginRole).toString().isEmpty();
    m_edit->setEnabled(ours);
    m_remove->setEnabled(ours);
}

} // namespace sightglass
