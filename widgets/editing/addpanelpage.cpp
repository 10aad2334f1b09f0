// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/addpanelpage.h"

#include "model/editing/newpanels.h"
#include "model/presentation/panelmaker.h"
#include "model/presentation/queryassistant.h"
#include "widgets/editing/typepicker.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/views/metricbrowser.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sightglass {

namespace {

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

} // namespace

AddPanelPage::AddPanelPage(const EditingContext &context, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_catalog(context.catalog)
    , m_metrics(new MetricBrowser(theme, this))
    , m_maker(new PanelMaker(context.pool, context.catalog, this))
    , m_assistant(new QueryAssistant(context.pool, context.catalog, this))
    , m_query(new PromqlEditor(m_assistant, theme, this))
    , m_types(new TypePicker(theme, this))
{
    m_assistant->setFeatures(context.features);
    m_assistant->setScrapeIntervalMs(context.scrapeIntervalMs);
    m_query->setAccessibleName(tr("Query"));
    auto *back = new QPushButton(tr("Back"), this);
    auto *add = new QPushButton(tr("Add"), this);
    add->setObjectName(QStringLiteral("addQueryPanel"));
    back->setToolTip(tr("To the dashboard (Escape)"));

    auto *left = new QVBoxLayout;
    left->addWidget(heading(tr("From a metric"), this));
    left->addWidget(m_metrics, 1);
    auto *content = new QWidget;
    auto *right = new QVBoxLayout(content);
    right->setContentsMargins(0, 0, 6, 0);
    right->addWidget(heading(tr("From a query"), content));
    auto *line = new QHBoxLayout;
    line->addWidget(m_query, 1, Qt::AlignTop);
    line->addWidget(add, 0, Qt::AlignTop);
    right->addLayout(line);
    right->addSpacing(12);
    right->addWidget(heading(tr("An empty panel"), content));
    right->addWidget(m_types);
    right->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    auto *columns = new QHBoxLayout;
    columns->addLayout(left, 2);
    columns->addSpacing(10);
    columns->addWidget(area, 3);
    auto *top = new QHBoxLayout;
    top->addWidget(heading(tr("Add a panel"), this), 1);
    top->addWidget(back);
    auto *box = new QVBoxLayout(this);
    box->addLayout(top);
    box->addLayout(columns, 1);

    connect(back, &QPushButton::clicked, this, &AddPanelPage::cancelled);
    connect(add, &QPushButton::clicked, this, &AddPanelPage::takeQuery);
    connect(m_query, &PromqlEditor::runRequested, this, &AddPanelPage::takeQuery);
    connect(m_metrics, &MetricBrowser::familyChosen, m_maker,
            [this](const std::string &family) { m_maker->make(family); });
    connect(m_maker, &PanelMaker::made, this,
            [this](const PanelSpec &panel) { emit chosen(panel, Next::Done); });
    connect(m_types, &TypePicker::chosen, this,
            [this](PanelType type) { emit chosen(newPanel(type), Next::Edit); });
    connect(context.catalog, &CatalogSource::changed, this, [this] {
        if (isVisible())
            m_metrics->setCatalog(m_catalog->catalog());
    });
}

void AddPanelPage::start()
{
    m_metrics->setCatalog(m_catalog->catalog());
    m_types->setType(PanelType::Foreign);
    m_query->setQuery({});
    m_metrics->focusSearch();
}

void AddPanelPage::takeQuery()
{
    const QString expr = m_query->query().trimmed();
    if (!expr.isEmpty())
        emit chosen(panelForQueries({{expr.toStdString(), {}}}, *m_catalog->catalog()), Next::Edit);
}

void AddPanelPage::setTheme(const Theme &theme)
{
    m_metrics->setTheme(theme);
    m_query->setTheme(theme);
    m_types->setTheme(theme);
}

void AddPanelPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sightglass
