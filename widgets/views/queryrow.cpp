// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/queryrow.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/findingtext.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/style/seriescolors.h"
#include "widgets/views/findinglist.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace sightglass {

namespace {

std::vector<Finding> findingsOf(const ExploreOutcome &outcome)
{
    std::vector<Finding> findings;
    // The editor says the same of a text that does not parse, and a little earlier.
    const bool unreadable = outcome.error && (outcome.error->code == ErrorCode::PromqlSyntax ||
                                              outcome.error->code == ErrorCode::PromqlType);
    if (outcome.error && !unreadable)
        findings.push_back({FindingKind::EvaluationError,
                            FindingSeverity::Error,
                            outcome.error->span,
                            {errorText(*outcome.error, longestEngineText).toStdString()},
                            {}});
    for (const Annotation &annotation : outcome.annotations) {
        const bool info = annotation.severity == Annotation::Severity::Info;
        findings.push_back({FindingKind::EvaluationError,
                            info ? FindingSeverity::Advice : FindingSeverity::Warning,
                            annotation.span,
                            {annotation.text},
                            {}});
    }
    findings.insert(findings.end(), outcome.findings.begin(), outcome.findings.end());
    return findings;
}

/// Adds what is not said yet at the same place.
void merge(std::vector<Finding> &findings, const std::vector<Finding> &more)
{
    for (const Finding &finding : more) {
        const bool known = std::any_of(findings.begin(), findings.end(), [&finding](const Finding &other) {
            return other.span == finding.span &&
                   (other.kind == finding.kind || other.arguments == finding.arguments);
        });
        if (!known)
            findings.push_back(finding);
    }
}

} // namespace

QueryRow::QueryRow(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, const Theme &theme,
                   QWidget *parent)
    : QWidget(parent)
    , m_assistant(new QueryAssistant(std::move(pool), catalog, this))
    , m_theme(theme)
    , m_letter(new QToolButton(this))
    , m_editor(new PromqlEditor(m_assistant, theme, this))
    , m_legend(new QLineEdit(this))
    , m_format(new QToolButton(this))
    , m_history(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_status(new QLabel(this))
    , m_findings(new FindingList(theme, this))
{
    setUpControls();
    layOut();
    connectControls(catalog);
    setTheme(theme);
}

void QueryRow::setUpControls()
{
    m_letter->setCheckable(true);
    m_letter->setChecked(true);
    m_letter->setToolTip(tr("Switch this query off and on"));
    m_letter->setObjectName(QStringLiteral("queryLetter"));
    m_legend->setPlaceholderText(tr("Legend, e.g. {{job}}"));
    m_legend->setToolTip(tr("Name of each series; {{label}} stands for the label's value"));
    m_legend->setAccessibleName(tr("Legend"));
    m_legend->setFixedWidth(m_legend->fontMetrics().horizontalAdvance(m_legend->placeholderText()) + 28);
    m_format->setText(QStringLiteral("{ }"));
    m_format->setObjectName(QStringLiteral("formatQuery"));
    m_format->setToolTip(tr("Lay the query out (Ctrl+Shift+F)"));
    m_format->setAccessibleName(tr("Format"));
    m_history->setText(QStringLiteral("↺"));
    m_history->setToolTip(tr("Queries asked before (Ctrl+Up)"));
    m_history->setAccessibleName(tr("History"));
    m_remove->setText(QStringLiteral("✕"));
    m_remove->setToolTip(tr("Remove this query"));
    m_remove->setAccessibleName(tr("Remove this query"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->hide();
    for (QToolButton *button : {m_format, m_history, m_remove}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

void QueryRow::layOut()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_letter, 0, Qt::AlignTop);
    line->addWidget(m_editor, 1, Qt::AlignTop);
    line->addWidget(m_legend, 0, Qt::AlignTop);
    line->addWidget(m_format, 0, Qt::AlignTop);
    line->addWidget(m_history, 0, Qt::AlignTop);
    line->addWidget(m_remove, 0, Qt::AlignTop);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(36, 0, 0, 0);
    below->addWidget(m_findings, 1);
    below->addWidget(m_status, 0, Qt::AlignTop | Qt::AlignRight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addLayout(below);
}

void QueryRow::connectControls(const CatalogSource *catalog)
{
    m_editor->installEventFilter(this);
    connect(m_editor, &PromqlEditor::runRequested, this, &QueryRow::runRequested);
    connect(m_editor, &PromqlEditor::findingsChanged, this, &QueryRow::collectFindings);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &QueryRow::collectFindings);
    connect(m_editor, &PromqlEditor::formatRefused, this, [this](const QString &reason) {
        m_status->setText(reason);
        m_status->show();
    });
    connect(m_findings, &FindingList::mendChosen, this, [this](const Mend &mend) {
        m_editor->applyMend(mend);
        m_editor->setFocus();
        emit runRequested();
    });
    connect(m_letter, &QToolButton::toggled, this, &QueryRow::changed);
    connect(m_legend, &QLineEdit::editingFinished, this, &QueryRow::changed);
    connect(m_format, &QToolButton::clicked, m_editor, &PromqlEditor::format);
    connect(m_history, &QToolButton::clicked, this, [this] {
        m_editor->setFocus();
        m_editor->showHistory();
    });
    connect(m_remove, &QToolButton::clicked, this, &QueryRow::removeRequested);
    connect(catalog, &CatalogSource::changed, m_editor, &PromqlEditor::recheck);
}

bool QueryRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::FocusIn)
        emit focused();
    return QWidget::eventFilter(watched, event);
}

void QueryRow::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_editor->setTheme(theme);
    m_findings->setTheme(theme);
    m_letter->setStyleSheet(
        QStringLiteral("QToolButton{font-weight:bold;color:%1;background:transparent;border:1px solid %2;"
                       "border-radius:4px;min-width:22px;min-height:22px}"
                       "QToolButton:checked{color:%3;background:%4;border-color:%4}"
                       "QToolButton:focus{border-color:%1}")
            .arg(theme.textMuted.name(), theme.border.name(), theme.window.name(), theme.accent.name()));
    m_editor->setStyleSheet(
        QStringLiteral("QPlainTextEdit{background:%1;border:1px solid %2;border-radius:4px}"
                       "QPlainTextEdit:focus{border-color:%3}")
            .arg(theme.surface.name(), theme.border.name(), theme.accent.name()));
}

