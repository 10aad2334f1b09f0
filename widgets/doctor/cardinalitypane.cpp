// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/cardinalitypane.h"

#include "widgets/doctor/doctorstyle.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSet>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

namespace sightglass {

CardinalityPane::CardinalityPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new CardinalityModel(this))
    , m_churnModel(new ChurnModel(this))
    , m_tree(new QTreeView(this))
    , m_churn(new QTableView(this))
    , m_churnText(new QLabel(this))
{
    m_tree->setObjectName(QStringLiteral("cardinality"));
    m_tree->setAccessibleName(tr("Series by metric and label"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->header()->setStretchLastSection(true);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    m_tree->setColumnWidth(CardinalityModel::NameColumn, digit * 36);
    m_tree->setColumnWidth(CardinalityModel::SeriesColumn, digit * 12);
    m_tree->setColumnWidth(CardinalityModel::ShareColumn, digit * 10);
    m_tree->setColumnWidth(CardinalityModel::SavesColumn, digit * 20);
    m_churn->setObjectName(QStringLiteral("churn"));
    m_churn->setAccessibleName(tr("Series that came and went"));
    m_churn->setModel(m_churnModel);
    prepareTable(m_churn);
    m_churn->horizontalHeader()->setSectionResizeMode(ChurnModel::NameColumn, QHeaderView::Stretch);
    m_churnText->setTextFormat(Qt::PlainText);
    m_churnText->setMargin(8);
    m_churnText->setForegroundRole(QPalette::PlaceholderText);

    auto *lower = new QWidget(this);
    auto *lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 0, 0, 0);
    lowerLayout->setSpacing(0);
    lowerLayout->addWidget(m_churnText);
    lowerLayout->addWidget(m_churn, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_tree);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const FamilyCardinality *family = m_model->family(index.siblingAtColumn(0));
        if (family != nullptr)
            emit familyChosen(family->family);
    });
    setTheme(theme);
}

void CardinalityPane::setTheme(const Theme &theme)
{
    m_tree->setStyleSheet(tableStyle(theme));
    m_churn->setStyleSheet(tableStyle(theme));
}

void CardinalityPane::setExamination(const std::shared_ptr<const PageExamination> &examination)
{
    QSet<QString> unfolded;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (m_tree->isExpanded(index))
            unfolded.insert(index.data().toString());
    }
    const QString current = m_tree->currentIndex().siblingAtColumn(0).data().toString();
    const int scrolled = m_tree->verticalScrollBar()->value();
    m_model->setExamination(examination);
    m_churnModel->setExamination(examination);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const QString name = index.data().toString();
        m_tree->setExpanded(index, unfolded.contains(name));
        if (name == current)
            m_tree->setCurrentIndex(index);
    }
    m_tree->verticalScrollBar()->setValue(scrolled);
    const bool hasRows = m_churnModel->rowCount() > 0;
    m_churn->setVisible(hasRows);
    if (!examination || !examination->isCompared())
        m_churnText->setText(tr("What comes and goes shows from the second scrape on."));
    else
        m_churnText->setText(hasRows ? tr("Since the scrape before:")
                                     : tr("No series came or went since the scrape before."));
}

} // namespace sightglass
