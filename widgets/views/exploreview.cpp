// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/exploreview.h"

#include "widgets/editors/promqleditor.h"
#include "widgets/style/stylesheets.h"
#include "widgets/views/explainpane.h"
#include "widgets/views/exploreintro.h"
#include "widgets/views/explorenotice.h"
#include "widgets/views/exploreresult.h"
#include "widgets/views/exploretoolbar.h"
#include "widgets/views/metricbrowser.h"
#include "widgets/views/queryrow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int leastBrowser = 50; ///< logical pixels, in a narrow window
constexpr std::size_t fewSeries = 200;
constexpr std::size_t manySeries = 2000;
constexpr std::size_t mostRows = 26;
constexpr std::size_t mostRowsCopied = 200'000;
constexpr double rowsShare = 0.45; ///< of the height, at most

QString fromUtf8(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ExploreView::ExploreView(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, ExploreFeed *feed,
                         const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_pool(std::move(pool))
    , m_catalog(catalog)
    , m_feed(feed)
    , m_theme(theme)
    , m_maxSeries(fewSeries)
    , m_browser(new MetricBrowser(theme, this))
    , m_toolBar(new ExploreToolBar(this))
    , m_notice(new ExploreNotice(this))
    , m_intro(new ExploreIntro(theme, this))
    , m_result(new ExploreResult(theme, this))
    , m_explain(new ExplainPane(theme, this))
{
    build();
    connectParts();
    appendRow();
    m_browser->setCatalog(m_catalog->catalog());
    applyTheme();
}

void ExploreView::build()
{
    m_rowArea = new QWidget;
    m_rowLayout = new QVBoxLayout(m_rowArea);
    m_rowLayout->setContentsMargins(8, 8, 8, 4);
    m_rowLayout->setSpacing(8);
    m_rowLayout->addStretch(1);
    m_rowScroll = new QScrollArea;
    m_rowScroll->setWidget(m_rowArea);
    m_rowScroll->setWidgetResizable(true);
    m_rowScroll->setFrameShape(QFrame::NoFrame);
    m_rowScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rowScroll->setFocusPolicy(Qt::NoFocus);

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_intro);
    m_stack->addWidget(m_result);
    m_lower = new QSplitter(Qt::Vertical);
    m_lower->addWidget(m_stack);
    m_lower->addWidget(m_explain);
    m_lower->setChildrenCollapsible(false);
    m_lower->setStretchFactor(0, 3);
    m_lower->setStretchFactor(1, 2);
    m_explain->hide();

    auto *main = new QWidget;
    auto *mainLayout = new QVBoxLayout(main);
    mainLayout->setContentsMargins(0, 0, 0, 0);
    mainLayout->setSpacing(0);
    mainLayout->addWidget(m_rowScroll);
    mainLayout->addWidget(m_toolBar);
    mainLayout->addWidget(m_notice);
    mainLayout->addWidget(m_lower, 1);
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->addWidget(m_browser);
    columns->addWidget(main);
    m_browser->setMinimumWidth(leastBrowser);
    columns->setStretchFactor(1, 1);
    columns->setSizes({300, 1000});
    columns->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);
}

