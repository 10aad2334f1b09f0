// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/browsepane.h"

#include "widgets/doctor/doctorstyle.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

BrowsePane::BrowsePane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_familyModel(new PageFamilyModel(this))
    , m_sampleModel(new PageSampleModel(this))
    , m_familyFilter(new QLineEdit(this))
    , m_sampleFilter(new QLineEdit(this))
    , m_familyCount(new QLabel(this))
    , m_sampleCount(new QLabel(this))
    , m_families(new QTableView(this))
    , m_samples(new QTableView(this))
{
    m_families->setObjectName(QStringLiteral("pageFamilies"));
    m_families->setAccessibleName(tr("Metrics of the page"));
    m_families->setModel(m_familyModel);
    m_families->setSelectionMode(QAbstractItemView::SingleSelection);
    m_samples->setObjectName(QStringLiteral("pageSamples"));
    m_samples->setAccessibleName(tr("Samples of the metric"));
    m_samples->setModel(m_sampleModel);
    m_familyFilter->setObjectName(QStringLiteral("familyFilter"));
    m_familyFilter->setPlaceholderText(tr("Filter metrics by name, type, unit or help"));
    m_sampleFilter->setObjectName(QStringLiteral("sampleFilter"));
    m_sampleFilter->setPlaceholderText(tr("Filter samples by name and labels"));
    for (QTableView *table : {m_families, m_samples}) {
        prepareTable(table);
        table->horizontalHeader()->setStretchLastSection(true);
    }
    const int digit = fontMetrics().horizontalAdvance(u'0');
    m_families->setColumnWidth(PageFamilyModel::NameColumn, digit * 36);
    m_families->setColumnWidth(PageFamilyModel::TypeColumn, digit * 11);
    m_families->setColumnWidth(PageFamilyModel::UnitColumn, digit * 10);
    m_families->setColumnWidth(PageFamilyModel::SamplesColumn, digit * 11);
    m_samples->setColumnWidth(PageSampleModel::SeriesColumn, digit * 44);
    m_samples->setColumnWidth(PageSampleModel::ValueColumn, digit * 14);
    m_samples->setColumnWidth(PageSampleModel::TimeColumn, digit * 27);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(withFilter(m_familyFilter, m_familyCount, m_families));
    splitter->addWidget(withFilter(m_sampleFilter, m_sampleCount, m_samples));
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    auto *copy = new QAction(tr("&Copy"), m_samples);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_samples->addAction(copy);
    m_samples->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &BrowsePane::copySelected);
    connect(m_familyFilter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_familyModel->setFilter(text);
        keepFamily();
    });
    connect(m_sampleFilter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sampleModel->setFilter(text);
        updateCounts();
    });
    connect(m_families->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BrowsePane::showFamily);
    connect(m_samples->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &BrowsePane::useChanged);
    connect(m_families, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const auto family = m_familyModel->family(index.row()))
            emit placeRequested(m_examination->placeOf(m_examination->page().families[*family]));
    });
    connect(m_samples, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        const auto sample = m_sampleModel->sample(index.row());
        const SourceSpan place = sample ? m_examination->page().samples[*sample].span : SourceSpan{};
        if (place.end > 0)
            emit placeRequested(place);
    });
    setTheme(theme);
    updateCounts();
}

QWidget *BrowsePane::withFilter(QLineEdit *filter, QLabel *count, QTableView *table)
{
    auto *part = new QWidget(this);
    filter->setClearButtonEnabled(true);
    filter->setAccessibleName(filter->placeholderText());
    count->setTextFormat(Qt::PlainText);
    count->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 12, 6);
    bar->setSpacing(10);
    bar->addWidget(filter, 1);
    bar->addWidget(count);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(table, 1);
    return part;
}

void BrowsePane::setTheme(const Theme &theme)
{
    m_families->setStyleSheet(tableStyle(theme));
    m_samples->setStyleSheet(tableStyle(theme));
}

void BrowsePane::setExamination(const std::shared_ptr<const PageExamination> &examination)
{
    const int scrolled = m_families->verticalScrollBar()->value();
    const int samplesScrolled = m_samples->verticalScrollBar()->value();
    m_examination = examination;
    m_sampleModel->setFamily(nullptr, std::nullopt);
    m_familyModel->setExamination(examination);
    keepFamily();
    m_families->verticalScrollBar()->setValue(scrolled);
    m_samples->verticalScrollBar()->setValue(samplesScrolled);
}

bool BrowsePane::isInUse() const
{
    return m_samples->selectionModel()->hasSelection();
}

void BrowsePane::keepFamily()
{
    const int row = m_chosen.empty() ? -1 : m_familyModel->rowOf(m_chosen);
    if (m_familyModel->rowCount() > 0)
        m_families->selectRow(row < 0 ? 0 : row);
    showFamily();
}

void BrowsePane::showFamily()
{
    const auto family = m_familyModel->family(m_families->currentIndex().row());
    if (family)
        m_chosen = m_examination->page().name(m_examination->page().families[*family]);
    m_sampleModel->setFamily(m_examination, family);
    updateCounts();
}

void BrowsePane::copySelected() const
{
    constexpr qsizetype mostCharacters = 16 << 20;
    QModelIndexList rows = m_samples->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex &row : rows) {
        if (text.size() > mostCharacters) {
            text += QStringLiteral("…\n");
            break;
        }
        text += m_sampleModel->wholeText(row.row()) + u'\n';
    }
    QGuiApplication::clipboard()->setText(text);
}

void BrowsePane::updateCounts()
{
    const auto say = [](QLabel *label, int shown, std::size_t all) {
        label->setText(static_cast<std::size_t>(shown) == all ? QString::number(all)
                                                              : tr("%1 of %2").arg(shown).arg(all));
    };
    say(m_familyCount, m_familyModel->rowCount(), m_familyModel->total());
    say(m_sampleCount, m_sampleModel->rowCount(), m_sampleModel->total());
}

} // namespace sightglass
