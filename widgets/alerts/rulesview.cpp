// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/rulesview.h"

#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/numbertext.h"
#include "widgets/alerts/whypane.h"
#include "widgets/style/plaintable.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace sightglass {

namespace {

enum Column
{
    StateColumn,
    NameColumn,
    AlertsColumn,
    TimeColumn,
    GroupColumn,
    ColumnCount
};

constexpr int ruleLetters = 18;

bool isSame(const RuleStatus &a, const RuleStatus &b)
{
    return a.file == b.file && a.group == b.group && a.rule->name == b.rule->name &&
           a.rule->query == b.rule->query && a.rule->writtenLabels == b.rule->writtenLabels;
}

auto rankOf(const RuleStatus &status)
{
    return std::tuple(!status.error.has_value(), -static_cast<int>(status.state),
                      status.rule->kind == RuleKind::Recording);
}

} // namespace

RulesView::RulesView(QWidget *parent)
    : QWidget(parent)
    , m_theme(darkTheme())
    , m_filter(new QLineEdit)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_problems(new QLabel)
    , m_why(new WhyPane)
{
    m_filter->setObjectName(QStringLiteral("ruleFilter"));
    m_filter->setPlaceholderText(tr("Words in name, expression or group"));
    m_filter->setAccessibleName(tr("Filter rules"));
    m_filter->setClearButtonEnabled(true);
    m_table->setObjectName(QStringLiteral("rules"));
    m_table->setAccessibleName(tr("Rules"));
    m_table->setHorizontalHeaderLabels({tr("State"), tr("Rule"), tr("Alerts"), tr("Took"), tr("Group")});
    makePlain(m_table, 4);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const int letter = m_table->fontMetrics().averageCharWidth();
    m_table->setColumnWidth(StateColumn, 10 * letter);
    m_table->setColumnWidth(AlertsColumn, 8 * letter);
    m_table->setColumnWidth(TimeColumn, 10 * letter);
    m_table->setColumnWidth(GroupColumn, 14 * letter);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(6 * letter);
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setWordWrap(true);
    m_problems->setContentsMargins(6, 2, 6, 2);
    auto *left = new QWidget;
    left->setMinimumWidth(34 * letter);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(6, 4, 0, 0);
    leftLayout->setSpacing(4);
    leftLayout->addWidget(m_filter);
    leftLayout->addWidget(m_problems);
    leftLayout->addWidget(m_table, 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(left);
    splitter->addWidget(m_why);
    // In a narrow window it is cut, and the splitter makes room.
    m_why->setMinimumWidth(20 * letter);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({4 * letter * ruleLetters, 6 * letter * ruleLetters});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_filter, &QLineEdit::textChanged, this, &RulesView::showLines);
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int before) {
        if (row != before)
            onChosen();
    });
    auto *find = new QAction(m_table);
    find->setShortcuts({QKeySequence(Qt::Key_Slash), QKeySequence(QKeySequence::Find)});
    find->setShortcutContext(Qt::WidgetShortcut);
    connect(find, &QAction::triggered, m_filter, qOverload<>(&QWidget::setFocus));
    m_table->addAction(find);
    setFocusProxy(m_table);
    m_why->setEnabled(false);
}

void RulesView::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_why->setTheme(theme);
    showLines();
}

void RulesView::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_why->setTimeZone(zone);
}

RuleGroupStatus RulesView::groupOf(const RuleStatus &status) const
{
    const auto found = std::find_if(m_groups.begin(), m_groups.end(), [&status](const RuleGroupStatus &each) {
        return each.name == status.group && each.file == status.file;
    });
    return found == m_groups.end() ? RuleGroupStatus{} : *found;
}

const RuleStatus *RulesView::chosen() const
{
    return m_chosen ? &*m_chosen : nullptr;
}

void RulesView::setRules(const std::vector<RuleStatus> &rules, const std::vector<RuleGroupStatus> &groups,
                         const QStringList &problems)
{
    m_rules = rules;
    m_groups = groups;
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
    showLines();
    if (!m_chosen)
        return;
    const auto now = std::find_if(m_rules.begin(), m_rules.end(),
                                  [this](const RuleStatus &each) { return isSame(each, *m_chosen); });
    if (now == m_rules.end())
        return;
    m_chosen = *now;
    m_why->update(*now, groupOf(*now));
}

