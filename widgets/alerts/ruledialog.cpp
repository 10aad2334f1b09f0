// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/ruledialog.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "parser/base/durationtext.h"
#include "parser/base/numbertext.h"
#include "parser/config/rulewriter.h"
#include "widgets/alerts/backteststrip.h"
#include "widgets/views/fieldhint.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace sightglass {

namespace {

using promql::BinaryOp;

constexpr std::array operators = {BinaryOp::Gt, BinaryOp::Ge, BinaryOp::Lt,
                                  BinaryOp::Le, BinaryOp::Eq, BinaryOp::Ne};

bool firesAbove(BinaryOp op)
{
    return op == BinaryOp::Gt || op == BinaryOp::Ge;
}

QString durationText(std::int64_t milliseconds)
{
    return QString::fromStdString(formatDurationMs(milliseconds));
}

constexpr int longestField = 1'000'000; // what is too long is told, not cut
constexpr qsizetype longestName = 1000;
constexpr qsizetype longestSummary = 10'000;

QLineEdit *field(const char *name, const QString &text)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setMaxLength(longestField);
    edit->setText(text);
    return edit;
}

/// The file's name; with its folder where another one has the same.
QString fileTitle(const QString &path, const std::vector<std::string> &files)
{
    const QFileInfo file(path);
    const auto same = std::count_if(files.begin(), files.end(), [&file](const std::string &other) {
        return QFileInfo(QString::fromStdString(other)).fileName() == file.fileName();
    });
    const QString name = displayText(file.fileName(), 200);
    return same < 2 ? name : name + QStringLiteral(" — ") + displayText(file.path(), 200);
}

} // namespace

RuleDialog::RuleDialog(Subject subject, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_chart(new ThresholdChart)
    , m_strip(new BackTestStrip)
    , m_expr(new QComboBox)
    , m_name(field("ruleName", displayText(m_subject.draft.name, 200)))
    , m_op(new QComboBox)
    , m_threshold(field("threshold", QString::fromStdString(formatFloat(m_subject.draft.threshold))))
    , m_for(field("for", durationText(m_subject.draft.forMs)))
    , m_keep(field("keepFiringFor", durationText(m_subject.draft.keepFiringForMs)))
    , m_severity(new QComboBox)
    , m_summary(field("summary", displayText(m_subject.draft.summary, longestSummary)))
    , m_file(new QComboBox)
    , m_group(field("group", displayText(m_subject.group, 200)))
    , m_text(new QPlainTextEdit)
    , m_problem(new FieldHint)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Alert on this"));
    resize(860, 720);
    m_chart->setTheme(theme);
    m_chart->setTimeZone(m_subject.zone);
    m_chart->setUnit(m_subject.unit);
    m_strip->setTheme(theme);
    m_strip->setTimeZone(m_subject.zone);
    m_strip->setAxisShown(false);
    m_strip->setMargins(m_chart->leftMargin(), ThresholdChart::rightMargin());
    m_text->setReadOnly(true);
    m_text->setObjectName(QStringLiteral("ruleText"));
    m_text->setAccessibleName(tr("The rule as it will be written"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setMaximumHeight(fontMetrics().height() * 11);
    m_text->setTabChangesFocus(true);
    makeForm();
    connectForm();
    m_isThresholdChosen = m_subject.draft.threshold != 0;
    moveThreshold(m_subject.draft.threshold);
    m_strip->setMessage(tr("Asking for what it would have done…"));
}

void RuleDialog::makeForm()
{
    for (const std::string &expression : m_subject.expressions)
        m_expr->addItem(QString::fromStdString(expression));
    m_expr->setObjectName(QStringLiteral("expression"));
    m_expr->setEditable(true);
    m_expr->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const BinaryOp op : operators)
        m_op->addItem(QString::fromUtf8(promql::binaryOpText(op)), static_cast<int>(op));
    m_op->setObjectName(QStringLiteral("operator"));
    m_op->setCurrentIndex(m_op->findData(static_cast<int>(m_subject.draft.op)));
    m_severity->addItem(tr("critical"), static_cast<int>(Severity::Critical));
    m_severity->addItem(tr("warning"), static_cast<int>(Severity::Warning));
    m_severity->addItem(tr("info"), static_cast<int>(Severity::Info));
    m_severity->setObjectName(QStringLiteral("severity"));
    m_severity->setCurrentIndex(m_severity->findData(static_cast<int>(m_subject.draft.severity)));
    for (const std::string &file : m_subject.files)
        m_file->addItem(fileTitle(QString::fromStdString(file), m_subject.files),
                        QString::fromStdString(file));
    for (int i = 0; i < m_file->count(); ++i)
        m_file->setItemData(i, plainToolTip(m_file->itemData(i).toString()), Qt::ToolTipRole);
    m_file->setObjectName(QStringLiteral("file"));

    const auto inRow = [](std::initializer_list<QWidget *> widgets) {
        auto *row = new QHBoxLayout;
        for (QWidget *widget : widgets)
            row->addWidget(widget, 1);
        return row;
    };
    auto *form = new QFormLayout;
    // A row of several fields has no buddy of its own.
    const auto addRow = [form](const QString &title, QHBoxLayout *row, QWidget *buddy) {
        auto *label = new QLabel(title);
        label->setBuddy(buddy);
        form->addRow(label, row);
    };
    form->addRow(tr("E&xpression"), m_expr);
    auto *condition = new QHBoxLayout;
    condition->addWidget(m_op);
    condition->addWidget(m_threshold, 1);
    addRow(tr("&Fires where it is"), condition, m_op);
    m_for->setToolTip(tr("How long the condition must hold, such as 5m; 0s fires at once"));
    m_keep->setToolTip(tr("How much longer it fires than the condition holds (keep_firing_for)"));
    addRow(tr("F&or / keep firing for"), inRow({m_for, m_keep}), m_for);
    addRow(tr("&Name / severity"), inRow({m_name, m_severity}), m_name);
    form->addRow(tr("S&ummary"), m_summary);
    addRow(tr("File / &group"), inRow({m_file, m_group}), m_file);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Save);
    m_ok->setText(tr("&Write the rule"));
    connect(buttons, &QDialogButtonBox::accepted, this, &RuleDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_strip);
    layout->addLayout(form);
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
}