void ExploreView::connectParts()
{
    m_rowArea->installEventFilter(this);
    connect(m_toolBar, &ExploreToolBar::runRequested, this, &ExploreView::run);
    connect(m_toolBar, &ExploreToolBar::addRequested, this, &ExploreView::addRow);
    connect(m_toolBar, &ExploreToolBar::modeChosen, this, &ExploreView::ask);
    connect(m_toolBar, &ExploreToolBar::explainToggled, this, &ExploreView::setExplainShown);
    connect(m_toolBar, &ExploreToolBar::csvRequested, this, &ExploreView::copyCsv);
    connect(m_toolBar, &ExploreToolBar::dashboardRequested, this, [this] {
        std::vector<PanelQuery> wanted = queries();
        std::erase_if(wanted, [](const PanelQuery &query) { return query.expr.empty(); });
        for (PanelQuery &query : wanted)
            query.instant = mode() != ExploreMode::Graph;
        if (!wanted.empty())
            emit addToDashboardRequested(wanted);
    });
    m_browser->offerDashboard();
    connect(m_browser, &MetricBrowser::dashboardRequested, this, &ExploreView::metricToDashboardRequested);
    connect(m_notice, &ExploreNotice::allRequested, this, [this] {
        m_maxSeries = manySeries;
        ask();
    });
    connect(m_explain, &ExplainPane::refreshRequested, this, &ExploreView::explainCurrent);
    connect(m_explain, &ExplainPane::partChosen, this,
            [this](std::size_t number, std::optional<SourceSpan> span) {
                if (number < m_rows.size())
                    m_rows[number]->editor()->setMarkedSpan(span);
            });
    connect(m_result, &ExploreResult::rangeRequested, this, &ExploreView::rangeRequested);
    connect(m_result, &ExploreResult::rangeMoved, this, &ExploreView::rangeMoved);
    connect(m_result, &ExploreResult::zoomOutRequested, this, &ExploreView::zoomOutRequested);
    connect(m_result, &ExploreResult::zoomInAgainRequested, this, &ExploreView::zoomInAgainRequested);
    connect(m_browser, &MetricBrowser::familyChosen, this, [this](const std::string &family, bool beside) {
        m_feed->suggest(family, beside ? ExploreFeed::Placement::Add : ExploreFeed::Placement::Replace);
    });
    connect(m_intro, &ExploreIntro::exampleChosen, this, [this](const SuggestedQuery &example) {
        writeSuggestion(example, ExploreFeed::Placement::Replace);
    });
    connect(m_catalog, &CatalogSource::changed, this, [this] {
        m_browser->setCatalog(m_catalog->catalog());
        if (m_stack->currentWidget() == m_intro)
            m_feed->suggestExamples();
    });
    connect(m_feed, &ExploreFeed::answered, this, &ExploreView::takeAnswer);
    connect(m_feed, &ExploreFeed::explained, this, &ExploreView::takeExplanation);
    connect(m_feed, &ExploreFeed::suggested, this,
            [this](const std::vector<SuggestedQuery> &queries, ExploreFeed::Placement placement) {
                writeSuggestion(queries.front(), placement);
            });
    connect(m_feed, &ExploreFeed::examplesSuggested, m_intro, &ExploreIntro::setExamples);
}

QueryRow *ExploreView::appendRow()
{
    auto *row = new QueryRow(m_pool, m_catalog, m_theme, m_rowArea);
    m_rows.push_back(row);
    m_rowLayout->insertWidget(static_cast<int>(m_rows.size()) - 1, row);
    row->setScrapeIntervalMs(m_scrapeIntervalMs);
    row->setFeatures(m_features);
    row->editor()->setHistory(m_history.entries());
    connect(row, &QueryRow::runRequested, this, &ExploreView::run);
    connect(row, &QueryRow::changed, this, &ExploreView::ask);
    connect(row, &QueryRow::removeRequested, this, [this, row] { removeRow(row); });
    connect(row, &QueryRow::focused, this, [this, row] {
        m_current = row;
        if (m_explain->isVisible() && row->explanation() == nullptr && !row->isBlank())
            explainCurrent();
    });
    renumber();
    return row;
}

void ExploreView::addRow()
{
    if (m_rows.size() >= mostRows)
        return;
    m_current = appendRow();
    m_current->editor()->setFocus();
}

void ExploreView::removeRow(QueryRow *row)
{
    if (m_rows.size() == 1) {
        row->setQuery({}, {});
    } else {
        std::erase(m_rows, row);
        m_rowLayout->removeWidget(row);
        row->hide();
        row->deleteLater();
        m_current = m_rows.front();
    }
    renumber();
    ask();
    emit changed();
}

void ExploreView::renumber()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setNumber(i);
        m_rows[i]->setRemovable(m_rows.size() > 1 || !m_rows[i]->isBlank());
    }
    updateRowsHeight();
}

QueryRow *ExploreView::currentRow() const
{
    return m_current != nullptr ? m_current : m_rows.front();
}

void ExploreView::focusEditor()
{
    currentRow()->editor()->setFocus();
}

ExploreMode ExploreView::mode() const
{
    return m_toolBar->mode();
}

void ExploreView::setMode(ExploreMode mode)
{
    m_toolBar->setMode(mode);
    ask();
}