void QueryRow::setNumber(std::size_t row)
{
    m_row = row;
    const QString name = QString::fromStdString(exploreRowName(row));
    m_letter->setText(name);
    m_letter->setAccessibleName(tr("Query %1 is shown").arg(name));
}

void QueryRow::setRemovable(bool removable)
{
    m_remove->setEnabled(removable);
}

ExploreQuery QueryRow::query() const
{
    return {m_row, m_editor->query().toStdString(), m_legend->text().toStdString()};
}

void QueryRow::setQuery(const QString &expr, const QString &legend)
{
    m_editor->setQuery(expr);
    m_legend->setText(legend);
}

bool QueryRow::isSwitchedOn() const
{
    return m_letter->isChecked();
}

bool QueryRow::isBlank() const
{
    return m_editor->query().trimmed().isEmpty();
}

QString QueryRow::status() const
{
    return m_status->text();
}

void QueryRow::showOutcome(const ExploreQuery &asked, const ExploreOutcome &outcome)
{
    m_outcomeOf = asked.expr;
    m_outcome = findingsOf(outcome);
    // What was empty has come: why it was empty does not matter any more.
    if (outcome.series > 0 && m_explanation && m_explanation->emptied)
        m_explanation.reset();
    if (outcome.error) {
        m_status->clear();
    } else if (outcome.text) {
        m_status->setText(displayText(*outcome.text, 80));
    } else {
        const int series =
            static_cast<int>(std::min<std::size_t>(outcome.series, std::numeric_limits<int>::max()));
        m_status->setText(tr("%n series", nullptr, series) + QStringLiteral(" · ") +
                          elapsedText(outcome.milliseconds));
    }
    collectFindings();
}

void QueryRow::showExplanation(const ExploreQuery &asked,
                               const std::shared_ptr<const Explanation> &explanation)
{
    m_explanationOf = asked.expr;
    m_explanation = explanation;
    collectFindings();
}

const Explanation *QueryRow::explanation() const
{
    return m_explanation && m_explanationOf == m_editor->query().toStdString() ? m_explanation.get()
                                                                               : nullptr;
}

void QueryRow::collectFindings()
{
    const std::string text = m_editor->query().toStdString();
    std::vector<Finding> findings;
    if (const Explanation *explained = explanation())
        findings = explained->findings;
    merge(findings, m_editor->findings());
    if (m_outcomeOf == text)
        merge(findings, m_outcome);
    else
        m_status->clear();
    m_status->setVisible(!m_status->text().isEmpty());
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity < b.severity; });
    m_findings->setFindings(findings);
}

} // namespace sightglass
