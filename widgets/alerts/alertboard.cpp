// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/alertboard.h"

#include "model/presentation/alertboardmodel.h"
#include "model/presentation/errortext.h"
#include "model/presentation/numbertext.h"
#include "widgets/alerts/alertsheet.h"
#include "widgets/alerts/cutlabel.h"
#include "widgets/views/foldingbar.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

AlertBoard::AlertBoard(AlertBoardModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_sheet(new AlertSheet(model))
    , m_common(new CutLabel)
    , m_details(new CutLabel)
    , m_remarks(new CutLabel)
    , m_empty(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(makeBar());
    m_common->setObjectName(QStringLiteral("alertsInCommon"));
    m_details->setObjectName(QStringLiteral("alertDetails"));
    m_remarks->setObjectName(QStringLiteral("alertRemarks"));
    for (CutLabel *label : {m_common, m_details, m_remarks})
        label->setContentsMargins(8, 0, 8, 0);
    for (CutLabel *label : {m_common, m_remarks})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_remarks->setContentsMargins(8, 0, 8, 4);
    layout->addWidget(m_common);
    layout->addWidget(m_sheet, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_remarks);
    m_empty->setObjectName(QStringLiteral("noAlerts"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    (new QVBoxLayout(m_sheet->viewport()))->addWidget(m_empty);
    connect(m_sheet, &AlertSheet::opened, this, [this](int row) {
        if (const BoardRow *chosen = m_model->row(row))
            emit opened(*chosen);
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &AlertBoard::showCounts);
    connect(model, &QAbstractItemModel::modelReset, this, &AlertBoard::showCounts);
    connect(model, &QAbstractItemModel::dataChanged, this, &AlertBoard::showCounts);
    connect(m_sheet, &AlertSheet::leftOutChanged, this, &AlertBoard::showCounts);
    connect(m_sheet->selectionModel(), &QItemSelectionModel::currentChanged, this, &AlertBoard::showCurrent);
    addActions();
    showCounts();
    setFocusProxy(m_sheet);
}

QToolButton *AlertBoard::makeToggle(const Toggle &toggle)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(toggle.name));
    button->setCheckable(true);
    button->setChecked(true);
    button->setToolTip(
        tr("Show or hide (%1)").arg(QKeySequence(toggle.key).toString(QKeySequence::NativeText)));
    connect(button, &QToolButton::toggled, this, [this, shown = toggle.shown](bool on) {
        m_filter.*shown = on;
        m_model->setFilter(m_filter);
        showCounts();
    });
    // An action that is not seen would not hear its key.
    addAction(toggle.text, {toggle.key}, [button] { button->toggle(); });
    return button;
}

QWidget *AlertBoard::makeBar()
{
    auto *bar = new FoldingBar;
    bar->setSpace({6, 4, 6, 0}, 6);
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("alertFilter"));
    m_text->setPlaceholderText(tr("Words, or matchers such as instance=~\"db.*\", alertstate=firing"));
    m_text->setAccessibleName(tr("Filter alerts"));
    m_text->setClearButtonEnabled(true);
    bar->addWidget(m_text, 1);
    m_firing = makeToggle({"showFiring", tr("Firing ones"), &BoardFilter::showsFiring, Qt::Key_1});
    m_pending = makeToggle({"showPending", tr("Pending ones"), &BoardFilter::showsPending, Qt::Key_2});
    m_resolved = makeToggle({"showResolved", tr("Resolved ones"), &BoardFilter::showsResolved, Qt::Key_3});
    m_quiet = makeToggle({"showQuiet", tr("Quiet ones"), &BoardFilter::showsQuiet, Qt::Key_4});
    // In a narrow window the first go last.
    int order = 0;
    for (QToolButton *button : {m_firing, m_pending, m_resolved, m_quiet})
        bar->addFolding(button, ++order);
    m_severity = new QComboBox;
    m_severity->setObjectName(QStringLiteral("leastSeverity"));
    m_severity->addItem(tr("any severity"), static_cast<int>(Severity::Info));
    m_severity->addItem(tr("warning and worse"), static_cast<int>(Severity::Warning));
    m_severity->addItem(tr("critical only"), static_cast<int>(Severity::Critical));
    m_severity->setAccessibleName(tr("Severity"));
    bar->addWidget(m_severity);
    connect(m_text, &QLineEdit::textChanged, this, &AlertBoard::applyFilter);
    connect(m_text, &QLineEdit::returnPressed, m_sheet, qOverload<>(&QWidget::setFocus));
    connect(m_severity, &QComboBox::currentIndexChanged, this, &AlertBoard::applyFilter);
    return bar;
}

void AlertBoard::addAction(const QString &text, const QList<QKeySequence> &keys,
                           const std::function<void()> &call)
{
    auto *action = new QAction(text, m_sheet);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, call);
    m_sheet->QWidget::addAction(action);
}