void ExploreView::run()
{
    for (const QueryRow *row : m_rows)
        m_history.add(row->editor()->query());
    for (const QueryRow *row : m_rows)
        row->editor()->setHistory(m_history.entries());
    m_maxSeries = fewSeries;
    m_explained.clear();
    ask();
    if (m_explain->isVisible())
        explainCurrent();
    emit changed();
}

void ExploreView::ask()
{
    std::vector<ExploreQuery> queries;
    for (const QueryRow *row : m_rows) {
        if (row->isSwitchedOn() && !row->isBlank())
            queries.push_back(row->query());
    }
    renumber();
    const bool nothing = queries.empty();
    m_stack->setCurrentWidget(nothing ? static_cast<QWidget *>(m_intro) : m_result);
    if (nothing) {
        m_notice->clear();
        m_feed->suggestExamples();
    }
    m_feed->setQueries(std::move(queries), mode(), m_maxSeries);
}

void ExploreView::takeAnswer(const std::shared_ptr<const ExploreAnswer> &answer)
{
    m_answer = answer;
    m_result->showAnswer(answer);
    const auto &asked = m_feed->queries();
    bool hasComeSince = false;
    for (std::size_t i = 0; i < answer->outcomes.size() && i < asked.size(); ++i) {
        const ExploreOutcome &outcome = answer->outcomes[i];
        if (outcome.row >= m_rows.size())
            continue;
        QueryRow *row = m_rows[outcome.row];
        const Explanation *explained = row->explanation();
        hasComeSince = hasComeSince || (row == currentRow() && outcome.series > 0 && explained != nullptr &&
                                        explained->emptied);
        row->showOutcome(asked[i], outcome);
    }
    if (hasComeSince && m_explain->isVisible())
        explainCurrent();
    m_notice->showBounds(*answer, m_maxSeries, manySeries);
    updateRowsHeight();
    explainWhatIsWanted();
}

void ExploreView::copyCsv()
{
    if (m_stack->currentWidget() != m_result)
        return;
    const CsvTable table = m_result->csv(mostRowsCopied);
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(table.text.data(), static_cast<qsizetype>(table.text.size())));
    const int rows = static_cast<int>(table.rows);
    m_notice->tell(table.cut
                       ? tr("The first %n row(s) are on the clipboard as CSV; there are more.", nullptr, rows)
                       : tr("%n row(s) are on the clipboard as CSV.", nullptr, rows));
}

void ExploreView::explainWhatIsWanted()
{
    if (!m_answer)
        return;
    const auto &asked = m_feed->queries();
    for (std::size_t i = 0; i < m_answer->outcomes.size() && i < asked.size(); ++i) {
        const ExploreOutcome &outcome = m_answer->outcomes[i];
        const bool readable = !outcome.error || outcome.error->code == ErrorCode::QueryFailed;
        const bool nothing = outcome.series == 0 && !outcome.text;
        if (!readable || !nothing || m_explained.contains(asked[i].expr))
            continue;
        m_explained.insert(asked[i].expr);
        m_feed->explain(asked[i]);
        return;
    }
}

void ExploreView::explainCurrent()
{
    QueryRow *row = currentRow();
    if (row->isBlank()) {
        m_explain->setExplanation({}, nullptr);
        return;
    }
    m_explained.insert(row->query().expr);
    m_feed->explain(row->query());
}

void ExploreView::takeExplanation(const ExploreQuery &query,
                                  const std::shared_ptr<const Explanation> &explanation)
{
    if (query.row >= m_rows.size())
        return;
    QueryRow *row = m_rows[query.row];
    row->showExplanation(query, explanation);
    if (row == currentRow())
        m_explain->setExplanation(query, explanation);
    updateRowsHeight();
    explainWhatIsWanted();
}

void ExploreView::setExplainShown(bool shown)
{
    m_toolBar->setExplainShown(shown);
    m_explain->setVisible(shown);
    if (shown)
        explainCurrent();
    else
        currentRow()->editor()->setMarkedSpan(std::nullopt);
}

void ExploreView::writeSuggestion(const SuggestedQuery &query, ExploreFeed::Placement placement)
{
    const bool adds =
        placement == ExploreFeed::Placement::Add && !currentRow()->isBlank() && m_rows.size() < mostRows;
    QueryRow *row = adds ? appendRow() : currentRow();
    m_current = row;
    row->setQuery(fromUtf8(query.expr), fromUtf8(query.legend));
    run();
}

