// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/exploreresult.h"

#include "model/presentation/bucketadvicetext.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/samplesmodel.h"
#include "widgets/panels/panelfactory.h"
#include "widgets/plots/plottexts.h"
#include "widgets/style/stylesheets.h"
#include "widgets/tables/tablecopy.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

/// Rows of several queries say which they are of.
PanelDataPtr withQueryNames(const ExploreAnswer &answer)
{
    auto data = std::make_shared<PanelData>(answer.data);
    for (PanelSeries &series : data->series) {
        if (series.labels.value("query").empty())
            series.labels = series.labels.with("query", exploreRowName(series.query));
    }
    return data;
}

constexpr qsizetype longestString = 2000;
constexpr qsizetype mostAdvice = 4; ///< a panel's remarks take no more room either

/// What the buckets that were asked for cannot tell, a line each.
QString adviceOf(const PanelData &data)
{
    QStringList lines;
    for (const BucketAdvice &advice : data.advice) {
        if (lines.size() == mostAdvice)
            break;
        lines << bucketAdviceText(advice);
    }
    return lines.join(u'\n');
}

/// How fine a chart's points are.
QString resolutionOf(const ExploreAnswer &answer)
{
    switch (answer.mode) {
    case ExploreMode::Graph:
        return resolutionText(answer.data.stepMs, PlotSource::of(answer.data));
    case ExploreMode::Samples:
        return ExploreResult::tr("every stored sample");
    case ExploreMode::Table:
        break;
    }
    return {};
}

/// Why an answer without series shows none, or the string that it is; empty where its panel says it.
QString messageOf(const ExploreAnswer &answer)
{
    if (!answer.data.series.empty())
        return {};
    QStringList strings;
    bool native = false;
    bool failed = !answer.outcomes.empty();
    for (const ExploreOutcome &outcome : answer.outcomes) {
        if (outcome.text)
            strings << displayText(*outcome.text, longestString);
        native = native || outcome.histograms > 0;
        failed = failed && outcome.error.has_value();
    }
    if (!strings.isEmpty())
        return strings.join(u'\n');
    if (native)
        return ExploreResult::tr(
            "Native histograms cannot be drawn as lines: choose one of their numbers above, "
            "or look at them as a table.");
    return failed ? ExploreResult::tr("Nothing to show: the query cannot be evaluated.") : QString();
}

} // namespace