void AlertBoard::addActions()
{
    const auto withFirst = [this](const std::function<void(const BoardRow &)> &call) {
        const std::vector<BoardRow> rows = chosen();
        if (!rows.empty())
            call(rows.front());
    };
    const auto alerts = [this] {
        std::vector<BoardRow> rows = chosen();
        std::erase_if(rows, [](const BoardRow &row) { return row.error.has_value(); });
        return rows;
    };
    m_sheet->setContextMenuPolicy(Qt::ActionsContextMenu);
    addAction(tr("&Why?\tReturn"), {},
              [=, this] { withFirst([this](const BoardRow &row) { emit opened(row); }); });
    addAction(tr("&Silence…"), {Qt::Key_S}, [=, this] {
        if (const auto rows = alerts(); !rows.empty())
            emit silenceRequested(rows);
    });
    addAction(tr("&Acknowledge"), {Qt::Key_A}, [=, this] {
        if (const auto rows = alerts(); !rows.empty())
            emit acknowledgeRequested(rows);
    });
    addAction(tr("Take a &note…"), {Qt::Key_N},
              [=, this] { withFirst([this](const BoardRow &row) { emit noteRequested(row); }); });
    addAction(tr("Show its &time"), {Qt::Key_T}, [=, this] {
        withFirst([this](const BoardRow &row) {
            if (row.since())
                emit timeRequested(*row.since());
        });
    });
    addAction(tr("&Filter"), {Qt::Key_Slash, QKeySequence::Find}, [this] {
        m_text->setFocus();
        m_text->selectAll();
    });
    addAction(tr("Lines &beside each other"), {Qt::Key_B}, [this] { m_sheet->setWraps(!m_sheet->wraps()); });
    addAction(tr("&Copy"), {QKeySequence::Copy}, [this] {
        QStringList lines;
        for (const int row : m_sheet->chosenRows()) {
            QStringList cells;
            for (int column = 0; column < m_model->columnCount(); ++column)
                cells << m_model->index(row, column).data().toString();
            lines << cells.join(QLatin1Char('\t'));
        }
        if (!lines.isEmpty())
            QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
}

std::vector<BoardRow> AlertBoard::chosen() const
{
    std::vector<BoardRow> rows;
    for (const int row : m_sheet->chosenRows()) {
        if (const BoardRow *chosen = m_model->row(row))
            rows.push_back(*chosen);
    }
    return rows;
}

void AlertBoard::setTheme(const Theme &theme)
{
    m_sheet->setTheme(theme);
}

void AlertBoard::setRules(int rules, std::uint64_t missedEvaluations)
{
    m_rules = rules;
    m_missed = missedEvaluations;
    showCounts();
}

void AlertBoard::applyFilter()
{
    m_filter.least = static_cast<Severity>(m_severity->currentData().toInt());
    auto typed = BoardFilter::fromText(m_text->text().toStdString());
    m_text->setStyleSheet(typed ? QString() : QStringLiteral("QLineEdit { color: palette(bright-text) }"));
    if (typed) {
        typed->showsFiring = m_filter.showsFiring;
        typed->showsPending = m_filter.showsPending;
        typed->showsResolved = m_filter.showsResolved;
        typed->showsQuiet = m_filter.showsQuiet;
        typed->least = m_filter.least;
        m_filter = *std::move(typed);
        m_text->setToolTip({});
        m_model->setFilter(m_filter);
        showCounts();
    } else {
        // What is shown stays as it is while a matcher is half typed.
        m_text->setToolTip(errorText(typed.error()));
        m_common->setLine(errorText(typed.error()));
        m_common->setVisible(true);
    }
}

void AlertBoard::showCounts()
{
    const AlertBoardModel::Counts &counts = m_model->counts();
    m_firing->setText(tr("Firing %1").arg(counts.firing + counts.broken));
    m_pending->setText(tr("Pending %1").arg(counts.pending));
    m_resolved->setText(tr("Resolved %1").arg(counts.resolved));
    m_quiet->setText(tr("Quiet %1").arg(counts.quiet));
    QStringList parts;
    if (const QString common = m_model->commonLabels(); !common.isEmpty())
        parts << tr("All of them: %1").arg(common);
    if (m_model->rowCount() < m_model->total())
        parts << tr("%1 of %2 are shown").arg(m_model->rowCount()).arg(m_model->total());
    if (m_missed > 0)
        parts << tr("%1 evaluations were missed").arg(countText(m_missed));
    if (const QStringList &leftOut = m_sheet->leftOut(); !leftOut.isEmpty())
        parts << (m_sheet->wraps() && m_sheet->sheetLayout().blocks() > 1
                      ? tr("No room for %1: B puts the lines below each other")
                      : tr("No room for %1"))
                     .arg(leftOut.join(QStringLiteral(", ")));
    m_common->setLine(parts.join(QStringLiteral(" · ")));
    m_common->setVisible(!parts.isEmpty());
    const QString quiet =
        m_rules == 0 ? tr("No rule is watched: open a rule file, or make a rule from a panel's menu.")
                     : tr("No alert. %n rule(s) are watched.", nullptr, m_rules);
    m_empty->setText(m_model->total() == 0 ? quiet : tr("None of the %1 is shown.").arg(m_model->total()));
    m_empty->setVisible(m_model->rowCount() == 0);
    showCurrent();
}

void AlertBoard::showCurrent()
{
    const QStringList details = m_model->details(m_sheet->currentIndex().row());
    m_details->setLine(details.value(0));
    m_remarks->setLine(details.value(1));
    for (CutLabel *label : {m_details, m_remarks})
        label->setVisible(m_model->rowCount() > 0);
}

} // namespace sightglass