void RulesView::showLines()
{
    const QStringList words = m_filter->text().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_lines.clear();
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const RuleStatus &status = m_rules[i];
        const QString text =
            QString::fromStdString(status.rule->name + ' ' + status.rule->query + ' ' + status.group)
                .toLower();
        const bool fits = std::all_of(words.begin(), words.end(),
                                      [&text](const QString &word) { return text.contains(word); });
        if (fits)
            m_lines.push_back(i);
    }
    std::stable_sort(m_lines.begin(), m_lines.end(), [this](std::size_t a, std::size_t b) {
        return rankOf(m_rules[a]) < rankOf(m_rules[b]);
    });
    int current = -1;
    {
        const QSignalBlocker blocker(m_table);
        m_table->setRowCount(static_cast<int>(m_lines.size()));
        for (std::size_t row = 0; row < m_lines.size(); ++row) {
            showLine(static_cast<int>(row), m_rules[m_lines[row]]);
            if (m_chosen && isSame(m_rules[m_lines[row]], *m_chosen))
                current = static_cast<int>(row);
        }
        // Where the chosen rule is filtered away the line that is current is explained, not what nobody sees.
        if (!m_lines.empty())
            m_table->setCurrentCell(std::max(current, 0), StateColumn);
    }
    if (current < 0 && !m_lines.empty())
        onChosen();
}

void RulesView::showLine(int row, const RuleStatus &status)
{
    const auto set = [this, row](int column, const QString &text) {
        QTableWidgetItem *item = m_table->item(row, column);
        if (item == nullptr) {
            item = new QTableWidgetItem;
            m_table->setItem(row, column, item);
        }
        if (item->text() != text)
            item->setText(text);
        return item;
    };
    const bool isRecording = status.rule->kind == RuleKind::Recording;
    const QString state = status.error                           ? tr("fails")
                          : isRecording                          ? tr("records")
                          : status.state == AlertState::Inactive ? tr("quiet")
                                                                 : AlertTableModel::stateText(status.state);
    const SemanticColor color = status.error                          ? SemanticColor::Warning
                                : status.state == AlertState::Firing  ? SemanticColor::Critical
                                : status.state == AlertState::Pending ? SemanticColor::Notice
                                                                      : SemanticColor::Good;
    set(StateColumn, state)->setForeground(m_theme.legible(m_theme.semantic(color)));
    set(NameColumn, displayText(status.rule->name))
        ->setToolTip(plainToolTip(displayText(status.rule->query, 1000)));
    const auto active = std::count_if(status.alerts.begin(), status.alerts.end(),
                                      [](const Alert &alert) { return alert.state != AlertState::Inactive; });
    set(AlertsColumn, isRecording ? QString() : QString::number(active));
    set(TimeColumn, status.lastEvaluation ? measureText(status.evaluationSeconds, "s") : QString());
    set(GroupColumn, displayText(status.group, 80))->setToolTip(plainToolTip(displayText(status.file, 400)));
}

bool RulesView::choose(const std::string &file, const std::string &group, const std::string &name,
                       const std::string &query)
{
    m_filter->clear();
    int found = -1;
    for (std::size_t row = 0; row < m_lines.size(); ++row) {
        const RuleStatus &status = m_rules[m_lines[row]];
        if (status.file != file || status.group != group || status.rule->name != name)
            continue;
        if (found < 0 || status.rule->query == query)
            found = static_cast<int>(row);
    }
    if (found < 0)
        return false;
    if (m_table->currentRow() == found)
        onChosen();
    else
        m_table->setCurrentCell(found, StateColumn);
    return true;
}

void RulesView::onChosen()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_lines.size()))
        return;
    m_chosen = m_rules[m_lines[static_cast<std::size_t>(row)]];
    m_why->setEnabled(true);
    m_why->begin(*m_chosen, groupOf(*m_chosen));
    emit chosenChanged();
}

} // namespace sightglass