void RuleDialog::connectForm()
{
    connect(m_chart, &ThresholdChart::thresholdMoved, this, [this](double threshold) {
        m_isThresholdChosen = true;
        moveThreshold(threshold);
    });
    connect(m_threshold, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_isThresholdChosen = true;
        if (const auto typed = parseFloat(text.trimmed().toStdString()))
            m_chart->setThreshold(*typed, firesAbove(draft().op));
        preview();
    });
    connect(m_op, &QComboBox::currentIndexChanged, this, [this] {
        m_chart->setThreshold(m_chart->threshold(), firesAbove(draft().op));
        preview();
    });
    for (QLineEdit *edit : {m_name, m_for, m_keep, m_summary, m_group})
        connect(edit, &QLineEdit::textChanged, this, &RuleDialog::preview);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &RuleDialog::preview);
    // A longer “for” wants to know of what was longer ago.
    for (QLineEdit *edit : {m_for, m_keep})
        connect(edit, &QLineEdit::editingFinished, this, [this] {
            const RuleDraft made = draft();
            const AlertHold hold{made.forMs, made.keepFiringForMs, 0};
            if (m_series && backTestLeadMs(hold, m_steps.stepMs) > m_askedLeadMs) {
                m_askedLeadMs = backTestLeadMs(hold, m_steps.stepMs);
                emit expressionChosen(m_expr->currentText());
            }
        });
    const auto ask = [this] {
        m_series.reset();
        m_chart->setSeries(nullptr, shownSteps());
        preview();
        emit expressionChosen(m_expr->currentText());
    };
    connect(m_expr, &QComboBox::currentIndexChanged, this, ask);
    connect(m_expr->lineEdit(), &QLineEdit::editingFinished, this,
            [this, ask, asked = m_expr->currentText()]() mutable {
                if (asked != m_expr->currentText()) {
                    asked = m_expr->currentText();
                    ask();
                }
            });
}

void RuleDialog::moveThreshold(double threshold)
{
    const QString text = QString::fromStdString(formatFloat(threshold));
    // 0.30000000000000004 is nobody's threshold.
    const QString brief = QString::number(threshold, 'g', 12);
    m_threshold->setText(brief.size() < text.size() ? brief : text);
    m_chart->setThreshold(threshold, firesAbove(draft().op));
    preview();
}

std::int64_t RuleDialog::duration(const QLineEdit &edit, bool &ok) const
{
    const QString text = edit.text().trimmed();
    if (text.isEmpty() || text == QLatin1String("0"))
        return 0;
    const auto parsed = parseDurationMs(text.toStdString());
    ok = ok && parsed.has_value();
    return parsed.value_or(0);
}

