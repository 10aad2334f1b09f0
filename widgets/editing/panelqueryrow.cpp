// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/panelqueryrow.h"

#include "model/presentation/queryassistant.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/views/findinglist.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace sightglass {

namespace {

enum Kind
{
    Range,
    Instant,
    Both
};

void setGlyph(QToolButton *button, const QString &glyph, const QString &name)
{
    button->setText(glyph);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
}

} // namespace

PanelQueryRow::PanelQueryRow(const EditingContext &context, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_assistant(new QueryAssistant(context.pool, context.catalog, this))
    , m_letter(new QToolButton(this))
    , m_editor(new PromqlEditor(m_assistant, theme, this))
    , m_findings(new FindingList(theme, this))
    , m_legend(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_step(new QLineEdit(this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_copy(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    m_assistant->setFeatures(context.features);
    m_assistant->setScrapeIntervalMs(context.scrapeIntervalMs);
    setUp();
    layOut();
    connectAll();
}

void PanelQueryRow::setUp()
{
    m_letter->setCheckable(true);
    m_letter->setFocusPolicy(Qt::TabFocus);
    m_letter->setToolTip(tr("Hide this query and show it again"));
    m_legend->setPlaceholderText(tr("Legend, e.g. {{job}}"));
    m_legend->setAccessibleName(tr("Legend"));
    m_legend->setMaxLength(1000);
    m_kind->addItems({tr("Over time"), tr("At the end"), tr("Both")});
    m_kind->setAccessibleName(tr("What is asked"));
    m_kind->setToolTip(tr("Over the time range, or one value at its end"));
    m_format->addItems({tr("Time series"), tr("Table"), tr("Heatmap")});
    m_format->setAccessibleName(tr("Format"));
    m_format->setToolTip(tr("How the answer becomes rows and columns"));
    m_step->setPlaceholderText(tr("Step"));
    m_step->setAccessibleName(tr("Smallest step"));
    m_step->setToolTip(tr("The smallest step, such as 30s or $__interval; empty: automatic"));
    m_step->setMaxLength(100);
    m_step->setFixedWidth(m_step->fontMetrics().horizontalAdvance(QStringLiteral("$__rate_interval")) / 2 +
                          20);
    setGlyph(m_up, QStringLiteral("▲"), tr("Move up"));
    setGlyph(m_down, QStringLiteral("▼"), tr("Move down"));
    setGlyph(m_copy, QStringLiteral("+"), tr("Duplicate this query"));
    setGlyph(m_remove, QStringLiteral("✕"), tr("Remove this query"));
}

void PanelQueryRow::layOut()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(m_letter, 0, Qt::AlignTop);
    first->addWidget(m_editor, 1, Qt::AlignTop);
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    second->addWidget(m_legend, 1);
    second->addWidget(m_kind);
    second->addWidget(m_format);
    second->addWidget(m_step);
    for (QToolButton *button : {m_up, m_down, m_copy, m_remove})
        second->addWidget(button);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 6);
    box->setSpacing(3);
    box->addLayout(first);
    box->addWidget(m_findings);
    box->addLayout(second);
    setFocusProxy(m_editor);
}

void PanelQueryRow::connectAll()
{
    const auto tell = [this](bool goesOn) {
        if (!m_quiet)
            emit changed(goesOn);
    };
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this, tell] {
        m_query.expr = m_editor->query().toStdString();
        tell(true);
    });
    connect(m_editor, &PromqlEditor::findingsChanged, this, &PanelQueryRow::showFindings);
    connect(m_findings, &FindingList::mendChosen, m_editor, &PromqlEditor::applyMend);
    connect(m_legend, &QLineEdit::textEdited, this, [this, tell](const QString &text) {
        m_query.legend = text.toStdString();
        tell(true);
    });
    connect(m_step, &QLineEdit::textEdited, this, [this, tell](const QString &text) {
        m_query.interval = text.trimmed().toStdString();
        tell(true);
    });
    connect(m_letter, &QToolButton::clicked, this, [this, tell](bool shown) {
        m_query.hidden = !shown;
        tell(false);
    });
    connect(m_kind, &QComboBox::activated, this, [this, tell](int kind) {
        m_query.instant = kind != Range;
        m_query.alsoRange = kind == Both;
        tell(false);
    });
    connect(m_format, &QComboBox::activated, this, [this, tell](int format) {
        m_query.format = static_cast<FrameFormat>(format);
        tell(false);
    });
    connect(m_up, &QToolButton::clicked, this, [this] { emit moveRequested(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { emit moveRequested(1); });
    connect(m_copy, &QToolButton::clicked, this, &PanelQueryRow::duplicateRequested);
    connect(m_remove, &QToolButton::clicked, this, &PanelQueryRow::removeRequested);
}

void PanelQueryRow::showFindings()
{
    m_findings->setFindings(m_editor->findings());
}

void PanelQueryRow::setQuery(const PanelQuery &query)
{
    m_query = query;
    m_quiet = true;
    showQuery();
    m_quiet = false;
}

void PanelQueryRow::showQuery()
{
    const auto show = [](QLineEdit *line, const std::string &text) {
        const QString wanted = QString::fromStdString(text);
        if (line->text() != wanted)
            line->setText(wanted);
    };
    const QString name = QString::fromStdString(m_query.refId);
    m_letter->setText(name);
    m_letter->setChecked(!m_query.hidden);
    m_letter->setAccessibleName(tr("Query %1").arg(name));
    m_editor->setAccessibleName(tr("Query %1").arg(name));
    if (m_editor->query().toStdString() != m_query.expr)
        m_editor->setQuery(QString::fromStdString(m_query.expr));
    show(m_legend, m_query.legend);
    show(m_step, m_query.interval);
    m_kind->setCurrentIndex(!m_query.instant ? Range : m_query.alsoRange ? Both : Instant);
    m_format->setCurrentIndex(static_cast<int>(m_query.format));
}

void PanelQueryRow::setPlace(int index, int count)
{
    m_up->setEnabled(index > 0);
    m_down->setEnabled(index + 1 < count);
}

void PanelQueryRow::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_editor->setTheme(theme);
    m_findings->setTheme(theme);
}

} // namespace sightglass
