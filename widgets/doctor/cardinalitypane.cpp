// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/cardinalitypane.h"

#include "widgets/doctor/doctorstyle.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSet>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::array numberColumns{CardinalityModel::SeriesColumn, CardinalityModel::ShareColumn,
                                   CardinalityModel::SavesColumn};

} // namespace

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
    m_tree->setTextElideMode(Qt::ElideMiddle); // names differ at their ends
    m_tree->viewport()->installEventFilter(this);
    for (const int column : numberColumns)
        m_tree->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
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

bool CardinalityPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void CardinalityPane::fitColumns()
{
    // What dropping saves is what the table is for: the names and remarks around it make room, and then the
    // shares, which the numbers of series tell as well.
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const int room = m_tree->viewport()->width() - m_tree->columnWidth(CardinalityModel::SeriesColumn) -
                     m_tree->columnWidth(CardinalityModel::SavesColumn);
    const int share = digit * 10;
    const bool isTight = room - share < digit * 24;
    m_tree->setColumnHidden(CardinalityModel::ShareColumn, isTight);
    const int left = isTight ? room : room - m_tree->columnWidth(CardinalityModel::ShareColumn);
    const int wanted = left < digit * 36 ? left : left * 2 / 3;
    m_tree->setColumnWidth(CardinalityModel::NameColumn, std::clamp(wanted, digit * 14, digit * 44));
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
    fitColumns();
    const bool hasRows = m_churnModel->rowCount() > 0;
    m_churn->setVisible(hasRows);
    if (!examination || !examination->isCompared())
        m_churnText->setText(tr("What comes and goes shows from the second scrape on."));
    else
        m_churnText->setText(hasRows ? tr("Since the scrape before:")
                                     : tr("No series came or went since the scrape before."));
}

} // namespace sightglass