RuleDraft RuleDialog::draft() const
{
    bool ok = true;
    RuleDraft made;
    made.name = m_name->text().trimmed().toStdString();
    made.expr = m_expr->currentText().toStdString();
    made.op = static_cast<BinaryOp>(m_op->currentData().toInt());
    made.threshold = parseFloat(m_threshold->text().trimmed().toStdString()).value_or(0);
    made.forMs = duration(*m_for, ok);
    made.keepFiringForMs = duration(*m_keep, ok);
    made.severity = static_cast<Severity>(m_severity->currentData().toInt());
    made.summary = m_summary->text().toStdString();
    return made;
}

void RuleDialog::preview()
{
    const RuleDraft made = draft();
    bool durations = true;
    static_cast<void>(duration(*m_for, durations));
    static_cast<void>(duration(*m_keep, durations));
    const auto rule = writtenRule(made);
    const bool isNumber = parseFloat(m_threshold->text().trimmed().toStdString()).has_value();
    QString problem;
    if (!isNumber)
        problem = tr("The threshold is no number.");
    else if (!durations)
        problem = tr("A duration is a number with a unit, such as 90s, 5m or 1h30m.");
    else if (m_group->text().trimmed().isEmpty())
        problem = tr("The group needs a name.");
    else if (m_name->text().size() > longestName || m_group->text().size() > longestName)
        problem = tr("A name has at most %1 characters.").arg(longestName);
    else if (m_summary->text().size() > longestSummary)
        problem = tr("A summary has at most %1 characters.").arg(longestSummary);
    else if (!rule)
        problem = errorText(rule.error());
    m_text->setPlainText(rule ? QString::fromStdString(blockItem(*rule, {})) : QString());
    m_ok->setEnabled(problem.isEmpty() && m_file->count() > 0);
    if (problem.isEmpty())
        m_problem->showHint({});
    else
        m_problem->showProblem(problem);
    if (m_series && isNumber && durations)
        m_strip->setBackTest(backTest(*m_series, m_steps, {made.forMs, made.keepFiringForMs, 0},
                                      BackTestCondition{made.op, made.threshold}, m_shownFrom));
}

void RuleDialog::setSeries(const ThresholdChart::Series &series, StepRange steps,
                           std::optional<TimestampMs> shownFrom)
{
    m_series = series;
    m_steps = steps;
    m_shownFrom = shownFrom;
    m_chart->setSeries(shownSeries(), shownSteps());
    if (!m_isThresholdChosen)
        suggestThreshold();
    preview();
}

StepRange RuleDialog::shownSteps() const
{
    return {m_shownFrom.value_or(m_steps.start), m_steps.end, m_steps.stepMs};
}

/// Without what was before: only the strip needs that.
ThresholdChart::Series RuleDialog::shownSeries() const
{
    if (!m_series || shownSteps().start <= m_steps.start)
        return m_series;
    auto shown = std::make_shared<std::vector<MatrixSeries>>(*m_series);
    for (MatrixSeries &series : *shown)
        std::erase_if(series.samples,
                      [from = shownSteps().start](const Sample &sample) { return sample.t < from; });
    return shown;
}

/// A little below the highest value there was: there is something to see, and somewhere to drag it.
void RuleDialog::suggestThreshold()
{
    constexpr double share = 0.9;
    std::optional<double> highest;
    for (const MatrixSeries &series : *m_series) {
        for (const Sample &sample : series.samples) {
            if (std::isfinite(sample.v) && sample.t >= shownSteps().start)
                highest = std::max(highest.value_or(sample.v), sample.v);
        }
    }
    if (highest && *highest > 0)
        moveThreshold(QString::number(*highest * share, 'g', 2).toDouble());
}

void RuleDialog::setProblem(const QString &problem)
{
    m_chart->setSeries(std::make_shared<const std::vector<MatrixSeries>>(), shownSteps());
    m_strip->setMessage(problem);
}

void RuleDialog::submit()
{
    if (!m_ok->isEnabled())
        return;
    Wish wish{draft(), m_file->currentData().toString().toStdString(),
              m_group->text().trimmed().toStdString(), m_subject.intervalMs};
    hide();
    emit submitted(wish);
    if (isHidden())
        close();
}

void RuleDialog::refuse(const QString &problem)
{
    m_problem->showProblem(problem);
    show();
}

} // namespace sightglass
