// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/whypane.h"

#include "model/alerting/loadedrules.h"
#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/explanationmodel.h"
#include "model/presentation/findingtext.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/rulediagnosistext.h"
#include "model/presentation/valuetext.h"
#include "parser/base/durationtext.h"
#include "widgets/alerts/backteststrip.h"
#include "widgets/alerts/rulesetdelegate.h"
#include "widgets/alerts/rulesetmodel.h"
#include "widgets/chart/timeticks.h"
#include "widgets/style/plaintable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

QLabel *plainLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void makeDense(QTableView *table)
{
    makePlain(table, 4);
    table->horizontalHeader()->setStretchLastSection(true);
}

void setWidths(QTableView *table, std::initializer_list<int> letters)
{
    const int letter = table->fontMetrics().averageCharWidth();
    int column = 0;
    for (const int count : letters)
        table->setColumnWidth(column++, count * letter);
}

QString durationText(std::int64_t milliseconds)
{
    return QString::fromStdString(formatDurationMs(milliseconds));
}

} // namespace

WhyPane::WhyPane(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel("ruleTitle"))
    , m_verdict(plainLabel("ruleVerdict"))
    , m_facts(plainLabel("ruleFacts"))
    , m_remarks(plainLabel("ruleRemarks"))
    , m_tabs(new QTabWidget)
    , m_sets(new QTableView)
    , m_setModel(new RuleSetModel(this))
    , m_setDelegate(new RuleSetDelegate(this))
    , m_tree(new QTreeView)
    , m_treeModel(new ExplanationModel(this))
    , m_findings(plainLabel("ruleFindings"))
    , m_strip(new BackTestStrip)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_sets->setObjectName(QStringLiteral("ruleSets"));
    m_sets->setModel(m_setModel);
    m_sets->setItemDelegate(m_setDelegate);
    makeDense(m_sets);
    setWidths(m_sets, {10, 30, 9, 12, 11, 18});
    m_sets->horizontalHeader()->setStretchLastSection(false);
    m_sets->horizontalHeader()->setSectionResizeMode(RuleSetModel::LabelsColumn, QHeaderView::Stretch);
    m_tree->setModel(m_treeModel);
    m_tree->setObjectName(QStringLiteral("ruleTree"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->resizeSection(ExplanationModel::ExpressionColumn,
                                    40 * fontMetrics().averageCharWidth());
    m_tree->header()->setStretchLastSection(false);
    for (const int column :
         {ExplanationModel::TypeColumn, ExplanationModel::SeriesColumn, ExplanationModel::TimeColumn})
        m_tree->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(ExplanationModel::SampleColumn, QHeaderView::Stretch);
    auto *parts = new QWidget;
    auto *partsLayout = new QVBoxLayout(parts);
    partsLayout->setContentsMargins(0, 0, 0, 0);
    partsLayout->addWidget(m_tree, 1);
    partsLayout->addWidget(m_findings);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_sets, tr("&Label sets"));
    m_tabs->addTab(parts, tr("&Expression"));
    m_tabs->addTab(makeMoves(), tr("What else &moved"));
    auto *actions = new QHBoxLayout;
    m_edit = new QPushButton(tr("&Open its file"));
    m_edit->setObjectName(QStringLiteral("editRule"));
    auto *test = new QPushButton(tr("As a &unit test…"));
    test->setObjectName(QStringLiteral("exportIncident"));
    test->setToolTip(tr("What happened over the time of the strip, as a file for promtool test rules"));
    actions->addWidget(m_title, 1);
    actions->addWidget(m_edit);
    actions->addWidget(test);
    connect(m_edit, &QPushButton::clicked, this, &WhyPane::editRequested);
    connect(test, &QPushButton::clicked, this, &WhyPane::exportRequested);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(actions);
    for (QLabel *label : {m_verdict, m_remarks, m_facts})
        layout->addWidget(label);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_strip);
}

QWidget *WhyPane::makeMoves()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4, 0, 0);
    m_movesTitle = plainLabel("movesTitle");
    m_moves = new QTableWidget(0, 4);
    m_moves->setObjectName(QStringLiteral("moves"));
    m_moves->setHorizontalHeaderLabels({tr("Moved"), tr("Series"), tr("Before → after"), tr("Panels")});
    makeDense(m_moves);
    setWidths(m_moves, {8, 30, 22, 26});
    m_moves->horizontalHeader()->setStretchLastSection(false);
    m_moves->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    layout->addWidget(m_movesTitle);
    layout->addWidget(m_moves, 1);
    connect(m_moves, &QTableWidget::itemActivated, this, [this](QTableWidgetItem *item) {
        if (const QTableWidgetItem *series = m_moves->item(item->row(), 1))
            emit seriesRequested(series->data(Qt::UserRole).toString());
    });
    return page;
}

void WhyPane::setTheme(const Theme &theme)
{
    m_setDelegate->setTheme(theme);
    m_strip->setTheme(theme);
    QPalette warned = palette();
    warned.setColor(QPalette::WindowText, theme.legible(theme.semantic(SemanticColor::Warning)));
    m_remarks->setPalette(warned);
}

void WhyPane::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_strip->setTimeZone(zone);
}

