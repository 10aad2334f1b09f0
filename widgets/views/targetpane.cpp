// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/targetpane.h"

#include "model/presentation/displaytext.h"
#include "widgets/views/targetdelegate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolBar>
#include <QVBoxLayout>

namespace sightglass {

TargetPane::TargetPane(TargetTableModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_list(new QListView(this))
    , m_delegate(new TargetDelegate(this))
    , m_layout(new QVBoxLayout(this))
    , m_heldBar(createHeldBar())
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
    m_layout->addWidget(m_heldBar);
    m_layout->addWidget(m_list, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TargetPane::updateActions);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TargetPane::updateActions);
    connect(model, &QAbstractItemModel::modelReset, this, &TargetPane::updateActions);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, change, this, &TargetPane::updateHeld);
    connect(model, &QAbstractItemModel::modelReset, this, &TargetPane::updateHeld);
    connect(model, &QAbstractItemModel::dataChanged, this, &TargetPane::updateHeld);
    // A reason that came or went changes a row's height.
    connect(model, &QAbstractItemModel::dataChanged, m_list, &QListView::doItemsLayout);
    connect(m_list, &QListView::clicked, this, [this] { emit targetActivated(currentTarget()); });
    connect(m_list, &QListView::doubleClicked, this, [this] { emit editRequested(currentTarget()); });
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &TargetPane::openMenu);
    updateActions();
    updateHeld();
}

QWidget *TargetPane::createHeldBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("heldCommands"));
    m_heldText = new QLabel(bar);
    m_heldText->setTextFormat(Qt::PlainText);
    m_heldText->setWordWrap(true);
    auto *allow = new QPushButton(tr("Allow"), bar);
    allow->setObjectName(QStringLiteral("allowCommands"));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_heldText, 1);
    layout->addWidget(allow);
    connect(allow, &QPushButton::clicked, this, [this] { emit allowRequested(heldTargets()); });
    return bar;
}

QStringList TargetPane::heldTargets() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(TargetTableModel::HeldRole).toBool())
            ids << index.data(TargetTableModel::IdRole).toString();
    }
    return ids;
}

void TargetPane::updateHeld()
{
    QStringList commands;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(TargetTableModel::HeldRole).toBool())
            commands << displayText(index.data(TargetTableModel::UrlRole).toString());
    }
    m_heldBar->setVisible(!commands.isEmpty());
    m_heldText->setText(
        tr("%n command(s) of this settings file not run", nullptr, static_cast<int>(commands.size())));
    m_heldBar->setToolTip(plainToolTip(commands.mid(0, 20).join(u'\n')));
}

void TargetPane::openMenu(const QPoint &position)
{
    if (!m_list->indexAt(position).isValid() || currentTarget().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = currentTarget();
    if (heldTargets().contains(id)) {
        menu->addAction(tr("A&llow the command"), this, [this, id] { emit allowRequested({id}); });
        menu->addSeparator();
    }
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