void ExploreView::openQueries(const std::vector<PanelQuery> &queries, ExploreMode mode)
{
    const std::size_t wanted = std::clamp<std::size_t>(queries.size(), 1, mostRows);
    while (m_rows.size() > wanted) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < wanted)
        appendRow();
    m_current = m_rows.front();
    for (std::size_t i = 0; i < wanted; ++i)
        m_rows[i]->setQuery(i < queries.size() ? fromUtf8(queries[i].expr) : QString(),
                            i < queries.size() ? fromUtf8(queries[i].legend) : QString());
    m_toolBar->setMode(mode);
    run();
}

std::vector<PanelQuery> ExploreView::queries() const
{
    std::vector<PanelQuery> queries;
    for (const QueryRow *row : m_rows) {
        if (!row->isBlank())
            queries.push_back({row->query().expr, row->query().legend, false});
    }
    return queries;
}

void ExploreView::setHistory(const QueryHistory &history)
{
    m_history = history;
    for (const QueryRow *row : m_rows)
        row->editor()->setHistory(m_history.entries());
}

void ExploreView::setScrapeIntervalMs(std::int64_t interval)
{
    m_scrapeIntervalMs = interval;
    for (QueryRow *row : m_rows)
        row->setScrapeIntervalMs(interval);
}

void ExploreView::setFeatures(const promql::Features &features)
{
    m_features = features;
    for (QueryRow *row : m_rows)
        row->setFeatures(features);
}

void ExploreView::updateRowsHeight()
{
    // After the layouts have taken in what has changed.
    QTimer::singleShot(0, this, [this] {
        const int width = m_rowScroll->viewport()->width();
        const int wanted = m_rowLayout->hasHeightForWidth() ? m_rowLayout->totalHeightForWidth(width)
                                                            : m_rowArea->sizeHint().height();
        m_rowScroll->setFixedHeight(std::min(wanted, std::max(90, static_cast<int>(height() * rowsShare))));
    });
}

bool ExploreView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_rowArea && event->type() == QEvent::LayoutRequest)
        updateRowsHeight();
    return QWidget::eventFilter(watched, event);
}

void ExploreView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateRowsHeight();
}

void ExploreView::setShownRange(TimeRange range)
{
    m_result->setShownRange(range);
}

void ExploreView::setTimeZone(const QTimeZone &zone)
{
    m_result->setTimeZone(zone);
}

std::int64_t ExploreView::columnUs() const
{
    return m_result->columnUs();
}

void ExploreView::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_browser->setTheme(theme);
    m_intro->setTheme(theme);
    m_result->setTheme(theme);
    m_explain->setTheme(theme);
    for (QueryRow *row : m_rows)
        row->setTheme(theme);
    applyTheme();
}

void ExploreView::applyTheme()
{
    setPalette(m_theme.palette());
    setStyleSheet(
        QStringLiteral(
            "QPushButton,QToolButton[segment=\"true\"]{background:%1;color:%2;border:1px solid %3;"
            "border-radius:4px;padding:4px 12px}"
            "QPushButton:hover,QToolButton[segment=\"true\"]:hover{border-color:%4}"
            "QPushButton:focus,QToolButton[segment=\"true\"]:focus{border-color:%4}"
            "QPushButton:pressed{background:%3}"
            "QToolButton[segment=\"true\"]:checked{background:%4;color:%5;border-color:%4}"
            "#runQueries{background:%4;color:%5;border-color:%4;font-weight:bold}"
            "#mend{padding:2px 10px;color:%4}"
            "QLineEdit{background:%6;color:%2;border:1px solid %3;border-radius:4px;padding:3px 6px}"
            "QLineEdit:focus{border-color:%4}"
            "QSplitter::handle{background:%3}"
            "QSplitter::handle:horizontal{width:1px}QSplitter::handle:vertical{height:1px}")
            .arg(m_theme.surfaceRaised.name(), m_theme.text.name(), m_theme.border.name(),
                 m_theme.accent.name(), m_theme.window.name(), m_theme.surface.name()));
}

} // namespace sightglass
