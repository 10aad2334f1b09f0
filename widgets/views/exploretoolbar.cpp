// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/exploretoolbar.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QToolButton>

namespace sightglass {

ExploreToolBar::ExploreToolBar(QWidget *parent)
    : FoldingBar(parent)
    , m_modes(new QButtonGroup(this))
{
    setSpace({8, 4, 8, 6}, 6);
    auto *run = new QPushButton(tr("Run"), this);
    run->setObjectName(QStringLiteral("runQueries"));
    run->setToolTip(tr("Run all queries (Enter)"));
    auto *add = new QPushButton(tr("Add query"), this);
    add->setObjectName(QStringLiteral("addQuery"));
    addWidget(run);
    auto *csv = new QPushButton(tr("Copy CSV"), this);
    csv->setObjectName(QStringLiteral("copyCsv"));
    csv->setToolTip(tr("Copy the samples that are shown, with all their labels, as CSV"));
    add->setAccessibleName(add->text());
    addFolding(add, 2);
    csv->setAccessibleName(csv->text());
    addFolding(csv, 4);
    auto *dashboard = new QPushButton(tr("To dashboard…"), this);
    dashboard->setObjectName(QStringLiteral("addToDashboard"));
    dashboard->setToolTip(tr("Add a panel with these queries to a dashboard"));
    dashboard->setAccessibleName(dashboard->text());
    addFolding(dashboard, 3);
    addStretch();
    addMode(ExploreMode::Graph, tr("Graph"), tr("All queries over the time range, in one chart"));
    addMode(ExploreMode::Table, tr("Table"), tr("All queries at the end of the time range"));
    addMode(ExploreMode::Samples, tr("Samples"),
            tr("What is stored of the series that the queries read: every sample, at its own time"));
    setMode(ExploreMode::Graph);
    addSpacing(10);
    m_explain = addSegment(tr("Explain"),
                           tr("The query part by part: what each gives, and where it becomes empty"), 1);
    m_explain->setObjectName(QStringLiteral("explainButton"));
    connect(run, &QPushButton::clicked, this, &ExploreToolBar::runRequested);
    connect(add, &QPushButton::clicked, this, &ExploreToolBar::addRequested);
    connect(dashboard, &QPushButton::clicked, this, &ExploreToolBar::dashboardRequested);
    connect(csv, &QPushButton::clicked, this, &ExploreToolBar::csvRequested);
    connect(m_modes, &QButtonGroup::idClicked, this, &ExploreToolBar::modeChosen);
    connect(m_explain, &QToolButton::toggled, this, &ExploreToolBar::explainToggled);
}

QToolButton *ExploreToolBar::addSegment(const QString &text, const QString &tip, int order)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setProperty("segment", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    if (order > 0)
        addFolding(button, order);
    else
        addWidget(button);
    return button;
}

void ExploreToolBar::addMode(ExploreMode mode, const QString &text, const QString &tip)
{
    m_modes->addButton(addSegment(text, tip), static_cast<int>(mode));
}

ExploreMode ExploreToolBar::mode() const
{
    return static_cast<ExploreMode>(m_modes->checkedId());
}

void ExploreToolBar::setMode(ExploreMode mode)
{
    m_modes->button(static_cast<int>(mode))->setChecked(true);
}

void ExploreToolBar::setExplainShown(bool shown)
{
    m_explain->setChecked(shown);
}

} // namespace sightglass