ExploreResult::ExploreResult(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chartArea(new QWidget(this))
    , m_samplesModel(new SamplesModel(this))
    , m_samples(new QTableView(this))
    , m_message(new QLabel(this))
    , m_advice(new QLabel(m_chartArea))
    , m_resolution(new QLabel(m_chartArea))
{
    m_advice->setObjectName(QStringLiteral("bucketAdvice"));
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_resolution->setObjectName(QStringLiteral("resolution"));
    m_resolution->setTextFormat(Qt::PlainText);
    m_resolution->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_message->setObjectName(QStringLiteral("resultMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setMargin(24);
    m_message->hide();
    m_samples->setObjectName(QStringLiteral("samplesTable"));
    m_samples->setAccessibleName(tr("Stored samples"));
    m_samples->setModel(m_samplesModel);
    m_samples->setFrameShape(QFrame::NoFrame);
    m_samples->setShowGrid(false);
    m_samples->verticalHeader()->hide();
    m_samples->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_samples->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_samples->setWordWrap(false);
    makeCopyable(m_samples);
    QHeaderView *header = m_samples->horizontalHeader();
    header->setSectionResizeMode(SamplesModel::SeriesColumn, QHeaderView::Stretch);
    header->resizeSection(SamplesModel::TimeColumn,
                          fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00 00:00:00.000")) + 32);
    header->resizeSection(SamplesModel::ValueColumn, 240);
    auto *chartLayout = new QVBoxLayout(m_chartArea);
    chartLayout->setContentsMargins(8, 8, 8, 8);
    auto *caption = new QHBoxLayout;
    caption->addWidget(m_advice, 1);
    caption->addStretch(0);
    caption->addWidget(m_resolution, 0, Qt::AlignTop);
    chartLayout->addLayout(caption);
    m_chartArea->setObjectName(QStringLiteral("exploreChart"));
    m_chartArea->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_message, 3);
    layout->addWidget(m_chartArea, 3);
    layout->addWidget(m_samples, 2);
    m_samples->hide();
    setTheme(theme);
}

void ExploreResult::setShownRange(TimeRange range)
{
    m_shownRange = range;
    if (m_chart != nullptr)
        m_chart->setShownRange(range);
}

void ExploreResult::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_samplesModel->setTimeZone(zone);
    for (PanelView *panel : {m_chart, m_table}) {
        if (panel != nullptr)
            panel->setTimeZone(zone);
    }
}

std::int64_t ExploreResult::columnUs() const
{
    return m_chart != nullptr ? m_chart->columnUs() : 0;
}

void ExploreResult::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (PanelView *panel : {m_chart, m_table}) {
        if (panel != nullptr)
            panel->setTheme(theme);
    }
    QPalette muted = theme.palette();
    muted.setColor(QPalette::WindowText, theme.textMuted);
    m_message->setPalette(muted);
    m_resolution->setPalette(muted);
    QPalette told = muted;
    told.setColor(QPalette::WindowText, theme.semantic(SemanticColor::Warning));
    m_advice->setPalette(told);
    m_chartArea->setStyleSheet(
        QStringLiteral("#exploreChart{background:%1;border:1px solid %2;border-radius:4px}")
            .arg(theme.surface.name(), theme.border.name()));
    m_samples->setStyleSheet(
        QStringLiteral(
            "QTableView{background:%1;color:%2;border:0;selection-background-color:%4;selection-color:%2}"
            "QTableView::item{padding:0 8px;border-bottom:1px solid %3}"
            "QHeaderView::section{background:%4;color:%5;border:0;padding:3px 8px}")
            .arg(theme.surface.name(), theme.text.name(), theme.grid.name(), theme.surfaceRaised.name(),
                 theme.textMuted.name()) +
        slimScrollBars(theme));
}

PanelView *ExploreResult::makePanel(PanelType type, const std::string &unit)
{
    PanelSpec spec;
    spec.id = "explore";
    spec.options = standardOptions(type);
    spec.title = tr("Explore").toStdString();
    if (!unit.empty())
        spec.field.unit = unit;
    if (LegendOptions *legend = legendOf(spec.options)) {
        legend->mode = LegendMode::Table;
        legend->values = {Calculation::LastNotNull, Calculation::Mean, Calculation::Max, Calculation::Min};
    }
    spec.field.graph.fillOpacity = 0;
    PanelView *panel = createPanelView(spec, m_theme, m_chartArea);
    connect(panel, &PanelView::rangeRequested, this, &ExploreResult::rangeRequested);
    connect(panel, &PanelView::rangeMoved, this, &ExploreResult::rangeMoved);
    connect(panel, &PanelView::zoomOutRequested, this, &ExploreResult::zoomOutRequested);
    connect(panel, &PanelView::zoomInAgainRequested, this, &ExploreResult::zoomInAgainRequested);
    panel->setTimeZone(m_zone);
    if (m_shownRange)
        panel->setShownRange(*m_shownRange);
    static_cast<QVBoxLayout *>(m_chartArea->layout())->addWidget(panel, 1);
    return panel;
}

/// A panel is made for one unit: with another one it is another panel.
void ExploreResult::needPanel(PanelView *&panel, std::string &unitOfPanel, PanelType type,
                              const std::string &unit)
{
    if (panel != nullptr && unitOfPanel == unit)
        return;
    if (panel != nullptr) {
        panel->hide();
        panel->deleteLater();
    }
    panel = makePanel(type, unit);
    unitOfPanel = unit;
}

void ExploreResult::arrange(const ExploreAnswer &answer)
{
    const ExploreMode mode = answer.mode;
    m_message->setText(messageOf(answer));
    const bool shown = m_message->text().isEmpty();
    m_advice->setText(adviceOf(answer.data));
    m_advice->setVisible(!m_advice->text().isEmpty());
    m_resolution->setText(resolutionOf(answer));
    m_resolution->setVisible(!m_resolution->text().isEmpty());
    m_message->setVisible(!shown);
    m_chartArea->setVisible(shown);
    if (m_chart != nullptr)
        m_chart->setVisible(mode != ExploreMode::Table);
    if (m_table != nullptr)
        m_table->setVisible(mode == ExploreMode::Table);
    m_samples->setVisible(shown && mode == ExploreMode::Samples);
}

void ExploreResult::showAnswer(const std::shared_ptr<const ExploreAnswer> &answer)
{
    m_answer = answer;
    // The data live in the answer, and share its life.
    const PanelDataPtr shown(answer, &answer->data);
    if (answer->mode == ExploreMode::Table)
        needPanel(m_table, m_tableUnit, PanelType::Table, answer->unit);
    else
        needPanel(m_chart, m_chartUnit, PanelType::TimeSeries, answer->unit);
    arrange(*answer);
    if (answer->mode != ExploreMode::Table)
        m_chart->setData(shown);
    else
        m_table->setData(answer->outcomes.size() > 1 ? withQueryNames(*answer) : shown);
    m_samplesModel->setData(answer->mode == ExploreMode::Samples ? shown : nullptr);
}

QString ExploreResult::message() const
{
    return m_message->text();
}

QString ExploreResult::advice() const
{
    return m_advice->text();
}

QString ExploreResult::resolution() const
{
    return m_resolution->text();
}

CsvTable ExploreResult::csv(std::size_t mostRows) const
{
    if (!m_answer)
        return {};
    return panelCsv(m_answer->outcomes.size() > 1 ? *withQueryNames(*m_answer) : m_answer->data, mostRows);
}

} // namespace sightglass