void WhyPane::begin(const RuleStatus &status, const RuleGroupStatus &group)
{
    m_diagnosis.reset();
    m_setModel->setDiagnosis(nullptr);
    m_treeModel->setExplanation(nullptr);
    m_verdict->setText(tr("Looking…"));
    m_remarks->hide();
    m_findings->hide();
    m_moves->setRowCount(0);
    m_movesTitle->setText(tr("Nothing is compared: the rule does not fire."));
    m_strip->setMessage(tr("What it did is being worked out…"));
    update(status, group);
}

void WhyPane::update(const RuleStatus &status, const RuleGroupStatus &group)
{
    m_status = status;
    m_group = group;
    m_title->setText(displayText(status.rule->name, 100));
    m_edit->setEnabled(status.file.starts_with('/') || status.file.starts_with(bundledRulesMark));
    showFacts();
}

void WhyPane::showFacts()
{
    QStringList facts = {displayText(m_status.rule->query, 2000)};
    QStringList numbers;
    if (m_status.rule->kind == RuleKind::Alerting)
        numbers << tr("for %1").arg(durationText(m_status.rule->forMs));
    numbers << tr("every %1").arg(durationText(m_group.intervalMs));
    if (m_status.lastEvaluation)
        numbers << tr("last evaluated %1, in %2")
                       .arg(timeText(*m_status.lastEvaluation, 1000, m_zone),
                            measureText(m_status.evaluationSeconds, "s"));
    if (m_group.missedEvaluations > 0)
        numbers << tr("%n evaluation(s) missed", nullptr, static_cast<int>(m_group.missedEvaluations));
    numbers << tr("group %1").arg(displayText(m_status.group, 60));
    if (!m_status.file.empty())
        numbers << displayText(m_status.file, 200);
    facts << numbers.join(QStringLiteral(" · "));
    m_facts->setText(facts.join(QLatin1Char('\n')));
}

void WhyPane::setDiagnosis(const std::shared_ptr<const RuleDiagnosis> &diagnosis)
{
    m_diagnosis = diagnosis;
    m_verdict->setText(verdictText(*diagnosis, m_status));
    QStringList remarks;
    for (const RuleRemark &remark : diagnosis->remarks)
        remarks << QStringLiteral("⚠ ") + remarkText(remark);
    m_remarks->setText(remarks.join(QLatin1Char('\n')));
    m_remarks->setVisible(!remarks.isEmpty());
    m_setModel->setDiagnosis(diagnosis);
    m_treeModel->setExplanation(std::make_shared<const Explanation>(diagnosis->explanation));
    m_tree->expandAll();
    QStringList findings;
    for (const Finding &finding : diagnosis->explanation.findings)
        findings << QStringLiteral("• ") + findingDisplayText(finding);
    m_findings->setText(findings.mid(0, 6).join(QLatin1Char('\n')));
    m_findings->setVisible(!findings.isEmpty());
    // Where nothing is found, the parts say more than an empty list.
    if (diagnosis->sets.empty() && m_tabs->currentIndex() == 0)
        m_tabs->setCurrentIndex(1);
}

void WhyPane::setMoves(const MoveAnswer &answer, TimestampMs at,
                       const std::function<QStringList(const Labels &)> &panelsOf)
{
    const QString when = timeText(at, 1000, m_zone);
    const auto whole = [](std::int64_t ms) { return durationText((ms + 500) / 1000 * 1000); };
    QString title;
    if (answer.beforeMs == 0)
        title = tr("There is no data of the time before %1 to compare with.").arg(when);
    else if (answer.moved.empty())
        title =
            tr("Nothing moved: none of %n series changed notably in the %2 from %1 on against the %3 before.",
               nullptr, static_cast<int>(answer.series))
                .arg(when, whole(answer.afterMs), whole(answer.beforeMs));
    else
        title = tr("Of %n series, those that changed most in the %2 from %1 on against the %3 before",
                   nullptr, static_cast<int>(answer.series))
                    .arg(when, whole(answer.afterMs), whole(answer.beforeMs));
    if (!answer.complete)
        title += QLatin1Char(' ') + tr("(not all were looked at)");
    m_movesTitle->setText(title);
    m_moves->setRowCount(static_cast<int>(answer.moved.size()));
    for (std::size_t i = 0; i < answer.moved.size(); ++i)
        showMoved(static_cast<int>(i), answer.moved[i],
                  panelsOf ? panelsOf(answer.moved[i].labels) : QStringList());
}

void WhyPane::showMoved(int row, const MovedSeries &moved, const QStringList &panels)
{
    const auto set = [this, row](int column, const QString &text) {
        auto *item = new QTableWidgetItem(text);
        item->setToolTip(plainToolTip(text));
        m_moves->setItem(row, column, item);
        return item;
    };
    set(0, moved.score >= mostMoveScore ? tr("≥ %1×").arg(static_cast<int>(mostMoveScore))
                                        : QString::number(moved.score, 'f', 1) + QStringLiteral("×"));
    QTableWidgetItem *series = set(1, displayText(moved.labels.toString(), 400));
    series->setData(Qt::UserRole, QString::fromStdString(moved.labels.toString()));
    set(2, moveText(moved));
    set(3, panels.join(QStringLiteral(" · ")));
}

void WhyPane::setBackTest(const BackTest &test)
{
    m_strip->setBackTest(test);
}

void WhyPane::setBackTestProblem(const QString &problem)
{
    m_strip->setMessage(problem);
}

} // namespace sightglass
